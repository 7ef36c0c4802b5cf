/** Who may build now: a few at a time, in the order in which they asked, but for who goes first. */
export class Turns {
  readonly #atOnce: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  /**
   * Waits for a turn; dispose of the answer to end it.
   * @param first goes before all that wait
   */
  async take(first = false): Promise<Disposable> {
    if (this.#running >= this.#atOnce) {
      await new Promise<void>((resolve) => this.#waiting[first ? 'unshift' : 'push'](resolve));
    } else this.#running += 1;
    return {
      // The turn passes on to the next one, if there is one: nobody can come between.
      [Symbol.dispose]: () => {
        const next = this.#waiting.shift();
        if (next) next();
        else this.#running -= 1;
      },
    };
  }
}
