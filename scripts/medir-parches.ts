/** npm run medir:parches: whether what is recorded holds when Debian and the images move their patch versions. */
import { cp, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CACHE_DIR, CACHE_LABEL, PREFIX } from '../src/config/paths.ts';
import { dockerCli, tryDockerCli } from '../src/engine/cli.ts';
import { patches } from '../src/examples/redaction/patches.ts';
import { Builder } from '../src/images/builder.ts';
import { CATALOGUE, type ImageEntry, TOOLS } from '../src/images/catalogue.ts';
import { BENCH_TOOLS, readVersion, versionQuestion } from '../src/images/program-versions.ts';
import { VERSIONS_NOTE } from '../src/images/versions.ts';
import { rewriteImage } from './patches/rewrite-image.ts';
import { runChild } from './patches/run-child.ts';
import { type Direction, PLACES } from './patches/substitute.ts';
import { SetupError } from './setup/index.ts';
import { readArguments, runMain } from './setup/main.ts';
import { withEngine } from './setup/with-engine.ts';

const HELP = `npm run medir:parches -- anterior | posterior [opciones] [tema | tema/ejemplo …]

Hace otra instalación de las imágenes de la guía y del banco en la que cada programa lleva otra versión de parche
(nginx 1.30.5 donde era 1.30.6), más antigua o más nueva, y compara con ella lo grabado. La meta: 0 diferencias.
Los programas son los mismos; lo que cambia son los bytes en los que dicen su versión.

  --control       sin la regla «parches»: tiene que haber diferencias, o la medida no mediría nada
  --afirmaciones  también las pruebas de las afirmaciones
  --imagenes      también las pruebas de contrato de las imágenes
  --conservar     deja las imágenes, para repetir sin volver a hacerlas
  --ayuda         muestra este texto`;

const { values, positionals } = readArguments({
  allowPositionals: true,
  options: {
    control: { type: 'boolean', default: false },
    afirmaciones: { type: 'boolean', default: false },
    imagenes: { type: 'boolean', default: false },
    conservar: { type: 'boolean', default: false },
    ayuda: { type: 'boolean', default: false },
  },
});

const [direction, ...names] = positionals;
if (values.ayuda) console.log(HELP);
else await runMain(() => withEngine(main));

async function main(): Promise<void> {
  if (direction !== 'anterior' && direction !== 'posterior')
    throw new SetupError('Di qué parches: npm run medir:parches -- anterior, o posterior.');
  // Official images are not ours to change; the equivalents stand for them.
  const env = {
    DAP_PREFIJO: `${PREFIX}-parches-${direction}`,
    DAP_HUB: 'no',
  };
  try {
    await install(direction, env.DAP_PREFIJO);
    const results = [await measureExamples(env)];
    if (values.afirmaciones)
      results.push(await runChild(['scripts/probar.ts', '--solo', 'afirmaciones'], env));
    if (values.imagenes) results.push(await runChild(['scripts/probar.ts', '--solo', 'imagenes'], env));
    if (results.some((passed) => !passed)) process.exitCode = 1;
  } finally {
    if (!values.conservar) await runChild(['scripts/limpiar.ts'], env);
  }
}

/** With the control, what has to happen is that differences appear. */
async function measureExamples(env: Record<string, string>): Promise<boolean> {
  const args = ['scripts/medir-ejemplos.ts', '--semilla', ...names];
  if (!values.control) return runChild(args, env);
  const equal = await runChild([...args, '--sin-regla', patches.name], env);
  console.log(
    equal
      ? '✘ Control: sin la regla tampoco hay diferencias, así que la medida no dice nada.'
      : '✔ Control: sin la regla hay diferencias, como debe ser.',
  );
  return !equal;
}

/** A second installation, of prefix `target`, that takes itself for up to date. */
async function install(way: Direction, target: string): Promise<void> {
  const builder = new Builder({ online: false, onProgress: console.log });
  const entries = [...CATALOGUE, ...TOOLS];
  await Promise.all(entries.map((entry) => builder.ensure(entry)));
  const [key = '', value = ''] = CACHE_LABEL.split('=');
  const relabel = ({ [key]: _, ...others }: Record<string, string>) => ({ ...others, [target]: value });
  const moved = new Set<string>();
  let kept = 0;
  const rows: string[][] = [];
  for (const entry of entries) {
    const to = `${target}/${entry.ref}`;
    // The hub is not what is measured.
    const isTool = entry.folder === 'hub';
    if (!(values.conservar && (await tryDockerCli(['image', 'inspect', '--format', '{{.Id}}', to])))) {
      const changes = await rewriteImage({
        from: entry.localRef,
        to,
        direction: isTool ? undefined : way,
        relabel,
      });
      for (const { program, times } of changes) if (times > 0) moved.add(program);
      console.log(`${to}: ${changes.length} cambios`);
    } else kept += 1;
    if (!isTool) rows.push(...(await compareVersions(entry, to)));
  }
  // Of an image of another time it is not known what was changed, only what its program says.
  requireMoved(rows, kept > 0 ? [] : PLACES.map(({ program }) => program).filter((name) => !moved.has(name)));
  // Versions are not asked again: the second installation is made of what the first one is.
  await mkdir(join(dirname(CACHE_DIR), target), { recursive: true });
  for (const note of [VERSIONS_NOTE, 'paquetes-base', 'kit'].map((name) => `${name}.json`))
    await cp(join(CACHE_DIR, note), join(dirname(CACHE_DIR), target, note)).catch(() => {});
}

/** What each program says of itself before and after. */
async function compareVersions(entry: ImageEntry, to: string): Promise<string[][]> {
  if (entry.folder === 'banco') {
    const ask = (ref: string) => {
      const lines = Object.entries(BENCH_TOOLS).map(
        ([name, command]) => `echo "${name} $(${command} 2>&1 | head -n 1)"`,
      );
      return dockerCli([
        'run',
        '--rm',
        '--network',
        'none',
        '--entrypoint',
        'sh',
        ref,
        '-c',
        lines.join('; '),
      ]);
    };
    const [before, after] = await Promise.all([ask(entry.localRef), ask(to)]);
    const others = after.split('\n');
    return before.split('\n').map((line, index) => {
      const name = line.split(' ')[0] ?? '';
      return [`banco: ${name}`, readVersion(line) ?? '', readVersion(others[index] ?? '') ?? ''];
    });
  }
  const question = versionQuestion(entry.localRef);
  if (!question) return [];
  const [before, after] = await Promise.all([
    dockerCli(question),
    dockerCli(versionQuestion(to) as string[]),
  ]);
  return [[entry.ref, readVersion(before) ?? '', readVersion(after) ?? '']];
}

/** A measure in which nothing moved would always come out well. */
function requireMoved(rows: readonly string[][], unseen: readonly string[]): void {
  const width = Math.max(...rows.map(([name = '']) => name.length));
  for (const [name = '', before, after] of rows) console.log(`${name.padEnd(width)}  ${before} → ${after}`);
  const still = rows.filter(([, before, after]) => before === after || !after).map(([name]) => name);
  if (still.length === 0 && unseen.length === 0) return;
  throw new SetupError(
    `Estos programas siguen diciendo la misma versión: ${[...still, ...unseen].join(', ')}.\n` +
      '  Cómo arreglarlo: mira en scripts/patches/substitute.ts dónde se busca cada una.',
  );
}
