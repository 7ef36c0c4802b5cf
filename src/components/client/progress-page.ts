/** «Tu progreso»: counts what is done, and lets one take it away, bring it and delete it. */
import { merge, type Progress, parseProgress, tally } from '../progress/progress.ts';
import { changeProgress, forgetProgress, onProgress, readProgress, remembers } from './progress-store.ts';

const FILE = 'docker-a-prueba-progreso.json';

class ProgressPage extends HTMLElement {
  connectedCallback(): void {
    if (!remembers()) return;
    this.hidden = false;
    const status = this.querySelector<HTMLElement>('[role=status]');
    const confirm = this.querySelector<HTMLElement>('[data-confirmar]');
    const ask = this.querySelector<HTMLElement>('[data-hace=preguntar]');
    const input = this.querySelector<HTMLInputElement>('input[type=file]');
    if (!status || !confirm || !ask || !input) return;
    onProgress((progress) => this.#count(progress));
    const asking = (isAsking: boolean) => {
      confirm.hidden = !isAsking;
      (isAsking ? confirm.querySelector('button') : ask)?.focus();
    };
    this.addEventListener('click', ({ target }) => {
      const does = (target as HTMLElement).dataset.hace;
      if (does === 'llevar') download(readProgress());
      else if (does === 'preguntar') asking(true);
      else if (does === 'dejar') asking(false);
      else if (does === 'borrar') {
        forgetProgress();
        asking(false);
        status.textContent = 'Borrado.';
      }
    });
    input.addEventListener('change', async () => {
      const [file] = input.files ?? [];
      if (!file) return;
      status.textContent = bring(await file.text(), file.name);
      input.value = '';
    });
  }

  #count(progress: Progress): void {
    for (const row of this.querySelectorAll<HTMLTableRowElement>('tr[data-tema]')) {
      const pages = listOf(row.dataset.paginas);
      const questions = listOf(row.dataset.preguntas);
      const { read, answered, right, done } = tally(progress, row.dataset.tema ?? '', pages, questions);
      const cells = [
        `${read} de ${pages.length}`,
        `${answered} de ${questions.length}`,
        String(right),
        String(done),
      ];
      for (const [index, text] of cells.entries()) {
        const cell = row.cells[index + 1];
        if (cell) cell.textContent = text;
      }
    }
  }
}

/** Adds to what is done what a file says. */
function bring(text: string, name: string): string {
  const brought = parseProgress(text);
  if (!brought) return `«${name}» no es un progreso de esta guía: no se ha cambiado nada.`;
  const kept = changeProgress((mine) => merge(mine, brought));
  return kept ? 'Traído: se ha juntado con lo que había.' : 'No se ha podido guardar en este navegador.';
}

function download(progress: Progress): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(
    new Blob([JSON.stringify(progress, null, 1)], { type: 'application/json' }),
  );
  link.download = FILE;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function listOf(text = ''): string[] {
  return text.split(' ').filter(Boolean);
}

customElements.define('dap-progreso', ProgressPage);
