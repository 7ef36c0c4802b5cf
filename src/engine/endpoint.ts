/** Which engine is talked to: the same one for the `docker` command, for Testcontainers and for the hub. */
import { tryDockerSync } from './cli.ts';

export interface EndpointFacts {
  env: Readonly<Record<string, string | undefined>>;
  platform: NodeJS.Platform;
  /** Address of the `docker` command's current context, if it could be asked. */
  contextHost?: string | undefined;
}

export interface Endpoint {
  /** Address of the engine; undefined is the usual one of the platform. */
  host: string | undefined;
  /** Its socket, seen from the machine on which the engine runs: what a container can mount. */
  socket: string;
}

const USUAL = '/var/run/docker.sock';
// Programs that run the engine in a virtual machine of theirs: their socket on this side means nothing on that one.
const FORWARDED = /\/\.(?:docker\/(?:desktop|run)|colima|rd|orbstack|lima)\//;

/** Decides from facts. Pure. */
export function chooseEndpoint({ env, platform, contextHost }: EndpointFacts): Endpoint {
  const host = env.DOCKER_HOST || (contextHost === `unix://${USUAL}` ? undefined : contextHost);
  const path = host?.startsWith('unix://') ? host.slice('unix://'.length) : undefined;
  const isLocal = path !== undefined && platform === 'linux' && !FORWARDED.test(path);
  return { host, socket: env.TESTCONTAINERS_DOCKER_SOCKET_OVERRIDE || (isLocal ? path : USUAL) };
}

let known: Endpoint | undefined;

/** The engine of this process. Asked once: who changes context does it before starting. */
export function engineEndpoint(): Endpoint {
  known ??= chooseEndpoint({ env: process.env, platform: process.platform, contextHost: contextHost() });
  return known;
}

function contextHost(): string | undefined {
  // The variable wins over any context.
  if (process.env.DOCKER_HOST) return undefined;
  // No client, or a context that no longer exists: whoever asks the engine hears of it.
  return tryDockerSync(['context', 'inspect', '--format', '{{.Endpoints.docker.Host}}']) || undefined;
}
