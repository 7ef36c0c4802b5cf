/** An engine to be mistreated in place of the contributor's: it can be restarted, killed and filled up. */
import { execFileSync, execSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EnvironmentInfo } from '../../src/bench/environment.ts';
import { CACHE_LABEL, PREFIX, REGISTRY_VOLUME } from '../../src/config/paths.ts';
import { TOOLS } from '../../src/images/catalogue.ts';
import { outerDocker } from './outer-engine.ts';

const DATA = '/var/lib/docker';
const FILLING = `${DATA}/lleno`;
const READY_MS = 30_000;

export class TestEngine implements Disposable {
  readonly #container: string;
  readonly #folder: string;

  private constructor(container: string, folder: string) {
    this.#container = container;
    this.#folder = folder;
  }

  /** Starts an engine with the images and the store that a run needs. The run's hub removes it if we die. */
  static start(info: EnvironmentInfo): TestEngine {
    // At the same path on both sides: the hub mounts the socket from the engine's own machine.
    const folder = mkdtempSync(join(tmpdir(), `${PREFIX}-motor-`));
    const container = outerDocker(
      ...['run', '--detach', '--rm', '--privileged', '--cgroupns', 'private'],
      ...['--label', `${PREFIX}=${info.runId}`, '--network', info.network],
      ...['--tmpfs', `${DATA}:rw,exec,suid,dev,size=2g`, '--volume', `${folder}:${folder}`],
      ...['--volume', `${REGISTRY_VOLUME}:/registro`, '--entrypoint', 'tini-static', info.sandboxImage],
      ...['--', 'sh', '-c', 'sandbox-cgroup; exec sleep infinity'],
    );
    const engine = new TestEngine(container, folder);
    // As in a sandbox, the run's hub is its name server and its Docker Hub.
    engine.inside(
      `echo '${info.caPem}' >> /etc/ssl/certs/ca-certificates.crt; echo 'nameserver ${info.hubIp}' > /etc/resolv.conf`,
    );
    engine.boot();
    const images = TOOLS.map(({ localRef }) => localRef).join(' ');
    execSync(`docker save ${images} | docker --host ${engine.host} load`, { stdio: 'pipe' });
    engine.docker(
      ...['volume', 'create', '--label', CACHE_LABEL, '--opt', 'type=none', '--opt', 'o=bind'],
      ...['--opt', 'device=/registro', REGISTRY_VOLUME],
    );
    return engine;
  }

  /** What a client finds in `DOCKER_HOST`. */
  get host(): string {
    return `unix://${this.#folder}/docker.sock`;
  }

  /** Starts the engine and waits until it answers. */
  boot(): void {
    const log = '/var/log/dockerd.log';
    this.inside(`(dockerd --host=${this.host} >> ${log} 2>&1 &) && sleep 0.5`);
    const until = `timeout ${READY_MS / 1000} sh -c 'until docker --host ${this.host} info; do sleep 0.2; done'`;
    this.inside(`${until} > /dev/null 2>&1 || { tail ${log}; exit 1; }`);
  }

  /** Ends the engine, in good order (TERM) or not (KILL), and waits until it has ended. */
  halt(signal: 'TERM' | 'KILL'): void {
    this.inside(
      `p=$(cat /var/run/docker.pid); kill -${signal} $p; while [ -d /proc/$p ]; do sleep 0.1; done; rm -f /var/run/docker.pid`,
    );
  }

  /** Fills the engine's disk up, but for some kilobytes. */
  fillDisk(freeKb = 0): void {
    this.inside(`cat /dev/zero > ${FILLING} || truncate --size -${freeKb}K ${FILLING}`);
  }

  /** Takes back what {@link fillDisk} did. */
  freeDisk(): void {
    this.inside(`rm -f ${FILLING}`);
  }

  /** Runs a shell command on the engine's own machine. */
  inside(command: string): string {
    return outerDocker('exec', this.#container, 'sh', '-c', command);
  }

  /** Runs the docker client on this engine. */
  docker(...args: string[]): string {
    return execFileSync('docker', ['--host', this.host, ...args], { encoding: 'utf8', stdio: 'pipe' }).trim();
  }

  /** A folder for PATH whose `docker` is the client on the engine's own machine, for what a client asks the net itself. */
  clientFolder(): string {
    const client = execSync('command -v docker', { encoding: 'utf8' }).trim();
    const inside = `exec ${client} exec --interactive ${this.#container} docker --host ${this.host} "$@"`;
    writeFileSync(join(this.#folder, 'docker'), `#!/bin/sh\n${inside}\n`, { mode: 0o755 });
    return this.#folder;
  }

  /** Everything in the engine but the declared caches. */
  objects(): string[] {
    const list = (kind: string, ...args: string[]) =>
      this.docker(...args)
        .split('\n')
        .filter((name) => name && !['bridge', 'host', 'none', REGISTRY_VOLUME].includes(name))
        .map((name) => `${kind} ${name}`);
    return [
      ...list('container', 'ps', '--all', '--format', '{{.Names}} {{.Status}}'),
      ...list('network', 'network', 'ls', '--format', '{{.Name}}'),
      ...list('volume', 'volume', 'ls', '--format', '{{.Name}}'),
      ...list('image', 'image', 'ls', '--filter', 'dangling=true', '--quiet'),
    ];
  }

  [Symbol.dispose](): void {
    outerDocker('rm', '--force', '--volumes', this.#container);
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
