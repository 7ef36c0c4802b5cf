import { identifiers } from '../../../src/examples/redaction/identifiers.ts';
import { ruleTable } from './rule-table.ts';

ruleTable(identifiers, {
  'two containers': { pair: ['3f0c9a1b2c3d', '9f0c9a1b2c3e'], same: true },
  'twelve decimal digits are an id too': { pair: ['123456789012', 'a23456789012'], same: true },
  'long id and its short form are one': {
    pair: [
      `${'3f0c9a1b2c3d'.padEnd(64, '0')} 3f0c9a1b2c3d`,
      `${'9a0c9a1b2c3d'.padEnd(64, '1')} 9a0c9a1b2c3d`,
    ],
    same: true,
  },
  'a short id of another container is seen': {
    pair: [
      `${'3f0c9a1b2c3d'.padEnd(64, '0')} 3f0c9a1b2c3d`,
      `${'3f0c9a1b2c3d'.padEnd(64, '0')} aaaaaaaaaaa1`,
    ],
    same: false,
  },
  'eleven digits are no id': { pair: ['3f0c9a1b2c3', '9f0c9a1b2c3'], same: false },
});
