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
  'one cache hit of two is seen': {
    command: 'docker build .',
    pair: [
      '#5 [1/2] RUN x\n#5 CACHED\n\n#6 [2/2] RUN y\n#6 CACHED',
      '#5 [1/2] RUN x\n#5 CACHED\n\n#6 [2/2] RUN y\n#6 DONE 0.2s',
    ],
    same: false,
  },
  'whose output it is, is seen': {
    command: 'docker build .',
    pair: ['#5 [1/2] RUN x\n#5 0.11 hola\n#6 [2/2] RUN y', '#5 [1/2] RUN x\n#6 [2/2] RUN y\n#6 0.12 hola'],
    same: false,
  },
  'a step that waits is named again': {
    command: 'docker build .',
    pair: [
      '#5 [1/2] RUN x\n#5 0.11 uno\n#6 [2/2] RUN y\n#6 DONE 0.1s\n#5 [1/2] RUN x\n#5 0.20 dos',
      '#5 [1/2] RUN x\n#5 0.19 uno\n#5 0.31 dos\n#6 [2/2] RUN y\n#6 DONE 0.2s',
    ],
    same: true,
  },
  'the name of the image is kept': {
    command: 'docker build .',
    pair: [
      '#7 exporting to image\n#7 naming to docker.io/library/a 0.0s done',
      '#7 exporting to image\n#7 naming to docker.io/library/b done',
    ],
    same: false,
  },
  'how long naming took is not, once the rule of durations has hidden it': {
    command: 'docker build .',
    pair: [
      '#7 exporting to image\n#7 naming to docker.io/library/a <DURACIÓN> done',
      '#7 exporting to image\n#7 naming to docker.io/library/a done',
    ],
    same: true,
  },
  'how long exporting took is not': {
    command: 'docker build .',
    pair: [
      '#7 exporting to image\n#7 exporting layers 0.1s done\n#7 naming to docker.io/library/a\n#7 naming to docker.io/library/a 0.1s done',
      '#7 exporting to image\n#7 exporting layers done\n#7 naming to docker.io/library/a done',
    ],
    same: true,
  },
});
