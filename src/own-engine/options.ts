/** Reads the options of a command by a closed list: what is not in it is refused. */
import { Refusal } from './refusal.ts';

/** Options of a command: `''` takes no value; a test, a value that passes it; `*` before a name means that it may be repeated. */
export type OptionList = Record<string, '' | RegExp>;

export interface ReadOptions {
  values: Map<string, string[]>;
  rest: string[];
}

/**
 * Splits options from the rest, as Docker's client does.
 * @param list by all of their names, separated by a comma; the first one is the key of the value
 * @param stopAtFirst whether what follows the first argument belongs to another program
 * @throws Refusal when an option is not in the list, is written in an unusual way, or is repeated
 */
export function readOptions(args: string[], list: OptionList, stopAtFirst = false): ReadOptions {
  const byName = new Map(
    Object.entries(list).flatMap(([names, value]) => {
      const [key, ...others] = names.replace('*', '').split(',') as [string, ...string[]];
      return [key, ...others].map((name) => [name, { key, value, many: names.startsWith('*') }] as const);
    }),
  );
  const values = new Map<string, string[]>();
  const rest: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] as string;
    if (!arg.startsWith('-') || arg === '-') {
      if (stopAtFirst) return { values, rest: args.slice(at) };
      rest.push(arg);
      continue;
    }
    const [name, ...after] = arg.startsWith('--') ? arg.split('=') : [arg];
    const option = byName.get(name as string);
    if (!option) throw new Refusal(`usa «${arg}», que no está entre las opciones admitidas`);
    const joined = after.length > 0 ? after.join('=') : undefined;
    const before = values.get(option.key) ?? [];
    if (before.length > 0 && !option.many) throw new Refusal(`repite «${name}»`);
    if (option.value === '') {
      if (joined !== undefined) throw new Refusal(`escribe «${arg}»: esa opción va sin valor`);
      values.set(option.key, [...before, '']);
      continue;
    }
    const value = joined ?? args[++at];
    if (value === undefined || !option.value.test(value)) throw new Refusal(`usa «${name} ${value ?? ''}»`);
    values.set(option.key, [...before, value]);
  }
  return { values, rest };
}
