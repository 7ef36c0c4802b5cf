/** Addresses that open a report of the project's repository with what the page already knows. */
import { REPOSITORY } from '../config/project.ts';

/** A sentence that is not true, or not understood (.github/ISSUE_TEMPLATE/frase-falsa.yml). */
export function reportPage(title: string, url: string, engine?: string): string {
  return address('frase-falsa', {
    title: `En la página «${title}»: `,
    pagina: engine ? `${url} (Docker Engine ${engine})` : url,
  });
}

/** A step that answers something else (salida-distinta.yml). */
export function reportStep(url: string, example: string, step: string, engine: string): string {
  return address('salida-distinta', {
    title: `No me sale igual: ${example}, paso ${step}`,
    pagina: `${url} (Docker Engine ${engine})`,
  });
}

function address(template: string, fields: Record<string, string>): string {
  return `${REPOSITORY}/issues/new?${new URLSearchParams({ template: `${template}.yml`, ...fields })}`;
}
