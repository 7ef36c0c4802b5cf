/** What each piece of a command is. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandTokens } from '../../../src/components/command-tokens.ts';
import { ROOT } from '../../../src/config/paths.ts';
import { listExampleIds, readExample } from '../../../src/examples/catalog.ts';

/** `kind:text` of what is not plain. */
const told = (command: string) =>
  commandTokens(command).map((line) =>
    line.filter(({ kind }) => kind !== 'plain').map(({ kind, text }) => `${kind}:${text}`),
  );

describe('piezas de una orden', () => {
  it.each<[string, string[][]]>([
    [
      'docker run -d --name web -p 8080:80 nginx | head -1',
      [['program:docker', 'option:-d', 'option:--name', 'option:-p', 'joint:|', 'program:head', 'option:-1']],
    ],
    [
      "A=1 sh -c 'echo; ls' && ls",
      [['program:sh', 'option:-c', "text:'echo; ls'", 'joint:&&', 'program:ls']],
    ],
    ['docker run \\\n  -d nginx', [['program:docker'], ['option:-d']]],
    [
      "cat > f <<'FIN'\nls -l\nFIN\nls -l",
      [['program:cat', 'joint:>', "joint:<<'FIN'"], [], [], ['program:ls', 'option:-l']],
    ],
    [
      'for n in 1 2; do curl -s "$n"; done',
      [
        [
          'joint:for',
          'joint:;',
          'joint:do',
          'program:curl',
          'option:-s',
          'text:"$n"',
          'joint:;',
          'joint:done',
        ],
      ],
    ],
    [
      'echo $(docker ps -q) 2>&1',
      [['program:echo', 'joint:$(', 'program:docker', 'option:-q', 'joint:)', 'joint:2>&1']],
    ],
  ])('%s', (command, expected) => {
    expect(told(command)).toEqual(expected);
  });

  it('juntas son la orden, en todos los ejemplos de la guía', () => {
    const examples = join(ROOT, 'examples');
    for (const id of listExampleIds(examples)) {
      for (const step of readExample(examples, id).session.steps) {
        for (const { text } of step.commands) {
          const joined = commandTokens(text).map((line) => line.map((token) => token.text).join(''));
          expect(joined, `${id} ${step.id}`).toEqual(text.split('\n'));
        }
      }
    }
  });
});
