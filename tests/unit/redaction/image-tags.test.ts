import { identifiers } from '../../../src/examples/redaction/identifiers.ts';
import { imageTags } from '../../../src/examples/redaction/image-tags.ts';
import type { Rule } from '../../../src/examples/redaction/rule.ts';
import { ruleTable } from './rule-table.ts';

const both: Rule = {
  name: imageTags.name,
  apply: (text, context) => imageTags.apply(identifiers.apply(text, context), context),
};
const [A, B] = ['3f0c9a1b2c3d', '9f0c9a1b2c3e'];

ruleTable(both, {
  'names of one image': {
    command: 'docker image ls | grep aviso',
    pair: [`${A} localhost:5000/aviso\n${A} aviso`, `${A} aviso\n${A} localhost:5000/aviso`],
    same: true,
  },
  'the order of two images is kept': {
    command: 'docker images',
    pair: [`${A} uno\n${B} dos`, `${A} dos\n${B} uno`],
    same: false,
  },
});
