import { swarmIdentifiers } from '../../../src/examples/redaction/swarm-identifiers.ts';
import { ruleTable } from './rule-table.ts';

ruleTable(swarmIdentifiers, {
  'join tokens': {
    pair: [`SWMTKN-1-${'a1'.repeat(25)}-${'b'.repeat(25)}`, `SWMTKN-1-${'c2'.repeat(25)}-${'d'.repeat(25)}`],
    same: true,
  },
  'objects of 25 characters': {
    pair: ['x1y2z3x1y2z3x1y2z3x1y2z3x', 'a1y2z3x1y2z3x1y2z3x1y2z3x'],
    same: true,
  },
  'short ids in swarm tables': {
    command: 'docker service ls',
    pair: ['x1y2z3x1y2z3 web', 'a1y2z3x1y2z3 web'],
    same: true,
  },
  'words of twelve letters elsewhere': {
    command: 'docker ps',
    pair: ['x1y2z3x1y2z3 web', 'a1y2z3x1y2z3 web'],
    same: false,
  },
  'one without a digit, in the column of identifiers': {
    command: 'docker network ls --filter name=nube',
    pair: ['NETWORK ID     NAME\nx1y2z3x1y2z3   nube', 'NETWORK ID     NAME\nabcdefghijkl   nube'],
    same: true,
  },
});
