import { createHash } from 'node:crypto';
import { BASE_CONFIG, CLASSES, DARK, LIGHT, MERMAID_VERSION, RENDERER_VERSION } from './config.ts';

/** Identifies a rendering: source, Mermaid, configuration and our own post-processing. */
export function sourceHash(source: string): string {
  return createHash('sha256')
    .update(JSON.stringify([source, MERMAID_VERSION, BASE_CONFIG, CLASSES, LIGHT, DARK, RENDERER_VERSION]))
    .digest('hex')
    .slice(0, 16);
}
