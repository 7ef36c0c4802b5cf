import type { Provenance } from '../../examples/provenance.ts';
import { redact } from '../../examples/redaction/index.ts';
import { type RuleContext, typedIn } from '../../examples/redaction/rule.ts';
import { setAside } from '../../examples/tolerance.ts';
import { sessionText } from '../../examples/typed.ts';
import type { Corpus } from '../corpus.ts';
import type { PageProblem } from '../problem.ts';

/** Three numbers that are not part of an address, of a tag, nor of a longer word. */
const PATCH = /(?<![\w.:=^~@-])v?\d+\.\d+\.\d+(?:[-+~][\w.+~-]*)?(?!\.?\d)/g;

/** Versions of specifications: another one would be news. */
const CONSTANT = /"imageLayoutVersion": ?"1\.0\.0"/g;

/**
 * A recorded line must not carry the patch version of a program that others renew: with the next update of Debian, or
 * of the official image, it would be another. What the author typed (in a command or in a file) is the author's.
 */
export function driftingVersions({ examples }: Pick<Corpus, 'examples'>): PageProblem[] {
  return examples.flatMap(({ data: { session, files, provenance } }) => {
    const written = Object.values(files).map(({ code }) => code);
    const typed = typedIn([sessionText(session), ...written].join('\n'));
    const stated = statedVersions(provenance);
    return session.steps
      .filter(({ directives }) => !directives.variable) // compared by its exit code alone
      .flatMap(({ commands, directives }) =>
        commands.flatMap(({ text, output, line }) =>
          driftIn(redact(setAside(output, directives), { command: text, typed }), typed, stated).map(
            (version) => ({
              file: session.file,
              line,
              column: 1,
              message: `lo que respondió «${text.split('\n')[0]}» lleva la versión «${version}», que cambiará sola y que ninguna regla iguala`,
              remedy:
                'añade el programa a src/examples/redaction/programs.ts (o su forma a patches.ts), o pide en la orden solo lo que promete la etiqueta',
            }),
          ),
        ),
      );
  });
}

/** Versions in a redacted output that nobody typed: by their shape, or because the provenance states them. */
export function driftIn(output: string, typed: RuleContext['typed'], stated: readonly string[]): string[] {
  const text = output.replace(CONSTANT, '');
  const stays = typedIn(text);
  const found = [
    ...(text.match(PATCH) ?? []),
    ...stated.filter((version) => stays(version) || stays(`v${version}`)),
  ];
  return [...new Set(found)].filter((version) => !typed(version));
}

/** Versions of the bench and of the images, as the provenance states them; one number alone says nothing. */
function statedVersions(provenance: Provenance | undefined): string[] {
  if (!provenance) return [];
  const { engine, compose, buildx, tools = {}, images } = provenance;
  const versions = [engine, compose, buildx, ...Object.values(tools)];
  for (const { version } of Object.values(images)) if (version) versions.push(version);
  return versions.filter((version) => /^\d+\.\d/.test(version));
}
