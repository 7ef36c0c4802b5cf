/** A fresh, nested Docker Engine for one example. Never reset: a new one starts faster than an old one is cleaned. */
import type { StartedTestContainer } from 'testcontainers';
import { PREFIX } from '../config/paths.ts';
import { engineApi, GenericContainer, Wait } from '../engine/api.ts';
import { explainTrouble, fullDisk, ignoreLoss } from '../engine/trouble.ts';
import type { Command } from '../examples/session.ts';
import type { Bench, RunOptions } from './bench.ts';
import { openContainerShell } from './container-shell.ts';
import type { EnvironmentInfo } from './environment.ts';
import { archiveOf, withReaderFolder } from './example-folder.ts';
import { holdLease } from './lease.ts';
import type { RunResult, Shell } from './shell.ts';
import { runInTerminal } from './tty.ts';

// Longest life of a sandbox whose owner hangs.
const TTL_SECONDS = 1800;
// Most that the images and containers of one example may take.
const DATA_SIZE = '6g';
const HOME = '/root';

class SandboxContainer extends GenericContainer {
  constructor(image: string) {
    super(image);
    // The engine itself removes container and anonymous volume when the init ends, whoever is still alive.
    this.hostConfig.AutoRemove = true;
    // Missing in @types/dockerode: own cgroup namespace, as a reader's engine has the root of the hierarchy.
    Object.assign(this.hostConfig, { CgroupnsMode: 'private' });
  }
}

/** Tells of a sandbox that did not start what its engine said: the kernel may lack something that it needs. */
function explainStart(said: readonly string[]): (error: unknown) => never {
  return (error) => {
    const fatal = said.filter((line) => /level=(?:error|fatal)|failed to|iptables|nf_tables/i.test(line));
    if (fatal.length > 0 && !fullDisk(said.join('\n'))) {
      throw new Error(
        `El motor del banco de pruebas no arrancó. Lo último que dijo:\n    ${fatal.slice(-6).join('    ').trim()}\n` +
          '  Cómo arreglarlo: necesita un núcleo con overlay, iptables (nf_tables) y cgroups; «npm run doctor» dice cuál tienes.',
        { cause: error },
      );
    }
    return explainTrouble('Lo que comparten los bancos de pruebas (su red o su imagen)')(error);
  };
}

export class Sandbox implements Bench {
  readonly #started: StartedTestContainer;
  readonly #shells = new Map<string, Shell>();
  readonly #release: () => void;

  private constructor(started: StartedTestContainer, release: () => void) {
    this.#started = started;
    this.#release = release;
  }

  /** Id of the container in the outer engine. */
  get id(): string {
    return this.#started.getId();
  }

  /**
   * Starts an engine in the run's environment; ready when it answers.
   * @param lifeSeconds longest that it lives, where a person works in it
   */
  static async open(info: EnvironmentInfo, lifeSeconds = TTL_SECONDS): Promise<Sandbox> {
    const said: string[] = [];
    const started = await new SandboxContainer(info.sandboxImage)
      .withPrivilegedMode()
      .withNetworkMode(info.network)
      .withHostname('docker')
      // In memory: pulls wait for no disk. The volume that the image declares would otherwise hold it.
      .withTmpFs({ '/var/lib/docker': `rw,exec,suid,dev,size=${DATA_SIZE}` })
      .withLabels({ [PREFIX]: info.runId })
      .withEnvironment({
        SANDBOX_TTL: String(lifeSeconds),
        SANDBOX_CA: Buffer.from(info.caPem).toString('base64'),
        SANDBOX_DNS: info.hubIp,
      })
      .withBindMounts(info.seed ? [{ source: info.seed, target: '/semilla', mode: 'ro' }] : [])
      .withWaitStrategy(Wait.forSuccessfulCommand('docker info'))
      .withStartupTimeout(60_000)
      .withLogConsumer((stream) => stream.on('data', (line) => said.push(String(line))))
      .start()
      .catch(explainStart(said));
    const container = (await engineApi()).getContainer(started.getId());
    try {
      return new Sandbox(started, await holdLease(container));
    } catch (error) {
      // Without a lease it would wait a minute for one.
      await container.remove({ force: true, v: true }).catch(ignoreLoss);
      throw error;
    }
  }

  /** Runs a command in one of the sandbox's shells; the first use of a name opens it where the first shell stands. */
  async run(command: string, options: RunOptions = {}): Promise<RunResult> {
    return (await this.#shell(options.terminal)).run(command, options.timeoutMs, options.aside);
  }

  /** Runs a command under a pseudo-terminal of the sandbox and types its inputs. */
  async type(command: Command, options: RunOptions): Promise<RunResult> {
    const { cwd } = await this.#shell(options.terminal);
    return runInTerminal((await engineApi()).getContainer(this.id), cwd, command, options.timeoutMs);
  }

  async #shell(terminal = ''): Promise<Shell> {
    const known = this.#shells.get(terminal);
    if (known) return known;
    const cwd = this.#shells.get('')?.cwd ?? HOME;
    const shell = await openContainerShell((await engineApi()).getContainer(this.id), cwd);
    this.#shells.set(terminal, shell);
    return shell;
  }

  async enterFolder(dir: string, name: string): Promise<void> {
    const folder = `${HOME}/${name}`;
    await this.run(`mkdir -p ${folder} && cd ${folder}`);
    const container = (await engineApi()).getContainer(this.id);
    await withReaderFolder(dir, (copy) => container.putArchive(archiveOf(copy), { path: folder }));
    // Whoever recorded it: the files are of who works here.
    await this.run('chown -hR root:root .');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const container = (await engineApi()).getContainer(this.id);
    this.#release();
    await container.remove({ force: true, v: true }).catch(ignoreLoss);
  }
}
