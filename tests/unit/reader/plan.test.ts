/** A page becomes what its reader types: in its order, without what is hidden, on the machine that it is about. */
import { describe, expect, test } from 'vitest';
import type { Example } from '../../../src/examples/catalog.ts';
import { parseSession } from '../../../src/examples/session.ts';
import { withoutDownload } from '../../../src/reader/downloads.ts';
import { planReadings, type Reading } from '../../../src/reader/plan.ts';
import type { Outcome } from '../../../src/reader/read.ts';
import type { Shown } from '../../../src/reader/shown.ts';
import { readingsTable } from '../../../src/reader/table.ts';

const SESSIONS: Record<string, string> = {
  'redes/a':
    '#! A\n# imagen {oculto="x"}\n$ docker pull -q a\n# uno: Uno {terminal=ana espera="true"}\n$ echo uno\nuno\n# dos\n$ echo dos\ndos\n# fin {edita=x}\n-a\n+b\n',
  'redes/banco':
    '#! C\n# como-el-tuyo {oculto="x" del-banco}\n$ sysctl x\n# cuatro\n$ echo cuatro\ncuatro\n# cinco\n$ echo cinco\ncinco\n',
  'redes/v2': '#! B {requiere=cgroup2,systemd}\n# tres\n$ echo tres\ntres\n',
};

const examples = (id: string): Example => ({
  ...{ id, dir: '', variants: {}, files: [] },
  session: parseSession(SESSIONS[id] as string, `examples/${id}/sesion.console`),
});

const shows = (example: string, ...ids: string[]): Shown => ({
  ...{ kind: 'commands', example, ids },
  commands: ids.map((id) => ({ text: `echo ${id}`, output: id, exitCode: 0 })),
});
const FOLDER: Shown = {
  kind: 'folder',
  example: 'redes/a',
  script: 'mkdir -p ~/a && cd ~/a',
  onlyArchived: [],
};

const typed = ({ steps }: Reading) =>
  steps.map(({ step, own }) => `${own ? '' : '(antes) '}${step.id} ${step.directives.terminal ?? ''}`.trim());

