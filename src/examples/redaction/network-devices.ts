import { mark } from './identity.ts';
import type { Rule } from './rule.ts';

const MAC = /\b(?:[0-9a-f]{2}:){5}[0-9a-f]{2}\b/g;
const PEER = /(@if)(\d+)/g;
// `1: lo` is the same everywhere.
const INTERFACE_INDEX = /^(\d{2,}|[2-9])(?=: [^\s:]+: <)/gm;
const VETH = /\bveth[0-9a-f]{7}\b/g;
const BRIDGE = /\bbr-([0-9a-f]{12})\b/g;
const LINK_LOCAL = /\bfe80::[0-9a-f:]+\b/g;
const UNIQUE_LOCAL = /\bfd[0-9a-f]{2}(?::[0-9a-f]{0,4})+/g;
const NAMESPACE_ID = /(link-netnsid )\d+/g;

/** Addresses and names that the kernel or docker draw at random for interfaces; what the author wrote stays. */
export const networkDevices: Rule = {
  name: 'interfaces de red',
  apply(text, { typed }) {
    const drawn = (kind: string) => (value: string) => (typed(value) ? value : mark(kind, value));
    return (
      text
        .replace(MAC, drawn('MAC'))
        .replace(VETH, drawn('VETH'))
        // The name of a bridge is the beginning of its network's identifier.
        .replace(BRIDGE, (_, id: string) => `br-${mark('ID', id)}`)
        .replace(PEER, (_, at: string, index: string) => at + mark('IFAZ', index))
        .replace(INTERFACE_INDEX, (index) => mark('IFAZ', index))
        .replace(NAMESPACE_ID, '$1<N>')
        .replace(LINK_LOCAL, (address) => (typed(address) ? address : 'fe80::<MAC>'))
        .replace(UNIQUE_LOCAL, (address) => (typed(address) ? address : '<IPv6>'))
    );
  },
};
