/** What the reader has done, in this browser and nowhere else. Without storage, nothing is remembered and nothing breaks. */
import { nothingDone, type Progress, parseProgress, STORAGE_KEY } from '../progress/progress.ts';

/** Fired on the document when something was done, in this tab or in another. */
const CHANGED = 'dap-progreso';

/** Whether this browser remembers. */
export function remembers(): boolean {
  try {
    localStorage.getItem(STORAGE_KEY);
    return true;
  } catch {
    return false;
  }
}

/** What is done so far. */
export function readProgress(): Progress {
  try {
    return parseProgress(localStorage.getItem(STORAGE_KEY) ?? '') ?? nothingDone();
  } catch {
    return nothingDone();
  }
}

/**
 * Changes what is kept: read again each time, for other tabs.
 * @returns whether it could be kept: there may be no room
 */
export function changeProgress(change: (progress: Progress) => Progress): boolean {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(change(readProgress())));
  } catch {
    return false;
  }
  document.dispatchEvent(new Event(CHANGED));
  return true;
}

/** Forgets everything. */
export function forgetProgress(): void {
  try {
    localStorage.removeItem(STORAGE_KEY);
  } catch {}
  document.dispatchEvent(new Event(CHANGED));
}

/** Runs something now and whenever what is done changes. */
export function onProgress(run: (progress: Progress) => void): void {
  const tell = () => run(readProgress());
  document.addEventListener(CHANGED, tell);
  addEventListener('storage', ({ key }) => {
    if (key === STORAGE_KEY || key === null) tell();
  });
  tell();
}

/** The moment, as it is kept. */
export function now(): string {
  return new Date().toISOString();
}
