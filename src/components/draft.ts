import { readVariable } from '../config/env.ts';

/**
 * While one writes, what does not exist yet is shown as a notice; a build to publish stops instead.
 * DAP_BORRADOR=1 asks for notices in a build too.
 */
export function allowsDrafts(): boolean {
  return import.meta.env.DEV || readVariable('DAP_BORRADOR') === '1';
}

/**
 * Something that a page asks for and does not exist.
 * @returns the notice to show, when drafts are allowed
 * @throws Error with what is missing and the remedy, otherwise
 */
export function missing(page: string, message: string, remedy: string): string {
  const text = `${page}: ${message}\n  Cómo arreglarlo: ${remedy}`;
  if (!allowsDrafts()) throw new Error(text);
  return text;
}
