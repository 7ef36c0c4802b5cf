/** The one door to Testcontainers: settings that must be in place before it looks for an engine. */
// Its reaper's image lives on Docker Hub; our sandboxes die with their lease instead (lease.ts).
process.env.TESTCONTAINERS_RYUK_DISABLED = 'true';
// A build machine that is itself a container has /.dockerenv, which Testcontainers takes for «the engine is at the gateway».
process.env.TESTCONTAINERS_HOST_OVERRIDE ??= 'localhost';

const { GenericContainer, Wait, getContainerRuntimeClient } = await import('testcontainers');

export { GenericContainer, Wait };

/** Docker client of the engine that Testcontainers found. */
export async function docker() {
  return (await getContainerRuntimeClient()).container.dockerode;
}

export type DockerContainer = ReturnType<Awaited<ReturnType<typeof docker>>['getContainer']>;
