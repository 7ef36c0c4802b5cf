/** npm run medir:descargas: how long `docker pull` takes inside a sandbox, plain and with the seed. */
import { startEnvironment } from '../src/bench/environment.ts';
import { Sandbox } from '../src/bench/sandbox.ts';
import { readArguments, runMain } from './setup/main.ts';
import { withEngine } from './setup/with-engine.ts';

const HELP = `npm run medir:descargas [-- --veces N] [imagen …]

Descarga cada imagen en un banco de pruebas recién abierto, sin semilla y con ella, y da las medianas.`;

const IMAGES = ['busybox:1.37', 'nginx:1.30', 'redis:8', 'node:24-trixie-slim', 'postgres:17'];

const { values, positionals } = readArguments({
  options: { veces: { type: 'string', default: '3' }, ayuda: { type: 'boolean' } },
  allowPositionals: true,
});
if (values.ayuda) console.log(HELP);
else
  await runMain(() =>
    withEngine(() => main(positionals.length > 0 ? positionals : IMAGES, Number(values.veces))),
  );

async function main(images: string[], times: number): Promise<void> {
  const plain = await measure(images, times, false);
  const seeded = await measure(images, times, true);
  console.log(`\n${'imagen'.padEnd(24)} sin semilla  con semilla   (medianas de ${times}, segundos)`);
  for (const image of images) {
    console.log(`${image.padEnd(24)} ${format(plain.get(image))}  ${format(seeded.get(image))}`);
  }
}

async function measure(images: string[], times: number, seed: boolean): Promise<Map<string, number[]>> {
  await using environment = await startEnvironment((line) => console.log(line), { seed });
  const seconds = new Map<string, number[]>();
  for (let round = 0; round < times; round += 1) {
    for (const image of images) {
      // One sandbox for each pull: layers of another image must not be there already.
      await using sandbox = await Sandbox.open(environment.info);
      const { ms, exitCode, output } = await sandbox.run(`docker pull -q ${image}`);
      if (exitCode !== 0) throw new Error(`No se pudo descargar ${image}: ${output}`);
      seconds.set(image, [...(seconds.get(image) ?? []), ms / 1000]);
    }
  }
  return seconds;
}

function format(values: number[] = []): string {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(2).padStart(11);
}
