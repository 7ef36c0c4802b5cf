import type { Rule } from './rule.ts';

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const DAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const CLOCK = String.raw`\d\d?:\d\d:\d\d(?:[.,]\d+)?(?: ?[AP]M)?`;
const ZONE = String.raw`(?: (?:GMT|UTC|[+-]\d{4}))`;
// Years before this century are fixed points (1970-01-01, 0001-01-01): they say something.
const YEAR = String.raw`20\d\d`;

const FORMATS = [
  // RFC 3339 and Go's default: 2026-11-21T01:24:00.123Z, 2026-11-21 01:24:00 +0000 UTC; ls --time-style=long-iso
  String.raw`\b${YEAR}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z| ?[+-]\d\d:?\d\d(?: [A-Z]{3,4})?| UTC)?`,
  // logs of nginx and Go: 2026/11/21 01:24:00.123456
  String.raw`\b${YEAR}\/\d\d\/\d\d ${CLOCK}`,
  // access logs, Python's http.server, PHP and Tomcat: 21/Nov/2026:01:24:00 +0000, 21/Nov/2026 01:24:00, 21-Nov-2026 …
  String.raw`\b\d{1,2}[\/-]${MONTH}[\/-]${YEAR}[: ]${CLOCK}${ZONE}?`,
  // date, HTTP headers, ctime, Apache's errors: Sat Nov 21 01:24:00 UTC 2026; Sat, 21 Nov 2026 01:24:00 GMT
  String.raw`\b${DAY},? +(?:\d{1,2} ${MONTH}|${MONTH} +\d{1,2})(?: ${YEAR})? ${CLOCK}${ZONE}?(?: ${YEAR})?`,
  // redis: 21 Nov 2026 01:24:00.123; certificates: Nov 21 01:24:00 2026 GMT; Java: Nov 21, 2026 1:24:00 AM
  String.raw`\b\d{1,2} ${MONTH} ${YEAR} ${CLOCK}`,
  String.raw`\b${MONTH} +\d{1,2} ${CLOCK} ${YEAR}(?: GMT)?`,
  String.raw`\b${MONTH} \d{1,2}, ${YEAR} ${CLOCK}`,
  // ls -l: Nov 21 01:24, Nov 21  2026; syslog: Nov 21 01:24:00
  String.raw`\b${MONTH} [ \d]\d (?:\d\d:\d\d(?::\d\d)?| ${YEAR})`,
  // date +%F, date +%T and date +%r
  String.raw`\b${YEAR}-\d\d-\d\d\b(?![-.\w])`,
  String.raw`(?<![\d:.])\d\d:\d\d:\d\d(?:[.,]\d+)?(?: [AP]M)?(?: UTC)?(?![\d:])`,
].map((source) => new RegExp(source, 'g'));

/** Absolute dates of this century, in every format that the guide's programs print. */
export const dates: Rule = {
  name: 'fechas',
  apply: (text, { typed }) =>
    FORMATS.reduce(
      (result, format) => result.replace(format, (date) => (typed(date) ? date : '<FECHA>')),
      text,
    ),
};
