import { mark } from './identity.ts';
import type { Rule } from './rule.ts';

// First halves of the names that docker gives: moby, internal/namesgenerator.
const ADJECTIVES =
  'admiring|adoring|affectionate|agitated|amazing|angry|awesome|beautiful|blissful|bold|boring|brave|busy|charming|clever|compassionate|competent|condescending|confident|cool|cranky|crazy|dazzling|determined|distracted|dreamy|eager|ecstatic|elastic|elated|elegant|eloquent|epic|exciting|fervent|festive|flamboyant|focused|friendly|frosty|funny|gallant|gifted|goofy|gracious|great|happy|hardcore|heuristic|hopeful|hungry|infallible|inspiring|intelligent|interesting|jolly|jovial|keen|kind|laughing|loving|lucid|magical|modest|musing|mystifying|naughty|nervous|nice|nifty|nostalgic|objective|optimistic|peaceful|pedantic|pensive|practical|priceless|quirky|quizzical|recursing|relaxed|reverent|romantic|sad|serene|sharp|silly|sleepy|stoic|strange|stupefied|suspicious|sweet|tender|thirsty|trusting|unruffled|upbeat|vibrant|vigilant|vigorous|wizardly|wonderful|xenodochial|youthful|zealous|zen';
const NAME = new RegExp(`\\b(?:${ADJECTIVES})_[a-z]+\\d?\\b`, 'g');

/** Names such as `quirky_turing` of containers that were given none. */
export const generatedNames: Rule = {
  name: 'nombres generados',
  apply: (text, { typed }) => text.replace(NAME, (name) => (typed(name) ? name : mark('NOMBRE', name))),
};
