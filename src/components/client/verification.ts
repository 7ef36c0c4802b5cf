/** Filters the rows of the verification page and opens the claim that the address names. */
import { matchesAll } from '../text-filter.ts';

class Verification extends HTMLElement {
  connectedCallback(): void {
    const box = this.querySelector<HTMLElement>('.filtro');
    const input = this.querySelector<HTMLInputElement>('.filtro input');
    const status = this.querySelector('[role=status]');
    if (!box || !input || !status) return;
    const rows = [...this.querySelectorAll<HTMLElement>('[data-fila]')];
    box.hidden = rows.length === 0;
    input.addEventListener('input', () => {
      for (const row of rows) row.hidden = !matchesAll(`${row.id} ${row.textContent}`, input.value);
      const visible = rows.filter((row) => !row.hidden).length;
      status.textContent = input.value ? `${visible} de ${rows.length}` : '';
    });
    this.#openTarget();
    addEventListener('hashchange', () => this.#openTarget());
  }

  #openTarget(): void {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id ? document.getElementById(id) : null;
    if (target instanceof HTMLDetailsElement) target.open = true;
  }
}

customElements.define('dap-verificacion', Verification);
