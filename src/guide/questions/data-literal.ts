/**
 * Reads the data that an attribute of a page holds between braces: arrays, objects, texts, numbers and booleans, as
 * JavaScript writes them. What is not data is not read, and nothing is run.
 */

export type Data = string | number | boolean | Data[] | { [key: string]: Data };

const TOKEN =
  /\s*(?:\/\*[\s\S]*?\*\/\s*)*(?:('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\$])*`)|(-?\d+(?:\.\d+)?)|([A-Za-z_]\w*)|([[\]{},:]))/y;
const ESCAPES: Record<string, string> = { n: '\n', t: '\t', r: '\r' };

/**
 * Parses one value.
 * @throws Error when the text is more than data
 */
export function parseData(source: string): Data {
  const tokens = tokensOf(source);
  const value = readValue(tokens);
  if (tokens.length) throw new Error(`sobra «${tokens[0]}»`);
  return value;
}

function tokensOf(source: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    if (!match) throw new Error(`no se entiende «${source.slice(at).trim().split('\n')[0]?.slice(0, 40)}»`);
    tokens.push(match[1] ?? match[2] ?? match[3] ?? (match[4] as string));
  }
  return tokens;
}

function readValue(tokens: string[]): Data {
  const token = tokens.shift();
  if (token === '[') return readItems(tokens, ']', () => readValue(tokens));
  if (token === '{') {
    const pairs = readItems(tokens, '}', () => readPair(tokens));
    return Object.fromEntries(pairs);
  }
  if (token === 'true' || token === 'false') return token === 'true';
  if (token && /^['"`]/.test(token)) return textOf(token);
  if (token && /^-?\d/.test(token)) return Number(token);
  throw new Error(token ? `«${token}» no es un dato` : 'falta un valor');
}

function readItems<T>(tokens: string[], close: string, read: () => T): T[] {
  const items: T[] = [];
  while (tokens[0] !== close) {
    items.push(read());
    if (tokens[0] === ',') tokens.shift();
    else if (tokens[0] !== close) throw new Error(`falta «${close}»`);
  }
  tokens.shift();
  return items;
}

function readPair(tokens: string[]): [string, Data] {
  const key = tokens.shift() ?? '';
  if (tokens.shift() !== ':') throw new Error(`a «${key}» le faltan los dos puntos`);
  return [/^['"]/.test(key) ? textOf(key) : key, readValue(tokens)];
}

function textOf(token: string): string {
  return token
    .slice(1, -1)
    .replace(/\\([\s\S])/g, (_all, character: string) => ESCAPES[character] ?? character);
}
