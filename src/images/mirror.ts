import { findMirror, type Mirror, readSources } from '../machine/apt-sources.ts';

/**
 * Where this machine's own apt gets Debian from.
 * @throws Error in Spanish when it has none: without it no image can be built from Debian's packages
 */
export function machineMirror(): Mirror {
  const mirror = findMirror(readSources());
  if (mirror) return mirror;
  throw new Error(
    'No se sabe de dónde instala paquetes este equipo: /etc/apt no nombra ningún archivo de Debian.\n' +
      '  Cómo arreglarlo: añade uno a /etc/apt/sources.list, o conéctate a Docker Hub para usar las imágenes oficiales.',
  );
}
