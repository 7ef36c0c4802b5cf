import { request } from 'node:http';

/** An answer of the engine's API. */
export interface EngineAnswer {
  status: number;
  body: string;
}

/** The engine on which the hub itself runs, by its socket. */
export class EngineSocket {
  readonly #socket: string;
  readonly #patience: number;

  /** @param patience most milliseconds that the engine may be silent in the middle of a call */
  constructor(socket = '/var/run/docker.sock', patience = 30_000) {
    this.#socket = socket;
    this.#patience = patience;
  }

  /**
   * Makes sure that it answers.
   * @throws Error in Spanish that says what to do
   */
  async check(): Promise<void> {
    try {
      const { status } = await this.call('GET', '/_ping');
      if (status !== 200) throw new Error(`contestó ${status}`);
    } catch (error) {
      throw new Error(
        `El hub no puede llamar al motor por ${this.#socket} (${(error as Error).message}), y sin él no podría recoger al final.\n` +
          '  Cómo arreglarlo: di dónde está el socket del motor, visto desde la máquina en la que corre el motor, en la ' +
          'variable TESTCONTAINERS_DOCKER_SOCKET_OVERRIDE (suele ser /var/run/docker.sock).',
      );
    }
  }

  /**
   * One call of its API.
   * @throws Error when there is no answer
   */
  call(method: string, path: string, payload?: unknown): Promise<EngineAnswer> {
    return new Promise((resolve, reject) => {
      const call = request(
        {
          socketPath: this.#socket,
          method,
          path,
          headers: { 'content-type': 'application/json' },
          timeout: this.#patience,
        },
        (response) => {
          let body = '';
          response.setEncoding('utf8').on('data', (text: string) => {
            body += text;
          });
          response.on('error', reject);
          response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
        },
      );
      call.on('timeout', () => call.destroy(new Error(`sin respuesta en ${this.#patience / 1000} s`)));
      call.on('error', reject);
      call.end(payload === undefined ? undefined : JSON.stringify(payload));
    });
  }
}
