/** The grammar that the editor and the site share: what each part of a session is called. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHighlighter } from 'shiki';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from '../../../src/config/paths.ts';
import { listExampleIds } from '../../../src/examples/catalog.ts';
import { parseSession } from '../../../src/examples/session.ts';
import { SESSION_HIGHLIGHTING } from '../../../src/plugins/session-grammar.ts';

const highlighter = await createHighlighter({ ...SESSION_HIGHLIGHTING, themes: ['github-light-default'] });
afterAll(() => highlighter.dispose());

/** The pieces of a text, each with its innermost scope of a session, or `shell` inside of a command. */
function scopes(text: string): [piece: string, scope: string][] {
  const lines = highlighter.codeToTokensBase(text, {
    lang: 'console',
    theme: 'github-light-default',
    includeExplanation: 'scopeName',
  });
  const pieces = lines.flat().flatMap(({ explanation }) => explanation ?? []);
  const named = pieces.map(({ content, scopes: all }): [string, string] => {
    const names = all.map(({ scopeName }) => scopeName);
    return [content, names.includes('source.shell') ? 'shell' : (names.at(-1) as string)];
  });
  return named.reduce<[string, string][]>((joined, [content, scope]) => {
    const last = joined.at(-1);
    if (last?.[1] === scope && scope === 'shell') last[0] += content;
    else if (content.trim()) joined.push([content, scope]);
    return joined;
  }, []);
}

test.for<[string, [string, string][]]>([
  [
    '#! Dos redes {requiere=cgroup2}',
    [
      ['#!', 'punctuation.definition.heading.sesion'],
      ['Dos redes ', 'markup.heading.sesion'],
      ['{', 'punctuation.section.braces.sesion'],
      ['requiere', 'keyword.other.directive.sesion'],
      ['=', 'keyword.operator.assignment.sesion'],
      ['cgroup2', 'string.quoted.sesion'],
      ['}', 'punctuation.section.braces.sesion'],
    ],
  ],
  [
    '# crear: usa {{.Names}} {tty espera="curl -f {x}"}',
    [
      ['#', 'punctuation.definition.comment.sesion'],
      ['crear', 'entity.name.section.sesion'],
      [':', 'punctuation.separator.sesion'],
      ['usa {{.Names}} ', 'comment.line.sesion'],
      ['{', 'punctuation.section.braces.sesion'],
      ['tty', 'keyword.other.directive.sesion'],
      ['espera', 'keyword.other.directive.sesion'],
      ['=', 'keyword.operator.assignment.sesion'],
      ['"curl -f {x}"', 'string.quoted.sesion'],
      ['}', 'punctuation.section.braces.sesion'],
    ],
  ],
  [
    '$ docker ps -a',
    [
      ['$', 'punctuation.separator.prompt.sesion'],
      ['docker ps -a', 'shell'],
    ],
  ],
  [
    '>   ping web',
    [
      ['>', 'punctuation.separator.prompt.sesion'],
      ['  ping web', 'shell'],
    ],
  ],
  ['PING web: 56 bytes', [['PING web: 56 bytes', 'meta.output.sesion']]],
  [
    '[125]',
    [
      ['[', 'punctuation.section.brackets.sesion'],
      ['125', 'constant.numeric.exit-code.sesion'],
      [']', 'punctuation.section.brackets.sesion'],
    ],
  ],
  ['\\[137]', [['\\[137]', 'meta.output.sesion']]],
])('%s', ([line, expected]) => {
  expect(scopes(line)).toEqual(expected);
});

test('every step of the guide is seen as one, and its output is not', () => {
  const examples = join(ROOT, 'examples');
  for (const id of listExampleIds(examples)) {
    const text = readFileSync(join(examples, id, 'sesion.console'), 'utf8');
    const steps = scopes(text).filter(([, scope]) => scope === 'entity.name.section.sesion');
    expect(
      steps.map(([name]) => name),
      id,
    ).toEqual(parseSession(text, id).steps.map((step) => step.id));
  }
});
