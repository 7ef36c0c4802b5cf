/** «3 ejemplos», «1 afirmación», or an empty text for none. */
export function countLabel(count: number, one: string, many: string = `${one}s`): string {
  if (count === 0) return '';
  return `${count} ${count === 1 ? one : many}`;
}
