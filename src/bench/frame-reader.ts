import type { Readable } from 'node:stream';
import { lossOf } from '../engine/trouble.ts';

interface Waiting {
  take: () => Buffer | undefined;
  resolve: (value: Buffer) => void;
  reject: (reason: Error) => void;
}

/** Reads lines and counted bytes from the agent's stream, one reader at a time. */
export class FrameReader {
  #buffer = Buffer.alloc(0);
  #errors = '';
  #ended = false;
  #waiting: Waiting | undefined;

  constructor(stdout: Readable, stderr: Readable) {
    stdout.on('data', (chunk: Buffer) => {
      this.#buffer = Buffer.concat([this.#buffer, chunk]);
      this.#serve();
    });
    stderr.on('data', (chunk: Buffer) => {
      this.#errors += chunk;
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
    const take = () => {
      const end = this.#buffer.indexOf(10);
      if (end < 0) return undefined;
      const line = this.#buffer.subarray(0, end);
      this.#buffer = this.#buffer.subarray(end + 1);
      return line;
    };
    return (await this.#next(take, timeoutMs)).toString();
  }

  /** Exactly `count` bytes. */
  bytes(count: number, timeoutMs: number): Promise<Buffer> {
    return this.#next(() => {
      if (this.#buffer.length < count) return undefined;
      const taken = this.#buffer.subarray(0, count);
      this.#buffer = this.#buffer.subarray(count);
      return taken;
    }, timeoutMs);
  }

  #next(take: () => Buffer | undefined, timeoutMs: number): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting = undefined;
        reject(new Error(`El banco de pruebas no respondió en ${timeoutMs / 1000} s. ${this.#errors}`));
      }, timeoutMs);
      this.#waiting = {
        take,
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
    const taken = this.#waiting?.take();
    if (!taken || !this.#waiting) return;
    const { resolve } = this.#waiting;
    this.#waiting = undefined;
    resolve(taken);
  }

  #lost(): Error {
    return new Error([lossOf('El banco de pruebas'), this.#errors].filter(Boolean).join('\n'));
  }
}
