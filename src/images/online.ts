import { readVariable } from '../config/env.ts';
import { recall, remember } from './memory.ts';

const MINUTE = 60_000;

/** Whether Docker Hub answers from this machine. Asked at most every ten minutes. */
export async function hubAnswers(): Promise<boolean> {
  const forced = readVariable('DAP_HUB');
  if (forced === 'si' || forced === 'no') return forced === 'si';
  const known = await recall<boolean>('docker-hub');
  if (known && Date.now() - known.at < 10 * MINUTE) return known.value;
  const value = await probe();
  await remember('docker-hub', value);
  return value;
}

/** A registry answers 401 to a request without a token; a captive portal or a firewall does not. */
async function probe(): Promise<boolean> {
  try {
    const response = await fetch('https://registry-1.docker.io/v2/', { signal: AbortSignal.timeout(3000) });
    return response.status === 401 && response.headers.has('www-authenticate');
  } catch {
    return false;
  }
}
