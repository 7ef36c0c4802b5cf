import { networkDevices } from '../../../src/examples/redaction/network-devices.ts';
import { ruleTable } from './rule-table.ts';

ruleTable(networkDevices, {
  MAC: { pair: ['0a:1b:2c:3d:4e:5f', '0a:1b:2c:3d:4e:60'], same: true },
  'two MAC of one interface stay one': {
    pair: ['0a:1b:2c:3d:4e:5f 0a:1b:2c:3d:4e:5f', '0a:1b:2c:3d:4e:5f 0a:1b:2c:3d:4e:60'],
    same: false,
  },
  'veth and its peer': { pair: ['7: veth1a2b3c4@if6: <UP>', '9: veth9a2b3c4@if8: <UP>'], same: true },
  'bridge of a user network': { pair: ['br-3f0c9a1b2c3d', 'br-9f0c9a1b2c3d'], same: true },
  'link-local address': {
    pair: ['inet6 fe80::42:acff:fe11:2/64', 'inet6 fe80::8c1:aeff:fe91:5/64'],
    same: true,
  },
  'docker0 is kept': { pair: ['docker0', 'docker1'], same: false },
  'a bridge is named by its network': {
    pair: ['br-3f0c9a1b2c3d br-3f0c9a1b2c3d', 'br-9f0c9a1b2c3d br-9f0c9a1b2c3e'],
    same: false,
  },
  'who is the peer of whom is kept': {
    pair: ['7: eth0@if8: <UP>\n8: veth1a2b3c4@if7: <UP>', '9: eth0@if10: <UP>\n10: veth9a2b3c4@if7: <UP>'],
    same: false,
  },
  'an address that the author chose is kept': {
    typed: '--subnet fd00:1::/64',
    pair: ['fd00:1::/64', 'fd00:2::/64'],
    same: false,
  },
});
