import type { DockerContainer } from '../../engine/api.ts';
import { attachAgent } from '../container-shell.ts';
import { Shell } from '../shell.ts';

/** Terminals that the machine has (`vm-qemu`); the first is ours, to set it up. */
const TERMINALS = 6;
// The first one waits for the machine to be read from disk.
const READY_MS = 60_000;

/**
 * Opens a shell of the agent inside the virtual machine.
 * @param number each can be opened once in the life of a machine
 */
export async function openVmTerminal(
  container: DockerContainer,
  number: number,
  cwd: string,
): Promise<Shell> {
  if (number >= TERMINALS) {
    throw new Error(
      `La máquina virtual tiene ${TERMINALS - 1} terminales, y la sesión abre más.\n  Cómo arreglarlo: usa menos nombres en terminal=…`,
    );
  }
  const transport = await attachAgent(container, ['vm-terminal', String(number)]);
  transport.stdin.write(`${cwd}\n`);
  return Shell.over(transport, cwd, READY_MS);
}
