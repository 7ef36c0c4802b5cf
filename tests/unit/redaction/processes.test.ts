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
});
