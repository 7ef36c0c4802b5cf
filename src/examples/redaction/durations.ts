import type { Rule } from './rule.ts';

const UNIT = '(?:ns|µs|us|ms|s|m|h)';
// A time with decimals was measured; a whole number of seconds may be somebody's setting.
const MEASURED = /(?<![\w.])(?:\d+h)?(?:\d+m)?\d+\.\d+(?:ns|µs|us|ms|s)(?![\w.])/g;
const TOLD = new RegExp(
  String.raw`\b((?:in|after|took|took:|DONE|elapsed|elapsed:|real|tardó) )(?:\d+${UNIT})+(?![\w.])`,
  'gi',
);
const PING_TIME = /\b(time[=<])[\d.]+ ms/g;
const PING_TOTAL = /(packet loss, time )\d+ms/g;
const PING_SUMMARY = /(round-trip min\/avg\/max|rtt min\/avg\/max\/mdev)( = )[\d./]+ ms/g;
const AFTER = /\b(after |in )(\d+)( (?:ms|milliseconds|s|seconds)\b)/g;
const BASH_TIME = /^(real|user|sys)\t.*$/gm;
// dd of GNU and of BusyBox: what it copied stays, its time and speed go.
const DD = /(copied, )[\d.e-]+ (?:s|seconds), [\d.]+ ?[kMG]?B\/s/g;

/** How long something took: build steps, pings, `time`, `dd`. */
export const durations: Rule = {
  name: 'duraciones',
  apply: (text, { typed }) =>
    text
      .replace(DD, '$1<DURACIÓN>')
      .replace(PING_TIME, '$1<DURACIÓN>')
      .replace(PING_TOTAL, '$1<DURACIÓN>')
      .replace(PING_SUMMARY, '$1$2<DURACIÓN>')
      .replace(AFTER, (whole, word: string, number: string, unit: string) =>
        // Seconds may be the limit that the author set; nobody sets the milliseconds that something took.
        unit.trim().startsWith('s') && typed(number) ? whole : `${word}<DURACIÓN>`,
      )
      .replace(BASH_TIME, '$1 <DURACIÓN>')
      .replace(TOLD, (whole, word: string) => (typed(whole.slice(word.length)) ? whole : `${word}<DURACIÓN>`))
      .replace(MEASURED, (time) => (typed(time) ? time : '<DURACIÓN>')),
};
