import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import type { Readable } from 'node:stream';
import { PREFIX } from '../config/paths.ts';
import { spawnDocker } from '../engine/cli.ts';
import type { ImageSource } from './image-copier.ts';
import { MANIFEST_TYPES } from './manifest.ts';

/** Asks the hub for something, inside its own container: nothing of it is published on this machine. */
const ASK = `
import { pipeline } from 'node:stream/promises';
const [, repository, path] = process.argv;
const hub = 'http://127.0.0.1';
const { token } = await (await fetch(hub + '/token?scope=repository:' + repository + ':pull')).json();
const accept = ${JSON.stringify(MANIFEST_TYPES.join(', '))};
const answer = await fetch(hub + '/v2/' + repository + '/' + path, {
  headers: { authorization: 'Bearer ' + token, accept },
});
if (!answer.ok) {
  console.error(answer.status + ' ' + await answer.text());
  process.exit(1);
}
await pipeline(answer.body, process.stdout);
`;

/** The images that the hub of a run serves: stand-ins, or those of Docker Hub where it answers. */
export class HubSource implements ImageSource {
  readonly #container: string;

  constructor(runId: string) {
    this.#container = `${PREFIX}-hub-${runId}`;
  }

  async manifest(repository: string, reference: string): Promise<Buffer> {
    const { body, end } = this.#ask(repository, `manifests/${reference}`);
    const [chunks] = await Promise.all([body.toArray() as Promise<Buffer[]>, end]);
    return Buffer.concat(chunks);
  }

  blob(repository: string, digest: string): { body: Readable; end: Promise<void> } {
    return this.#ask(repository, `blobs/${digest}`);
  }

  #ask(repository: string, path: string): { body: Readable; end: Promise<void> } {
    const node = ['node', '--input-type=module', '--eval', ASK, repository, path];
    const child = spawnDocker(['exec', this.#container, ...node]);
    child.stdin.end();
    return { body: child.stdout, end: ended(child, `${repository}/${path}`) };
  }
}

function ended(child: ChildProcessWithoutNullStreams, what: string): Promise<void> {
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`El hub no dio «${what}»: ${errors.trim() || code}`)),
    );
  });
}
