/** What claims of several pages share. */
import type { Run } from '../../support/claim.ts';

/** Writes a file in the sandbox's current folder. */
export function write(run: Run, path: string, text: string): Promise<string> {
  return run.ok(`cat > ${path} <<'FIN'\n${text}\nFIN`);
}
