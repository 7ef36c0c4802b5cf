import { blanks } from '../../../src/examples/redaction/blanks.ts';
import { ruleTable } from './rule-table.ts';

ruleTable(blanks, {
  'column widths': { pair: ['ID    NAME', 'ID            NAME'], same: true },
  'indentation is kept': { pair: ['  a', '    a'], same: false },
});
