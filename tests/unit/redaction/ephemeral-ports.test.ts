import { ephemeralPorts } from '../../../src/examples/redaction/ephemeral-ports.ts';
import { ruleTable } from './rule-table.ts';

ruleTable(ephemeralPorts, {
  'drawn by the engine': { pair: ['0.0.0.0:32768->80/tcp', '0.0.0.0:32771->80/tcp'], same: true },
  IPv6: { pair: ['[::]:32768->80/tcp', '[::]:49153->80/tcp'], same: true },
  'chosen by the reader': { pair: ['0.0.0.0:8080->80/tcp', '0.0.0.0:8081->80/tcp'], same: false },
  'container side is kept': { pair: ['0.0.0.0:32768->80/tcp', '0.0.0.0:32768->81/tcp'], same: false },
});
