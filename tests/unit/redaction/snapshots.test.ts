import { snapshots } from '../../../src/examples/redaction/snapshots.ts';
import { ruleTable } from './rule-table.ts';

const mount = (...numbers: number[]) => numbers.map((number) => `/x/snapshots/${number}/fs`).join(':');

ruleTable(snapshots, {
  'the number of a layer': { pair: [mount(1, 2), mount(228, 230)], same: true },
  'which layer it is stays': { pair: [mount(1, 1), mount(1, 2)], same: false },
  'where a container writes and works is one layer': {
    pair: ['/snapshots/3/fs /snapshots/3/work', '/snapshots/3/fs /snapshots/4/work'],
    same: false,
  },
  'another folder of that name is kept': { pair: ['/snapshots/2025/a', '/snapshots/2026/a'], same: false },
});
