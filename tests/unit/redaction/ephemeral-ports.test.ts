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
  'as an option': { pair: ['--dport 32768', '--dport 32771'], same: true },
});
