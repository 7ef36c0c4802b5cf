import { ages } from '../../../src/examples/redaction/ages.ts';
import { ruleTable } from './rule-table.ts';

ruleTable(ages, {
  seconds: { pair: ['Up 2 seconds', 'Up Less than a second'], same: true },
  about: { pair: ['About a minute ago', '3 hours ago'], same: true },
  'state is kept': { pair: ['Up 2 seconds', 'Exited (0) 2 seconds ago'], same: false },
});
