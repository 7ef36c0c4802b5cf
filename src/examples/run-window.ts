/** Finds outputs that say a time at which their run was not running: they are of another one. Pure. */
import type { Session } from './session.ts';

// What these print happened while the session ran.
const TELLS_NOW =
  /\bdocker (?:compose )?logs\b|\bdocker events\b|\.State\.(?:StartedAt|FinishedAt)\b|(?:^|[|;&(] *)date\b/m;
const ISO = /\b(20\d\d-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.\d+)?(?:Z| UTC| \+0000)/g;
const NGINX = /\b(20\d\d)\/(\d\d)\/(\d\d) (\d\d:\d\d:\d\d)/g;
const ACCESS = /\b(\d\d)\/([A-Z][a-z]{2})\/(20\d\d):(\d\d:\d\d:\d\d) \+0000/g;
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';
// Clocks of containers are the machine's; what is written is cut to the second.
const SLACK_MS = 2000;

export interface OutOfTime {
  line: number;
  /** The time that the output says, ISO. */
  time: string;
}

/**
 * @param run when the recording was made, ISO dates
 * @returns times in the outputs that lie before its beginning or after its end
 */
export function timesOutside(session: Session, run: { from: string; to: string }): OutOfTime[] {
  const [from, to] = [Date.parse(run.from) - SLACK_MS, Date.parse(run.to) + SLACK_MS];
  return session.steps
    .flatMap((step) => step.commands)
    .filter(({ text }) => TELLS_NOW.test(text))
    .flatMap(({ output, text, line }) =>
      timesIn(output)
        // What the author asked for (date -d, @0) is no clock's.
        .filter((time) => !/\bdate\b.*(?:-d|--date|-s|@)/.test(text) && !Number.isNaN(time))
        .filter((time) => time < from || time > to)
        .map((time) => ({ line, time: new Date(time).toISOString() })),
    );
}

function timesIn(output: string): number[] {
  return [
    ...[...output.matchAll(ISO)].map(([, day, clock]) => Date.parse(`${day}T${clock}Z`)),
    ...[...output.matchAll(NGINX)].map(([, y, m, d, clock]) => Date.parse(`${y}-${m}-${d}T${clock}Z`)),
    ...[...output.matchAll(ACCESS)].map(([, d, name, y, clock]) => {
      const month = String(MONTHS.indexOf(name as string) / 3 + 1).padStart(2, '0');
      return Date.parse(`${y}-${month}-${d}T${clock}Z`);
    }),
  ];
}
