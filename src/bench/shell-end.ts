/** What to tell of a command that ends the very shell of a session. Pure. */

const CAUSES: [RegExp, string][] = [
  [/\bexec\b/, 'quita «exec»: la orden corre igual y el shell sigue'],
  [/\bkill\b/, "manda la señal a un proceso hijo: bash -c 'kill $$'"],
  [/\b(?:exit|logout)\b/, 'enciérrala entre paréntesis, que solo termina un subshell: ( exit 3 )'],
];
const ERREXIT =
  "con «set -e» cualquier fallo cierra la terminal: quítalo, o pásale la orden a otro shell: bash -e -c '…'";

/** How to write a command so that it does not end the shell. */
export function remedyOf(command: string): string {
  return CAUSES.find(([pattern]) => pattern.test(command))?.[1] ?? ERREXIT;
}

/** What is told to who goes on in a shell that a command ended. */
export function endedMessage(command: string): string {
  return (
    `La orden «${firstLine(command)}» terminó el shell de esta terminal: a un lector se le cerraría, y lo que sigue necesita otra.\n` +
    `  Cómo arreglarlo: pon {terminal=otra} en los pasos que siguen; o, si el shell no debía terminar, ${remedyOf(command)}`
  );
}

/** What is told when a command ended the shell with a code that the session does not declare. */
export function undeclaredEnd(command: string, exitCode: number, output: string): string {
  return (
    `la orden «${firstLine(command)}» terminó el shell de la sesión, con el código ${exitCode}\n` +
    `${output ? `${output.trimEnd().replace(/^/gm, '    | ')}\n` : ''}` +
    `  Cómo arreglarlo: ${remedyOf(command)}; o, si es lo que enseñas, escribe «[${exitCode}]» debajo de ella y sigue en otra terminal`
  );
}

const firstLine = (command: string) => command.split('\n')[0] as string;
