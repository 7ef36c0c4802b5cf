/** What an author may say in braces about a session or one of its steps. */
import { SessionError } from './session-error.ts';
import { type Range, readPattern, readRange } from './tolerance.ts';

export interface SessionDirectives {
  /** What the machine must offer for the session to run. */
  requires: Requirement[];
  /** Changes kernel-global state: must not run beside other examples. */
  exclusive: boolean;
  /** May run on the reader's own engine; checked command by command. */
  ownEngine: boolean;
}

export interface StepDirectives {
  /** Reason why the step is run but not shown. */
  hidden?: string;
  /** A hidden step that makes the bench like the machine of a reader, who needs nothing of it. */
  ofBench?: true;
  /** Output lines are compared without their order. */
  unordered: boolean;
  /** Reason why only the exit code and the presence of output are compared. */
  variable?: string;
  /** What these regular expressions match in the output is not compared; everything else is. */
  except: string[];
  /** Numbers of the output that may be any within their range, and no other. */
  between: Range[];
  /** Milliseconds that each command may take. */
  timeoutMs: number;
  /** Command polled before the step until it succeeds. */
  waitFor?: string;
  /** Name of the shell in which the step runs; undefined is the first one. */
  terminal?: string;
  /** Commands run under a pseudo-terminal and may be typed at. */
  tty: boolean;
  /** File that the step edits instead of running commands. */
  edit?: string;
}

export const REQUIREMENTS = ['cgroup1', 'cgroup2', 'systemd', 'apparmor', 'ipvs', 'vm', 'online'] as const;
export type Requirement = (typeof REQUIREMENTS)[number];

const DEFAULT_TIMEOUT_MS = 60_000;
// Half of what a sandbox lives: a command that needs more would take the whole session with it.
const LONGEST_TIMEOUT_MS = 15 * 60_000;
const SESSION_NAMES = ['requiere', 'exclusivo', 'en-tu-motor'];
const STEP_NAMES = [
  'oculto',
  'del-banco',
  'sin-orden',
  'variable',
  'salvo',
  'entre',
  'plazo',
  'espera',
  'terminal',
  'tty',
  'edita',
];
/** What may be said several times of one step. */
const REPEATABLE = ['salvo', 'entre'];
const TOKEN = /\s*([\p{L}\p{N}_-]+)(?:=("(?:[^"\\]|\\.)*"|[^\s"}]+))?/uy;

// What begins like a directive; `{{.Names}}`, `${HOME}`, `{}`, `{1..3}`, `{a,b}` and `{"a": 1}` do not.
const OPENING = /(?<=^|\s)\{(?=\s*[\p{L}][\p{L}\p{N}_-]*\s*(?:[=}]|$|\s+[\p{L}}]))/gu;
const GROUP = /\{(?:"(?:[^"\\]|\\.)*"|[^"{}])*\}\s*$/y;

/**
 * Splits what follows a title's mark, or a step's name, into its text and the braces with its directives.
 * @param rest the rest of the line; `\{` in it is a brace that is text
 * @throws {SessionError} when a directive can be seen but not where its braces end
 */
export function splitBraces(rest: string, file: string, line: number): { text: string; braces?: string } {
  const text = (end?: number) => rest.slice(0, end).trim().replaceAll('\\{', '{');
  let doubtful: string | undefined;
  for (const { index } of rest.matchAll(OPENING)) {
    GROUP.lastIndex = index;
    const group = GROUP.exec(rest)?.[0];
    if (group) return { text: text(index), braces: group.trimEnd() };
    const name = /[\p{L}\p{N}_-]+/u.exec(rest.slice(index))?.[0] as string;
    if ([...SESSION_NAMES, ...STEP_NAMES].includes(name)) doubtful ??= rest.slice(index);
  }
  if (doubtful)
    throw new SessionError(
      file,
      line,
      `no se entienden las directivas «${doubtful}»`,
      'pon comillas a los valores con espacios o llaves (espera="…"), ciérralas, y deja la llave que cierra al final de la línea; si es texto del título, escribe «\\{»',
    );
  return { text: text() };
}

/** Reads the braces after the title of a session. */
export function readSessionDirectives(
  braces: string | undefined,
  file: string,
  line: number,
): SessionDirectives {
  const values = only(readBraces(braces, SESSION_NAMES, file, line));
  const requires = (values.get('requiere') ?? '').split(',').filter(Boolean);
  for (const name of requires) {
    if (!(REQUIREMENTS as readonly string[]).includes(name)) {
      throw new SessionError(
        file,
        line,
        `requisito desconocido «${name}»`,
        `usa uno de: ${REQUIREMENTS.join(', ')}`,
      );
    }
  }
  return {
    requires: requires as Requirement[],
    exclusive: values.has('exclusivo'),
    ownEngine: values.has('en-tu-motor'),
  };
}

