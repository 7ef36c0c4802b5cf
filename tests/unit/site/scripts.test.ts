/** Scripts that a reader could not run: where they are used, and who gives them their bit. */
import { expect, test } from 'vitest';
import type { ExampleData } from '../../../src/examples/load-example.ts';
import { parseSession } from '../../../src/examples/session.ts';
import { unusableScripts } from '../../../src/guide/checks/scripts.ts';

const SCRIPT = '#!/bin/sh\necho hola\n';

/** Problems of an example with a script `arranque.sh` without its bit, another file and a session. */
function problems(files: Record<string, string>, session = '$ docker ps', script = SCRIPT): number {
  const all = { 'arranque.sh': script, ...files };
  const data: ExampleData = {
    session: parseSession(`#! T\n# a\n${session}\n`, 'f'),
    fingerprint: '',
    practice: '',
    variants: {},
    files: Object.fromEntries(
      Object.entries(all).map(([path, code]) => [
        path,
        { language: 'sh', code, regions: {}, executable: false },
      ]),
    ),
  };
  return unusableScripts({ examples: [{ id: 'a/b', data }] }).length;
}

test.for([
  ['FROM a\nCOPY arranque.sh /\nENTRYPOINT ["/arranque.sh"]'],
  ['FROM a\nCOPY . /app\nCMD /app/arranque.sh --x'],
  ['FROM a\nCOPY arranque.sh .\nRUN --network=none ./arranque.sh'],
  ['FROM a\nCOPY arranque.sh /\nRUN chmod +x /otro.sh\nENTRYPOINT [ "/arranque.sh", "a" ]'],
])('it is run by its name in %s', ([dockerfile]) => {
  expect(problems({ Dockerfile: dockerfile as string })).toBe(1);
});

test.for([
  ['FROM a\nCOPY arranque.sh /\nCMD ["sh", "/arranque.sh"]'],
  ['FROM a\nCOPY --chmod=755 arranque.sh /\nENTRYPOINT ["/arranque.sh"]'],
  ['FROM a\nCOPY arranque.sh /\nRUN chmod +x /arranque.sh\nENTRYPOINT ["/arranque.sh"]'],
  ['FROM a\nCOPY . /app\nRUN apt-get update && \\\n  chmod -R a+rx /app/*\nENTRYPOINT ["/app/arranque.sh"]'],
  ['FROM a\nCOPY arranque.sh /'],
])('it needs no bit in %s', ([dockerfile]) => {
  expect(problems({ Dockerfile: dockerfile as string })).toBe(0);
});

test('sessions and Compose run scripts too', () => {
  expect(problems({}, '$ ./arranque.sh hola')).toBe(1);
  expect(problems({}, '$ A=1 ./arranque.sh && echo fin')).toBe(1);
  expect(problems({}, '$ sh arranque.sh')).toBe(0);
  expect(problems({}, '$ chmod +x arranque.sh && ./arranque.sh')).toBe(0);
  expect(problems({}, '$ ./arranque.sh\nbash: ./arranque.sh: Permission denied\n[126]')).toBe(0);
  expect(problems({ 'compose.yaml': 'services:\n  a:\n    entrypoint: /d/arranque.sh x' })).toBe(1);
  expect(problems({ 'compose.yaml': 'services:\n  a:\n    command: ["./arranque.sh"]' })).toBe(1);
  expect(problems({ 'compose.yaml': 'services:\n  a:\n    command:\n      - /arranque.sh' })).toBe(1);
  expect(problems({ 'compose.yaml': 'services:\n  a:\n    command: sh /arranque.sh' })).toBe(0);
});

test('the line ends of Windows', () => {
  const windows = SCRIPT.replaceAll('\n', '\r\n');
  expect(problems({}, '$ sh arranque.sh', windows)).toBe(1);
  expect(problems({}, '$ ls', 'hola\r\n')).toBe(0);
  expect(problems({ Dockerfile: 'FROM a\nCMD ["/arranque.sh"]' }, '$ ls', 'echo\r\n')).toBe(1);
});
