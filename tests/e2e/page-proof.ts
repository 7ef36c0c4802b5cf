/** A look at a page is a proof too: the same page, with the same assets in the same browser, needs no second one. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readVariable } from '../../src/config/env.ts';
import { filesBelow } from '../../src/machine/files-below.ts';
import { machineStore } from '../../src/proof/store.ts';
import { DIST, ROOT } from '../site/built.ts';

/** What looks and what serves, beside the page itself. */
const SOURCES = [
  'tests/e2e/',
  'scripts/setup/server.ts',
  'scripts/setup/static-files.ts',
  'package-lock.json',
];

const hash = (...parts: (string | Buffer)[]) => {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(createHash('sha256').update(part).digest());
  return sum.digest('hex').slice(0, 32);
};

let shared: string | undefined;

/** What all pages have in common: their assets, and who looks. */
function sharedHash(): string {
  const files = [join(DIST, '_headers'), ...filesBelow(join(DIST, '_astro'))];
  const sources = SOURCES.flatMap((entry) => filesBelow(join(ROOT, entry)));
  shared ??= hash(...[...files, ...sources].flatMap((file) => [file.slice(ROOT.length), readFileSync(file)]));
  return shared;
}

/**
 * @param what how it was looked at: `escritorio /redes/`
 * @param html the page as it was built
 * @param browser its version
 */
export function proofOfPage(what: string, html: string, browser: string) {
  const store = machineStore();
  const fingerprint = hash('page', what, browser, sharedHash(), html);
  const from = Date.now();
  return {
    /** Whether it was looked at before, with everything the same, and nothing was found. */
    isKnown: readVariable('DAP_SIN_REUSAR') !== '1' && store.find(fingerprint) !== undefined,
    /** Call when nothing was found. */
    proved(): void {
      const record = {
        what: `página ${what}`,
        date: new Date().toISOString(),
        ms: Date.now() - from,
        meta: {},
      };
      store.keep(fingerprint, record);
    },
  };
}
