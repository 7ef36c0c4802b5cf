import type { Rule } from './rule.ts';

const LAYER =
  /^[0-9a-f]{12}: (?:Pulling fs layer|Waiting|Verifying Checksum|Download complete|Pull complete|Already exists|Preparing|Pushed|Layer already exists|Mounted from .*|Extracting.*|Downloading.*|Pushing.*)$/;
const DIGEST = /^(Digest: |.*: digest: )sha256:.*$/;

/** Layers of a pull or push: their number and order depend on where the image came from. First and last lines stay. */
export const pullProgress: Rule = {
  name: 'progreso de descargas',
  apply: (text) =>
    text
      .split('\n')
      .filter((line) => !LAYER.test(line))
      .map((line) => line.replace(DIGEST, '$1<RESUMEN>'))
      .join('\n'),
};
