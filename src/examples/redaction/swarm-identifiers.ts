import { mark } from './identity.ts';
import type { Rule } from './rule.ts';

const TOKEN = /SWMTKN-1-[a-z0-9]{50}-[a-z0-9]{25}/g;
const LONG_OBJECT = /\b(?=[a-z0-9]*\d)(?=[a-z0-9]*[a-z])[a-z0-9]{25}\b/g;
const SHORT_OBJECT = /\b(?=[a-z0-9]*\d)(?=[a-z0-9]*[a-z])[a-z0-9]{12}\b/g;
// One in fifty has no digit, and looks like a word: the column tells.
const ID_COLUMN = /^(?:NETWORK )?ID\b/m;
const IN_COLUMN = /^[a-z0-9]{12}(?= )/gm;
const SWARM_COMMAND = /\bdocker (?:service|node|stack|swarm|secret|config|network ls)\b/;

/** Swarm objects: 25 characters of base 36 (12 in tables), and join tokens. */
export const swarmIdentifiers: Rule = {
  name: 'identificadores de Swarm',
  apply(text, { command, typed }) {
    const name = (id: string) => (typed(id) ? id : mark('OBJ', id.slice(0, 12)));
    const long = text.replace(TOKEN, '<TOKEN>').replace(LONG_OBJECT, name);
    if (!SWARM_COMMAND.test(command)) return long;
    const short = long.replace(SHORT_OBJECT, name);
    return ID_COLUMN.test(text) ? short.replace(IN_COLUMN, name) : short;
  },
};
