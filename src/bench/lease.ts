import type { Duplex } from 'node:stream';
import type { DockerContainer } from '../engine/api.ts';

/**
 * Holds a container of ours alive: its init ends when nobody keeps this FIFO open, so it dies with this process,
 * however that dies (kill -9 included: the kernel closes the connection).
 * @returns what to call to let go
 */
export async function holdLease(container: DockerContainer): Promise<() => void> {
  const exec = await container.exec({
    Cmd: ['sh', '-c', 'exec cat > /run/sandbox/lease'],
    AttachStdin: true,
    AttachStdout: true,
  });
  const stream: Duplex = await exec.start({ hijack: true, stdin: true });
  stream.on('error', () => {});
  stream.resume();
  stream.write('hold\n');
  return () => stream.destroy();
}
