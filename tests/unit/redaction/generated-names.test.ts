import { generatedNames } from '../../../src/examples/redaction/generated-names.ts';
import { ruleTable } from './rule-table.ts';

ruleTable(generatedNames, {
  'two draws': { pair: ['quirky_turing', 'happy_lovelace'], same: true },
  'a chosen name is kept': { pair: ['mi_red', 'mi_web'], same: false },
});
