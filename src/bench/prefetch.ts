/** Opens the next machine while the present ones work, so that nobody waits for it to start. */
export class Prefetch<T extends AsyncDisposable> {
  readonly #open: () => Promise<T>;
  #next: Promise<T> | undefined;

  constructor(open: () => Promise<T>) {
    this.#open = open;
  }

  /**
   * The one that is already starting, or else a new one.
   * @param more whether somebody will ask for another one: it begins to start now
   */
  take(more: boolean): Promise<T> {
    const mine = this.#next ?? this.#open();
    this.#next = more ? this.#open() : undefined;
    // Whoever takes it hears of its failure; until then nobody listens.
    this.#next?.catch(() => {});
    return mine;
  }
}
