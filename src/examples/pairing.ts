/** Whether two runs speak of the same things: what the recording calls one name must be one thing now, always the same. */
import { type Identity, nameMarks, thingsIn, withoutValues } from './redaction/identity.ts';

export class Pairing {
  readonly #toCurrent = new Map<string, string>();
  readonly #toRecorded = new Map<string, string>();
  readonly #numbers = new Map<string, number>();

  /**
   * Compares two redacted outputs that have an order, and learns which thing is which.
   * @returns false when they differ in more than values, or a thing has become another
   */
  agree(recorded: string, current: string): boolean {
    if (withoutValues(recorded) !== withoutValues(current)) return false;
    const others = thingsIn(current);
    const pairs = thingsIn(recorded).map((thing, index) => [thing, others[index] as Identity] as const);
    const trial = new Map<string, string>();
    const back = new Map<string, string>();
    for (const [mine, its] of pairs) {
      const [a, b] = [key(mine), key(its)];
      const known = this.#toCurrent.get(a) ?? trial.get(a);
      const knownBack = this.#toRecorded.get(b) ?? back.get(b);
      if ((known ?? b) !== b || (knownBack ?? a) !== a) return false;
      trial.set(a, b);
      back.set(b, a);
    }
    for (const [a, b] of trial) this.#learn(a, b);
    return true;
  }

  /** False when two outputs that may vary are equal but for their things, and one of these has become another. */
  compatible(recorded: string, current: string): boolean {
    return withoutValues(recorded) !== withoutValues(current) || this.agree(recorded, current);
  }

  /**
   * Like {@link agree}, for outputs whose lines come in any order. Things that are known keep their names, new ones all look
   * alike until a line that stands alone tells which is which.
   */
  agreeUnordered(recorded: string, current: string): boolean {
    const mine = this.#sorted(recorded, 'recorded');
    const its = this.#sorted(current, 'current');
    if (mine.length !== its.length || mine.some(({ text }, at) => text !== its[at]?.text)) return false;
    for (const [at, { text, line }] of mine.entries()) {
      const isAlone = mine.filter((other) => other.text === text).length === 1;
      if (isAlone && !this.agree(line, its[at]?.line as string)) return false;
    }
    return true;
  }

  /** Both sides for people: things that are paired have one name, such as `<ID1>`, on both. */
  names(recorded: string, current: string): [string, string] {
    return [this.#named(recorded, 'recorded'), this.#named(current, 'current')];
  }

  #sorted(text: string, side: 'recorded' | 'current'): { text: string; line: string }[] {
    return text
      .split('\n')
      .filter((line) => line.trim())
      .map((line) => ({
        line,
        text: nameMarks(line, (thing) => this.#knownName(thing, side) ?? `<${thing.kind}>`),
      }))
      .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  }

  #named(text: string, side: 'recorded' | 'current'): string {
    const fresh = new Map<string, string>();
    return nameMarks(text, (thing) => {
      const known = this.#knownName(thing, side) ?? fresh.get(key(thing));
      if (known) return known;
      const taken = [...this.#numbers.keys(), ...fresh.keys()].filter(
        (other) => kindOf(other) === thing.kind,
      );
      const name = `<${thing.kind}${taken.length + 1}>`;
      fresh.set(key(thing), name);
      return name;
    });
  }

  #knownName(thing: Identity, side: 'recorded' | 'current'): string | undefined {
    const recorded = side === 'recorded' ? key(thing) : this.#toRecorded.get(key(thing));
    const number = recorded === undefined ? undefined : this.#numbers.get(recorded);
    return number === undefined ? undefined : `<${thing.kind}${number}>`;
  }

  #learn(recorded: string, current: string): void {
    this.#toCurrent.set(recorded, current);
    this.#toRecorded.set(current, recorded);
    if (this.#numbers.has(recorded)) return;
    const ofKind = [...this.#numbers.keys()].filter((other) => kindOf(other) === kindOf(recorded));
    this.#numbers.set(recorded, ofKind.length + 1);
  }
}

const key = ({ kind, value }: Identity) => `${kind} ${value}`;
const kindOf = (text: string) => text.split(' ')[0];
