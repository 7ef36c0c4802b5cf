import { processTables } from '../../../src/examples/redaction/process-tables.ts';
import { ruleTable } from './rule-table.ts';

ruleTable(processTables, {
  'docker top': {
    command: 'docker top web',
    pair: [
      'UID PID PPID C STIME TTY TIME CMD\nroot 123 145 0 10:00 ? 00:00:00 nginx',
      'UID PID PPID C STIME TTY TIME CMD\nroot 999 188 1 11:30 ? 00:00:01 nginx',
    ],
    same: true,
  },
  'who is the father is seen': {
    pair: [
      '  PID  PPID COMMAND\n  341   318 sleep\n  318     1 shim',
      '  PID  PPID COMMAND\n  344   318 sleep\n  317     1 shim',
    ],
    same: false,
  },
  'another user is seen': { pair: ['UID PID\nroot 123 nginx', 'UID PID\n101 123 nginx'], same: false },
  'another number of user is seen': {
    pair: ['UID PID CMD\n999 123 x', 'UID PID CMD\n100 123 x'],
    same: false,
  },
  'PID 1 is seen': { pair: ['PID COMMAND\n1 nginx', 'PID COMMAND\n7 nginx'], same: false },
  'the command is kept, whatever numbers it has': {
    pair: ['PID COMMAND\n123 sleep 1000', 'PID COMMAND\n124 sleep 2000'],
    same: false,
  },
  'a table that another program asked for': {
    command: 'runc run a_mano',
    pair: ['PID   USER     COMMAND\n    7 root     ps', 'PID   USER     COMMAND\n    8 root     ps'],
    same: true,
  },
  'a table without a header': {
    command: 'ps -o pid=,args= -C sleep',
    pair: ['  341 sleep 9', '  999 sleep 9'],
    same: true,
  },
  lsns: {
    pair: [
      '        NS TYPE NPROCS PID USER COMMAND\n4026532254 mnt       1 333 root sleep',
      '        NS TYPE NPROCS PID USER COMMAND\n4026532999 mnt       4 555 root sleep',
    ],
    same: true,
  },
  'one namespace in two rows': {
    pair: [
      'NS TYPE PID\n4026532254 mnt 333\n4026532254 mnt 334',
      'NS TYPE PID\n4026532254 mnt 333\n4026532255 mnt 334',
    ],
    same: false,
  },
  'no table is left alone': { command: 'echo', pair: ['UID 1 a', 'UID 2 a'], same: false },
});
