import type { ExampleData } from '../../examples/loader.ts';
import type { Provenance } from '../../examples/provenance.ts';
import { Redactor } from '../../examples/redaction/index.ts';
import type { PageProblem } from '../../plugins/problem.ts';
import type { Corpus } from '../corpus.ts';

/** Three numbers that are not part of an address, of a tag, nor of a longer word. */
const PATCH = /(?<![\w.:=^~@-])v?\d+\.\d+\.\d+(?:[-+~][\w.+~-]*)?(?!\.?\d)/g;

/** Versions of specifications: another one would be news. */
const CONSTANT = /"imageLayoutVersion": ?"1\.0\.0"/g;

/**
 * A recorded line must not carry the patch version of a program that others renew: with the next update of Debian, or
 * of the official image, it would be another. What the author typed (in a command or in a file) is the author's.
 */
export function driftingVersions({ examples }: Pick<Corpus, 'examples'>): PageProblem[] {
  return examples.flatMap(({ data }) => {
    const typed = typedText(data);
    const stated = statedVersions(data.provenance);
    const redactor = new Redactor();
    return data.session.steps.flatMap((step) =>
      step.commands.flatMap((command) => {
        const output = redactor.redact(command.output, command.text);
        // Such a step is compared by its exit code alone.
        if (step.directives.variable) return [];
        return driftIn(output, typed, stated).map((version) => ({
          file: data.session.file,
          line: command.line,
          column: 1,
          message: `lo que respondió «${command.text.split('\n')[0]}» lleva la versión «${version}», que cambiará sola y que ninguna regla iguala`,
          remedy:
            'añade el programa a src/examples/redaction/programs.ts (o su forma a patches.ts), o pide en la orden solo lo que promete la etiqueta',
        }));
      }),
    );
  });
}

/** Versions in a redacted output that nobody typed: by their shape, or because the provenance states them. */
export function driftIn(output: string, typed: string, stated: readonly string[]): string[] {
  const text = output.replace(CONSTANT, '');
  const shaped = (text.match(PATCH) ?? []).filter((version) => !typed.includes(version));
  const known = stated.filter((version) => contains(text, version) && !contains(typed, version));
  return [...new Set([...shaped, ...known])];
}

function contains(text: string, version: string): boolean {
  const literal = version.replace(/[.+]/g, '\\$&');
  return new RegExp(`(?<![\\w.])v?${literal}(?![\\w]|\\.\\d)`).test(text);
}

/** Everything that the author wrote of an example, in which versions are the author's choice. */
function typedText({ session, files }: ExampleData): string {
  const commands = session.steps.flatMap((step) => [
    ...step.commands.flatMap(({ text, inputs }) => [text, ...inputs]),
    ...(step.edit?.hunk ?? []),
  ]);
  return [...commands, ...Object.values(files).map(({ code }) => code)].join('\n');
}

/** Versions of the bench and of the images, as the provenance states them; one number alone says nothing. */
function statedVersions(provenance: Provenance | undefined): string[] {
  if (!provenance) return [];
  const { engine, compose, buildx, tools = {}, images } = provenance;
  const versions = [engine, compose, buildx, ...Object.values(tools)];
  for (const { version } of Object.values(images)) if (version) versions.push(version);
  return versions.filter((version) => /^\d+\.\d/.test(version));
}
