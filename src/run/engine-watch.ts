/** Watches what a session does to its engine: what there was after each step, and what is left at the end. */

import type { SessionHost } from '../bench/bench.ts';
import { officialName } from '../examples/image-ref.ts';
import { describeRemains, type EngineState, remainsOf } from '../examples/remains.ts';
import { CATALOGUE } from '../images/catalogue.ts';

// The API at the bench's own socket: whatever context the session chose, and without a client to start for each question.
const CURL = 'curl -s --fail --unix-socket /var/run/docker.sock';
const LISTS = ['containers/json?all=1', 'images/json', 'networks', 'volumes'];
const PATIENCE_MS = 30_000;

const OFFICIAL = new Set(CATALOGUE.map(({ name }) => name));
const isOfficial = (ref: string) => OFFICIAL.has(officialName(ref) ?? '');

export class EngineWatch {
  readonly #host: SessionHost;
  readonly #typed: (word: string) => boolean;
  readonly #seen = new Set<string>();
  /** Configuration of images, by id: it never changes. */
  readonly #images = new Map<string, unknown>();
  #last: string[] | undefined;

  /** @param typed whether the author wrote a word */
  constructor(host: SessionHost, typed: (word: string) => boolean) {
    this.#host = host;
    this.#typed = typed;
  }

  /** Looks at the engine; one that does not answer now has nothing to tell (a session may stop it). */
  async look(): Promise<void> {
    const state = await this.#readState().catch(() => undefined);
    this.#last = state && describeRemains(state, this.#typed, isOfficial);
    for (const line of this.#last ?? []) this.#seen.add(line);
  }

  /**
   * What the session left, and what it had meanwhile, as comparable lines (remains.ts).
   * @throws Error in Spanish when the engine did not answer at the last look
   */
  remains(): string[] {
    if (!this.#last) throw new Error('Al acabar la sesión, el motor ya no dice qué queda en él.');
    return remainsOf(this.#last, this.#seen);
  }

  async #readState(): Promise<EngineState> {
    const [containers, images, networks, { Volumes }] = (await this.#ask(LISTS)) as [
      { Id: string; ImageID: string }[],
      { Id: string; RepoTags: string[] | null }[],
      EngineState['networks'],
      { Volumes: EngineState['volumes'] | null },
    ];
    const unknown = images.filter(({ Id }) => !this.#images.has(Id)).map(({ Id }) => Id);
    const details = await this.#ask([
      ...containers.map(({ Id }) => `containers/${Id}/json`),
      ...unknown.map((id) => `images/${id}/json`),
    ]);
    for (const [at, id] of unknown.entries())
      this.#images.set(id, (details[containers.length + at] as { Config: unknown }).Config);
    return {
      containers: details.slice(0, containers.length),
      images: images.map((image) => ({ ...image, Config: this.#images.get(image.Id) })),
      networks,
      volumes: Volumes ?? [],
    };
  }

  /** Answers of the API, in order. */
  async #ask(paths: string[]): Promise<unknown[]> {
    if (paths.length === 0) return [];
    const urls = paths.map((path) => `'http://docker/${path}'`).join(' ');
    const { output, exitCode } = await this.#host.run(`${CURL} -w '\\n' ${urls}`, {
      terminal: 'lo-que-queda',
      timeoutMs: PATIENCE_MS * (this.#host.slowness ?? 1),
    });
    if (exitCode !== 0) throw new Error(output);
    return output
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  }
}
