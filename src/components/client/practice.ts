/** Keeps the score of the questions of a page, and lets one begin again. */
import { withAnswer } from '../progress/progress.ts';
import { changeProgress, onProgress, remembers } from './progress-store.ts';

class Practice extends HTMLElement {
  connectedCallback(): void {
    const status = this.querySelector('[role=status]');
    const button = this.querySelector('button');
    if (!status || !button || !remembers()) return;
    const ids = [...document.querySelectorAll<HTMLElement>('dap-pregunta')].map(
      ({ dataset }) => dataset.pregunta ?? '',
    );
    this.hidden = false;
    button.addEventListener('click', () =>
      changeProgress((progress) => ids.reduce((rest, id) => withAnswer(rest, id, undefined), progress)),
    );
    onProgress(({ answers }) => {
      const given = ids.flatMap((id) => answers[id] ?? []);
      const right = given.filter((answer) => answer.right).length;
      status.textContent = `Has respondido ${given.length} de ${ids.length}${given.length ? ` y acertado ${right}` : ''}.`;
      button.hidden = given.length === 0;
    });
  }
}

customElements.define('dap-practica', Practice);
