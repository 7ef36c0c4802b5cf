/**
 * What a session leaves in the engine, as lines: it proves options whose effect no output shows (`--rm`, `rm -v`,
 * `EXPOSE`, a limit); and what it had meanwhile, step by step. Pure.
 */

// What `docker … inspect` answers: too wide to be worth typing.
// biome-ignore lint/suspicious/noExplicitAny: see above
type Inspected = any;

export interface EngineState {
  containers: Inspected[];
  images: Inspected[];
  networks: Inspected[];
  volumes: Inspected[];
}

type Typed = (word: string) => boolean;

/** How a difference in it is called where others name a step. */
export const REMAINS = 'lo que queda';

/**
 * What a session left, and what it had meanwhile.
 * @param last facts after its last step
 * @param seen facts after any of its steps
 */
export function remainsOf(last: readonly string[], seen: ReadonlySet<string>): string[] {
  const gone = [...seen].filter((fact) => !last.includes(fact)).sort();
  return [...last, ...gone.map((fact) => `antes: ${fact}`)];
}

const HOST_FACTS =
  'AutoRemove Privileged ReadonlyRootfs Memory MemoryReservation MemorySwap MemorySwappiness OomKillDisable NanoCpus CpuShares CpuPeriod CpuQuota CpusetCpus CpusetMems PidsLimit BlkioWeight BlkioDeviceReadBps BlkioDeviceWriteBps BlkioDeviceReadIOps BlkioDeviceWriteIOps CapAdd CapDrop SecurityOpt Devices Ulimits Tmpfs Sysctls Dns DnsSearch DnsOptions ExtraHosts GroupAdd OomScoreAdj CgroupParent PidMode IpcMode UsernsMode UTSMode Init Links VolumesFrom'.split(
    ' ',
  );
const CONFIG_FACTS = 'User WorkingDir Cmd Entrypoint StopSignal StopTimeout Healthcheck Shell OnBuild'.split(
  ' ',
);
const TERMINAL_FACTS = ['Tty', 'OpenStdin', 'Domainname'];
/** What the engine puts where nobody asked for anything. */
const USUAL: Record<string, unknown> = { IpcMode: 'private', CgroupParent: '', WorkingDir: '/' };
const OWN_NETWORKS = new Set(['bridge', 'host', 'none', 'ingress', 'docker_gwbridge']);
const ANONYMOUS = /^[0-9a-f]{64}$/;

/**
 * @param state what `docker container|image|network|volume inspect` answers of everything there is
 * @param typed whether the author wrote a word: variables and labels with other names came with an image
 * @param isOfficial whether a reference such as `nginx:1.30` is one of those that a hub serves: how it is made is not the session's
 * @returns a fact per line, sorted; not yet redacted
 */
export function describeRemains(
  state: EngineState,
  typed: Typed,
  isOfficial: (ref: string) => boolean,
): string[] {
  const images = new Map(state.images.map((image) => [image.Id, image]));
  // One that removes itself and has ended may or may not be gone yet; those of a service come and go.
  const lasting = state.containers.filter(
    ({ HostConfig, Config, State }) =>
      (State.Running || !HostConfig.AutoRemove) && !Config.Labels?.['com.docker.swarm.task.id'],
  );
  const lines = [
    ...lasting.flatMap((container) => containerFacts(container, images.get(container.Image), typed)),
    ...state.images.flatMap((image) => imageFacts(image, typed, isOfficial)),
    ...count(
      'imágenes sin nombre',
      state.images.filter(({ RepoTags }) => !RepoTags?.length),
    ),
    ...state.networks
      .filter(({ Name }) => !OWN_NETWORKS.has(Name))
      .flatMap((network) => networkFacts(network, typed)),
    ...state.volumes
      .filter(({ Name }) => !ANONYMOUS.test(Name))
      .flatMap((volume) => volumeFacts(volume, typed)),
    ...count(
      'volúmenes sin nombre',
      state.volumes.filter(({ Name }) => ANONYMOUS.test(Name)),
    ),
  ];
  return lines.sort();
}

function containerFacts(container: Inspected, image: Inspected, typed: Typed): string[] {
  const { Config, HostConfig, NetworkSettings, Mounts, Name, Id } = container;
  const own = { ...Config };
  // What it only has from its image is of the image.
  for (const fact of CONFIG_FACTS) if (same(own[fact], image?.Config?.[fact])) delete own[fact];
  const restart = HostConfig.RestartPolicy?.Name;
  return told(`contenedor ${Name.slice(1)}`, [
    ['imagen', Config.Image],
    ...pick(own, [...CONFIG_FACTS, ...TERMINAL_FACTS]),
    ['Hostname', Id.startsWith(Config.Hostname) ? '' : Config.Hostname],
    ['Env', words(Config.Env, typed)],
    ['Labels', labels(Config.Labels, typed)],
    ['puertos', ports(HostConfig.PortBindings, Config.ExposedPorts)],
    ...pick(HostConfig, HOST_FACTS),
    ['RestartPolicy', restart === 'no' ? '' : HostConfig.RestartPolicy],
    ['LogConfig', Object.keys(HostConfig.LogConfig?.Config ?? {}).length > 0 ? HostConfig.LogConfig : ''],
    ['montajes', (Mounts ?? []).map(mountOf).sort()],
    ['redes', networksOf(HostConfig.NetworkMode, NetworkSettings.Networks, Id)],
  ]);
}

