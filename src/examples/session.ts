/**
 * The session: what a reader types and what the engine answered, as one readable transcript.
 * Grammar and an example of each feature: docs/formato-sesion.md.
 */
import {
  readSessionDirectives,
  readStepDirectives,
  type SessionDirectives,
  type StepDirectives,
  splitBraces,
} from './directives.ts';
import { unclosedHeredoc } from './heredoc.ts';
import { SessionError } from './session-error.ts';
import { scanShell } from './shell-scan.ts';

export interface Session {
  /** Path used in messages. */
  file: string;
  title: string;
  directives: SessionDirectives;
  steps: Step[];
}

export interface Step {
  id: string;
  /** What the author says about the step, after the colon of its header. */
  text?: string;
  directives: StepDirectives;
  commands: Command[];
  /** Lines of one hunk (first character ' ', '-' or '+') when the step edits a file instead of running commands. */
  edit?: { file: string; hunk: string[] };
  line: number;
}

export interface Command {
  /** As typed, without prompts; continuation lines joined by a line feed. */
  text: string;
  /** Recorded output without the final line feed. */
  output: string;
  exitCode: number;
  /** Lines typed into a `tty` command, in order. */
  inputs: string[];
  line: number;
}

const HEADER = /^# ([a-z0-9]+(?:-[a-z0-9]+)*)(:|(?=\s|$))(.*)$/;
const TITLE = /^#! (.+)$/;
const EXIT_CODE = /^\[(\d{1,3})\]$/;

/**
 * Parses a session file.
 * @param text contents of the file, with LF line ends
 * @param file path shown in error messages
 * @throws {SessionError} with file, line and remedy when the text is not a valid session
 */
export function parseSession(text: string, file: string): Session {
  const lines = text.split('\n');
  const carriage = lines.findIndex((line) => line.endsWith('\r'));
  if (carriage >= 0) {
    throw new SessionError(
      file,
      carriage + 1,
      'la línea acaba en CRLF (fin de línea de Windows)',
      'guarda el archivo con fines de línea LF; .gitattributes ya lo pide a Git',
    );
  }
  const session = readTitle(lines, file);
  let step: Step | undefined;
  for (let index = session.bodyStart; index < lines.length; index++) {
    const line = lines[index] as string;
    const at = index + 1;
    if (line.startsWith('# ') || line === '#') {
      step = readHeader(line, file, at, session.result.steps);
      session.result.steps.push(step);
    } else if (!step) {
      if (line.trim())
        throw new SessionError(
          file,
          at,
          'hay texto antes del primer paso',
          'empieza cada paso con una línea «# nombre-del-paso»',
        );
    } else if (step.edit) {
      readEditLine(step, line, file, at);
    } else {
      readBodyLine(step, line, file, at);
    }
  }
  for (const finished of session.result.steps) finishStep(finished, file);
  if (session.result.steps.length === 0) {
    throw new SessionError(
      file,
      1,
      'la sesión no tiene ningún paso',
      'añade «# nombre-del-paso» y debajo una orden que empiece por «$ »',
    );
  }
  return session.result;
}

function readTitle(lines: string[], file: string): { result: Session; bodyStart: number } {
  const index = lines.findIndex((line) => line.trim());
  const match = TITLE.exec(lines[index] ?? '');
  if (!match)
    throw new SessionError(
      file,
      Math.max(index, 0) + 1,
      'falta el título de la sesión',
      'la primera línea debe ser «#! Título del ejemplo»',
    );
  const { text, braces } = splitBraces(match[1] as string, file, index + 1);
  const directives = readSessionDirectives(braces, file, index + 1);
  return { result: { file, title: text, directives, steps: [] }, bodyStart: index + 1 };
}

function readHeader(line: string, file: string, at: number, previous: Step[]): Step {
  const match = HEADER.exec(line);
  const { text, braces } = splitBraces(match?.[3] ?? '', file, at);
  if (!match || (text && match[2] !== ':')) {
    throw new SessionError(
      file,
      at,
      `cabecera de paso mal escrita: «${line}»`,
      'usa «# nombre-en-minusculas: texto opcional {directivas}»; si es salida de un programa, escríbela con una barra invertida delante: «\\# …»',
    );
  }
  const id = match[1] as string;
  const twin = previous.find((other) => other.id === id);
  if (twin)
    throw new SessionError(
      file,
      at,
      `el paso «${id}» ya existe en la línea ${twin.line}`,
      'da a cada paso un nombre distinto',
    );
  const directives = readStepDirectives(braces, file, at);
  const step: Step = { id, directives, commands: [], line: at };
  if (text) step.text = text;
  if (directives.edit) step.edit = { file: directives.edit, hunk: [] };
  return step;
}

