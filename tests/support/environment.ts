/** Vitest's global set-up: one network and one hub for all suites of a run that use the engine. */
import type { TestProject } from 'vitest/node';
import { type Environment, type EnvironmentInfo, startEnvironment } from '../../src/bench/environment.ts';
import { machineStore } from '../../src/proof/store.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    environment: EnvironmentInfo;
  }
}

// Each project loads this file anew; what they share hangs on the process.
const shared = globalThis as typeof globalThis & {
  dapEnvironment?: { users: number; started: Promise<Environment> };
};

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.dapEnvironment ??= { users: 0, started: start() };
  const current = shared.dapEnvironment;
  current.users += 1;
  project.provide('environment', (await current.started).info);
  return async () => {
    current.users -= 1;
    if (current.users > 0) return;
    delete shared.dapEnvironment;
    await (await current.started)[Symbol.asyncDispose]();
  };
}

async function start(): Promise<Environment> {
  machineStore().prune();
  const from = performance.now();
  const environment = await startEnvironment((line) => console.log(line), { seed: true });
  console.log(
    `Banco de pruebas ${environment.info.runId} listo en ${((performance.now() - from) / 1000).toFixed(1)} s`,
  );
  return environment;
}
