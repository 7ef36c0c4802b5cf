/** The one door to Testcontainers: settings that must be in place before it looks for an engine. */
import { engineEndpoint } from './endpoint.ts';

// It does not know of the contexts of the `docker` command, with which images are made.
const { host } = engineEndpoint();
if (host) process.env.DOCKER_HOST = host;
// Its reaper's image lives on Docker Hub; our sandboxes die with their lease instead (lease.ts).
process.env.TESTCONTAINERS_RYUK_DISABLED = 'true';
// A build machine that is itself a container has /.dockerenv, which Testcontainers takes for «the engine is at the gateway».
process.env.TESTCONTAINERS_HOST_OVERRIDE ??= 'localhost';

const { GenericContainer, Wait, getContainerRuntimeClient } = await import('testcontainers');

export { GenericContainer, Wait };

/** Docker client of the engine that Testcontainers found. */
export async function engineApi() {
  return (await getContainerRuntimeClient()).container.dockerode;
}

export type DockerContainer = ReturnType<Awaited<ReturnType<typeof engineApi>>['getContainer']>;
