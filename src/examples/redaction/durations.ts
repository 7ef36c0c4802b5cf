import type { Rule } from './rule.ts';

const DURATION = /\b(?:\d+m)?\d+(?:\.\d+)?(?:ns|µs|us|ms|s)\b(?=$|[\s,)])/gm;
const PING_TIME = /\b(time=)[\d.]+ ms/g;
const PING_SUMMARY = /(round-trip min\/avg\/max|rtt min\/avg\/max\/mdev)( = )[\d./]+ ms/g;
const CURL_AFTER = /\b(after )\d+( m?s\b)/g;
const BASH_TIME = /^(real|user|sys)\t.*$/gm;

/** How long something took: build steps, pings, `time`. */
export const durations: Rule = {
  name: 'duraciones',
  apply: (text) =>
    text
      .replace(PING_TIME, '$1<DURACIÓN>')
      .replace(PING_SUMMARY, '$1$2<DURACIÓN>')
      .replace(CURL_AFTER, '$1<DURACIÓN>')
      .replace(BASH_TIME, '$1 <DURACIÓN>')
      .replace(DURATION, '<DURACIÓN>'),
};
