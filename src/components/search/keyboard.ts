/** The keys of the search dialog. */

/** Escape closes, the arrows go through the results, Enter opens what the first result leads to. */
export function onKey(
  event: KeyboardEvent,
  dialog: HTMLDialogElement,
  input: HTMLInputElement,
  list: HTMLElement,
): void {
  if (event.key === 'Escape') {
    // The field would keep the first one to empty itself.
    event.preventDefault();
    dialog.close();
  } else moveFocus(event, input, list);
}

function moveFocus(event: KeyboardEvent, input: HTMLInputElement, list: HTMLElement): void {
  const links = [...list.querySelectorAll<HTMLElement>('a')];
  const at = links.indexOf(document.activeElement as HTMLElement);
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const next = at + (event.key === 'ArrowDown' ? 1 : -1);
    if ((document.activeElement as HTMLInputElement)?.type === 'radio') return;
    event.preventDefault();
    (next < 0 ? input : (links[Math.min(next, links.length - 1)] ?? input)).focus();
  } else if (event.key === 'Enter' && document.activeElement === input) {
    event.preventDefault();
    list.querySelector<HTMLElement>('[data-destino]')?.click();
  }
}
