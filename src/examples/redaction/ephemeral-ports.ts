import type { Rule } from './rule.ts';

const EPHEMERAL = /((?:\d{1,3}(?:\.\d{1,3}){3}|\[::\]|localhost):)(3[2-9]\d{3}|[45]\d{4}|6[0-5]\d{3})\b/g;
const FIREWALL = /(--dport |dpt:|:)(3[2-9]\d{3}|[45]\d{4}|6[0-5]\d{3})\b/g;

/** Ports that the engine or the kernel chose: 32768 and above. */
export const ephemeralPorts: Rule = {
  name: 'puertos efímeros',
  apply: (text) => text.replace(EPHEMERAL, '$1<PUERTO>').replace(FIREWALL, '$1<PUERTO>'),
};
