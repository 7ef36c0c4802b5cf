/** Kinds of page, after Diátaxis, with what they are called and what they promise. */
export const KINDS = ['aprender', 'entender', 'resolver', 'consultar'] as const;

export type Kind = (typeof KINDS)[number];

export const KIND_LABELS: Record<Kind, { label: string; promise: string }> = {
  aprender: { label: 'Aprender', promise: 'Un recorrido para hacer, paso a paso' },
  entender: { label: 'Entender', promise: 'Una explicación: por qué es así' },
  resolver: { label: 'Resolver', promise: 'Una guía con un fin concreto' },
  consultar: { label: 'Consultar', promise: 'Datos para tener a mano' },
};