/** Reads the braces after the header of a step. */
export function readStepDirectives(braces: string | undefined, file: string, line: number): StepDirectives {
  const all = readBraces(braces, STEP_NAMES, file, line);
  const values = only(all);
  const result: StepDirectives = {
    unordered: values.has('sin-orden'),
    tty: values.has('tty'),
    except: (all.get('salvo') ?? []).map((text) => readPattern('salvo', text, file, line)),
    between: (all.get('entre') ?? []).map((text) => readRange(text, file, line)),
    timeoutMs: readTimeout(values.get('plazo'), file, line),
  };
  for (const [name, key] of [
    ['oculto', 'hidden'],
    ['variable', 'variable'],
    ['espera', 'waitFor'],
    ['terminal', 'terminal'],
    ['edita', 'edit'],
  ] as const) {
    if (!values.has(name)) continue;
    const value = values.get(name);
    if (!value)
      throw new SessionError(file, line, `la directiva «${name}» necesita un valor`, `escribe ${name}="…"`);
    result[key] = value;
  }
  if (values.has('del-banco')) {
    if (!result.hidden)
      throw new SessionError(
        file,
        line,
        '«del-banco» es de un paso oculto',
        'añade oculto="en qué se distingue el banco del equipo de un lector"',
      );
    result.ofBench = true;
  }
  return result;
}

function readTimeout(text: string | undefined, file: string, line: number): number {
  if (text === undefined) return DEFAULT_TIMEOUT_MS;
  const match = /^(\d+)(ms|s|m)$/.exec(text);
  if (!match)
    throw new SessionError(
      file,
      line,
      `plazo mal escrito: «${text}»`,
      'usa un número y su unidad: plazo=90s, plazo=2m',
    );
  const limit = Number(match[1]) * { ms: 1, s: 1000, m: 60_000 }[match[2] as 'ms' | 's' | 'm'];
  if (limit === 0 || limit > LONGEST_TIMEOUT_MS)
    throw new SessionError(
      file,
      line,
      `plazo fuera de los límites: «${text}»`,
      `una orden puede tardar, como mucho, ${LONGEST_TIMEOUT_MS / 60_000} minutos (plazo=${LONGEST_TIMEOUT_MS / 60_000}m), y más de 0`,
    );
  return limit;
}

function readBraces(
  braces: string | undefined,
  known: string[],
  file: string,
  line: number,
): Map<string, (string | undefined)[]> {
  const values = new Map<string, (string | undefined)[]>();
  const inside = (braces ?? '{}').slice(1, -1).trimEnd();
  let open: string | undefined;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < inside.length) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(inside);
    if (!match && open) throw unknown(inside.slice(from).trim(), open, known, file, line);
    if (!match)
      throw new SessionError(
        file,
        line,
        `no se entiende la directiva «${inside.slice(from).trim()}»`,
        'escribe nombre, o nombre=valor, o nombre="valor con espacios"',
      );
    const [, name, raw] = match as unknown as [string, string, string | undefined];
    if (!known.includes(name)) throw unknown(name, open, known, file, line);
    const quoted = raw?.startsWith('"');
    open = raw !== undefined && !quoted ? name : undefined;
    // Only what would end the value is escaped: a regular expression stays as it was typed.
    const value = quoted ? raw?.slice(1, -1).replace(/\\(["\\])/g, '$1') : raw;
    const earlier = values.get(name);
    if (earlier && !REPEATABLE.includes(name))
      throw new SessionError(
        file,
        line,
        `la directiva «${name}» está repetida`,
        `deja una; las que pueden repetirse son: ${REPEATABLE.join(', ')}`,
      );
    values.set(name, [...(earlier ?? []), value]);
  }
  return values;
}

function only(values: Map<string, (string | undefined)[]>): Map<string, string | undefined> {
  return new Map([...values].map(([name, [value]]) => [name, value]));
}

/** @param open the directive before, if its value had no quotes: then this is surely the rest of that value */
function unknown(
  name: string,
  open: string | undefined,
  known: string[],
  file: string,
  line: number,
): SessionError {
  if (open)
    return new SessionError(
      file,
      line,
      `el valor de «${open}» tiene espacios y va sin comillas: «${name}» no es una directiva`,
      `pon comillas: ${open}="…"`,
    );
  return new SessionError(
    file,
    line,
    `directiva desconocida «${name}»`,
    `las que hay aquí son: ${known.join(', ')}; si es texto del título, escribe «\\{»`,
  );
}
