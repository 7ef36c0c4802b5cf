import { mark } from './identity.ts';

/**
 * A process id: 0 and 1 say something and stay. Those of a host are one process each, in every step. Small ones are
 * those of a container, where each `docker exec` draws the next, and two containers have the same: no identity.
 */
export function pid(value: string): string {
  const number = Number(value);
  if (number <= 1) return value;
  return number < 100 ? '<PID>' : mark('PID', value);
}
