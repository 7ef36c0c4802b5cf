/**
 * What names one thing in several places (a container, a process, a namespace…): rules put a mark with the value in
 * its place, and whoever compares asks that the same thing be the same in every step, not that its value be equal.
 */
export interface Identity {
  /** Kind of thing, in capitals: ID, PID, NS, MAC… */
  kind: string;
  value: string;
}

// Values are written in a private area of Unicode, where no other rule takes them for a number or a word.
const OFFSET = 0xe000;
const MARK = /<([A-ZÑ]+)([\ue000-\ue0ff]+)>/g;

/** The mark that stands for a thing. */
export function mark(kind: string, value: string): string {
  const hidden = [...value].map((letter) => String.fromCharCode(OFFSET + letter.charCodeAt(0))).join('');
  return `<${kind}${hidden}>`;
}

/** Replaces each mark of a text by what `name` says of the thing. */
export function nameMarks(text: string, name: (thing: Identity) => string): string {
  return text.replace(MARK, (_, kind: string, hidden: string) => name({ kind, value: reveal(hidden) }));
}

/** The text with marks that only tell the kind: `<PID>`. */
export function withoutValues(text: string): string {
  return nameMarks(text, ({ kind }) => `<${kind}>`);
}

/** The things that a text names, in order. */
export function thingsIn(text: string): Identity[] {
  return [...text.matchAll(MARK)].map(([, kind, hidden]) => ({
    kind: kind as string,
    value: reveal(hidden as string),
  }));
}

function reveal(hidden: string): string {
  return [...hidden].map((letter) => String.fromCharCode(letter.charCodeAt(0) - OFFSET)).join('');
}
