/** Reads from disk what the pure part needs. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Example, readExample, topicOf } from '../../src/examples/catalog.ts';
import { type Declaration, parseDeclarations } from '../../src/mutation/declared.ts';
import { exampleMutants, type Source } from '../../src/mutation/example-mutants.ts';
import type { Mutant } from '../../src/mutation/mutant.ts';

export interface Subject {
  example: Example;
  source: Source;
  mutants: Mutant[];
  declarations: Declaration[];
}

/** An example with all of its mutants and what was declared of them. */
export function loadSubject(root: string, id: string): Subject {
  const example = readExample(join(root, 'examples'), id);
  const files = Object.fromEntries(
    example.files.map((file) => [file, readFileSync(join(example.dir, file), 'utf8')]),
  );
  const left = example.provenance?.left;
  const source: Source = { session: example.session, files, ...(left ? { left } : {}) };
  return {
    example,
    source,
    mutants: exampleMutants(source),
    declarations: readDeclarations(root, topicOf(id)).filter(({ example: of }) => of === id),
  };
}

/** Declarations of a topic, of all of its examples; none when it has no file. */
export function readDeclarations(root: string, topic: string): Declaration[] {
  const file = join(root, 'mutantes', `${topic}.yaml`);
  return existsSync(file) ? parseDeclarations(readFileSync(file, 'utf8'), topic) : [];
}
