import { identifiers } from '../../../src/examples/redaction/identifiers.ts';
import { ruleTable } from './rule-table.ts';

ruleTable(identifiers, {
  'two containers': { pair: ['3f0c9a1b2c3d', '9f0c9a1b2c3e'], same: true },
  'twelve decimal digits are an amount': {
    command: "docker inspect -f '{{.HostConfig.Memory}}' web",
    pair: ['107374182400', '214748364800'],
    same: false,
  },
  'but an id where only ids are listed': {
    command: 'docker ps -q',
    pair: ['123456789012', 'a23456789012'],
    same: true,
  },
  'and in the column of ids': {
    command: 'docker ps',
    pair: ['CONTAINER ID   NAMES\n123456789012   web', 'CONTAINER ID   NAMES\na23456789012   web'],
    same: true,
  },
  'an id that the author wrote is kept': {
    typed: 'echo deadbeefcafe',
    pair: ['deadbeefcafe', 'deadbeefcaff'],
    same: false,
  },
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
