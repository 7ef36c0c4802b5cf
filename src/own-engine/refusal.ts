/** Why something may not run on the reader's own engine: a phrase in Spanish that goes on from the command. */
export class Refusal extends Error {}
