import { existsSync, readFileSync } from 'node:fs';

/** What decides how something is installed on this machine. */
export interface System {
  platform: NodeJS.Platform;
  isRoot: boolean;
  hasSystemd: boolean;
  /** Fields of /etc/os-release; empty where there is none. */
  release: Record<string, string>;
}

/** Reads the facts of this machine. */
export function readSystem(): System {
  const file = ['/etc/os-release', '/usr/lib/os-release'].find((path) => existsSync(path));
  return {
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    hasSystemd: existsSync('/run/systemd/system'),
    release: file ? parseOsRelease(readFileSync(file, 'utf8')) : {},
  };
}

/** Parses `KEY=value` lines with the optional quotes of a shell. */
export function parseOsRelease(text: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const line of text.split('\n')) {
    const match = /^([A-Z][A-Z0-9_]*)=(["']?)(.*)\2$/.exec(line.trim());
    if (match?.[1]) fields[match[1]] = (match[3] ?? '').replace(/\\(["'$`\\])/g, '$1');
  }
  return fields;
}

/** Where Debian's packages for this machine come from, or undefined when we cannot install from Debian. */
export type DebianRoad = 'distribution' | 'testing';

/**
 * Debian 13 and later have a recent enough Docker of their own; Debian 12 takes it from testing.
 * Derivatives (Ubuntu, Mint…) name their packages and versions in their own way: not ours to touch.
 */
export function debianRoad(release: Record<string, string>): DebianRoad | undefined {
  if (release.ID !== 'debian') return undefined;
  // testing and unstable carry no number
  if (release.VERSION_ID === undefined) return 'distribution';
  const version = Number.parseInt(release.VERSION_ID, 10);
  if (version >= 13) return 'distribution';
  return version === 12 ? 'testing' : undefined;
}

/** The system's name for people. */
export function systemName(system: System): string {
  if (system.platform === 'darwin') return 'macOS';
  if (system.platform === 'win32') return 'Windows';
  return system.release.PRETTY_NAME ?? system.platform;
}
