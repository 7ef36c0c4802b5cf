/** What a terminal shows in the end. */
import { expect, test } from 'vitest';
import { cleanTerminal } from '../../../src/examples/terminal.ts';

const ST = '\x1b\\';

test.for([
  ['colours', '\x1b[1;38;5;208mrojo\x1b[0m y \x1b[4:3mraya\x1b[m', 'rojo y raya'],
  ['a hyperlink ended by BEL', '\x1b]8;;https://a.b\x07enlace\x1b]8;;\x07 fin', 'enlace fin'],
  [
    'a hyperlink ended by ST, and a BEL two lines later',
    `\x1b]8;id=1;https://a.b${ST}enlace\x1b]8;;${ST}\nuno\ndos\x07`,
    'enlace\nuno\ndos',
  ],
  ['two hyperlinks on one line', `\x1b]8;;a${ST}x\x1b]8;;${ST} \x1b]8;;b${ST}y\x1b]8;;${ST}`, 'x y'],
  ['a title', '\x1b]0;título de la ventana\x07hola', 'hola'],
  ['a title ended by ST', `\x1b]2;título${ST}hola`, 'hola'],
  ['a title that never ends', '\x1b]0;título\nhola', '\nhola'],
  ['a device string', `\x1bP+q544e${ST}hola\x1b_G1${ST}`, 'hola'],
  ['private modes and keypads', '\x1b[?25l\x1b[?1049h\x1b=hola\x1b>\x1b[?25h\x1b[>c\x1b[!p\x1b[2 q', 'hola'],
  ['bracketed paste', '\x1b[?2004h$ ls\r\n\x1b[?2004l\rf', '$ ls\nf'],
  ['character sets', '\x1b(Bhola\x1b)0\x0f\x0e', 'hola'],
  ['controls without shape', 'a\x00b\x07c\x7fd\u009be', 'abcde'],
  ['an escape cut short', 'hola\x1b[3', 'hola[3'.slice(0, 4)],
  ['Windows line ends', 'a\r\nb\r\r\nc\r\n', 'a\nb\nc'],
  ['a line written over', ' 10 %\r100 %\r', '100 %'],
  ['a line written over by a shorter one', 'abcdef\rXY', 'XYcdef'],
  ['a line erased and written over', 'abcdef\r\x1b[KXY\nabc\x1b[2K\rZ', 'XY\nZ'],
  ['a return alone at the end', 'hola\r', 'hola'],
  ['a return that begins', '\rhola', 'hola'],
  ['backspaces', 'hola\b\bLA, \b\b!', 'hoLA!'],
  ['man pages', 'N\bNO\bOM\bM _\bu', 'NOM u'],
  ['what is erased with spaces', 'contraseña\r          \rlisto', 'listo'],
  ['a spinner', '|\b/\b-\b\\\b listo', ' listo'],
  [
    'lines rewritten in place',
    'uno: 10\ndos: 10\n\x1b[2A\x1b[2Kuno: 100\n\x1b[2Kdos: 100\n',
    'uno: 100\ndos: 100',
  ],
  ['a screen that is cleared', 'viejo\nviejo\n\x1b[H\x1b[2J\x1b[3Jnuevo', 'nuevo'],
  ['what is below the cursor erased', 'uno\ndos\ntres\x1b[2A\r\x1b[JX', 'X'],
  ['a place saved and restored', 'ab\x1b7cd\x1b8X', 'abXd'],
  ['characters deleted and inserted', 'abcd\x1b[3G\x1b[P\x1b[2G\x1b[@', 'a bd'],
  ['a tab', 'a\tb\x1b[0m', 'a\tb'],
  ['accents and emoji', '\x1b[1mcafe\u0301 🐳\x1b[0m ñ', 'cafe\u0301 🐳 ñ'],
  [
    'a long line in colour stays one line',
    `\x1b[1m${'x'.repeat(200)}\x1b[0m\nfin`,
    `${'x'.repeat(200)}\nfin`,
  ],
  ['a line of readline that wraps', `$ ${'x'.repeat(78)}y\x1b[K\b\by z\x1b[0m`, undefined],
  ['nothing but colours', '\x1b[0m\x1b[0m', ''],
])('%s', ([, output, shown]) => {
  const cleaned = cleanTerminal(output as string);
  if (shown !== undefined) expect(cleaned).toBe(shown);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
  expect(cleaned).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/);
});

test('a text without control characters is left as it is', () => {
  expect(cleanTerminal('a  b\tc\n\n  d')).toBe('a  b\tc\n\n  d');
});

test('bash is told as where one types', () => {
  const told = "bash: eval: line 3: syntax error near unexpected token `)'\nbash: eval: line 3: `echo )'\n";
  expect(cleanTerminal(told)).toBe("bash: syntax error near unexpected token `)'");
});
