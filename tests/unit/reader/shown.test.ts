/** What a built page gives to type is read as a browser would show it and copy it. */
import { describe, expect, test } from 'vitest';
import { readShown } from '../../../src/reader/shown.ts';

const DEL = '\u007f';

const line = (kind: string, html: string) =>
  `<div class="ec-line ${kind}"><div class="code">${html}</div></div>`;

/** A block as Expressive Code draws it. */
function figure(lines: string[], copy: string, title = 'Terminal'): string {
  return (
    `<figure class="frame"><figcaption class="header"><span class="title">${title}</span></figcaption>` +
    `<pre><code>${lines.join('')}</code></pre><div class="copy"><button title="Copiar" data-code="${copy}"></button></div></figure>`
  );
}

const page = (body: string) => `<html><body><main>${body}</main></body></html>`;
const step = (ids: string, body: string) =>
  `<div class="dap-paso not-content" data-ejemplo="redes/dns" data-paso="${ids}">${body}</div>`;

const PROMPT = '<span class="k-prompt">$ </span>';

describe('what a page shows', () => {
  test('commands with their lines, outputs and exit codes', () => {
    const lines = [
      line('k-command k-wrap', `${PROMPT}<span>cat</span> &lt;&lt;'FIN' > a`),
      line('k-continuation', '<span class="k-prompt">> </span>uno'),
      line('k-continuation', '<span class="k-prompt">> </span>FIN'),
      line('k-command', `${PROMPT}false`),
      line('k-output', 'primera'),
      line('k-output', '\n'),
      line('k-output', 'a &amp; b'),
      line('k-exit', 'código de salida 7'),
    ];
    const copy = `cat &lt;&lt;'FIN' > a${DEL}uno${DEL}FIN${DEL}false`;
    expect(readShown(page(step('crear fallar', figure(lines, copy))), '/redes/dns/')).toEqual([
      {
        kind: 'commands',
        example: 'redes/dns',
        ids: ['crear', 'fallar'],
        commands: [
          { text: "cat <<'FIN' > a\nuno\nFIN", output: '', exitCode: 0 },
          { text: 'false', output: 'primera\n\na & b', exitCode: 7 },
        ],
      },
    ]);
  });

  test('not what another engine answers, nor what is outside of the text', () => {
    const own = figure([line('k-command', `${PROMPT}true`)], 'true');
    const variant = `<details class="dap-variante">${figure([line('k-command', `${PROMPT}false`)], 'false')}</details>`;
    const html = `${step('otro', own)}${page(step('uno', own + variant))}`;
    expect(readShown(html, '/x/').map((shown) => 'ids' in shown && shown.ids)).toEqual([['uno']]);
  });

  test('not what is only to be looked at', () => {
    const own = step('uno', figure([line('k-command', `${PROMPT}true`)], 'true'));
    const look = own.replace('data-paso="uno"', 'data-paso="uno" data-muestra=""');
    expect(look).not.toBe(own);
    expect(readShown(page(look), '/')).toEqual([]);
  });

  test('a change of a file, with the indent that the copy has', () => {
    const lines = [
      line('', 'web:'),
      line('highlight del', '  imagen: a'),
      line('highlight ins', '  image: a'),
    ];
    const edit = figure(lines, `  web:${DEL}    image: a`, 'Cambio en compose.yaml: Otro puerto');
    expect(readShown(page(step('corregir', edit)), '/x/')).toEqual([
      {
        ...{ kind: 'edit', example: 'redes/dns', ids: ['corregir'], file: 'compose.yaml' },
        hunk: ['   web:', '-    imagen: a', '+    image: a'],
      },
    ]);
  });

  test('the working folder, and the page that this one continues', () => {
    const folder = `<aside class="dap-carpeta" data-ejemplo="redes/dns" data-solo-zip="foto.png">${figure([], `mkdir -p ~/dns${DEL}cd ~/dns`)}</aside>`;
    const goesOn =
      '<aside class="dap-carpeta" data-ejemplo="redes/dns" data-continua="/redes/otra/"></aside>';
    expect(readShown(page(folder + goesOn), '/x/')).toEqual([
      {
        ...{ kind: 'folder', example: 'redes/dns', script: 'mkdir -p ~/dns\ncd ~/dns' },
        onlyArchived: ['foto.png'],
      },
      { kind: 'continues', example: 'redes/dns', page: '/redes/otra/' },
    ]);
  });

  test('a button that copies something else than what is seen is refused', () => {
    const commands = step('uno', figure([line('k-command', `${PROMPT}true`)], 'false'));
    expect(() => readShown(page(commands), '/x/')).toThrow(
      '/x/: el botón de copiar de «redes/dns» (uno) da otra cosa',
    );
    const edit = step('uno', figure([line('highlight ins', 'a: 1')], 'a: 2', 'Cambio en x.yaml'));
    expect(() => readShown(page(edit), '/x/')).toThrow('da otra cosa');
  });
});
