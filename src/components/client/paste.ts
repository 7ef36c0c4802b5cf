/** A field that opens the search with what is pasted or written in it. */
import { SEARCH_EVENT } from '../search/button.ts';

class PasteBox extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const field = this.querySelector('textarea');
    if (!form || !field) return;
    form.hidden = false;
    if (this.dataset.direccion !== undefined) field.value = wordsOf(location.pathname);
    const search = () => {
      const text = field.value.trim();
      if (text) dispatchEvent(new CustomEvent(SEARCH_EVENT, { detail: text }));
    };
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      search();
    });
    // The field holds what is pasted only afterwards.
    field.addEventListener('paste', () => setTimeout(search));
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey) return;
      event.preventDefault();
      search();
    });
  }
}

/** `/redes/puerto-ocupado/` → `puerto ocupado`: its last part says most. */
function wordsOf(path: string): string {
  const parts = path.split('/').filter((part) => part && !/^404(\.html)?$/.test(part));
  try {
    return decodeURIComponent(parts.at(-1) ?? '')
      .replace(/\.html?$/, '')
      .replace(/[-_+]+/g, ' ');
  } catch {
    return '';
  }
}

customElements.define('dap-pegar', PasteBox);
