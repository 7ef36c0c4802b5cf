/** The line of a recorded output in which Docker, or a program that Docker shut in, says what went wrong. */

/** What Docker's own programs say, at the start of a line. */
const OF_DOCKER = [
  /^(?:docker: )?Error response from daemon: /,
  // Of `docker` itself, before it asks any engine.
  /^docker: (?!Error response)\S/,
  /^Cannot connect to the Docker daemon/,
  /^failed to connect to the docker API/,
  /^permission denied while trying to connect to the docker/i,
  /^(?:error|Error) during connect/,
  /^OCI runtime \w+ failed/,
  /^ERROR: failed to (?:build|solve)/,
  /^template parsing error/,
  /^push access denied/,
  /^tag does not exist/,
  /^invalid argument ".*" for /,
  /^(?:no configuration file provided|yaml: |service "[^"]+" |validating \S+\.ya?ml: |services\.\S+ )/,
  /^exec \/\S+: (?:exec format error|no such file or directory)$/,
];

/** How a program tells that what it looks for is outside, forbidden or above a limit. */
const OF_PROGRAM =
  /(?:No such file or directory|Permission denied|permission denied \(are you root\?\)|Operation not permitted|Read-only file system|No space left on device|Too many open files|Resource temporarily unavailable|Connection refused|Network is unreachable|Name or service not known|Temporary failure in name resolution|Could not resolve host: \S+|Address already in use|bad address '[^']+'|getaddrinfo ENOTFOUND \S+|unknown user \S+|not found)$/;

/** The kernel kills without a word: the code is the message. */
const KILLED = 137;

export interface RecordedFailure {
  command: string;
  output: string;
  exitCode: number;
}

/** Whether a command asks Docker for something: `docker …`, also behind `su -c`, a pipe or an assignment. */
export function asksDocker(command: string): boolean {
  return /(?:^|[\s;|&('"=])docker\s/.test(command) || command.includes('docker.sock');
}

export interface Message {
  text: string;
  /** Whether Docker says it, and not a program in a container. */
  fromDocker: boolean;
}

/**
 * The message of a recorded command: what Docker says, also when a later part of the command ends well; what a program
 * says in a container, only of a command that fails. What fails without Docker (`grep`, `curl`, `unshare`) has none.
 */
export function messageOf({ command, output, exitCode }: RecordedFailure): Message | undefined {
  if (!asksDocker(command)) return undefined;
  const lines = output.split('\n').map((line) => line.trim());
  const docker = lines.find((line) => OF_DOCKER.some((pattern) => pattern.test(line)));
  if (docker) return { text: readable(docker), fromDocker: true };
  if (exitCode === 0) return undefined;
  const ofApi = /^\{"message":"(.+)"\}$/.exec(lines.at(-1) ?? '')?.[1];
  if (ofApi) return { text: readable(ofApi), fromDocker: true };
  if (!insideContainer(command)) return undefined;
  const program = lines.find((line) => OF_PROGRAM.test(line));
  if (program) return { text: readable(program), fromDocker: false };
  const killed = exitCode === KILLED && !output.trim();
  return killed ? { text: `código de salida ${KILLED}`, fromDocker: true } : undefined;
}

function insideContainer(command: string): boolean {
  // What ends in another program (`| grep`) says what that one says.
  return /\bdocker (?:run|exec|start|compose (?:exec|run))\b/.test(command) && !/\|\s*\w/.test(command);
}

/** The same message whoever reads it: without the identifiers of one run, nor the words that all of them carry. */
function readable(line: string): string {
  return line
    .replace(/^docker: /, '')
    .replace(/^Error response from daemon: /, '')
    .replace(/\b(?:sha256:)?[0-9a-f]{64}\b/g, '…')
    .replace(/\b[0-9a-f]{12}\b/g, '…')
    .replace(/\b[a-z0-9]{25}(?:::[a-z0-9]{25})?\b/g, '…')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Two messages with one key are one: names, numbers and addresses of the example are left out. */
export function messageKey(message: string): string {
  return message
    .replace(/"[^"]*"|'[^']*'|`[^`]*'/g, 'X')
    .replace(/\S*[\w…][:/][\w./…]\S*/g, 'R')
    .replace(/\d+/g, 'N')
    .toLowerCase();
}
