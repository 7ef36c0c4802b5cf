/** Another value for what an author chose: a limit, a port, a mode, a duration. */

const SIZE = /^(\d+(?:\.\d+)?)([bkmgt]i?b?)?$/i;
const DURATION = /^(\d+)(ms|s|m|h)$/;
const FACTOR = 8;

/** Eight times a number or a size, `64m` → `512m`; undefined when the text is neither. */
export function biggerSize(value: string): string | undefined {
  const match = SIZE.exec(value);
  if (!match) return undefined;
  const bigger = Number(match[1]) * FACTOR || 1;
  return `${bigger}${match[2] ?? ''}`;
}

/** Ten times a duration, `2s` → `20s`. */
export function longerDuration(value: string): string | undefined {
  const match = DURATION.exec(value);
  return match ? `${Number(match[1]) * 10}${match[2]}` : undefined;
}

/** Published ports changed one way at a time: another port of the host, and all addresses instead of one. */
export function otherPublications(value: string): string[] {
  const match = /^((?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:]+\]):)?(\d+)(:\d+(?:\/\w+)?)$/.exec(value);
  if (!match) return [];
  const [, address = '', host, rest] = match as unknown as [string, string | undefined, string, string];
  const results = [`${address}${Number(host) + 1}${rest}`];
  if (address && address !== '0.0.0.0:') results.push(`${host}${rest}`);
  return results;
}

/** A mount that may be written although the author said that it may not; undefined when he did not. */
export function writableMount(value: string): string | undefined {
  if (/:ro$/.test(value)) return value.slice(0, -3);
  if (/:ro,/.test(value)) return value.replace(/:ro,/, ':');
  const bare = value.replace(/,(?:ro|readonly)(?:=true)?(?=,|$)/, '');
  return bare === value ? undefined : bare;
}

const CONDITIONS: Record<string, string> = {
  service_healthy: 'service_started',
  service_completed_successfully: 'service_started',
};

/** The other side of a yes or no, or of a condition of Compose. */
export function flipped(value: string): string | undefined {
  if (value === 'true') return 'false';
  if (value === 'false') return 'true';
  return CONDITIONS[value];
}
