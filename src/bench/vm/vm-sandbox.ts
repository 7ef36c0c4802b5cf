/** A fresh virtual machine for one example: a kernel of its own, with cgroup v2 and IP_VS, and an engine that answers. */
import { gzipSync } from 'node:zlib';
import { ignoreLoss } from '../../engine/trouble.ts';
import type { Bench, RunOptions } from '../bench.ts';
import type { EnvironmentInfo } from '../environment.ts';
import { archiveOf, withReaderFolder } from '../example-folder.ts';
import type { RunResult, Shell } from '../shell.ts';
import { ensureVmImage } from './image.ts';
import { type Machine, startMachine } from './machine.ts';
import { openVmTerminal } from './terminal.ts';

const HOME = '/root';
const PATIENCE_MS = 60_000;
// Every instruction is translated: measured 5 to 8 times slower than an ordinary sandbox.
const SLOWNESS = 6;

export class VmSandbox implements Bench {
  readonly slowness = SLOWNESS;
  readonly #machine: Machine;
  readonly #control: Shell;
  readonly #shells = new Map<string, Shell>();

  private constructor(machine: Machine, control: Shell) {
    this.#machine = machine;
    this.#control = control;
  }

  /** Id of its container in the outer engine. */
  get id(): string {
    return this.#machine.container.id;
  }

  /** Wakes a machine up in the run's environment. */
  static async open(
    info: EnvironmentInfo,
    onProgress: (line: string) => void = (line) => console.log(line),
  ): Promise<VmSandbox> {
    const machine = await startMachine(info, await ensureVmImage(onProgress));
    try {
      const control = await openVmTerminal(machine.container, 0, '/');
      const { output, exitCode } = await control.run(settle(info), PATIENCE_MS);
      if (exitCode !== 0) throw new Error(`La máquina virtual no se ha podido preparar:\n${output}`);
      return new VmSandbox(machine, control);
    } catch (error) {
      machine.release();
      throw error;
    }
  }

  /** Runs a command in one of the machine's shells; the first use of a name opens it where the first shell stands. */
  async run(command: string, options: RunOptions = {}): Promise<RunResult> {
    const shell = await this.#shell(options.terminal);
    return shell.run(command, options.timeoutMs ?? PATIENCE_MS * SLOWNESS, options.aside);
  }

  /** Not offered: what needs this machine has so far not needed a keyboard. */
  type(): Promise<RunResult> {
    return Promise.reject(
      new Error(
        'La máquina virtual no tiene terminales en las que teclear.\n  Cómo arreglarlo: quita «tty» del paso, o «requiere» de la sesión.',
      ),
    );
  }

  async enterFolder(dir: string, name: string): Promise<void> {
    await withReaderFolder(dir, async (copy) => {
      const archive = gzipSync(archiveOf(copy)).toString('base64');
      const unpack = `mkdir -p ${HOME}/${name} && tar -C ${HOME}/${name} --no-same-owner -xz`;
      await this.#control.run(`base64 -d <<'FIN' | (${unpack})\n${archive}\nFIN`, PATIENCE_MS);
    });
    await this.run(`cd ${HOME}/${name}`);
  }

  async #shell(terminal = ''): Promise<Shell> {
    const known = this.#shells.get(terminal);
    if (known) return known;
    const cwd = this.#shells.get('')?.cwd ?? HOME;
    const number = this.#shells.size + 1;
    const shell = await openVmTerminal(this.#machine.container, number, cwd);
    this.#shells.set(terminal, shell);
    return shell;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#machine.release();
    await this.#machine.container.remove({ force: true, v: true }).catch(ignoreLoss);
  }
}

/** What the saved state cannot know: the time, the authority of this run's hub, and that a new client begins. */
function settle({ caPem, hubIp }: EnvironmentInfo): string {
  return [
    `date -s @${(Date.now() / 1000).toFixed(3)} > /dev/null &&`,
    `curl --silent --show-error --max-time 20 --request POST http://${hubIp}/nuevo > /dev/null &&`,
    `cat >> /etc/ssl/certs/ca-certificates.crt <<'FIN'\n${caPem}FIN`,
  ].join('\n');
}
