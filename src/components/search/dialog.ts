/** The search dialog; loaded the first time that someone opens it. */
import { KIND_LABELS, KINDS } from '../../guide/kinds.ts';
import styles from './dialog.css?url&no-inline';
import { searchFor } from './engine.ts';
import type { FoundPage, Index } from './found.ts';
import { onKey } from './keyboard.ts';
import { IndexError, loadIndex } from './load-index.ts';
import { failureMessage, resultMessage } from './messages.ts';
import { bestSections, destination } from './sections.ts';

const MAX_RESULTS = 8;
const DELAY_MS = 120;

/** Builds the dialog once and returns the function that opens it, with a text to search for, or closes it. */
export function createSearch(base: string): (text?: string) => void {
  const dialog = document.createElement('dialog');
  dialog.className = 'dap-busqueda';
  dialog.setAttribute('aria-label', 'Buscar en la guía');
  dialog.innerHTML = `
    <div class="dap-busqueda-barra">
      <input type="search" aria-label="Buscar" placeholder="Una palabra, una orden o un mensaje de error" aria-controls="dap-resultados" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" />
      <button type="button">Cerrar</button>
    </div>
    <fieldset><legend class="sr-only">Tipo de página</legend>${kindChoices()}</fieldset>
    <p role="status" aria-live="polite"></p>
    <ol id="dap-resultados"></ol>`;
  const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: styles });
  document.head.append(sheet);
  document.body.append(dialog);
  connect(dialog, base);
  return (text) => (dialog.open ? dialog.close() : open(dialog, text));
}

function open(dialog: HTMLDialogElement, text?: string): void {
  dialog.showModal();
  const input = dialog.querySelector('input');
  if (input && text !== undefined) {
    // A field of one line drops line feeds, and would join their words.
    input.value = text.replace(/\s+/g, ' ');
    input.dispatchEvent(new Event('input'));
  }
  input?.focus();
  input?.select();
}

function kindChoices(): string {
  const choices = [
    { value: '', label: 'Todo' },
    ...KINDS.map((kind) => ({ value: KIND_LABELS[kind].label, label: KIND_LABELS[kind].label })),
  ];
  return choices
    .map(
      ({ value, label }) =>
        `<label><input type="radio" name="dap-tipo" value="${value}"${value ? '' : ' checked'} /><span>${label}</span></label>`,
    )
    .join('');
}

function connect(dialog: HTMLDialogElement, base: string): void {
  const input = dialog.querySelector<HTMLInputElement>('input[type=search]') as HTMLInputElement;
  const status = dialog.querySelector('[role=status]') as HTMLElement;
  const list = dialog.querySelector('ol') as HTMLElement;
  let index: Promise<Index> | undefined;
  let turn = 0;
  let timer = 0;

  const run = async () => {
    const mine = ++turn;
    index ??= loadIndex(base);
    try {
      const kind = dialog.querySelector<HTMLInputElement>('input[type=radio]:checked')?.value ?? '';
      const answer = await searchFor(await index, input.value, kind, MAX_RESULTS);
      if (mine !== turn) return;
      status.textContent = resultMessage(input.value, answer.total, answer.changed);
      const query = input.value;
      list.replaceChildren(...answer.pages.map((page) => renderPage(page, query)));
      // Tells who waits which question is answered.
      list.dataset.responde = input.value;
      list.dataset.tipo = kind;
    } catch (error) {
      if (mine !== turn) return;
      if (error instanceof IndexError) index = undefined;
      console.error(error);
      status.textContent = failureMessage(error);
    }
  };
  const later = () => {
    clearTimeout(timer);
    timer = window.setTimeout(run, DELAY_MS);
  };

  input.addEventListener('input', later);
  dialog.querySelector('fieldset')?.addEventListener('change', run);
  dialog.querySelector('button')?.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    const onBackdrop = event.target === dialog;
    if (onBackdrop || (event.target as Element).closest('ol a')) dialog.close();
  });
  dialog.addEventListener('keydown', (event) => onKey(event, dialog, input, list));
}

function renderPage(page: FoundPage, query: string): HTMLElement {
  const item = document.createElement('li');
  const title = document.createElement('a');
  title.href = page.url;
  title.textContent = page.meta.title ?? page.url;
  const kind = page.filters.tipo?.[0];
  item.append(title);
  if (kind) {
    const badge = document.createElement('small');
    badge.textContent = kind;
    item.append(' ', badge);
  }
  const parts = bestSections(page, 2);
  const target = destination(page, query);
  if (parts.length === 0) item.append(paragraph(page.excerpt));
  for (const part of parts) {
    const text = paragraph(part.excerpt);
    const link = document.createElement('a');
    link.href = part.url;
    link.textContent = part.title;
    text.prepend(link, ' ');
    item.append(text);
  }
  const links = [...item.querySelectorAll('a')];
  // What Enter opens.
  (links.find((link) => link.getAttribute('href') === target) ?? title).dataset.destino = '';
  return item;
}

/** An excerpt is text with `<mark>`; anything else in it is dropped. */
function paragraph(excerpt: string): HTMLElement {
  const parsed = new DOMParser().parseFromString(excerpt, 'text/html');
  const result = document.createElement('p');
  for (const node of parsed.body.childNodes) {
    const mark = node.nodeName === 'MARK' ? document.createElement('mark') : undefined;
    if (mark) mark.textContent = node.textContent;
    result.append(mark ?? node.textContent ?? '');
  }
  return result;
}
