/** Whether a text holds every word of a filter, without regard to case or accents. */
export function matchesAll(text: string, filter: string): boolean {
  const plain = fold(text);
  return fold(filter)
    .split(/\s+/)
    .every((word) => plain.includes(word));
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}
