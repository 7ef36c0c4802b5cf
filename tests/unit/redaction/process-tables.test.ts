import { processTables } from '../../../src/examples/redaction/process-tables.ts';
import { ruleTable } from './rule-table.ts';

ruleTable(processTables, {
  'docker top': {
    command: 'docker top web',
    pair: [
      'UID PID PPID C STIME TTY TIME CMD\nroot 123 45 0 10:00 ? 00:00:00 nginx',
      'UID PID PPID C STIME TTY TIME CMD\nroot 999 88 1 11:30 ? 00:00:01 nginx',
    ],
    same: true,
  },
  'another user is seen': {
    command: 'docker top web',
    pair: ['UID PID\nroot 123 nginx', 'UID PID\n101 123 nginx'],
    same: false,
  },
  'a table that another program asked for': {
    command: 'runc run a_mano',
    pair: ['PID   USER     COMMAND\n    7 root     ps', 'PID   USER     COMMAND\n    8 root     ps'],
    same: true,
  },
  'other commands are left alone': { command: 'echo', pair: ['UID 1 a', 'UID 2 a'], same: false },
});
