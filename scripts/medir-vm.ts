/** npm run medir:vm: a virtual machine and a container asked the same questions, for the page that compares them. */
import { type EnvironmentInfo, startEnvironment } from '../src/bench/environment.ts';
import { Sandbox } from '../src/bench/sandbox.ts';
import type { RunResult } from '../src/bench/shell.ts';
import { ensureVmImage } from '../src/bench/vm/image.ts';
import { VmSandbox } from '../src/bench/vm/vm-sandbox.ts';
import { dockerCli } from '../src/engine/cli.ts';
import { readArguments, runMain } from './setup/main.ts';
import { withEngine } from './setup/with-engine.ts';

const HELP = `npm run medir:vm

Arranca en frío la máquina virtual del banco de pruebas, y un contenedor, y compara su núcleo, lo que tardan, la memoria,
el disco y los procesos. La máquina virtual se imita sin ayuda del procesador. Con la máquina quieta: lo que haga otro
programa se suma.`;

/** Boots the machine from its disk, without its saved state, and tells seconds, memory of QEMU in KiB and disk in MB. */
const COLD_BOOT = `
qemu-img create -q -f qcow2 -b /vm/disco -F qcow2 /tmp/disco
rm -rf /run/vm
start=$(date +%s.%N)
vm-qemu /tmp/disco & machine=$!
until [ -p /run/vm/terminal.5.out ]; do sleep 0.05; done
exec 3<> /run/vm/aviso.out
timeout 600 head -n 1 <&3 > /dev/null || exit 1
end=$(date +%s.%N)
echo "$start $end $(sed -n 's/VmRSS:[^0-9]*\\([0-9]*\\) kB/\\1/p' /proc/$machine/status) $(du -m /vm/disco | cut -f1)"`;

type Row = [what: string, container: string, machine: string];

const { values } = readArguments({ options: { ayuda: { type: 'boolean' } } });
if (values.ayuda) console.log(HELP);
else await runMain(() => withEngine(main));

async function main(): Promise<void> {
  const image = await ensureVmImage((line) => console.log(line));
  await using environment = await startEnvironment((line) => console.log(line), { seed: true });
  const cold = await coldBoot(image);
  const [container, machine] = [await askContainer(environment.info), await askMachine(environment.info)];
  const rows: Row[] = [
    ['núcleo', container.kernel, machine.kernel],
    ['en marcha en', `${container.seconds} s`, `${cold.seconds} s`],
    ['memoria', container.memory, `${machine.memory} MiB dentro, ${cold.memory} MiB fuera`],
    ['disco de uno más', container.disk, `${cold.disk} MB`],
    ['procesos propios', container.processes, machine.processes],
  ];
  for (const [what, one, other] of [['', 'contenedor', 'máquina virtual'] as Row, ...rows])
    console.log(`${what.padEnd(18)} ${one.padEnd(28)} ${other}`);
}

/** From its start until its engine answers. */
async function coldBoot(image: string): Promise<{ seconds: string; memory: string; disk: string }> {
  const output = await dockerCli(['run', '--rm', '--entrypoint', 'bash', image, '-c', COLD_BOOT]);
  const [start = 0, end = 0, kib = 0, disk = 0] = output.split(' ').map(Number);
  return { seconds: (end - start).toFixed(1), memory: (kib / 1024).toFixed(0), disk: String(disk) };
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
    memory: await ask("free -m | awk '/^Mem:/ {print $3}'"),
    processes: await ask('ps -e --no-headers | wc -l'),
  };
}

async function answerOf(running: Promise<RunResult>): Promise<string> {
  return (await running).output.trim();
}
