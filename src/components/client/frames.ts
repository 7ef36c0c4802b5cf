/** Shows a drawing by steps one frame at a time; nothing moves: a frame takes the place of another. */

class Frames extends HTMLElement {
  #frames: HTMLElement[] = [];
  #at = 0;
  #back = button('Anterior', 'ArrowLeft');
  #forward = button('Siguiente', 'ArrowRight');
  #place = document.createElement('span');
  #caption = document.createElement('p');

  connectedCallback(): void {
    this.#frames = [...this.querySelectorAll<HTMLElement>('li')];
    if (this.#frames.length < 2 || this.dataset.listo !== undefined) return;
    const controls = document.createElement('div');
    controls.className = 'dap-mandos';
    controls.append(this.#back, this.#place, this.#forward);
    this.#caption.className = 'dap-leyenda';
    this.#caption.setAttribute('aria-live', 'polite');
    this.#caption.setAttribute('aria-atomic', 'true');
    this.prepend(controls);
    this.append(this.#caption);
    this.#back.addEventListener('click', () => this.#go(-1));
    this.#forward.addEventListener('click', () => this.#go(1));
    controls.addEventListener('keydown', ({ key }) => {
      if (key === 'ArrowLeft') this.#go(-1);
      if (key === 'ArrowRight') this.#go(1);
    });
    this.dataset.listo = '';
    this.#go(0);
  }

  #go(by: number): void {
    const last = this.#frames.length - 1;
    this.#at = Math.max(0, Math.min(last, this.#at + by));
    for (const [index, frame] of this.#frames.entries())
      frame.toggleAttribute('data-visto', index === this.#at);
    this.#place.textContent = `${this.#at + 1} de ${this.#frames.length}`;
    this.#caption.textContent = this.#frames[this.#at]?.querySelector('figcaption')?.textContent ?? '';
    // Not `disabled`: the button that was pressed must not lose the focus.
    this.#back.setAttribute('aria-disabled', String(this.#at === 0));
    this.#forward.setAttribute('aria-disabled', String(this.#at === last));
  }
}

function button(text: string, shortcut: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'dap-boton dap-boton-claro';
  made.textContent = text;
  made.setAttribute('aria-keyshortcuts', shortcut);
  return made;
}

customElements.define('dap-vinetas', Frames);
