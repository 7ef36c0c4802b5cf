import { settleScreen } from './screen.ts';

/** What a terminal would finally show: colours gone, lines rewritten in place settled. */
const LAYER_STATE =
  /^([0-9a-f]{12}): (Pulling fs layer|Waiting|Verifying Checksum|Download complete|Pull complete|Already exists|Extracting|Downloading|Preparing|Pushing|Pushed|Layer already exists|Mounted from .*)\b.*$/;
const OBJECT_STATE =
  /^ ?(Container|Network|Volume|Image|Service) (.+?) {1,2}(Creat(?:ing|ed)|Start(?:ing|ed)|Stopp(?:ing|ed)|Remov(?:ing|ed)|Recreat(?:e|ed)|Restarting|Running|Waiting|Healthy|Built|Pulling|Pulled|Kill(?:ing|ed)|Error)\s*$/;

/**
 * Cleans what a command printed to something that is not a terminal into what the reader's terminal shows in the end.
 * A layer or a Compose object that reports several states keeps one line, with its last state.
 */
export function cleanTerminal(output: string, command = ''): string {
  const lines = settleScreen(output.replace(/\r+\n/g, '\n'))
    // A text that bash cannot read is handed to it in one piece; where one types it names neither that nor the line.
    .replace(/^bash: eval: line \d+: (?:`.*'\n)?/gm, (head) => (head.endsWith('\n') ? '' : 'bash: '))
    .split('\n')
    .map((line) => line.trimEnd());
  const settled = settle(lines, LAYER_STATE, (match) => match[1] as string);
  const objects = /\bdocker compose\b/.test(command)
    ? settle(settled, OBJECT_STATE, (match) => `${match[1]} ${match[2]}`)
    : settled;
  return objects.join('\n').replace(/\s+$/, '');
}

/** Keeps for each subject the line of its last state, at the place of its first. */
function settle(lines: string[], pattern: RegExp, subject: (match: RegExpExecArray) => string): string[] {
  const placeOf = new Map<string, number>();
  const result: string[] = [];
  for (const line of lines) {
    const match = pattern.exec(line);
    const key = match && subject(match);
    const place = key ? placeOf.get(key) : undefined;
    if (place !== undefined) {
      result[place] = line;
    } else {
      if (key) placeOf.set(key, result.length);
      result.push(line);
    }
  }
  return result;
}
