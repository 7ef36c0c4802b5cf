/** Writes what a new page begins with. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readClaimTests } from '../../src/guide/claim-tests.ts';
import { SetupError } from '../setup/progress.ts';
import { addToOrder } from './order.ts';
import { claimText, type Names, pageText, pathsOf, SESSION_TEXT } from './plan.ts';

/**
 * Writes page, example and claim below `root`, all or nothing.
 * @returns the paths of what was written, relative to the root
 * @throws SetupError in Spanish when one of them is there already
 */
export function writePage(root: string, names: Names): string[] {
  const paths = pathsOf(names);
  const present = Object.values(paths).filter((path) => existsSync(join(root, path)));
  if (present.length > 0) {
    throw new SetupError(
      `Ya existe ${present.join(' y ')}, y no se ha escrito nada.\n  Cómo arreglarlo: elige otro nombre, con --ejemplo si lo que existe es el ejemplo, o edita lo que hay.`,
    );
  }
  const claimed = readClaimTests(root).find(({ id }) => id === names.claim);
  if (claimed) {
    throw new SetupError(
      `Ya hay una afirmación «${names.claim}», en ${claimed.file}:${claimed.line}, y no se ha escrito nada.\n  Cómo arreglarlo: elige otro nombre con --afirmacion.`,
    );
  }
  const texts: Record<string, string> = {
    [paths.page]: pageText(names),
    [paths.session]: SESSION_TEXT,
    [paths.claim]: claimText(names),
  };
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const list = addToOrder(root, names.topic, names.page);
  return [...Object.keys(texts), list];
}
