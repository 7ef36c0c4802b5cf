import type { Rule } from './rule.ts';

// The first of those that Linux gives out (net.ipv4.ip_local_port_range); the last of all.
const FIRST = 32_768;
const LAST = 65_535;
// Only where a port stands for sure: after an address, `localhost` or «any» (`*:`, netstat's `:::`), or in a rule of the
// firewall. «nobody:65534» is a user.
const PORT =
  /(?<before>\d{1,3}(?:\.\d{1,3}){3}:|\[[0-9a-f:]*\]:|\blocalhost:|\*:|(?<![\w:]):::|--[ds]port |\b[ds]pt:)(?<port>\d{5})\b/g;

/** Ports that the engine or the kernel chose: 32768 and above, unless the author did. */
export const ephemeralPorts: Rule = {
  name: 'puertos efímeros',
  apply: (text, { typed }) =>
    text.replace(PORT, (whole, before: string, port: string) =>
      Number(port) < FIRST || Number(port) > LAST || typed(port) ? whole : `${before}<PUERTO>`,
    ),
};
