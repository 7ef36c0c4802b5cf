import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CACHE } from '../../src/config/paths.ts';
import { capture, which } from '../../src/machine/command.ts';
import { engineAnswers } from './engine-facts.ts';
import { type Progress, SetupError, step } from './progress.ts';

const LOG = join(CACHE, 'dockerd.log');
const PATIENCE_MS = 60_000;

/** Starts the installed engine, as root, and returns when it answers. */
export async function startEngine(how: 'systemd' | 'detached', progress: Progress): Promise<void> {
  if (how === 'systemd') {
    await step(progress, 'Arranco el motor de Docker con systemd (unos 5 s)', async () => {
      const { code, stderr } = await capture('systemctl', ['start', 'docker'], { timeout: PATIENCE_MS });
      if (code !== 0) throw new SetupError(`systemctl start docker falló:\n    ${stderr}\n${REMEDY_SYSTEMD}`);
      if (!(await waitForEngine(() => false)))
        throw new SetupError(`El motor no responde.\n${REMEDY_SYSTEMD}`);
    });
    return;
  }
  const text = `Nadie arranca aquí el motor de Docker: lo arranco yo y lo dejo en marcha (unos 3 s; registro en ${LOG})`;
  await step(progress, text, startDetached);
}

const REMEDY_SYSTEMD = '  Cómo arreglarlo: mira qué dice «journalctl -u docker -n 50».';

async function startDetached(): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  const log = openSync(LOG, 'w');
  // A session of its own: it must outlive this process and its Ctrl-C.
  const child = spawn(which('dockerd') ?? 'dockerd', [], { detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  let ended = false;
  child.on('error', () => {
    ended = true;
  });
  child.on('exit', () => {
    ended = true;
  });
  const answers = await waitForEngine(() => ended);
  child.unref();
  if (answers) return;
  const end = readFileSync(LOG, 'utf8').trimEnd().split('\n').slice(-8).join('\n    ');
  throw new SetupError(
    `El motor de Docker no arrancó. Lo último que dijo:\n    ${end}\n` +
      '  Cómo arreglarlo: un motor necesita un núcleo con espacios de nombres, cgroups e iptables; en un contenedor, que sea privilegiado.',
  );
}

async function waitForEngine(isOver: () => boolean): Promise<boolean> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    if (await engineAnswers()) return true;
    if (isOver()) return false;
    await sleep(200);
  }
  return false;
}
