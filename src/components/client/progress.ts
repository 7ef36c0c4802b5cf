/** On every page: the mark of the pages that were read, the button that marks this one, and what was left half done. */
import { pageIn } from '../progress/page-in.ts';
import { type Progress, withDone, withRead } from '../progress/progress.ts';
import { changeProgress, now, onProgress, readProgress, remembers } from './progress-store.ts';

/** Where pages of the guide are listed: the menu, and what says of itself that it is a list of them. */
const LISTS = '.sidebar ul ul a[href], [data-dap-paginas] a[href]';
/** The first page of a topic lists its pages too. */
const TOPIC_LISTS = `${LISTS}, .sl-markdown-content :is(li, td) a[href]:not(.dap-termino)`;

class Read extends HTMLElement {
  connectedCallback(): void {
    const { base = '/', pagina: page } = this.dataset;
    if (!remembers()) return;
    const before = readProgress().last;
    const isTopic = page !== undefined && !page.includes('/');
    onProgress((progress) => {
      for (const link of document.querySelectorAll<HTMLAnchorElement>(isTopic ? TOPIC_LISTS : LISTS))
        mark(link, !link.hash && progress.read[pageIn(link.pathname, base)] !== undefined);
    });
    for (const box of document.querySelectorAll<HTMLElement>('[data-dap-hecho]')) bind(box);
    for (const box of document.querySelectorAll<HTMLElement>('[data-dap-seguir]')) goOn(box, before, base);
    if (page) this.#offer(page);
  }

  #offer(page: string): void {
    const button = this.querySelector('button');
    if (!button) return;
    const title = document.querySelector('h1')?.textContent?.trim() ?? page;
    changeProgress((progress) => ({ ...progress, last: { page, title, date: now() } }));
    this.hidden = false;
    button.addEventListener('click', () => {
      const isRead = button.dataset.leida !== undefined;
      changeProgress((progress) => withRead(progress, page, isRead ? undefined : now()));
    });
    onProgress(({ read }) => {
      button.toggleAttribute('data-leida', page in read);
      button.textContent = page in read ? 'Leída (desmarcar)' : 'Marcar como leída';
    });
  }
}

function mark(link: HTMLElement, isRead: boolean): void {
  const there = link.querySelector('.dap-ya-leida');
  if (!isRead) there?.remove();
  else if (!there) {
    const sign = document.createElement('span');
    sign.className = 'dap-ya-leida';
    const words = document.createElement('span');
    words.className = 'sr-only';
    words.textContent = ' (leída)';
    sign.append(words);
    link.append(sign);
  }
}

/** A box that an exercise offers: `<label data-dap-hecho="ejercicio:redes/x" hidden><input type="checkbox">…`. */
function bind(box: HTMLElement): void {
  const name = box.dataset.dapHecho;
  const input = box.querySelector<HTMLInputElement>('input[type=checkbox]');
  if (!name || !input) return;
  box.hidden = false;
  input.addEventListener('change', () =>
    changeProgress((progress) => withDone(progress, name, input.checked ? now() : undefined)),
  );
  onProgress((progress) => {
    input.checked = name in progress.done;
  });
}

/** A link to the page that was open last, where something offers it: `<p data-dap-seguir hidden></p>`. */
function goOn(box: HTMLElement, last: Progress['last'], base: string): void {
  if (!last) return;
  const link = document.createElement('a');
  link.href = `${base}${last.page}/`;
  link.textContent = last.title;
  box.replaceChildren('Sigue donde lo dejaste: ', link);
  box.hidden = false;
}

customElements.define('dap-leida', Read);
