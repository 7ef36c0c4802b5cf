/** npm run medir:bancos: how long a sandbox takes to answer, and how long the virtual machine to go on. */
import { type EnvironmentInfo, startEnvironment } from '../src/bench/environment.ts';
import { Sandbox } from '../src/bench/sandbox.ts';
import { ensureVmImage } from '../src/bench/vm/image.ts';
import { VmSandbox } from '../src/bench/vm/vm-sandbox.ts';
import { readArguments, runMain } from './setup/main.ts';
import { withEngine } from './setup/with-engine.ts';

const HELP = `npm run medir:bancos [-- --veces N]

Abre N bancos de pruebas y N máquinas virtuales, de uno en uno, y dice cuánto tardó cada uno en responder a su primera
orden de Docker, en segundos. Con la máquina quieta: lo que haga otro programa se suma.`;

const { values } = readArguments({
  options: { veces: { type: 'string', default: '5' }, ayuda: { type: 'boolean' } },
});
if (values.ayuda) console.log(HELP);
else await runMain(() => withEngine(() => main(Number(values.veces))));

async function main(times: number): Promise<void> {
  await using environment = await startEnvironment((line) => console.log(line), { seed: true });
  await ensureVmImage((line) => console.log(line));
  report('banco de pruebas', await measure(times, () => Sandbox.open(environment.info)));
  report('máquina virtual', await measure(times, () => openVm(environment.info)));
}

function openVm(info: EnvironmentInfo): Promise<VmSandbox> {
  return VmSandbox.open(info, (line) => console.log(line));
}

/** Seconds until each answers, in order. */
async function measure(times: number, open: () => Promise<Sandbox | VmSandbox>): Promise<number[]> {
  const seconds: number[] = [];
  for (let round = 0; round < times; round += 1) {
    const start = performance.now();
    await using bench = await open();
    await bench.run('docker version');
    seconds.push((performance.now() - start) / 1000);
  }
  return seconds;
}

function report(what: string, seconds: readonly number[]): void {
  const sorted = seconds.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const all = sorted.map((value) => value.toFixed(1)).join('  ');
  console.log(`${what.padEnd(18)} mediana ${median.toFixed(1)} s   (${all})`);
}
