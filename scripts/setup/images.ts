/** What is known about the guide's images without building any. */

import { PREFIX, REGISTRY_VOLUME } from '../../src/config/paths.ts';
import { captureDocker } from '../../src/engine/cli.ts';
import { CATALOGUE, TOOLS } from '../../src/images/catalogue.ts';
import { hubAnswers } from '../../src/images/online.ts';
import { ensureMmdebstrap } from './engine.ts';
import type { Progress } from './progress.ts';

export interface ImagesState {
  /** Images of the catalogue (the guide's and our tools) that are in the engine, and how many there should be. */
  present: number;
  wanted: number;
  /** Whether the volume with what sandboxes pull exists. */
  hasVolume: boolean;
}

/** Counts the images that are already in the engine. */
export async function readImages(): Promise<ImagesState> {
  const [images, volume] = await Promise.all([
    captureDocker(['images', '--filter', `reference=${PREFIX}/*`, '--format', '{{.Repository}}:{{.Tag}}']),
    captureDocker(['volume', 'inspect', REGISTRY_VOLUME]),
  ]);
  const found = new Set(images.stdout.split('\n'));
  const wanted = [...CATALOGUE, ...TOOLS].map(({ localRef }) => localRef);
  return {
    present: wanted.filter((ref) => found.has(ref)).length,
    wanted: wanted.length,
    hasVolume: volume.code === 0,
  };
}

/** Makes sure that images can be had from somewhere: they are there, Docker Hub answers, or we can make them. */
export async function ensureImageSource(progress: Progress): Promise<void> {
  if (await hubAnswers()) return;
  const { present, wanted } = await readImages();
  if (present < wanted) await ensureMmdebstrap(progress);
}

export { hubAnswers };
