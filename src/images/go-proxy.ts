import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where this machine gets Go modules from, as Go or its environment say; undefined leaves it to Go. */
export async function goProxy(): Promise<string | undefined> {
  if (process.env.GOPROXY) return process.env.GOPROXY;
  const answer = await run('go', ['env', 'GOPROXY']).catch(() => undefined);
  return answer?.stdout.trim() || undefined;
}
