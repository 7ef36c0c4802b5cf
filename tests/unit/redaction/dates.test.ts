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
  "Python's http.server": { pair: ['[20/Nov/2026 15:13:01]', '[21/Nov/2026 01:24:00]'], same: true },
  'day-month-year': { pair: ['25-Nov-2026 15:13:01.123', '26-Nov-2026 01:24:00.999'], same: true },
  "Apache's errors": {
    pair: ['[Wed Nov 25 15:13:01.123456 2026]', '[Thu Nov 26 01:24:00.999999 2026]'],
    same: true,
  },
  'date with AM and PM': {
    pair: ['Wed Nov 25 11:05:22 PM UTC 2026', 'Thu Nov 26 01:05:22 AM UTC 2026'],
    same: true,
  },
  'a clock alone': { pair: ['11:05:22 PM UTC', '01:05:23 AM UTC'], same: true },
  'ls --time-style=long-iso': { pair: ['root 2026-11-25 11:05 a', 'root 2026-11-26 01:24 a'], same: true },
  'ls --full-time': {
    pair: ['2026-11-25 11:05:22.123456789 +0000 a', '2026-11-26 01:24:00.000000001 +0000 a'],
    same: true,
  },
  "Go's log": { pair: ['2026/11/25 11:05:22.123456 x', '2026/11/26 01:24:00.000001 x'], same: true },
  certificate: {
    pair: ['notAfter=Nov 25 11:05:22 2027 GMT', 'notAfter=Nov  5 01:24:00 2027 GMT'],
    same: true,
  },
  'PostgreSQL, but not what it says': {
    pair: ['2026-11-25 11:05:22.123 UTC [1] LOG: a', '2026-11-26 01:24:00.001 UTC [1] LOG: b'],
    same: false,
  },
  'the epoch is a fixed point': { pair: ['1970-01-01T00:00:00Z', '2026-01-01T00:00:00Z'], same: false },
  'a date of the author is kept': {
    typed: 'touch -d 2026-01-02',
    pair: ['2026-01-02', '2026-01-03'],
    same: false,
  },
  'a MAC address is no clock': { pair: ['02:42:11:00:00:02', '02:42:11:00:00:03'], same: false },
});