/** A command while it is read: with the line of its exit code, if that has come. */
type OpenCommand = Command & { codeLine?: number };

function readBodyLine(step: Step, line: string, file: string, at: number): void {
  const command: OpenCommand | undefined = step.commands.at(-1);
  if (line.startsWith('$ ')) {
    step.commands.push({ text: line.slice(2), output: '', exitCode: 0, inputs: [], line: at });
    return;
  }
  if (!command) {
    if (line.trim())
      throw new SessionError(
        file,
        at,
        `hay salida antes de la primera orden del paso «${step.id}»: «${line}»`,
        'escribe antes la orden, en una línea que empiece por «$ »',
      );
    return;
  }
  if ((line.startsWith('> ') || line === '>') && command.output === '' && command.inputs.length === 0) {
    command.text += `\n${line.slice(2)}`;
    return;
  }
  if (line.startsWith('< ') || line === '<') {
    if (!step.directives.tty)
      throw new SessionError(
        file,
        at,
        'hay texto tecleado («< ») en un paso sin terminal',
        'añade {tty} a la cabecera del paso, o escribe «\\< …» si es salida',
      );
    command.inputs.push(line.slice(2));
    return;
  }
  if (command.codeLine && line.trim())
    throw new SessionError(
      file,
      command.codeLine,
      `«[${command.exitCode}]» se toma por el código de salida, y debajo hay más salida`,
      `si es salida, escríbela con una barra invertida delante («\\[${command.exitCode}]»); si es el código, ponlo al final`,
    );
  const code = EXIT_CODE.exec(line);
  if (code) {
    command.exitCode = readExitCode(code[1] as string, file, at);
    command.codeLine = at;
    return;
  }
  if (/^(> |\$$)/.test(line)) {
    throw new SessionError(
      file,
      at,
      `no se puede saber si «${line}» es una orden o una salida`,
      'si es salida, escríbela con una barra invertida delante («\\> …»)',
    );
  }
  command.output += `${line.startsWith('\\') ? line.slice(1) : line}\n`;
}

function readExitCode(digits: string, file: string, at: number): number {
  const code = Number(digits);
  if (code >= 1 && code <= 255) return code;
  throw new SessionError(
    file,
    at,
    `«[${digits}]» no puede ser el código de salida de un fallo, que va de 1 a 255`,
    `si es salida, escríbela con una barra invertida delante («\\[${digits}]»); si la orden sale con 0, no se escribe`,
  );
}

function readEditLine(step: Step, line: string, file: string, at: number): void {
  const hunk = step.edit?.hunk as string[];
  if (line === '') hunk.push(' ');
  else if (/^[ +-]/.test(line)) hunk.push(line);
  else
    throw new SessionError(
      file,
      at,
      `línea que no es de un cambio de archivo: «${line}»`,
      'en un paso con {edita=…} cada línea empieza por un espacio, «-» o «+»',
    );
}

function finishStep(step: Step, file: string): void {
  if (step.edit) {
    while (step.edit.hunk.at(-1) === ' ') step.edit.hunk.pop();
    if (!step.edit.hunk.some((line) => /^[+-]/.test(line))) {
      throw new SessionError(
        file,
        step.line,
        `el paso «${step.id}» no cambia nada`,
        'escribe al menos una línea que empiece por «-» o «+»',
      );
    }
    return;
  }
  if (step.commands.length === 0)
    throw new SessionError(
      file,
      step.line,
      `el paso «${step.id}» no tiene órdenes`,
      'añade una línea que empiece por «$ »',
    );
  for (const command of step.commands) {
    command.output = command.output.replace(/\s+$/, '');
    delete (command as OpenCommand).codeLine;
    if (/(?<!\\)(?:\\\\)*\\$/.test(command.text) && !scanShell(command.text).heredocs.length)
      throw new SessionError(
        file,
        command.line,
        'la orden acaba en «\\» y no sigue',
        'escribe lo que sigue en una línea que empiece por «> », o quita la barra',
      );
    const heredoc = unclosedHeredoc(command.text);
    if (heredoc)
      throw new SessionError(
        file,
        command.line,
        `el documento en línea («<<${heredoc}») no se cierra`,
        `añade una línea «> ${heredoc}» al final de la orden`,
      );
  }
}
