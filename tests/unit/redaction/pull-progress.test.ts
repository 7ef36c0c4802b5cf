import { pullProgress } from '../../../src/examples/redaction/pull-progress.ts';
import { ruleTable } from './rule-table.ts';

ruleTable(pullProgress, {
  'number and order of layers': {
    pair: [
      'Using default tag: latest\n3f0c9a1b2c3d: Pull complete\nStatus: ok',
      'Using default tag: latest\naaaaaaaaaaaa: Already exists\nbbbbbbbbbbbb: Pull complete\nStatus: ok',
    ],
    same: true,
  },
  'digest of an image that was built here': {
    pair: [`Digest: sha256:${'a'.repeat(64)}`, `Digest: sha256:${'b'.repeat(64)}`],
    same: true,
  },
  'status is kept': {
    pair: ['Status: Image is up to date for nginx:1.30', 'Status: Downloaded newer image for nginx:1.30'],
    same: false,
  },
});
