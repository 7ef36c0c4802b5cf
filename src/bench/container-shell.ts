import { PassThrough } from 'node:stream';
import { type DockerContainer, engineApi } from '../engine/api.ts';
import { explainTrouble } from '../engine/trouble.ts';
import { FrameReader } from './frame-reader.ts';
import { Shell, type ShellTransport } from './shell.ts';

const ORDERER = '/usr/local/bin/sandbox-orden';

/**
 * Opens a shell of the sandbox's agent in a folder that exists inside the container.
 * @throws Error in Spanish when the container is no longer there
 */
export async function openContainerShell(container: DockerContainer, cwd: string): Promise<Shell> {
  return Shell.over(await attachAgent(container, ['sandbox-agent', cwd]), cwd);
}

/** Starts a command that speaks the agent's protocol, inside a container. */
export async function attachAgent(container: DockerContainer, command: string[]): Promise<ShellTransport> {
  const exec = await container
    .exec({ Cmd: command, AttachStdin: true, AttachStdout: true, AttachStderr: true })
    .catch(explainTrouble('El banco de pruebas'));
  const stream = await exec.start({ hijack: true, stdin: true });
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  (await engineApi()).modem.demuxStream(stream, stdout, stderr);
  const frames = new FrameReader(stdout, stderr);
  // A sandbox that dies closes the connection, with or without an error.
  for (const event of ['end', 'close', 'error']) stream.on(event, () => frames.end());
  return { stdin: stream, frames, orderer: ORDERER };
}
