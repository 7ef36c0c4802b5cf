/** A session file that cannot be read: says where, what is wrong and how to mend it. */
export class SessionError extends Error {
  readonly file: string;
  readonly line: number;
  constructor(file: string, line: number, problem: string, remedy: string) {
    super(`${file}:${line}: ${problem}\n  Cómo arreglarlo: ${remedy}`);
    this.name = 'SessionError';
    this.file = file;
    this.line = line;
  }
}
