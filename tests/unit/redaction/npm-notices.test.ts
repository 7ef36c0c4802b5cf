import { npmNotices } from '../../../src/examples/redaction/npm-notices.ts';
import { ruleTable } from './rule-table.ts';

ruleTable(npmNotices, {
  'a newer npm': {
    pair: [
      'added 1 package\nnpm notice\nnpm notice New major version of npm available! 11.21.2 -> 12.2.1\nnpm notice',
      'added 1 package\n',
    ],
    same: true,
  },
  'what was installed is kept': { pair: ['added 1 package', 'added 2 packages'], same: false },
  'an error is kept': { pair: ['npm error code E404', 'npm error code E500'], same: false },
});
