import { ages } from '../../../src/examples/redaction/ages.ts';
import { ruleTable } from './rule-table.ts';

ruleTable(ages, {
  seconds: { pair: ['Up 2 seconds', 'Up Less than a second'], same: true },
  about: { pair: ['About a minute ago', '3 hours ago'], same: true },
  'healthy or not is kept': { pair: ['Up 2 seconds (healthy)', 'Up 2 seconds (unhealthy)'], same: false },
  'state is kept': { pair: ['Up 2 seconds', 'Exited (0) 2 seconds ago'], same: false },
  'the prose of a program is kept': { pair: ['wait 10 seconds', 'wait 3 weeks'], same: false },
  'what the author wrote is kept': {
    typed: 'echo copied 3 days ago',
    pair: ['copied 3 days ago', 'copied 4 days ago'],
    same: false,
  },
});
