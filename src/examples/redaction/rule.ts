/** One source of variation between two runs of the same command, and how to remove it. */
export interface Rule {
  /** Shown in diffs, in Spanish. */
  name: string;
  apply(text: string, context: RuleContext): string;
}

export interface RuleContext {
  /** The command whose output is redacted; some rules only concern certain commands. */
  command: string;
  identities: Pick<Identities, 'name'>;
}

/**
 * Names given to identifiers in order of appearance, for a whole session: the same container is `<ID1>` in every step,
 * so that relations between steps are compared and not only shapes.
 */
export class Identities {
  readonly #names = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  /** The name of a value; the first of a kind is 1. */
  name(kind: string, value: string): string {
    const key = `${kind} ${value}`;
    const known = this.#names.get(key);
    if (known) return known;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    const name = `<${kind}${count}>`;
    this.#names.set(key, name);
    return name;
  }

  /** A view for output without an order: identifiers seen before keep their names, new ones all look alike. */
  knownOnly(): Pick<Identities, 'name'> {
    return { name: (kind, value) => this.#names.get(`${kind} ${value}`) ?? `<${kind}>` };
  }
}
