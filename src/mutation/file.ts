/** The mutants of a file, by the kind of file that it is. */
import { basename, extname } from 'node:path';
import { dockerfileMutants } from './dockerfile.ts';
import { markupMutants } from './markup.ts';
import type { TextMutant } from './mutant.ts';
import { type Style, scriptMutants } from './script.ts';
import { yamlMutants } from './yaml-keys.ts';

/** Written by a program, from another file. */
const GENERATED = /^(?:package-lock\.json|yarn\.lock|pnpm-lock\.yaml|go\.sum)$/;

const STYLES: Record<string, Style> = {
  '.sh': 'shell',
  '.bash': 'shell',
  '.py': 'indentation',
  '.js': 'braces',
  '.mjs': 'braces',
  '.ts': 'braces',
  '.go': 'braces',
  '.css': 'braces',
  '.conf': 'braces',
  '.hcl': 'braces',
  '.sql': 'sql',
  '.ini': 'lines',
  '.toml': 'lines',
  '.env': 'lines',
  '.cnf': 'lines',
};

/**
 * @param path name of the file, in the example or in a command that writes it
 * @param text what is in it
 */
export function fileMutants(path: string, text: string): TextMutant[] {
  const name = basename(path);
  const extension = extname(name).toLowerCase();
  if (GENERATED.test(name) || text.includes('\0')) return [];
  if (/^(?:Dockerfile|Containerfile)/.test(name) || extension === '.dockerfile')
    return dockerfileMutants(text);
  if (['.yaml', '.yml', '.json'].includes(extension)) return yamlMutants(text);
  if (/^\.(?:env|dockerignore|gitignore)/.test(name)) return scriptMutants(text, 'lines');
  const style = STYLES[extension] ?? (/^#!.*\b(?:sh|bash|ash)\b/.test(text) ? 'shell' : undefined);
  return style ? scriptMutants(text, style) : markupMutants(text);
}
