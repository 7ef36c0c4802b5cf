/** Mutants of the files that a command writes from a here-document. */
import { fileMutants } from './file.ts';
import type { TextMutant } from './mutant.ts';
import { type Heredoc, readShell } from './shell-words.ts';
import { lineAt, splice } from './text-edit.ts';

/** @param text a command; its here-documents are files too */
export function heredocMutants(text: string): TextMutant[] {
  return readShell(text).heredocs.flatMap((heredoc) => {
    const name = nameOf(heredoc);
    const body = text.slice(heredoc.from, heredoc.to);
    const first = lineAt(text, heredoc.from);
    return fileMutants(name, body).map((mutant) => ({
      ...mutant,
      what: `${name}: ${mutant.what}`,
      line: first + mutant.line - 1,
      text: splice(text, heredoc.from, heredoc.to, mutant.text),
    }));
  });
}

/** The file that is written, or what reads it says of its kind. */
function nameOf({ target, words }: Heredoc): string {
  if (target) return target;
  const values = words.map(({ value }) => value);
  if (values[0] === 'tee') return values.findLast((value) => !value.startsWith('-')) ?? 'texto';
  if (values[0] === 'docker' && values.includes('build')) return 'Dockerfile';
  if (values.includes('compose')) return 'compose.yaml';
  if (/^(?:ba)?sh$/.test(values.at(-1) ?? '') || /^(?:ba)?sh$/.test(values[0] ?? '')) return 'entrada.sh';
  return 'texto';
}