describe('what a reader does with a page', () => {
  test('what it shows, in its order, and nothing hidden', () => {
    const pages = new Map([['/x/', [FOLDER, shows('redes/a', 'dos', 'uno')]]]);
    const [reading] = planReadings('/x/', pages, examples) as [Reading];
    expect(typed(reading)).toEqual(['carpeta', 'dos', 'uno ana']);
    expect(reading.steps[2]?.step.directives.waitFor).toBe('true');
    expect(reading).toMatchObject({ name: '/x/', requires: [], exclusive: false });
  });

  test('the folder is made in the terminal in which the work begins', () => {
    const pages = new Map([['/x/', [FOLDER, shows('redes/a', 'uno')]]]);
    const [reading] = planReadings('/x/', pages, examples) as [Reading];
    expect(typed(reading)).toEqual(['carpeta ana', 'uno ana']);
  });

  test('outputs and changes are those of the page', () => {
    const block: Shown = {
      ...shows('redes/a', 'uno'),
      commands: [{ text: 'echo uno', output: 'otro', exitCode: 3 }],
    } as Shown;
    const edit: Shown = { kind: 'edit', example: 'redes/a', ids: ['fin'], file: 'y', hunk: ['+c'] };
    const [reading] = planReadings('/x/', new Map([['/x/', [block, edit]]]), examples) as [Reading];
    expect(reading.steps[0]?.step.commands).toMatchObject([{ output: 'otro', exitCode: 3 }]);
    expect(reading.steps[1]?.step.edit).toEqual({ file: 'y', hunk: ['+c'] });
  });

  test('a page about two kernels is read on two machines', () => {
    const pages = new Map([['/x/', [shows('redes/a', 'uno'), shows('redes/v2', 'tres')]]]);
    expect(planReadings('/x/', pages, examples).map((one) => [one.name, one.requires, typed(one)])).toEqual([
      ['/x/', [], ['uno ana']],
      ['/x/ (cgroup2, systemd)', ['cgroup2', 'systemd'], ['tres']],
    ]);
  });

  test('one that goes on from another begins with what that one gives', () => {
    const goesOn: Shown = { kind: 'continues', example: 'redes/a', page: '/a/' };
    const pages = new Map([
      ['/a/', [FOLDER, shows('redes/a', 'uno')]],
      ['/b/', [goesOn, shows('redes/a', 'dos')]],
    ]);
    const [reading] = planReadings('/b/', pages, examples) as [Reading];
    expect(typed(reading)).toEqual(['(antes) carpeta ana', '(antes) uno ana', 'dos']);
  });

  test('the bench is made like the machine of a reader, once and before', () => {
    const blocks = [shows('redes/banco', 'cuatro'), shows('redes/banco', 'cinco')];
    const [reading] = planReadings('/x/', new Map([['/x/', blocks]]), examples) as [Reading];
    expect(typed(reading)).toEqual(['(antes) como-el-tuyo', 'cuatro', 'cinco']);
  });

  test('pages that go on from each other, or from nothing, are refused', () => {
    const to = (page: string): Shown => ({ kind: 'continues', example: 'redes/a', page });
    const pages = new Map([
      ['/a/', [to('/b/')]],
      ['/b/', [to('/a/')]],
      ['/c/', [to('/nada/')]],
    ]);
    expect(() => planReadings('/a/', pages, examples)).toThrow('/a/ → /b/ → /a/');
    expect(() => planReadings('/c/', pages, examples)).toThrow('/c/ → /nada/');
  });

  test('a page that shows what its example does not say is refused', () => {
    const refuse = (block: Shown, message: string) =>
      expect(() => planReadings('/x/', new Map([['/x/', [block]]]), examples)).toThrow(message);
    refuse(
      { ...shows('redes/a', 'uno'), commands: [{ text: 'ls', output: '', exitCode: 0 }] } as Shown,
      '«uno» de «redes/a» muestra otra cosa que la sesión: ls',
    );
    refuse({ ...shows('redes/a', 'uno'), commands: [] } as Shown, '(nada)');
    refuse(shows('redes/a', 'otro'), '«otro», que «redes/a» no tiene');
    refuse({ ...shows('redes/a', 'uno', 'dos'), ids: ['uno'] } as Shown, 'echo dos');
  });
});

const RUN = `Unable to find image 'busybox:1.37' locally
1.37: Pulling from library/busybox
9ea1e9b6f8d3: Pull complete
Digest: sha256:0123
Status: Downloaded newer image for busybox:1.37
hola`;

describe('a download that the page leaves out', () => {
  test('is left out of what was answered', () => {
    expect(withoutDownload('hola', RUN)).toEqual({ output: 'hola', downloaded: true });
    expect(withoutDownload('hola', 'hola')).toEqual({ output: 'hola', downloaded: false });
    const compose = ' Image nginx:1.30 Pulling \n Image nginx:1.30 Pulled \n Container web Started';
    expect(withoutDownload(' Container web Started', compose).output).toBe(' Container web Started');
  });

  test('is compared where the page shows it', () => {
    expect(withoutDownload(RUN, RUN)).toEqual({ output: RUN, downloaded: false });
  });

  test('takes nothing else with it', () => {
    const failed =
      "Unable to find image 'nada:1' locally\ndocker: Error response from daemon: pull access denied";
    expect(withoutDownload('docker: otra cosa', failed).output).toBe(failed);
    expect(withoutDownload('', 'Pulling yourself together').output).toBe('Pulling yourself together');
  });
});

test('the table has those to mend first, and the sum at the end', () => {
  const outcome = (name: string, wrongCode: number): Outcome => ({
    ...{ name, commands: 3, right: 3 - wrongCode, wrongCode, wrongLines: 0, notReached: 0 },
    ...{ waits: 1, downloads: 0, problems: wrongCode ? ['x'] : [] },
  });
  expect(
    readingsTable([outcome('/a/', 0), outcome('/b/', 1)])
      .split('\n')
      .slice(2),
  ).toEqual([
    '| /b/ | 3 | 2 | 1 | 0 | 0 | 1 | 0 |',
    '| /a/ | 3 | 3 | 0 | 0 | 0 | 1 | 0 |',
    '| **1 de 2 sin nada que arreglar** | 6 | 5 | 1 | 0 | 0 | 2 | 0 |',
  ]);
});
