/** `curl` on the reader's own machine: only to what the session publishes. */
import { Refusal } from './refusal.ts';
import type { State } from './state.ts';

const CURL_FLAG = /^-[sSIifv]+$/;
const CURL_VALUE: Record<string, RegExp> = {
  '-o': /^\/dev\/null$/,
  '-w': /^(?!@)(?!.*%output).*$/s,
  '-d': /^[^@]/,
  '-X': /^[A-Z]+$/,
  '-H': /^[^@]/,
  '-m': /^\d+$/,
  '--max-time': /^\d+$/,
};
const OWN_URL = /^(?:http:\/\/)?(?:localhost|127\.0\.0\.1):(\d+)(?:\/[\w./?=&%-]*)?$/;

/** Only what the session publishes: on any other port something of the reader's may answer. */
export function checkCurl(args: string[], state: State): void {
  const urls: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] as string;
    if (!arg.startsWith('-')) {
      urls.push(arg);
      continue;
    }
    if (CURL_FLAG.test(arg)) continue;
    const allowed = Object.hasOwn(CURL_VALUE, arg) ? CURL_VALUE[arg] : undefined;
    const value = args[++at];
    if (!allowed?.test(value ?? ''))
      throw new Refusal(`usa «curl ${arg}»${allowed ? ` con «${value}»` : ''}`);
  }
  if (urls.length === 0) throw new Refusal('no dice a quién pide');
  for (const url of urls) {
    const port = Number(OWN_URL.exec(url)?.[1] ?? Number.NaN);
    if (!state.ports.has(port)) throw new Refusal(`pide a «${url}», que no publica antes esta sesión`);
  }
}
