/** What a kit says of itself in `contenido.json`: pure. */
import type { CopiedImage, Layers } from './image-copier.ts';

/** An image of a kit, as people and programs want to know it. */
export interface KitImage extends CopiedImage {
  ref: string;
  tags: string[];
  origin: 'docker-hub' | 'equivalente';
}

/** Everything that is in a kit. */
export interface KitContents {
  made: string;
  /** As Docker calls it: `amd64`, `arm64`. */
  architecture: string;
  /** Path under which the site hangs, with a slash at both ends. */
  base: string;
  /** Whether the machine that made it trusts authorities of its own, which stand-ins inherit. */
  ownAuthorities: boolean;
  images: KitImage[];
  /** What the layers were called before they were compressed, so that the next kit needs not do it again. */
  layers: Layers;
}

/** Bytes as people read them: «0,4 MB», «109 MB», «1,23 GB». */
export function formatSize(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(2).replace('.', ',')} GB`;
  const digits = bytes < 10e6 ? 1 : 0;
  return `${(bytes / 1e6).toFixed(digits).replace('.', ',')} MB`;
}

/** One line of a list of sums, as `sha256sum -c` reads it. */
export function sumLine(hash: string, path: string): string {
  return `${hash}  ${path}`;
}
