/** One small change to what an example shows; some step should go red because of it. */
export const KINDS = ['archivos', 'ordenes', 'salidas'] as const;

/** Files of the example, commands of its session, or what was recorded. */
export type Kind = (typeof KINDS)[number];

/** A change within one text: a file, a command. */
export interface TextMutant {
  /** What was done, in Spanish; the end of the mutant's id. */
  what: string;
  /** Line of the text that the change concerns, from 1. */
  line: number;
  /** The whole text, changed. */
  text: string;
  /** The command may never end because of it, so that it is not worth waiting long. */
  mayHang?: true;
}

/** Where a mutant takes effect. */
export type Change =
  /** `before` is the whole text as the author left it. */
  | { file: string; text: string; before: string }
  /** Command of the session by its line in the session file. */
  | { command: number; text: string }
  /** Step of the session by its id, with another hunk. */
  | { edit: string; hunk: string[] }
  /** Recorded answer of a command, by the line of the command. */
  | { answer: number; output: string; exitCode: number };

export interface Mutant {
  /** Stable and unique within its example: `compose.yaml: sin services.web.ports`. */
  id: string;
  kind: Kind;
  /** Where to look, `file:line`. */
  at: string;
  change: Change;
  mayHang?: true;
}

const MAX_LABEL = 70;

/** A piece of source on one line, short enough for an id. */
export function label(source: string): string {
  const flat = source.replace(/\\\n/g, ' ').replace(/\s+/g, ' ').trim();
  return flat.length > MAX_LABEL ? `${flat.slice(0, MAX_LABEL - 1).trimEnd()}…` : flat;
}

/** Numbers the ids that repeat, in order: the second `x` is `x (2)`. */
export function withUniqueIds(mutants: Mutant[]): Mutant[] {
  const seen = new Map<string, number>();
  return mutants.map((mutant) => {
    const count = (seen.get(mutant.id) ?? 0) + 1;
    seen.set(mutant.id, count);
    return count === 1 ? mutant : { ...mutant, id: `${mutant.id} (${count})` };
  });
}
