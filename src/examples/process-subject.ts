/** Which process a command asks about, when the session says it by way of a container. */

const OF_CONTAINER =
  /\$\(\s*docker (?:container )?inspect (?:-f|--format)[= ]?['"]?\{\{\s*\.State\.Pid\s*\}\}['"]? ([\w.-]+)\s*\)/g;
const ASKED =
  /^docker (?:container )?inspect (?:-f|--format)[= ]?['"]?\{\{\s*\.State\.Pid\s*\}\}['"]? ([\w.-]+)$/;
const PARENT = /\$\(\s*ps -o ppid= (?:-p )?(@[\w.-]+)\s*\)/g;

/** Shell variables that hold a process id. */
export class Variables {
  readonly #values = new Map<string, string>();

  /** Notes the assignments of a command: `pid=$(docker inspect -f '{{.State.Pid}}' web)`. */
  learn(command: string): void {
    for (const [, name, value] of this.resolve(command).matchAll(/\b(\w+)=(\^?@[\w.-]+)/g))
      this.#values.set(name as string, value as string);
  }

  /** The command with `@web` where it says the process of «web», and `^@web` where it says its parent. */
  resolve(command: string): string {
    const direct = command.replace(OF_CONTAINER, '@$1');
    const known = direct.replace(
      /"?\$\{?(\w+)\}?"?/g,
      (whole, name: string) => this.#values.get(name) ?? whole,
    );
    return known.replace(PARENT, '^$1');
  }
}

/** The one process that a command is about; undefined when it names none, or several. */
export function subjectOf(
  command: string,
  variables: Variables,
): { container: string; isParent: boolean } | undefined {
  const asked = ASKED.exec(command.trim())?.[1];
  if (asked) return { container: asked, isParent: false };
  const resolved = variables.resolve(command).replace(/\b\w+=\^?@[\w.-]+/g, '');
  const subjects = new Set(resolved.match(/\^?@[\w.-]+/g));
  const [only] = subjects;
  if (subjects.size !== 1 || !only) return undefined;
  return { container: only.replace(/^\^?@/, ''), isParent: only.startsWith('^') };
}
