import type { Rule } from './rule.ts';

const SANDBOX_NETWORK = /\b10\.213\.\d{1,3}\.\d{1,3}\b/g;

/** Addresses of the sandbox itself on the run's network; the reader's machine has others. */
export const sandboxAddresses: Rule = {
  name: 'direcciones del banco de pruebas',
  apply: (text) => text.replace(SANDBOX_NETWORK, '<IP-DEL-ANFITRIÓN>'),
};
