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
