/** Shows the current page in the menu: on entry from elsewhere it may lie below what is seen. */
const menu = document.getElementById('starlight__sidebar');

function showCurrent(): void {
  menu?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest' });
}

// On a phone the menu opens later.
menu?.addEventListener('toggle', showCurrent);
showCurrent();
