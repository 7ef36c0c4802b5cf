/** Small pure parts of the site. */
import { describe, expect, it } from 'vitest';
import { countLabel } from '../../../src/components/count.ts';
import { groupByLetter } from '../../../src/components/glossary.ts';
import { matchesAll } from '../../../src/components/text-filter.ts';
import { normalizeBase, withBase } from '../../../src/config/project.ts';
import type { Provenance } from '../../../src/examples/provenance.ts';
import { policyFor, withPolicy } from '../../../src/plugins/csp.ts';
import { spanishDate } from '../../../src/results/dates.ts';
import {
  distinctProvenances,
  distinguishing,
  provenanceFacts,
  summarize,
} from '../../../src/results/provenance-text.ts';

const PROVENANCE: Provenance = {
  engine: '28.5.2',
  compose: '2.40.3',
  buildx: '0.29.1',
  cgroup: '1',
  storage: 'overlay2',
  kernel: '6.18.5',
  recording: '',
  date: '2026-11-21',
  tools: { curl: '8.14.1', openssl: '3.5.9' },
  images: {
    'nginx:1.30': { origin: 'equivalente', digest: 'sha256:a', version: '1.30.6' },
    'busybox:1.37': { origin: 'docker-hub', digest: 'sha256:b' },
  },
};

describe('procedencia', () => {
  it('se resume en motor y día, y distingue de dónde viene cada imagen', () => {
    expect(summarize(PROVENANCE)).toBe('Docker Engine 28.5.2 · 21 nov 2026');
    const facts = Object.fromEntries(provenanceFacts(PROVENANCE).map(({ label, value }) => [label, value]));
    expect(facts['Imágenes de Docker Hub']).toBe('busybox:1.37');
    expect(facts['Imágenes equivalentes']).toBe('nginx:1.30 (1.30.6)');
    expect(facts.Herramientas).toBe('curl 8.14.1, openssl 3.5.9');
    expect(facts.Sistema).toBe('kernel 6.18.5, cgroup v1, overlay2');
  });

  it('la de una página junta los ejemplos hechos con lo mismo', () => {
    const later = {
      ...PROVENANCE,
      date: '2026-12-01',
      images: { 'redis:8': { origin: 'equivalente' as const, digest: 'x' } },
    };
    const other = { ...PROVENANCE, engine: '29.0.0' };
    const all = distinctProvenances([PROVENANCE, later, other]);
    expect(all.map(({ engine, date }) => `${engine} ${date}`)).toEqual([
      '28.5.2 2026-12-01',
      '29.0.0 2026-11-21',
    ]);
    expect(Object.keys(all[0]?.images ?? {})).toHaveLength(3);
  });

  it('en una página con varias, cada bloque dice en qué se distingue', () => {
    const other = { ...PROVENANCE, cgroup: '2' as const };
    expect(distinguishing(PROVENANCE, [PROVENANCE])).toEqual([]);
    expect(distinguishing(other, [PROVENANCE, other])).toEqual(['cgroup v2']);
    expect(distinguishing(PROVENANCE, [PROVENANCE, { ...other, storage: 'overlayfs' }])).toEqual([
      'cgroup v1',
      'overlay2',
    ]);
  });

  it('fechas y cuentas en español', () => {
    expect(spanishDate('2026-01-05T10:00:00Z')).toBe('5 ene 2026');
    expect(countLabel(1, 'afirmación', 'afirmaciones')).toBe('1 afirmación');
    expect(countLabel(2, 'ejemplo')).toBe('2 ejemplos');
    expect(countLabel(0, 'ejemplo')).toBe('');
  });
});

describe('glosario y filtro', () => {
  it('agrupa sin acentos', () => {
    const terms = ['Índice', 'imagen', '.dockerignore'].map((termino) => ({
      id: termino,
      termino,
      definicion: '',
    }));
    expect(groupByLetter(terms).map(({ letter, terms: list }) => [letter, list.length])).toEqual([
      ['D', 1],
      ['I', 2],
    ]);
  });

  it('filtra por todas las palabras, sin acentos ni mayúsculas', () => {
    expect(matchesAll('Afirmación sobre Redes', 'redes afirmacion')).toBe(true);
    expect(matchesAll('Afirmación sobre Redes', 'redes compose')).toBe(false);
    expect(matchesAll('lo que sea', '')).toBe(true);
  });
});

describe('política de seguridad', () => {
  const html =
    '<head><meta charset="utf-8"/><script>a()</script><script src="/x.js"></script><style>b{}</style></head>';

  it('permite por huella lo que está en la página y nada más', () => {
    const policy = policyFor(html);
    expect(policy.match(/sha256-/g)).toHaveLength(2);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
  });

  it('va justo tras el juego de caracteres', () => {
    expect(withPolicy(html)).toMatch(
      /^<head><meta charset="utf-8"\/><meta http-equiv="content-security-policy"/,
    );
  });
});

describe('direcciones', () => {
  it('cuelgan de la base', () => {
    expect(normalizeBase('guia')).toBe('/guia/');
    expect(normalizeBase('/')).toBe('/');
    expect(withBase('/redes/', '/guia/')).toBe('/guia/redes/');
  });
});
