/** The map of docs/arquitectura.md says who imports whom, and the rooms keep to it. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/config/paths.ts';
import { inCycles, listRooms, mapArrows, reachable, readArrows, readUses } from '../support/rooms.ts';

const uses = readUses(ROOT);

/** Rooms that speak with a Docker engine, and what they speak through. */
const DOCKER_ROOMS = ['engine', 'images', 'bench', 'run', 'classroom'];
const DOCKER_PACKAGES = ['testcontainers', 'dockerode'];

const sources = () =>
  readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(ROOT, 'src', path));

/** Files that import more than types of a package. */
const valueImports = (name: string) =>
  sources()
    .filter((path) =>
      new RegExp(`(?:^import (?!type\\b).*from |import\\()'${name}'`, 'm').test(readFileSync(path, 'utf8')),
    )
    .map((path) => relative(ROOT, path));

describe('the rooms of the project', () => {
  test('docs/diagramas/estancias.mmd draws every import between rooms, and nothing else', () => {
    const source = readFileSync(join(ROOT, 'docs/diagramas/estancias.mmd'), 'utf8');
    expect(
      readArrows(source),
      'corrige las flechas de docs/diagramas/estancias.mmd y ejecuta «npm run diagramas docs/estancias»',
    ).toEqual(mapArrows(uses));
  });

  test('no room uses itself through others', () => {
    expect(inCycles(uses)).toEqual([]);
  });

  test('docs/arquitectura.md says what each one is for', () => {
    const text = readFileSync(join(ROOT, 'docs/arquitectura.md'), 'utf8');
    const told = [...text.matchAll(/^\| `(?:src\/)?([\w-]+)\/` \|/gm)].map(([, name]) => name as string);
    expect(listRooms(ROOT).filter((room) => !told.includes(room))).toEqual([]);
  });

  test('the site and the reading of examples know nothing of Docker', () => {
    const site = [...reachable(uses, 'pages'), ...reachable(uses, 'plugins'), 'pages', 'plugins'];
    const pure = new Set([...site, 'mutation', 'own-engine', 'examples']);
    expect(DOCKER_ROOMS.filter((room) => pure.has(room))).toEqual([]);
    for (const room of pure) {
      expect([...(uses.get(room)?.keys() ?? [])].filter((name) => DOCKER_PACKAGES.includes(name))).toEqual(
        [],
      );
    }
  });

  test('the hub runs alone in its image: it imports only what Node has', () => {
    expect([...(uses.get('hub')?.keys() ?? [])].filter((name) => !name.startsWith('node:'))).toEqual([]);
  });

  test('only the door to the engine imports Testcontainers as a value', () => {
    expect(valueImports('testcontainers')).toEqual(['src/engine/api.ts']);
  });

  test('the prints that docs/arquitectura.md tells of exist', () => {
    const text = readFileSync(join(ROOT, 'docs/arquitectura.md'), 'utf8');
    const names = [...text.matchAll(/`(\w+(?:Hash|Fingerprint))`/g)].map(([, name]) => name as string);
    const code = sources().map((path) => readFileSync(path, 'utf8'));
    expect(names.length).toBeGreaterThan(3);
    expect(names.filter((name) => !code.some((text) => text.includes(`export function ${name}(`)))).toEqual(
      [],
    );
  });
});

describe('what the map must refuse', () => {
  const root = mkdtempSync(join(tmpdir(), 'dap-rooms-'));
  afterAll(() => rmSync(root, { recursive: true }));

  /** A project with these files and no others of its kind. */
  function project(name: string, files: Record<string, string>): ReturnType<typeof readUses> {
    const folder = join(root, name);
    for (const [path, text] of Object.entries({ 'scripts/x.ts': '', ...files })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return readUses(folder);
  }

  test('an import without its arrow, an arrow without its import', () => {
    const two = project('two', { 'src/a/x.ts': "import { y } from '../b/y.ts';", 'src/b/y.ts': '' });
    expect(mapArrows(two)).toEqual(['a --> b']);
    expect(readArrows('flowchart TB\n  a --> b & c\n')).toEqual(['a --> b', 'a --> c']);
    expect(readArrows('flowchart TB\n')).not.toEqual(mapArrows(two));
    expect(readArrows('flowchart TB\n  a --> b & c\n')).not.toEqual(mapArrows(two));
  });

  test('a cycle, through an import that is loaded later, one of types and one of a component', () => {
    const three = project('three', {
      'src/a/x.ts': "const b = await import('../b/y.ts');",
      'src/b/y.ts': "import type { Z } from '../c/z.ts';",
      'src/c/Z.astro': "---\nimport x from '../a/x.ts';\n---\n<p>import</p>",
    });
    expect(inCycles(three)).toEqual(['a', 'b', 'c']);
  });

  test('what follows from other arrows needs none', () => {
    const four = project('four', {
      'src/a/x.ts': "import '../b/y.ts';\nimport '../c/z.ts';",
      'src/b/y.ts': "export * from '../c/z.ts';",
      'src/c/z.ts': '',
    });
    expect(mapArrows(four)).toEqual(['a --> b', 'b --> c']);
  });
});
