import type { Readable } from 'node:stream';
import { lossOf } from '../engine/trouble.ts';

interface Waiting {
  /** How many of the bytes that are here are wanted; undefined while they are not all here. */
  wanted: () => number | undefined;
  resolve: (value: Buffer) => void;
  reject: (reason: Error) => void;
}

/** Reads lines and counted bytes from the agent's stream, one reader at a time. */
export class FrameReader {
  /** What has come and nobody has taken yet, in its pieces: joining them at each one would copy a large output over and over. */
  #pieces: Buffer[] = [];
  #length = 0;
  /** Bytes in which there is no line feed. */
  #searched = 0;
  #errors = '';
  #ended = false;
  #waiting: Waiting | undefined;

  constructor(stdout: Readable, stderr: Readable) {
    stdout.on('data', (chunk: Buffer) => {
      this.#pieces.push(chunk);
      this.#length += chunk.length;
      this.#serve();
    });
    stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#errors += text;
    });
  }

  /** Says that nothing more comes: whoever waits gets an error. */
  end(): void {
    this.#ended = true;
    this.#serve();
    this.#waiting?.reject(this.#lost());
    this.#waiting = undefined;
  }

  /** The next line without its line feed. */
  async line(timeoutMs: number): Promise<string> {
    this.#searched = 0;
    const line = await this.#next(() => this.#lineEnd(), timeoutMs);
    return line.subarray(0, -1).toString();
  }

  /** Exactly `count` bytes. */
  bytes(count: number, timeoutMs: number): Promise<Buffer> {
    return this.#next(() => (this.#length < count ? undefined : count), timeoutMs);
  }

  /** Where the first line ends, its line feed included. */
  #lineEnd(): number | undefined {
    let start = 0;
    for (const piece of this.#pieces) {
      const end = start + piece.length;
      const at = end > this.#searched ? piece.indexOf(10) : -1;
      if (at >= 0) return start + at + 1;
      start = end;
    }
    this.#searched = start;
    return undefined;
  }

  #take(count: number): Buffer {
    // A line, or the output of a command: one join for each.
    const all = this.#pieces.length === 1 ? (this.#pieces[0] as Buffer) : Buffer.concat(this.#pieces);
    this.#length -= count;
    this.#pieces = this.#length > 0 ? [all.subarray(count)] : [];
    return all.subarray(0, count);
  }

  #next(wanted: () => number | undefined, timeoutMs: number): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting = undefined;
        reject(new Error(`El banco de pruebas no respondió en ${timeoutMs / 1000} s. ${this.#errors}`));
      }, timeoutMs);
      this.#waiting = {
        wanted,
        resolve: (value) => {
          clearTimeout(timer);
          resolve(value);
        },
        reject: (reason) => {
          clearTimeout(timer);
          reject(reason);
        },
      };
      this.#serve();
      if (this.#ended) this.end();
    });
  }

  #serve(): void {
    const count = this.#waiting?.wanted();
    if (count === undefined || !this.#waiting) return;
    const { resolve } = this.#waiting;
    this.#waiting = undefined;
    resolve(this.#take(count));
  }

  #lost(): Error {
    return new Error([lossOf('El banco de pruebas'), this.#errors].filter(Boolean).join('\n'));
  }
}
