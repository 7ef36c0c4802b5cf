import type { Rule } from './rule.ts';

const FACT =
  /\b(Total Memory|Kernel Version|CPUs|Architecture|Operating System|OS\/Arch|Built|Git commit|GitCommit|Go version|Experimental|ID|Name): .*/g;
const KERNEL = /\b\d+\.\d+\.\d+(?:-[\w.+]+)? #\d+.*?(?= x86_64| aarch64|$)/gm;

/** What `docker info` and `docker version` say about the machine and the build of the engine. */
export const hostFacts: Rule = {
  name: 'datos del anfitrión',
  apply: (text, { command }) =>
    (/\bdocker (?:info|version|system info)\b/.test(command) ? text.replace(FACT, '$1: <…>') : text).replace(
      KERNEL,
      '<KERNEL>',
    ),
};
