/** How the origin of a recorded output is told to a reader. */
import type { Provenance } from '../examples/provenance.ts';
import { spanishDate } from './dates.ts';
import type { Comparison } from './runs.ts';

/** One row of a provenance box. */
export interface Fact {
  label: string;
  value: string;
}

/** The line that sums up a provenance: engine and day. */
export function summarize(provenance: Provenance): string {
  return `Docker Engine ${provenance.engine} · ${spanishDate(provenance.date)}`;
}

/**
 * All that is known about where the outputs came from.
 * @param comparison other engines, by whether they answer the same
 */
export function provenanceFacts(
  provenance: Provenance,
  { same, different }: Comparison = { same: [], different: [] },
): Fact[] {
  return [
    { label: 'Motor', value: `Docker Engine ${provenance.engine}${builtHere(provenance)}` },
    { label: 'Compose', value: provenance.compose },
    { label: 'Buildx', value: provenance.buildx },
    {
      label: 'Sistema',
      value: `kernel ${provenance.kernel}, cgroup v${provenance.cgroup}, ${provenance.storage}`,
    },
    { label: 'Grabado', value: spanishDate(provenance.date) },
    { label: 'Igual en', value: same.join(', ') },
    { label: 'Algo distinto en', value: different.join(', ') },
    { label: 'Herramientas', value: toolsText(provenance.tools ?? {}) },
    ...imageFacts(provenance.images),
  ].filter((fact) => fact.value.trim());
}

/** What to add to an engine's name when this project built it: Debian has no such engine, and the one of Docker's own packages is built from the same modules. */
export function builtHere({ builder }: Provenance): string {
  return builder ? ', compilado por este proyecto de las fuentes publicadas' : '';
}

function toolsText(tools: Record<string, string>): string {
  return Object.entries(tools)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
}

function imageFacts(images: Provenance['images']): Fact[] {
  const refs = Object.keys(images).sort();
  // Of the tag it is known what it promises; which patch it was, only from here.
  const withVersion = (ref: string) => (images[ref]?.version ? `${ref} (${images[ref].version})` : ref);
  const from = (origin: string) =>
    refs
      .filter((ref) => images[ref]?.origin === origin)
      .map(withVersion)
      .join(', ');
  return [
    { label: 'Imágenes de Docker Hub', value: from('docker-hub') },
    { label: 'Imágenes equivalentes', value: from('equivalente') },
  ];
}

/** Distinct provenances of some examples, newest first: pages mostly have one. */
export function distinctProvenances(all: Provenance[]): Provenance[] {
  const key = ({ engine, compose, buildx, cgroup, storage }: Provenance) =>
    [engine, compose, buildx, cgroup, storage].join('|');
  const byKey = new Map<string, Provenance>();
  for (const provenance of all) {
    const known = byKey.get(key(provenance));
    const newest = known && known.date > provenance.date ? known : provenance;
    const images = { ...known?.images, ...provenance.images };
    const tools = { ...known?.tools, ...provenance.tools };
    byKey.set(key(provenance), { ...newest, images, tools });
  }
  return [...byKey.values()].sort((a, b) => b.date.localeCompare(a.date));
}

/** What tells a provenance from the others of a page, beside its engine, which every block says: `cgroup v2`, the store. */
export function distinguishing({ cgroup, storage }: Provenance, all: readonly Provenance[]): string[] {
  return [
    all.some((other) => other.cgroup !== cgroup) ? `cgroup v${cgroup}` : '',
    all.some((other) => other.storage !== storage) ? storage : '',
  ].filter(Boolean);
}
