import { dates } from '../../../src/examples/redaction/dates.ts';
import { ruleTable } from './rule-table.ts';

ruleTable(dates, {
  'RFC 3339': { pair: ['2026-11-20T15:13:01.123456789Z', '2026-11-21T01:24:00Z'], same: true },
  'Go default': { pair: ['2026-11-20 15:13:01 +0000 UTC', '2026-11-21 01:24:00 +0000 UTC'], same: true },
  'nginx log': {
    pair: ['2026/11/20 15:13:01 [notice] 1#1: start', '2026/11/21 01:24:00 [notice] 1#1: start'],
    same: true,
  },
  'access log': { pair: ['[20/Nov/2026:15:13:01 +0000]', '[21/Nov/2026:01:24:00 +0000]'], same: true },
  'HTTP header': {
    pair: ['Date: Fri, 20 Nov 2026 15:13:01 GMT', 'Date: Sat, 21 Nov 2026 01:24:00 GMT'],
    same: true,
  },
  'date(1)': { pair: ['Fri Nov 20 15:13:01 UTC 2026', 'Sat Nov 21 01:24:00 UTC 2026'], same: true },
  redis: { pair: ['20 Nov 2026 15:13:01.123', '21 Nov 2026 01:24:00.001'], same: true },
  'ls -l': { pair: ['root Nov 20 15:13 a', 'root Nov 21 01:24 a'], same: true },
  'a version is no date': { pair: ['28.5.2', '28.5.3'], same: false },
});
