/** «3 ejemplos», «1 afirmación», or an empty text for none. */
export function countLabel(count: number, one: string, many: string = `${one}s`): string {
  if (count === 0) return '';
  return `${count} ${count === 1 ? one : many}`;
}

/** «50 min», «2 h», «1 h 20 min». */
export function durationLabel(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`].filter(Boolean).join(' ');
}