function imageFacts(
  { RepoTags, Config }: Inspected,
  typed: Typed,
  isOfficial: (ref: string) => boolean,
): string[] {
  return (RepoTags ?? []).flatMap((tag: string) =>
    told(
      `imagen ${tag}`,
      isOfficial(tag)
        ? []
        : [
            ...pick(Config ?? {}, CONFIG_FACTS),
            ['Env', words(Config?.Env, typed)],
            ['Labels', labels(Config?.Labels, typed)],
            ['puertos', ports({}, Config?.ExposedPorts)],
            ['Volumes', Object.keys(Config?.Volumes ?? {}).sort()],
          ],
    ),
  );
}

function networkFacts(network: Inspected, typed: Typed): string[] {
  const ranges = (network.IPAM?.Config ?? []).flatMap((range: Inspected) =>
    Object.values(range).filter((value) => typeof value === 'string' && typed(value)),
  );
  return told(`red ${network.Name}`, [
    ['Driver', network.Driver],
    ...pick(network, ['Internal', 'EnableIPv6', 'Attachable', 'Ingress']),
    ['Options', entries(network.Options)],
    ['Labels', labels(network.Labels, typed)],
    ['direcciones', ranges],
  ]);
}

function volumeFacts({ Name, Driver, Options, Labels }: Inspected, typed: Typed): string[] {
  return told(`volumen ${Name}`, [
    ['Driver', Driver],
    ['Options', entries(Options)],
    ['Labels', labels(Labels, typed)],
  ]);
}

/** A line of its own for the thing, and one for each fact that says something. */
function told(thing: string, facts: [string, unknown][]): string[] {
  const known = facts.filter(([name, value]) => !isNothing(value) && value !== USUAL[name]);
  return [thing, ...known.map(([name, value]) => `${thing}: ${name} ${text(value)}`)];
}

function pick(from: Record<string, unknown>, names: string[]): [string, unknown][] {
  return names.map((name) => [name, from[name]]);
}

function isNothing(value: unknown): boolean {
  return (
    !value ||
    (Array.isArray(value) && value.length === 0) ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  );
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? '') === JSON.stringify(b ?? '');

function entries(record: Record<string, string> | null | undefined): string[] {
  return Object.entries(record ?? {})
    .map(([name, value]) => `${name}=${value}`)
    .sort();
}

function words(env: string[] | null | undefined, typed: Typed): string[] {
  return (env ?? []).filter((pair) => typed(pair.split('=')[0] as string)).sort();
}

function labels(record: Record<string, string> | null | undefined, typed: Typed): string[] {
  return entries(record).filter((pair) => typed(pair.split('=')[0] as string));
}

function ports(bindings: Inspected, exposed: Inspected): string[] {
  const published = Object.entries<Inspected>(bindings ?? {}).flatMap(([port, list]) =>
    (list ?? []).map(({ HostIp, HostPort }: Inspected) => `${HostIp}:${HostPort}->${port}`),
  );
  return [...published, ...Object.keys(exposed ?? {})].sort();
}

function mountOf({ Type, Name, Source, Destination, RW, Propagation }: Inspected): string {
  const from = Type === 'volume' ? (ANONYMOUS.test(Name) ? 'sin nombre' : Name) : Source;
  const propagation = Type === 'bind' && Propagation !== 'rprivate' ? ` ${Propagation}` : '';
  return `${Type} ${from ?? ''} en ${Destination}${RW ? '' : ' ro'}${propagation}`;
}

function networksOf(mode: string, networks: Inspected, id: string): string[] {
  const joined = Object.entries<Inspected>(networks ?? {}).map(([name, { IPAMConfig, Aliases }]) =>
    [name, ...Object.values(IPAMConfig ?? {}), ...names(Aliases, id)].flat().join(' '),
  );
  // A container of another one's network has none of its own.
  return joined.length > 0 ? joined.sort() : [mode.replace(/^container:.*/, 'container')];
}

function names(aliases: string[] | null, id: string): string[] {
  return (aliases ?? []).filter((alias) => !id.startsWith(alias)).sort();
}

function count(what: string, things: unknown[]): string[] {
  return things.length > 0 ? [`${what}: ${things.length}`] : [];
}
