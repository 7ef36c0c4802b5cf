import type { Rule } from './rule.ts';

const FORMATS = [
  // RFC 3339 and Go's default: 2026-11-21T01:24:00.123Z, 2026-11-21 01:24:00 +0000 UTC
  /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z| ?[+-]\d\d:?\d\d(?: [A-Z]{3,4})?| UTC)?/g,
  // nginx error log: 2026/11/21 01:24:00
  /\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d/g,
  // access logs: 21/Nov/2026:01:24:00 +0000
  /\d{1,2}\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}/g,
  // date, HTTP headers, ctime: Sat Nov 21 01:24:00 UTC 2026; Sat, 21 Nov 2026 01:24:00 GMT
  /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +(?:\d{1,2} [A-Z][a-z]{2}|[A-Z][a-z]{2} +\d{1,2})(?: \d{4})? \d\d:\d\d:\d\d(?: (?:GMT|UTC))?(?: \d{4})?/g,
  // redis: 21 Nov 2026 01:24:00.123
  /\b\d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d\.\d{3}/g,
  // ls -l: Nov 21 01:24, Nov 21  2026
  /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d (?:\d\d:\d\d| \d{4})/g,
];

/** Absolute dates in every format that the guide's programs print. */
export const dates: Rule = {
  name: 'fechas',
  apply: (text) => FORMATS.reduce((result, format) => result.replace(format, '<FECHA>'), text),
};
