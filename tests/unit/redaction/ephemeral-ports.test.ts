import { ephemeralPorts } from '../../../src/examples/redaction/ephemeral-ports.ts';
import { ruleTable } from './rule-table.ts';

ruleTable(ephemeralPorts, {
  'drawn by the engine': { pair: ['0.0.0.0:32768->80/tcp', '0.0.0.0:32771->80/tcp'], same: true },
  IPv6: { pair: ['[::]:32768->80/tcp', '[::]:49153->80/tcp'], same: true },
  'chosen by the reader': { pair: ['0.0.0.0:8080->80/tcp', '0.0.0.0:8081->80/tcp'], same: false },
  'container side is kept': { pair: ['0.0.0.0:32768->80/tcp', '0.0.0.0:32768->81/tcp'], same: false },
  'high, and chosen by the reader': {
    typed: 'docker run -p 33060:3306 mariadb:11.8',
    pair: ['0.0.0.0:33060->3306/tcp', '0.0.0.0:50051->3306/tcp'],
    same: false,
  },
  'in a rule of the firewall': { pair: ['tcp dpt:32768', 'tcp dpt:32771'], same: true },
  'in the other direction': { pair: ['spt:40000 --sport 40000', 'spt:50000 --sport 51000'], same: true },
  'of any address': { pair: ['*:32768 :::32768', '*:49153 :::49153'], same: true },
  'the last that no kernel draws': { pair: ['0.0.0.0:32767->80/tcp', '0.0.0.0:32000->80/tcp'], same: false },
  'more than a port can be': { pair: ['0.0.0.0:65536', '0.0.0.0:65537'], same: false },
  'a user is no port': { pair: ['nobody:65534', 'nobody:65533'], same: false },
  'nor is a field of /etc/subuid': { pair: ['ana:100000:40000', 'ana:100000:65536'], same: false },
  'nor a line of a file': { pair: ['main.c:40000: error', 'main.c:40001: error'], same: false },
  'nor the end of an IPv6 address': { pair: ['fe80:::40000', 'fe80:::40001'], same: false },
  'nor where a rule leads to': { pair: ['to:172.17.0.2:80', 'to:172.17.0.2:81'], same: false },
  'as an option': { pair: ['--dport 32768', '--dport 32771'], same: true },
});
