import { spawn } from 'node:child_process';
import { ROOT } from '../../src/config/paths.ts';

/** Runs a script of this repository with another installation of the images; says whether it went well. */
export function runChild(args: readonly string[], env: Readonly<Record<string, string>>): Promise<boolean> {
  console.log(`\n▸ ${args.join(' ')}`);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args], {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0));
  });
}
