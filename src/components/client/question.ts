/** Answers a question: says in one message how it turned out and why, and remembers it. */
import { withAnswer } from '../progress/progress.ts';
import { verdict } from '../question.ts';
import { changeProgress, now, onProgress } from './progress-store.ts';

class Question extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const button = form?.querySelector<HTMLButtonElement>('[type=submit]');
    if (!form || !button) return;
    const id = this.dataset.pregunta ?? '';
    button.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const chosen = form.querySelector<HTMLInputElement>('input:checked')?.value;
      this.#show(chosen);
      if (chosen === undefined) return;
      const right = this.#optionOf(chosen)?.dataset.correcta !== undefined;
      changeProgress((progress) => withAnswer(progress, id, { key: chosen, right, date: now() }));
      const recorded = this.querySelector<HTMLDetailsElement>('.dap-grabado');
      if (recorded) recorded.open = true;
    });
    onProgress(({ answers }) => this.#restore(answers[id]?.key));
  }

  /** Puts the question as it was left; an option that no longer exists leaves it unanswered. */
  #restore(key: string | undefined): void {
    const option = key === undefined ? undefined : this.#optionOf(key);
    const input = option?.querySelector('input');
    if (option?.dataset.estado) return;
    if (input) {
      input.checked = true;
      this.#show(key);
    } else if (this.querySelector('[data-estado]')) {
      this.querySelector('form')?.reset();
      this.#clear();
    }
  }

  #show(key: string | undefined): void {
    this.#clear();
    const status = this.querySelector<HTMLElement>('.dap-veredicto');
    const option = key === undefined ? undefined : this.#optionOf(key);
    const right = option && option.dataset.correcta !== undefined;
    const told = document.createElement('strong');
    told.textContent = verdict(right, this.dataset.prediccion !== undefined);
    const why = option?.querySelector('p')?.cloneNode(true).childNodes ?? [];
    status?.replaceChildren(told, ' ', ...why);
    if (right === undefined) return;
    const state = right ? 'bien' : 'mal';
    option?.setAttribute('data-estado', state);
    this.dataset.estado = state;
  }

  #clear(): void {
    this.querySelector('.dap-veredicto')?.replaceChildren();
    for (const marked of this.querySelectorAll('[data-estado]')) marked.removeAttribute('data-estado');
    delete this.dataset.estado;
  }

  #optionOf(key: string): HTMLElement | undefined {
    return [...this.querySelectorAll<HTMLElement>('[data-opcion]')].find(
      ({ dataset }) => dataset.opcion === key,
    );
  }
}

customElements.define('dap-pregunta', Question);
