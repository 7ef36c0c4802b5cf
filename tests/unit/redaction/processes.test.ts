import { processes } from '../../../src/examples/redaction/processes.ts';
import { ruleTable } from './rule-table.ts';

ruleTable(processes, {
  'Pid in inspect': { pair: ['"Pid": 123,', '"Pid": 4567,'], same: true },
  'nginx workers': {
    pair: ['[notice] 1#1: start worker process 29', '[notice] 1#1: start worker process 31'],
    same: true,
  },
  'namespace numbers': { pair: ['net:[4026532201]', 'net:[4026532999]'], same: true },
  'its process id': {
    pair: ['bash: line 1: 123 Killed  tail', 'bash: line 1: 9876 Killed  tail'],
    same: true,
  },
  'equal namespaces stay equal': {
    pair: ['net:[4026532201] net:[4026532201]', 'net:[4026532201] net:[4026532202]'],
    same: false,
  },
  'who it is for the host and inside': {
    pair: ['NSpid:\t364\t1', 'NSpid:\t390\t1'],
    same: true,
  },
  'one process in two places': {
    pair: ['Pid:\t364\nNSpid:\t364\t1', 'Pid:\t364\nNSpid:\t390\t1'],
    same: false,
  },
  'PID 1 is no chance value': { pair: ['NSpid:\t364\t1', 'NSpid:\t364\t2'], same: false },
  'a number that is a PID': {
    command: "docker inspect -f '{{.State.Pid}}' web",
    pair: ['364', '390'],
    same: true,
  },
  'a number that is none': { command: 'wc -l f', pair: ['364', '390'], same: false },
  PostgreSQL: {
    pair: ['<FECHA> [47] LOG:  ready', '<FECHA> [61] LOG:  ready'],
    same: true,
  },
  Apache: { pair: ['[pid 7:tid 139872] AH1', '[pid 9:tid 239872] AH1'], same: true },
  'sockets and their owners': {
    pair: ['users:(("nginx",pid=364,fd=6))', 'users:(("nginx",pid=390,fd=6))'],
    same: true,
  },
});
