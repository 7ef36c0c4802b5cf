/** npm run medir:vm: a virtual machine and a container asked the same questions, for the page that compares them. */
import { type EnvironmentInfo, startEnvironment } from '../src/bench/environment.ts';
import { Sandbox } from '../src/bench/sandbox.ts';
import type { RunResult } from '../src/bench/shell.ts';
import { VmSandbox } from '../src/bench/vm/vm-sandbox.ts';
import { dockerCli } from '../src/engine/cli.ts';
import { readArguments, runMain } from './setup/main.ts';
import { withEngine } from './setup/with-engine.ts';

const HELP = `npm run medir:vm

Abre la máquina virtual del banco de pruebas y un contenedor, y compara su núcleo, lo que tardaron en arrancar, la memoria,
el disco y los procesos. La máquina virtual se imita sin ayuda del procesador, y arrancó una vez, al construir su imagen.
Con la máquina quieta: lo que haga otro programa se suma.`;

type Row = [what: string, container: string, machine: string];

const { values } = readArguments({ options: { ayuda: { type: 'boolean' } } });
if (values.ayuda) console.log(HELP);
else await runMain(() => withEngine(main));

async function main(): Promise<void> {
  await using environment = await startEnvironment((line) => console.log(line), { seed: true });
  const [container, machine] = [await askContainer(environment.info), await askMachine(environment.info)];
  const rows: Row[] = [
    ['núcleo', container.kernel, machine.kernel],
    ['en marcha en', `${container.seconds} s`, machine.boot],
    ['memoria dentro', container.memory, `${machine.memory} MiB`],
    ['memoria fuera', container.memory, machine.outside],
    ['disco de uno más', container.disk, machine.disk],
    ['procesos propios', container.processes, machine.processes],
  ];
  for (const [what, one, other] of [['', 'contenedor', 'máquina virtual'] as Row, ...rows])
    console.log(`${what.padEnd(18)} ${one.padEnd(28)} ${other}`);
}

async function askContainer(info: EnvironmentInfo) {
  await using sandbox = await Sandbox.open(info);
  const ask = (command: string) => answerOf(sandbox.run(command));
  await ask('docker pull -q busybox:1.37');
  const start = performance.now();
  await ask('docker run -d --name uno busybox:1.37 sleep 1000');
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  return {
    seconds,
    kernel: await ask('docker exec uno uname -r'),
    memory: await ask(`docker stats --no-stream --format '{{.MemUsage}}' uno | cut -d' ' -f1`),
    disk: await ask(`docker ps -s --filter name=uno --format '{{.Size}}' | cut -d' ' -f1`),
    processes: await ask('docker top uno -o pid | tail -n +2 | wc -l'),
  };
}

async function askMachine(info: EnvironmentInfo) {
  await using machine = await VmSandbox.open(info);
  const ask = (command: string) => answerOf(machine.run(command));
  return {
    kernel: await ask('uname -r'),
    // Of its one cold boot, while its image was built.
    boot: (await ask('systemd-analyze time')).replace(/^.*= (\S.*?)\s*$[\s\S]*/m, '$1'),
    memory: await ask("free -m | awk '/^Mem:/ {print $3}'"),
    outside:
      (await dockerCli(['stats', '--no-stream', '--format', '{{.MemUsage}}', machine.id])).split(' ')[0] ??
      '',
    disk: await ask('du -shx / | cut -f1'),
    processes: await ask('ps -e --no-headers | wc -l'),
  };
}

async function answerOf(running: Promise<RunResult>): Promise<string> {
  return (await running).output.trim();
}
