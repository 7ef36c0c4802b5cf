import type { ExampleData } from '../../examples/load-example.ts';
import { scanShell } from '../../examples/shell-scan.ts';
import type { Corpus } from '../corpus.ts';
import type { PageProblem } from '../problem.ts';

/**
 * A script of an example can be run as it is: without the line ends of Windows, and with its executable bit where it is
 * run by its name. An example that shows this very failure says so in its output, and is left in peace.
 */
export function unusableScripts({ examples }: Pick<Corpus, 'examples'>): PageProblem[] {
  return examples.flatMap(({ id, data }) =>
    Object.entries(data.files).flatMap(([path, file]) => {
      const place = { file: `examples/${id}/${path}`, line: 1, column: 1 };
      const user = whoRuns(path, data);
      if (file.code.includes('\r\n') && (user || file.code.startsWith('#!')) && !shows(data, CRLF_FAILURE))
        return {
          ...place,
          message: `el guion «${path}» acaba sus líneas en CRLF (fin de línea de Windows), y Linux no encontrará su intérprete`,
          remedy: 'guárdalo con fines de línea LF',
        };
      if (file.executable === false && user && !shows(data, /permission denied/i))
        return {
          ...place,
          message: `«${path}» se ejecuta por su nombre (${user}) y no tiene permiso de ejecución`,
          remedy: `chmod +x examples/${id}/${path} (y en Windows, git update-index --chmod=+x examples/${id}/${path})`,
        };
      return [];
    }),
  );
}

const CRLF_FAILURE = /\^M|\\r|no such file or directory|bad interpreter|not found/i;

function shows({ session }: ExampleData, failure: RegExp): boolean {
  return session.steps.some((step) =>
    step.commands.some(({ exitCode, output }) => exitCode !== 0 && failure.test(output)),
  );
}

/** What runs a file by its name, with no interpreter before it and nobody who gives it the bit; undefined if nothing does. */
function whoRuns(path: string, data: ExampleData): string | undefined {
  const name = path.split('/').at(-1) as string;
  const commands = data.session.steps.flatMap((step) => step.commands.map(({ text }) => text));
  const texts = Object.entries(data.files).filter(([other]) => isDockerfile(other) || isCompose(other));
  const given = [...commands, ...texts.map(([, { code }]) => code)].some((text) => givesBit(text, name));
  if (given) return undefined;
  const file = texts.find(([other, { code }]) =>
    (isDockerfile(other) ? programsOfDockerfile(code) : programsOfCompose(code)).some((word) =>
      isNamed(word, name),
    ),
  );
  if (file) return file[0];
  const direct = commands
    .flatMap((text) => scanShell(text).commands)
    .some(({ words }) => {
      const word = words.find((candidate) => !/^[A-Za-z_]\w*=|^sudo$/.test(candidate)) ?? '';
      return word.replace(/^\.\//, '') === path && word.includes('/');
    });
  return direct ? 'la sesión' : undefined;
}

const isDockerfile = (path: string) => /(?:^|\/)(?:Dockerfile|Containerfile)|\.Dockerfile$/.test(path);
const isCompose = (path: string) => /\.ya?ml$/.test(path);
const isNamed = (word: string, name: string) => word.includes('/') && word.split('/').at(-1) === name;

/** `chmod +x`, `chmod 755` or `--chmod=755` in a line that names the file, a pattern or, with `-R`, a folder. */
function givesBit(text: string, name: string): boolean {
  return text
    .replace(/\\\n/g, ' ')
    .split('\n')
    .some((line) => {
      if (/--chmod=\S*[1357x]/.test(line) && (line.includes(name) || /\s\.\/?\s/.test(line))) return true;
      const chmod = /\bchmod\s+(-\S+\s+)*(?:[ugoa]*\+[rwX]*x|0?[0-7]*[1357][0-7]*)\s+(.*)/.exec(line);
      return chmod?.[2]
        ?.split(/[\s;&|]+/)
        .some((word) => word.split('/').at(-1) === name || word.includes('*') || chmod[1]?.includes('R'));
    });
}

/** First words of ENTRYPOINT, CMD and RUN. */
function programsOfDockerfile(code: string): string[] {
  const instructions = code
    .replace(/\\\n/g, ' ')
    .matchAll(/^\s*(?:ENTRYPOINT|CMD|RUN)\s+(?:--\S+\s+)*(.*)$/gim);
  return [...instructions].flatMap(([, rest = '']) => firstWord(rest) ?? []);
}

function programsOfCompose(code: string): string[] {
  const keys = code.matchAll(/^\s*(?:entrypoint|command):[ \t]*(\S.*|\n\s*-[ \t]*.*)$/gm);
  return [...keys].flatMap(([, rest = '']) => firstWord(rest.replace(/^\n\s*-/, '')) ?? []);
}

/** Of `["/a", "b"]` or `/a b`, `/a`. */
function firstWord(text: string): string | undefined {
  return /^\s*\[?\s*["']?([^\s"',\]]+)/.exec(text)?.[1];
}
