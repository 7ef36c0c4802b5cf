import { sandboxAddresses } from '../../../src/examples/redaction/sandbox-addresses.ts';
import { ruleTable } from './rule-table.ts';

ruleTable(sandboxAddresses, {
  'address of the sandbox': { pair: ['10.213.0.5', '10.213.7.12'], same: true },
  'addresses of the reader stay': { pair: ['172.17.0.2', '172.17.0.3'], same: false },
});
