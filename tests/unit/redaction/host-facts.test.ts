import { hostFacts } from '../../../src/examples/redaction/host-facts.ts';
import { ruleTable } from './rule-table.ts';

ruleTable(hostFacts, {
  'docker info': {
    command: 'docker info',
    pair: [' CPUs: 2\n Total Memory: 23.4GiB', ' CPUs: 8\n Total Memory: 7.6GiB'],
    same: true,
  },
  'storage driver is kept': {
    command: 'docker info',
    pair: [' Storage Driver: overlay2', ' Storage Driver: overlayfs'],
    same: false,
  },
});
