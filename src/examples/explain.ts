/** Turns differences into the message that a contributor reads. */
import { diffLines } from 'diff';
import type { Difference } from './compare.ts';

/**
 * @param file session file, as shown
 * @param id example, for the command that accepts the new output; absent when it is not for that engine to say
 */
export function explainDifferences(differences: Difference[], file: string, id?: string): string {
  const parts = differences.map((difference) => explainOne(difference, file));
  if (id) parts.push(`Si el cambio es bueno, acéptalo con:  npm run grabar ${id}`);
  return parts.join('\n\n');
}

function explainOne(difference: Difference, file: string): string {
  if (difference.kind === 'remains')
    return `${file}:${difference.line}: al acabar, la sesión no deja lo mismo en el motor\n${changes(difference)}`;
  const head = `${file}:${difference.line}: el paso «${difference.step}» ya no responde igual\n  $ ${difference.command.split('\n').join('\n  > ')}`;
  if (difference.kind === 'exit-code') {
    return `${head}\n  código de salida: grabado ${difference.expected}, ahora ${difference.got}\n${indent(difference.raw || '(sin salida)', '  | ')}`;
  }
  const rules = difference.rules.length
    ? `\n  Se igualó antes de comparar: ${difference.rules.join(', ')}.`
    : '';
  return `${head}\n${changes(difference)}${rules}`;
}

function changes(difference: Difference): string {
  const lines = diffLines(`${difference.expected}\n`, `${difference.got}\n`).flatMap((part) => {
    const mark = part.added ? '+' : part.removed ? '-' : ' ';
    return part.value
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => `  ${mark} ${line}`);
  });
  return `  (- grabado, + ahora)\n${lines.join('\n')}`;
}

function indent(text: string, prefix: string): string {
  return text
    .split('\n')
    .map((line) => prefix + line)
    .join('\n');
}
