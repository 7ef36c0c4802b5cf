/** How many machines are open at once. A proof waits for its turn before it opens one, and holds nothing while it does. */
import { availableParallelism } from 'node:os';

export type LaneKind = 'sandbox' | 'vm';

// A nested engine keeps about one core busy; measured best on 2 cores: 2 at a time.
export const MACHINES_AT_A_TIME = Math.min(6, Math.max(2, Math.floor(availableParallelism() / 2)));

interface Waiting {
  kind: LaneKind;
  admit(): void;
}

/**
 * A fair queue with a number of lanes, of which the virtual machine takes one, and never two. There is only one of
 * those and it is slow: whoever waits for it goes before all others, so that it never stands still.
 */
export class Lanes {
  readonly #size: number;
  readonly #open = { sandbox: 0, vm: 0 };
  readonly #waiting: Waiting[] = [];

  constructor(size = MACHINES_AT_A_TIME) {
    this.#size = size;
  }

  /** How many wait for a machine of a kind. */
  waiting(kind: LaneKind): number {
    return this.#waiting.filter((one) => one.kind === kind).length;
  }

  /** Waits for a turn; dispose of the answer to end it. */
  async take(kind: LaneKind): Promise<Disposable> {
    await new Promise<void>((admit) => {
      this.#waiting.push({ kind, admit });
      this.#advance();
    });
    let ended = false;
    return {
      [Symbol.dispose]: () => {
        if (ended) return;
        ended = true;
        this.#open[kind] -= 1;
        this.#advance();
      },
    };
  }

  #advance(): void {
    for (;;) {
      const ready = this.#waiting.filter(({ kind }) => this.#hasRoom(kind));
      const admitted = ready.find(({ kind }) => kind === 'vm') ?? ready[0];
      if (!admitted) return;
      this.#waiting.splice(this.#waiting.indexOf(admitted), 1);
      this.#open[admitted.kind] += 1;
      admitted.admit();
    }
  }

  #hasRoom(kind: LaneKind): boolean {
    const { sandbox, vm } = this.#open;
    return sandbox + vm < this.#size && (kind === 'sandbox' || vm === 0);
  }
}
