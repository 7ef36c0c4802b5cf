/** What every contract test of an image uses. */
import { expect, inject, test } from 'vitest';
import { Sandbox } from '../../src/bench/sandbox.ts';

export { expect };

/** The parts of an image's configuration that its users rely on. `env` names variables that must be there. */
export interface Contract {
  env?: readonly (string | RegExp)[];
  entrypoint?: readonly string[] | null;
  cmd?: readonly string[] | null;
  ports?: readonly string[];
  volumes?: readonly string[];
  workdir?: string;
  user?: string;
  stop?: string;
}

interface ImageConfig {
  Env: string[] | null;
  Entrypoint: string[] | null;
  Cmd: string[] | null;
  ExposedPorts?: Record<string, object>;
  Volumes?: Record<string, object>;
  WorkingDir?: string;
  User?: string;
  StopSignal?: string;
}

/** A shell in a fresh engine, for the behaviour that a configuration does not show. */
export interface Tools {
  /** Runs a command that must succeed; answers its output without blanks at its ends. */
  ok(command: string): Promise<string>;
  /** Runs a command that must fail; answers its output. */
  fails(command: string): Promise<string>;
  /** Repeats a command until it succeeds. */
  until(command: string): Promise<void>;
}

/** Checks the configuration of an image, and then how it behaves, in a fresh engine. */
export function contract(ref: string, expected: Contract, behaviour?: (tools: Tools) => Promise<void>): void {
  test(ref, async () => {
    await using sandbox = await Sandbox.open(inject('environment'));
    const tools = toolsOf(sandbox);
    await tools.ok(`docker pull --quiet ${ref}`);
    const config = JSON.parse(
      await tools.ok(`docker image inspect --format '{{json .Config}}' ${ref}`),
    ) as ImageConfig;
    checkConfig(config, expected);
    await behaviour?.(tools);
  });
}

/** Compares a configuration with its contract. What the contract does not name must not be there. */
export function checkConfig(config: ImageConfig, expected: Contract): void {
  for (const wanted of expected.env ?? []) {
    expect(config.Env ?? []).toContainEqual(
      typeof wanted === 'string' ? wanted : expect.stringMatching(wanted),
    );
  }
  expect({
    entrypoint: config.Entrypoint ?? null,
    cmd: config.Cmd ?? null,
    ports: Object.keys(config.ExposedPorts ?? {}).sort(),
    volumes: Object.keys(config.Volumes ?? {}),
    workdir: (config.WorkingDir ?? '').replace(/^\/$/, ''),
    user: config.User ?? '',
    stop: config.StopSignal ?? '',
  }).toEqual({
    entrypoint: expected.entrypoint ?? null,
    cmd: expected.cmd ?? null,
    ports: expected.ports ?? [],
    volumes: expected.volumes ?? [],
    workdir: expected.workdir ?? '',
    user: expected.user ?? '',
    stop: expected.stop ?? '',
  });
}

/** The tools of a sandbox. */
export function toolsOf(sandbox: Sandbox): Tools {
  const run = (command: string) => sandbox.run(command, { timeoutMs: 120_000 });
  return {
    async ok(command) {
      const { output, exitCode } = await run(command);
      if (exitCode !== 0) throw new Error(`Salió con el código ${exitCode}: ${command}\n${output}`);
      return output.trim();
    },
    async fails(command) {
      const { output, exitCode } = await run(command);
      if (exitCode === 0) throw new Error(`Tenía que fallar: ${command}\n${output}`);
      return output;
    },
    async until(command) {
      const deadline = Date.now() + 60_000;
      for (;;) {
        const { output, exitCode } = await run(command);
        if (exitCode === 0) return;
        if (Date.now() > deadline) throw new Error(`No se cumplió en un minuto: ${command}\n${output}`);
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    },
  };
}
