/** Opens the definition of a term beside it. One popover serves the whole page. */

const GAP = 6;
/** Scrolling farther than this leaves the definition away from its term. */
const FAR = 60;
let popover: HTMLElement | undefined;
let openedAt = 0;

function build(): HTMLElement {
  const box = document.createElement('div');
  box.className = 'dap-glosa';
  box.popover = 'auto';
  box.tabIndex = -1;
  box.setAttribute('role', 'dialog');
  document.body.append(box);
  return box;
}

function fill(box: HTMLElement, term: DOMStringMap, href: string): void {
  const name = document.createElement('strong');
  name.textContent = term.termino ?? '';
  const english = document.createElement('i');
  english.lang = 'en';
  english.textContent = term.ingles ?? '';
  const link = document.createElement('a');
  link.href = href;
  link.textContent = 'Ver en el glosario';
  const different =
    english.textContent && english.textContent.toLowerCase() !== name.textContent.toLowerCase();
  box.setAttribute('aria-label', `Definición de ${name.textContent}`);
  box.replaceChildren(name, ...(different ? [' (', english, ')'] : []), `: ${term.definicion}. `, link);
}

function place(box: HTMLElement, anchor: Element): void {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = box;
  const below = at.bottom + GAP + height <= innerHeight;
  box.style.left = `${Math.max(GAP, Math.min(at.left, innerWidth - width - GAP))}px`;
  box.style.top = `${Math.max(GAP, below ? at.bottom + GAP : at.top - height - GAP)}px`;
}

class Term extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    if (!link || !('popover' in HTMLElement.prototype)) return;
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      popover ??= build();
      fill(popover, this.dataset, link.href);
      popover.showPopover();
      place(popover, link);
      openedAt = scrollY;
      popover.focus({ preventScroll: true });
    });
  }
}

customElements.define('dap-termino', Term);

function closeWhenFar(): void {
  if (popover?.matches(':popover-open') && Math.abs(scrollY - openedAt) > FAR) popover.hidePopover();
}

addEventListener('scroll', closeWhenFar, { passive: true });
