/**
 * The fingerprint of a proof: of everything that decides its outcome. Two proofs with the same one are the same proof,
 * whoever made it and in whichever clone. Its neighbours, each of something less: `recordingHash` (what a recording
 * says), `exampleFingerprint` and `experimentFingerprint` (what was to be proved, which is what a result is shown for),
 * `practiceFingerprint` (what is done, whatever was answered) and those of images (what they are built from).
 */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { filesBelow } from '../machine/files-below.ts';
import type { Proof } from './affected.ts';
import { HARNESS } from './harness.ts';

/** What all proofs of a run have in common. */
export interface Surroundings {
  /** Name of the engine of the sandboxes, and id of the image that has it. */
  engine: string;
  sandboxImage: string;
  /** Kernel, control groups, processors, memory and engine of the machine. */
  machine: string;
  /** Digests that the hub serves, by reference; those that it takes from elsewhere, and may change, are absent. */
  images: Readonly<Record<string, string>>;
  /** Id of the virtual machine's image, if it has been built. */
  virtualMachine?: string;
}

/**
 * @param root of the project
 * @param what kind and id, such as `ejemplo redes/dns`
 * @returns 32 hexadecimal digits; undefined when something that it depends on cannot be told, and only a new proof will do
 */
export function proofFingerprint(
  root: string,
  what: string,
  proof: Proof,
  around: Surroundings,
): string | undefined {
  if (proof.volatile) return undefined;
  const images = [...proof.images].sort().map((ref) => [ref, around.images[ref]] as const);
  if (images.some(([, digest]) => !digest)) return undefined;
  if (proof.virtualMachine && !around.virtualMachine) return undefined;
  const hash = createHash('sha256');
  const add = (...parts: string[]) => {
    for (const part of parts) hash.update(`${part.length}\0${part}\0`);
  };
  add(what, around.engine, around.sandboxImage, around.machine, harnessHash(root));
  for (const [ref, digest] of images) add(ref, digest as string);
  if (proof.virtualMachine) add(around.virtualMachine as string);
  for (const file of [...proof.files].sort()) add(file, contentHash(root, file));
  return hash.digest('hex').slice(0, 32);
}

const harnesses = new Map<string, string>();

/** Hash of the harness; read once a process, which runs with the harness that it started with. */
function harnessHash(root: string): string {
  const known = harnesses.get(root);
  if (known) return known;
  const hash = createHash('sha256');
  for (const entry of HARNESS)
    for (const file of filesOf(root, entry)) hash.update(`${file}\0${contentHash(root, file)}\0`);
  const made = hash.digest('hex');
  harnesses.set(root, made);
  return made;
}

/** Files of an entry of the harness, relative to the root. */
function filesOf(root: string, entry: string): string[] {
  return entry.endsWith('/') ? filesBelow(join(root, entry)).map((file) => relative(root, file)) : [entry];
}

/** A file's bytes and whether it may be run. */
function contentHash(root: string, file: string): string {
  const path = join(root, file);
  const runnable = (statSync(path).mode & 0o111) !== 0;
  return createHash('sha256')
    .update(runnable ? 'x' : '-')
    .update(readFileSync(path))
    .digest('hex');
}
