import { sizes } from '../../../src/examples/redaction/sizes.ts';
import { ruleTable } from './rule-table.ts';

ruleTable(sizes, {
  prune: { command: 'docker builder prune -f', pair: ['Total: 12.3kB', 'Total: 1.2MB'], same: true },
  stats: {
    command: 'docker stats --no-stream',
    pair: ['web 0.00% 3.1MiB / 23.4GiB 0.01% 12', 'web 0.12% 4MiB / 7.6GiB 0.05% 3'],
    same: true,
  },
  'elsewhere a size is compared': { command: 'cat f', pair: ['12MB', '13MB'], same: false },
  'nothing is nothing everywhere': {
    command: 'docker history app',
    pair: ['CMD ["x"]  0B', 'CMD ["x"]  12kB'],
    same: false,
  },
});
