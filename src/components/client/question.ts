/** Answers a question: shows why the chosen option is right or wrong. */
import { verdict } from '../question.ts';

class Question extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const button = this.querySelector('button');
    const status = this.querySelector('[role=status]');
    if (!form || !button || !status) return;
    const options = [...this.querySelectorAll<HTMLElement>('.dap-opcion')];
    button.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const chosen = options.findIndex((option) => option.querySelector('input')?.checked);
      const right = options.findIndex((option) => option.dataset.correcta !== undefined);
      for (const [index, option] of options.entries()) {
        const why = option.querySelector('p');
        if (why) why.hidden = index !== chosen;
        option.toggleAttribute('data-elegida', index === chosen);
      }
      status.textContent = verdict(chosen < 0 ? undefined : chosen, right);
    });
  }
}

customElements.define('dap-pregunta', Question);
