/** Addresses that open a report of the project's repository with what the page already knows. */
import { REPOSITORY } from '../config/project.ts';

/** A sentence that is not true, or not understood (.github/ISSUE_TEMPLATE/frase-falsa.yml, which gives its title). */
export function reportPage(url: string, engine?: string): string {
  return address('frase-falsa', engine ? `${url} (Docker Engine ${engine})` : url);
}

/**
 * A step that answers something else (salida-distinta.yml, which gives its title).
 * @param url of the page, up to the step
 */
export function reportStep(url: string, engine: string): string {
  return address('salida-distinta', `${url} (Docker Engine ${engine})`);
}

function address(template: string, page: string): string {
  return `${REPOSITORY}/issues/new?${new URLSearchParams({ template: `${template}.yml`, pagina: page })}`;
}
