/** The components that a page may write, without importing them, and the texts that each cannot do without. */
export const COMPONENTS: Readonly<Record<string, readonly string[]>> = {
  Afirmacion: ['id'],
  Archivo: ['ejemplo', 'ruta'],
  Carpeta: ['ejemplo'],
  Diagrama: ['id'],
  Ejercicio: ['id'],
  Errores: [],
  Glosario: [],
  Hoja: [],
  Paso: ['ejemplo', 'id'],
  Perdido: [],
  Plan: ['temas', 'sesiones'],
  Portada: [],
  Prediccion: ['ejemplo', 'id', 'porque'],
  Pregunta: ['enunciado'],
  Recorrido: ['tema'],
  Termino: ['id'],
  Verificacion: [],
};

/** Whether the name of an element is one of a component: `Paso`, `Starlight.Card`; HTML's are in lower case. */
export function isComponentName(name: string): boolean {
  return /^\p{Lu}|\./u.test(name);
}
