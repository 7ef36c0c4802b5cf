/** Opens the search; everything else arrives with the first opening. */

class SearchButton extends HTMLElement {
  #toggle: Promise<() => void> | undefined;

  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => this.#open());
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

  async #open(): Promise<void> {
    const base = this.dataset.base ?? '/';
    this.#toggle ??= import('./dialog.ts').then(({ createSearch }) => createSearch(base));
    (await this.#toggle)();
  }
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  // For an instant after a dialog closes, its field still has the focus.
  if (target.closest('dialog:not([open])')) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

customElements.define('dap-buscador', SearchButton);
