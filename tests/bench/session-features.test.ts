/** Every feature of the session format, on a real engine. */
import { expect, inject, test } from 'vitest';
import { Sandbox } from '../../src/bench/sandbox.ts';
import { type Answer, compareSession } from '../../src/examples/compare.ts';
import { parseSession } from '../../src/examples/session.ts';
import { runSession } from '../../src/run/run-session.ts';

/** Runs a session and gives the answers, in order. */
async function answersOf(text: string): Promise<Answer[]> {
  await using sandbox = await Sandbox.open(inject('environment'));
  const { answers } = await runSession(sandbox, parseSession(`#! T\n${text}`, 'sesion.console'));
  return [...answers.values()];
}

test('a terminal session is typed at, and left with the keys of a person', async () => {
  const [first, , attached, state] = await answersOf(
    '# entrar {tty}\n$ docker run -it --name caja --hostname caja busybox:1.37 sh\n< echo hola $((40 + 2))\n< exit 3\n[3]\n' +
      '# arrancar\n$ docker run -dit --name otra --hostname otra busybox:1.37 sh\n' +
      '# soltar {tty}\n$ docker attach otra\n< hostname\n< ^P^Q\n[1]\n' +
      "# sigue\n$ docker inspect -f '{{.State.Status}}' otra\n",
  );
  expect(first?.output).toContain('hola 42');
  expect(first?.exitCode).toBe(3);
  expect(attached?.output).toContain('read escape sequence');
  expect(attached?.exitCode).toBe(1);
  expect(state?.output).toBe('running');
});

test('Ctrl-C reaches the program', async () => {
  const [answer] = await answersOf('# a {tty}\n$ docker run --rm -it busybox:1.37 ping 127.0.0.1\n< ^C\n');
  expect(answer?.output).toContain('ping statistics');
  expect(answer?.exitCode).toBe(0);
});

test('a terminal command may end before it has a size', async () => {
  const answers = await answersOf('# a {tty}\n$ true\n# b {tty}\n$ no-hay-tal-orden\n[127]\n');
  expect(answers.map(({ exitCode }) => exitCode)).toEqual([0, 127]);
});

test('a program that prompts late is typed at when it listens', async () => {
  const program = 'printf "Preparando: "; sleep 3; printf "¿Nombre? "; read n; echo "hola $n"';
  const [answer] = await answersOf(
    `# a {tty}\n$ docker run --rm -it busybox:1.37 sh -c '${program}'\n< Ana\n`,
  );
  expect(answer?.output).toMatch(/Preparando: ¿Nombre\? Ana\nhola Ana$/);
});

test('both outputs of a container come in one order; in a terminal, in the one of the program', async () => {
  const program = "sh -c 'echo a; echo b >&2; echo c'";
  const command = `docker run --rm busybox:1.37 ${program}`;
  const [, first, second, third, , inside, onTerminal] = await answersOf(
    `# a\n$ docker pull -q busybox:1.37\n$ ${command}\n$ ${command}\n$ ${command}\n` +
      `$ docker run -d --name web busybox:1.37 sleep 600\n$ docker exec web ${program}\n` +
      `# b {tty}\n$ docker run --rm -t busybox:1.37 ${program}\n`,
  );
  expect([first, second, third, inside].map((answer) => answer?.output)).toEqual(Array(4).fill('a\nc\nb'));
  expect(onTerminal?.output).toBe('a\nb\nc');
});

test('a terminal session answers the same twice', async () => {
  const text = '# a {tty}\n$ docker run --rm -it --hostname caja busybox:1.37 sh\n< hostname\n< exit\n';
  const [[first], second] = [await answersOf(text), await answersOf(text)];
  const session = parseSession(`#! T\n${text}`, 'f');
  for (const command of session.steps.flatMap((step) => step.commands)) Object.assign(command, first);
  expect(compareSession(session, () => second[0])).toEqual([]);
});

test('two terminals have folders and variables of their own', async () => {
  const [, , mine, theirs] = await answersOf(
    '# a\n$ mkdir -p /tmp/x && cd /tmp/x\n$ export N=uno\n$ echo "$PWD $N"\n# b {terminal=otra}\n$ cd / && echo "$PWD-$N"\n',
  ).then(([a, b, c, d]) => [a, b, c, d]);
  expect([mine?.output, theirs?.output]).toEqual(['/tmp/x uno', '/-']);
});

test('an edit changes the file that the next step reads', async () => {
  const [, read] = await answersOf(
    '# a\n$ printf "uno\\ndos\\n" > f\n# b {edita=f}\n uno\n-dos\n+tres\n# c\n$ cat f\n',
  );
  expect(read?.output).toBe('uno\ntres');
});

test('a wait polls until its command succeeds', async () => {
  const [, answer] = await answersOf(
    '# a\n$ (sleep 2; touch /tmp/listo) &\n# b {espera="test -e /tmp/listo"}\n$ ls /tmp/listo\n',
  );
  expect(answer?.output).toBe('/tmp/listo');
});

test('a wait that is never fulfilled says where it stands and what it waited for', async () => {
  await expect(answersOf('# a {espera="test -e /nunca" plazo=1s}\n$ true\n')).rejects.toThrow(
    'sesion.console:2: la espera no se cumplió en 1 s: test -e /nunca',
  );
});

test('a session stops at the first command with another exit code than declared', async () => {
  const answers = await answersOf('# a\n$ false\n# b\n$ echo no debe correr\n');
  expect(answers).toEqual([{ output: '', exitCode: 1 }]);
});
