/** What a built page gives its reader to do, and what it says that will be answered: read from its HTML alone. */
import { attribute, type Element, findAll, hasClass, parsePage, textContent } from './page-tree.ts';

export interface ShownCommand {
  text: string;
  output: string;
  exitCode: number;
}

/** A block of a page, of some steps of an example. */
export type Shown =
  /** «Prepara la carpeta» */
  | { kind: 'folder'; example: string; script: string; onlyArchived: string[] }
  /** «Sigue donde lo dejaste»: the path of the page before. */
  | { kind: 'continues'; example: string; page: string }
  | { kind: 'commands'; example: string; ids: string[]; commands: ShownCommand[] }
  | { kind: 'edit'; example: string; ids: string[]; file: string; hunk: string[] };

/** Expressive Code keeps line feeds of what is copied as DEL characters. */
const LINE_FEED = /\u007f/g;
const EXIT = /código de salida (\d+)/;
/** Title of a change: its file and, behind it, the caption of the step. */
const EDIT_TITLE = /^Cambio en (.+?)(?:: .*)?$/;

/**
 * The blocks of a page in the order in which it shows them.
 * @param page its path, for messages
 * @throws Error in Spanish when a button would copy something else than what the page shows
 */
export function readShown(html: string, page: string): Shown[] {
  // What is only to be looked at has no copy button.
  const isBlock = (element: Element) =>
    (hasClass(element, 'dap-paso') && attribute(element, 'dataMuestra') === undefined) ||
    hasClass(element, 'dap-carpeta');
  // The rest of a page is menus: most of its bytes.
  const main = html.slice(html.indexOf('<main'), html.lastIndexOf('</main>'));
  if (!/\bdap-(?:paso|carpeta)\b/.test(main)) return [];
  return findAll(parsePage(main), isBlock).flatMap((block) =>
    hasClass(block, 'dap-carpeta') ? [readFolder(block)] : readSteps(block, page),
  );
}

function readFolder(block: Element): Shown {
  const example = attribute(block, 'dataEjemplo') as string;
  const page = attribute(block, 'dataContinua');
  if (page) return { kind: 'continues', example, page };
  return {
    ...{ kind: 'folder', example, script: copied(block) ?? '' },
    onlyArchived: (attribute(block, 'dataSoloZip') ?? '').split('\n').filter(Boolean),
  };
}

function readSteps(block: Element, page: string): Shown[] {
  const example = attribute(block, 'dataEjemplo') as string;
  const ids = (attribute(block, 'dataPaso') ?? '').split(' ');
  // What another engine answers is not what this one is asked for.
  const figures = findAll(
    block,
    (element) => element.tagName === 'figure',
    (element) => element.tagName === 'details',
  );
  const mustCopy = (seen: string) => {
    const given = figures.map(copied).join('\n');
    if (given !== seen)
      throw new Error(
        `${page}: el botón de copiar de «${example}» (${ids.join(' ')}) da otra cosa que lo que se ve\n${given}\n  y se ve\n${seen}`,
      );
  };
  const edits = figures.flatMap(readEdit);
  if (edits.length > 0) {
    mustCopy(edits.map(({ hunk }) => afterwards(hunk)).join('\n'));
    return edits.map((edit) => ({ kind: 'edit', example, ids, ...edit }));
  }
  const commands = figures.flatMap(readCommands);
  mustCopy(commands.map(({ text }) => text).join('\n'));
  return [{ kind: 'commands', example, ids, commands }];
}

const linesOf = (figure: Element) => findAll(figure, (element) => hasClass(element, 'ec-line'));

/** An empty line is drawn as a line feed, so that it has a height. */
function lineText(line: Element): string {
  const text = textContent(line);
  return text === '\n' ? '' : text;
}

function readCommands(figure: Element): ShownCommand[] {
  const commands: (ShownCommand & { lines: string[] })[] = [];
  for (const line of linesOf(figure)) {
    const text = lineText(line);
    const last = commands.at(-1);
    if (hasClass(line, 'k-command'))
      commands.push({ text: text.slice(2), output: '', exitCode: 0, lines: [] });
    else if (hasClass(line, 'k-continuation') && last) last.text += `\n${text.slice(2)}`;
    else if (hasClass(line, 'k-output') && last) last.lines.push(text);
    else if (hasClass(line, 'k-exit') && last) last.exitCode = Number(EXIT.exec(text)?.[1]);
  }
  return commands.map(({ lines, ...command }) => ({ ...command, output: lines.join('\n') }));
}

/**
 * A change of a file, drawn with the lines that go and those that come. It is drawn without the indent that all of its
 * lines share; what is copied has it, and tells the reader.
 */
function readEdit(figure: Element): { file: string; hunk: string[] }[] {
  const [title] = findAll(figure, (element) => hasClass(element, 'title'));
  const name = title ? textContent(title) : '';
  const file = EDIT_TITLE.exec(name)?.[1];
  if (!file) return [];
  const mark = (line: Element) => (hasClass(line, 'ins') ? '+' : hasClass(line, 'del') ? '-' : ' ');
  const lines = linesOf(figure).map((line) => ({ mark: mark(line), text: lineText(line) }));
  const first = lines.find((line) => line.mark !== '-' && line.text)?.text ?? '';
  const indent = (copied(figure) ?? '').split('\n').find(Boolean)?.replace(first, '') ?? '';
  const hunk = lines.map(({ mark, text }) => `${mark}${text ? indent : ''}${text}`);
  return [{ file, hunk }];
}

function afterwards(hunk: string[]): string {
  const lines = hunk.filter((line) => !line.startsWith('-'));
  return lines.map((line) => line.slice(1)).join('\n');
}

/** What the button of a block copies. */
function copied(block: Element): string | undefined {
  const [button] = findAll(
    block,
    (element) => element.tagName === 'button' && attribute(element, 'dataCode') !== undefined,
  );
  return button && attribute(button, 'dataCode')?.replace(LINE_FEED, '\n');
}
