/** Filters the rows of the verification page, opens the claim that the address names and brings its experiment. */
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
    for (const details of this.querySelectorAll('details')) {
      details.addEventListener('toggle', () => showExperiment(details), { once: true });
    }
    this.#openTarget();
    addEventListener('hashchange', () => this.#openTarget());
  }

  #openTarget(): void {
    const id = idIn(location.hash);
    const target = id ? document.getElementById(id) : null;
    if (target instanceof HTMLDetailsElement) target.open = true;
  }
}

/** The id that a fragment names: that of a hand-written address may be no text at all (`#%`). */
function idIn(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}

/** Puts the experiment of a claim in place of the link to it; without a network the link stays. */
async function showExperiment(details: HTMLDetailsElement): Promise<void> {
  const link = details.querySelector<HTMLAnchorElement>('.experimento');
  const response = link && (await fetch(link.href).catch(() => undefined));
  if (!response?.ok) return;
  const block = document.createElement('pre');
  block.tabIndex = 0;
  block.setAttribute('role', 'group');
  block.setAttribute('aria-label', `Experimento de ${details.id}`);
  block.textContent = await response.text();
  link?.closest('p')?.after(block);
}

customElements.define('dap-verificacion', Verification);
