import { buildReferences } from '../../../src/examples/redaction/build-references.ts';
import { ruleTable } from './rule-table.ts';

ruleTable(buildReferences, {
  'two builds': {
    pair: [
      'failed to calculate checksum of ref 2b8bd5d0-7b0e-4f5a-9a51-0d6f0f3f9f9e::x1y2z3: "/a": not found',
      'failed to calculate checksum of ref 9c1be0a4-1111-4f5a-9a51-0d6f0f3f9f9e::q9y2z3: "/a": not found',
    ],
    same: true,
  },
  'another file is seen': {
    pair: ['of ref a-1::b: "/a": not found', 'of ref a-1::b: "/c": not found'],
    same: false,
  },
});
