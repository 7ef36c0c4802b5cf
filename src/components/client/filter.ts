/** Hides the rows of a list that do not hold every word of its filter, and the sections left without rows. */
import { matchesAll } from '../text-filter.ts';

class Filter extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const input = form?.querySelector('input');
    const status = this.querySelector('[role=status]');
    if (!form || !input || !status) return;
    const rows = [...this.querySelectorAll<HTMLElement>('[data-fila]')];
    // Without JavaScript the form would do nothing: it stays hidden, and the list whole.
    form.hidden = false;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', () => {
      for (const row of rows) row.hidden = !matchesAll(row.textContent ?? '', input.value);
      for (const group of this.querySelectorAll('section'))
        group.hidden = !group.querySelector('[data-fila]:not([hidden])');
      const visible = rows.filter((row) => !row.hidden).length;
      status.textContent = input.value ? `${visible} de ${rows.length}` : '';
    });
  }
}

customElements.define('dap-filtro', Filter);
