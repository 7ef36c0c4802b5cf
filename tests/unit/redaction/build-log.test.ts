import { buildLog } from '../../../src/examples/redaction/build-log.ts';
import { ruleTable } from './rule-table.ts';

ruleTable(buildLog, {
  'parallel vertices': {
    command: 'docker build .',
    pair: [
      '#5 [a 1/2] RUN x\n#6 [b 1/2] RUN y\n#6 DONE 0.1s',
      '#5 [b 1/2] RUN y\n#6 [a 1/2] RUN x\n#5 DONE 0.3s',
    ],
    same: true,
  },
  'another instruction is seen': {
    command: 'docker build .',
    pair: ['#5 [1/2] RUN x', '#5 [1/2] RUN z'],
    same: false,
  },
  'a cache hit is seen': {
    command: 'docker build .',
    pair: ['#5 [1/2] RUN x\n#5 CACHED', '#5 [1/2] RUN x'],
    same: false,
  },
});
