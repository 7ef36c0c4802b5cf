/** A short name for a text, the same today and tomorrow: what is remembered in a browser is remembered by it. */

/** 32 bits of the text, well mixed (FNV-1a and the last step of MurmurHash3). */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The same as text: digits and lower-case letters. */
export function shortHash(text: string): string {
  return hash32(text).toString(36);
}
