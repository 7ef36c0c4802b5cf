import { durations } from '../../../src/examples/redaction/durations.ts';
import { ruleTable } from './rule-table.ts';

ruleTable(durations, {
  'build step': { pair: ['#5 DONE 0.1s', '#5 DONE 12.4s'], same: true },
  ping: { pair: ['seq=0 ttl=64 time=0.087 ms', 'seq=0 ttl=64 time=0.3 ms'], same: true },
  'ping summary': {
    pair: ['round-trip min/avg/max = 0.1/0.1/0.1 ms', 'round-trip min/avg/max = 0.2/0.3/0.9 ms'],
    same: true,
  },
  'time of bash': { pair: ['real\t0m10.9s', 'real\t0m0.19s'], same: true },
  'how long curl tried': {
    pair: [
      'Failed to connect to localhost port 80 after 0 ms',
      'Failed to connect to localhost port 80 after 12 ms',
    ],
    same: true,
  },
  'ttl is kept': { pair: ['ttl=64 time=0.1 ms', 'ttl=63 time=0.1 ms'], same: false },
});
