import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Sections of the guide in the order in which one learns. */
export const SECTIONS = [
  { label: 'Empezar', directory: 'empezar' },
  { label: 'Fundamentos', directory: 'fundamentos' },
  { label: 'Imágenes', directory: 'imagenes' },
  { label: 'Registros', directory: 'registros' },
  { label: 'Contenedores', directory: 'contenedores' },
  { label: 'Redes', directory: 'redes' },
  { label: 'Almacenamiento', directory: 'almacenamiento' },
  { label: 'Compose', directory: 'compose' },
  { label: 'Orquestación', directory: 'orquestacion' },
  { label: 'Seguridad', directory: 'seguridad' },
  { label: 'Proyecto', directory: 'proyecto' },
  { label: 'Problemas frecuentes', directory: 'problemas' },
  { label: 'Referencia', directory: 'referencia' },
] as const;

/** Sidebar groups for the sections that have pages. */
export function buildSidebar(docs: string) {
  return SECTIONS.filter(({ directory }) => hasPages(join(docs, directory))).map(({ label, directory }) => ({
    label,
    items: [{ autogenerate: { directory } }],
  }));
}

function hasPages(directory: string): boolean {
  return existsSync(directory) && readdirSync(directory).some((name) => /\.mdx?$/.test(name));
}
