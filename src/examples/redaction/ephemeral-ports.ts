import type { Rule } from './rule.ts';

const PORT = '(3[2-9]\\d{3}|[45]\\d{4}|6[0-5]\\d{3})\\b';
const AFTER_ADDRESS = new RegExp(
  `((?:\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[0-9a-f:]*\\]|localhost|--dport |dpt:|:))(:?)${PORT}`,
  'g',
);

/** Ports that the engine or the kernel chose: 32768 and above, unless the author did. */
export const ephemeralPorts: Rule = {
  name: 'puertos efímeros',
  apply: (text, { typed }) =>
    text.replace(AFTER_ADDRESS, (whole, before: string, colon: string, port: string) =>
      typed(port) || (colon === '' && !/[ :]$/.test(before)) ? whole : `${before}${colon}<PUERTO>`,
    ),
};
