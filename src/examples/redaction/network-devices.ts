import type { Rule } from './rule.ts';

const MAC = /\b(?:[0-9a-f]{2}:){5}[0-9a-f]{2}\b/g;
const PEER = /(@if)\d+/g;
const INTERFACE_INDEX = /^\d+(?=: [^\s:]+: <)/gm;
const HOST_INTERFACE = /\b(veth|br-)[0-9a-f]{7,12}\b/g;
const LINK_LOCAL = /\bfe80::[0-9a-f:]+\b/g;
const UNIQUE_LOCAL = /\bfd[0-9a-f]{2}(?::[0-9a-f]{0,4})+/g;
const NAMESPACE_ID = /(link-netnsid )\d+/g;

/** Addresses and names that the kernel or docker draw at random for interfaces. */
export const networkDevices: Rule = {
  name: 'interfaces de red',
  apply: (text, { identities }) =>
    text
      .replace(MAC, (mac) => identities.name('MAC', mac))
      .replace(HOST_INTERFACE, (_, kind) => `${kind}<ID>`)
      .replace(PEER, '$1<N>')
      .replace(INTERFACE_INDEX, '<N>')
      .replace(NAMESPACE_ID, '$1<N>')
      .replace(LINK_LOCAL, 'fe80::<MAC>')
      .replace(UNIQUE_LOCAL, '<IPv6>'),
};
