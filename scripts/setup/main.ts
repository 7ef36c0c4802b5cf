import { type ParseArgsConfig, parseArgs } from 'node:util';
import { SessionError } from '../../src/examples/session-error.ts';
import { SetupError } from './progress.ts';

/**
 * Runs a command-line entry point: what we foresaw is told without a stack trace, what we didn't, with it.
 * @param action the whole program
 */
export async function runMain(action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    tell(error);
    process.exitCode = 1;
  }
}

/**
 * Reads the options of a program whose whole text is not one action: one that is not understood ends it, in words.
 * @param config as `parseArgs` takes it
 */
export function readArguments<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    tell(error);
    process.exit(1);
  }
}

function tell(error: unknown): void {
  if (error instanceof SetupError || error instanceof SessionError) console.error(`\n${error.message}`);
  else if (isBadOption(error))
    console.error(
      `\nNo entiendo las opciones (${error.message}).\n  Cómo arreglarlo: mira las opciones con --ayuda.`,
    );
  else if (isFullDisk(error))
    console.error(
      `\nEl disco está lleno: no se pudo escribir ${error.path ?? 'un archivo'}.\n  Cómo arreglarlo: libera espacio (df -h dice dónde) y repite la orden; «npm run limpiar» quita lo que el proyecto dejó en el motor.`,
    );
  else console.error(error);
}

function isBadOption(error: unknown): error is Error {
  return error instanceof Error && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
}

function isFullDisk(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '');
}
