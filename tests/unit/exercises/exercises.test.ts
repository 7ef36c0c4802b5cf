/** What every exercise of the guide must be, without an engine. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../../src/config/paths.ts';
import { listExampleIds, topicOf } from '../../../src/examples/catalog.ts';
import { listExercises, readExercise, readShared } from '../../../src/exercises/catalog.ts';
import type { Exercise } from '../../../src/exercises/exercise.ts';
import { programsOf } from '../../../src/exercises/programs.ts';
import { readerScripts } from '../../../src/exercises/scripts.ts';
import { untaught } from '../../../src/exercises/taught.ts';
import { SECTIONS } from '../../../src/guide/sections.ts';
import { findImage } from '../../../src/images/catalogue.ts';
import { filesBelow } from '../../../src/machine/files-below.ts';

const shared = readShared(ROOT);
const exercises = listExercises(ROOT).map((id) => readExercise(ROOT, id));
const byTopic = Map.groupBy(exercises, ({ id }) => topicOf(id));

/** What every reader has who has Docker and a shell of POSIX. */
const ALLOWED = ['cat', 'docker', 'mkdir', 'sleep'];

test('each topic has two or more, and one of them repairs', () => {
  const examples = listExampleIds(join(ROOT, 'examples'));
  const topics = SECTIONS.map(({ directory }) => directory).filter((topic) =>
    examples.some((id) => topicOf(id) === topic),
  );
  expect(topics.length).toBeGreaterThan(2);
  for (const topic of topics) {
    const own = byTopic.get(topic) ?? [];
    expect(own.length, topic).toBeGreaterThan(1);
    expect(
      own.map(({ card }) => card.tipo),
      topic,
    ).toContain('reparar');
  }
});

describe.each(exercises.map((exercise) => [exercise.id, exercise] as const))('%s', (id, exercise) => {
  const scripts = readerScripts(exercise, shared);

  test('its scripts are those of any shell, and start only what every reader has', () => {
    const all = { ...scripts, ...exercise.scripts };
    for (const text of Object.values(all)) execFileSync('sh', ['-n'], { input: text });
    for (const [name, text] of Object.entries(scripts))
      expect(
        programsOf(text).filter((program) => !ALLOWED.includes(program)),
        name,
      ).toEqual([]);
  });

  test('its page shows it, and those that it points at exist', () => {
    const docs = join(ROOT, 'src/content/docs');
    const page = readFileSync(join(docs, topicOf(id), 'ejercicios.mdx'), 'utf8');
    expect(page.split(`<Ejercicio id="${id}" />`).length, 'veces que sale en la página').toBe(2);
    expect(exercise.card.paginas.filter((path) => !existsSync(join(docs, `${path}.mdx`)))).toEqual([]);
  });

  test('its first hint asks, and gives no command', () => {
    const [first = ''] = exercise.card.pistas;
    expect(first).toContain('¿');
    expect(first).not.toMatch(/`docker |--\w/);
  });

  test('its images are those of the guide', () => {
    expect(foreignImages(exercise)).toEqual([]);
  });

  test('its solution uses only what the guide teaches until its topic ends', () => {
    const { 'solucion.sh': solution = '', 'otra-solucion.sh': other = '' } = exercise.scripts;
    expect(untaught(`${solution}\n${other}`, taughtBefore(topicOf(id)))).toEqual([]);
  });
});

test('an option and an order that no example uses are found', () => {
  const taught = taughtBefore('empezar');
  expect(untaught('docker network create --internal x', taught)).toEqual(
    ['docker network create', '--internal'].slice(1),
  );
  expect(untaught('docker swarm init', taught)).toEqual(['docker swarm']);
});

/** All that the examples of a topic, and of those before it, have their reader type. */
function taughtBefore(topic: string): string {
  const order: string[] = SECTIONS.map(({ directory }) => directory);
  const topics = order.slice(0, order.indexOf(topic) + 1);
  return topics
    .flatMap((name) => filesBelow(join(ROOT, 'examples', name)))
    .filter((file) => file.endsWith('sesion.console'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
}

/** References after FROM, `image:` and the names of `docker run` that the catalogue does not have. */
function foreignImages(exercise: Exercise): string[] {
  const { scripts, folder, changes, card } = exercise;
  const texts = [scripts, folder, ...Object.values(changes)].flatMap((files) => Object.values(files));
  const refs = texts.flatMap((text) => [
    ...[...text.matchAll(/(?:^FROM|\bimage:)\s+(\S+)/gm)].map(([, ref]) => ref as string),
    ...[...text.matchAll(/(?<=\s)([a-z][\w-]*:\d[\w.-]*)(?=\s|$)/gm)].map(([, ref]) => ref as string),
  ]);
  return [...new Set(refs)].filter((ref) => !findImage(ref) && !card.objetos.imagenes.includes(ref));
}
