// Plain JavaScript with nothing but built-ins: it also keeps apart the orders that install Node and the packages.
import { spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 500;
const REMIND_MS = 60_000;
const FREE = 'libre';

/**
 * Runs an action while no other process of this machine runs one under the same name.
 *
 * The lock is a series of files, `<file>.1`, `<file>.2`…, of which the last says who has it. Whoever finds that its owner
 * let go or died makes the next one, which only one can; nobody ever removes a last file, so nobody can take away a lock
 * that was taken since he looked.
 * @template T
 * @param {string} file what the lock is called
 * @param {{ what: string, patienceMs: number, onWait: (owner: number) => void }} options `what`: what somebody else is
 *   doing, for the message; `patienceMs`: how long at most we wait; `onWait`: told at once, and every minute after that
 * @param {() => Promise<T>} action
 * @returns {Promise<T>}
 * @throws Error when the lock cannot be written (a full or read-only disk) or is not free in time
 */
export async function withLock(file, { what, patienceMs, onWait }, action) {
  mkdirSync(dirname(file), { recursive: true });
  const start = performance.now();
  let told = Number.NEGATIVE_INFINITY;
  let taken = take(file);
  for (; typeof taken === 'number'; taken = take(file)) {
    const now = performance.now();
    if (now - start > patienceMs) throw new Error(tooLong(taken, what, patienceMs));
    if (now - told > REMIND_MS) {
      onWait(taken);
      told = now;
    }
    await sleep(POLL_MS);
  }
  try {
    return await action();
  } finally {
    const draft = writeDraft(file, FREE);
    renameSync(draft, taken);
  }
}

/**
 * @param {string} file
 * @returns {string | number} the file that makes it ours, or the process that has it
 */
function take(file) {
  const last = lastOf(file);
  if (last > 0) {
    const owner = ownerOf(`${file}.${last}`);
    if (owner) return owner;
  }
  const mine = `${file}.${last + 1}`;
  // A hard link to a file that already holds the owner: nobody ever sees a lock without one.
  const draft = writeDraft(file, identity(process.pid));
  try {
    linkSync(draft, mine);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return take(file);
  } finally {
    rmSync(draft, { force: true });
  }
  // Others have come and gone since we looked, and have removed the file that ours now replaces.
  if (lastOf(file) !== last + 1) {
    rmSync(mine, { force: true });
    return take(file);
  }
  removeBefore(file, last + 1);
  return mine;
}

/** @param {string} file */
function numbersOf(file) {
  const start = `${basename(file)}.`;
  return readdirSync(dirname(file))
    .filter((name) => name.startsWith(start) && /^\d+$/.test(name.slice(start.length)))
    .map((name) => Number(name.slice(start.length)));
}

/** @param {string} file */
function lastOf(file) {
  return Math.max(0, ...numbersOf(file));
}

/**
 * @param {string} file
 * @param {number} last
 */
function removeBefore(file, last) {
  for (const number of numbersOf(file)) {
    if (number >= last) continue;
    try {
      rmSync(`${file}.${number}`, { force: true });
    } catch {
      // Another user's: it means nothing any more, and does not hinder.
    }
  }
}

/**
 * @param {string} file
 * @param {string} content
 */
function writeDraft(file, content) {
  const draft = join(
    dirname(file),
    `${basename(file)}.${process.pid}-${Math.random().toString(36).slice(2)}`,
  );
  writeFileSync(draft, content);
  return draft;
}

/**
 * The live process that holds a lock, if one does.
 * @param {string} lock
 */
function ownerOf(lock) {
  let content;
  try {
    content = readFileSync(lock, 'utf8');
  } catch (error) {
    // Somebody made a later one and removed this one.
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  const pid = Number(content.split(' ')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return isAlive(pid) && content === identity(pid) ? pid : undefined;
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and is another user's.
    return codeOf(error) === 'EPERM';
  }
}

/**
 * A process and the moment at which it started: another process may come to have the number of a dead one.
 * @param {number} pid
 */
function identity(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Its name, in parentheses, may hold anything; the moment is the twentieth word after it.
    return `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
    return `${pid} ${(stdout ?? '').trim()}`;
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return /** @type {NodeJS.ErrnoException} */ (error).code;
}

/**
 * @param {number} owner
 * @param {string} what
 * @param {number} patienceMs
 */
function tooLong(owner, what, patienceMs) {
  return (
    `El proceso ${owner} lleva más de ${Math.round(patienceMs / 60_000)} min ${what}, y no se espera más.\n` +
    `  Cómo arreglarlo: mira qué hace (ps -fp ${owner}); si se quedó colgado, termínalo (kill ${owner}) y repite la orden.`
  );
}
