/** Opens the search; everything else arrives with the first opening. */

/** Asks, on the window, to open the search with the text of its detail. */
export const SEARCH_EVENT = 'dap-buscar';

class SearchButton extends HTMLElement {
  #toggle: Promise<(text?: string) => void> | undefined;

  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => this.#open());
    addEventListener(SEARCH_EVENT, (event) => this.#open(String((event as CustomEvent).detail)));
    addEventListener('keydown', (event) => {
      const modified = event.ctrlKey || event.metaKey;
      // Ctrl+Shift+K and Alt+/ are the browser's.
      const shortcut = modified && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k';
      const slash = event.key === '/' && !modified && !event.altKey && !isTyping(event.target);
      if (!shortcut && !slash) return;
      event.preventDefault();
      this.#open();
    });
  }

  async #open(text?: string): Promise<void> {
    const base = this.dataset.base ?? '/';
    this.#toggle ??= import('./dialog.ts').then(({ createSearch }) => createSearch(base));
    (await this.#toggle)(text);
  }
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  // For an instant after a dialog closes, its field still has the focus.
  if (target.closest('dialog:not([open])')) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

customElements.define('dap-buscador', SearchButton);
