/** Filters the rows of a topic's proofs, opens the claim that the address names and brings its evidence. */
import type { Evidence } from '../evidence.ts';
import { matchesAll } from '../text-filter.ts';

class Verification extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const input = this.querySelector<HTMLInputElement>('form input');
    const state = this.querySelector<HTMLSelectElement>('form select');
    const status = this.querySelector('[role=status]');
    if (!form || !input || !status) return;
    const rows = [...this.querySelectorAll<HTMLElement>('[data-fila]')];
    form.hidden = rows.length === 0;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', () => {
      const wanted = state?.value ?? '';
      for (const row of rows) {
        const hasState = !wanted || row.dataset.estado === wanted;
        row.hidden = !hasState || !matchesAll(`${row.id} ${row.textContent}`, input.value);
      }
      for (const group of this.querySelectorAll('section'))
        group.hidden = !group.querySelector('[data-fila]:not([hidden])');
      const visible = rows.filter((row) => !row.hidden).length;
      status.textContent = input.value || wanted ? `${visible} de ${rows.length}` : '';
    });
    for (const details of this.querySelectorAll<HTMLDetailsElement>('details[data-fila]')) {
      details.addEventListener('toggle', () => showEvidence(details), { once: true });
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

/** Puts the evidence of a claim under the link to it; without a network the link stays alone. */
async function showEvidence(details: HTMLDetailsElement): Promise<void> {
  const link = details.querySelector<HTMLAnchorElement>('.experimento');
  const response = link && (await fetch(link.href.replace(/txt$/, 'json')).catch(() => undefined));
  if (!response?.ok) return;
  const { lines, code } = (await response.json()) as Evidence;
  const source = block(`Código de la prueba de ${details.id}`, [code]);
  if (lines.length === 0) {
    details.append(source);
    return;
  }
  const console = block(
    `Lo que se ejecutó para ${details.id}`,
    lines.map(([kind, text]) => {
      const line = document.createElement('span');
      line.className = `k-${kind}`;
      line.textContent = `${kind === 'exit' ? '✗ ' : ''}${text}\n`;
      return line;
    }),
  );
  const more = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = 'El código de la prueba';
  more.append(summary, source);
  details.append(console, more);
}

/** A block of text that scrolls, with a name for who does not see it. */
function block(name: string, content: (string | Node)[]): HTMLElement {
  const pre = document.createElement('pre');
  pre.tabIndex = 0;
  pre.setAttribute('role', 'group');
  pre.setAttribute('aria-label', name);
  pre.append(...content);
  return pre;
}

customElements.define('dap-verificacion', Verification);
