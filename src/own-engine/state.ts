/** What a session has made so far, by name. */
import { withTag } from '../examples/image-ref.ts';
import type { Folder } from './paths.ts';
import { Refusal } from './refusal.ts';

export const KINDS = ['containers', 'networks', 'volumes', 'images'] as const;
export type ObjectKind = (typeof KINDS)[number];

const LABELS: Record<ObjectKind, string> = {
  containers: 'el contenedor',
  networks: 'la red',
  volumes: 'el volumen',
  images: 'la imagen',
};

const NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/;
const IMAGE = /^[a-z0-9][a-z0-9._-]*(?:\/[a-z0-9][a-z0-9._-]*)*(?::[A-Za-z0-9_][A-Za-z0-9_.-]*)?$/;

/** Ports below are the system's. */
const FIRST_PORT = 1024;
const LAST_PORT = 65535;

export class State {
  readonly folder: Folder;
  readonly made: Record<ObjectKind, Set<string>> = {
    containers: new Set(),
    networks: new Set(),
    volumes: new Set(),
    images: new Set(),
  };
  /** Images that are used without having been made here. */
  readonly used = new Set<string>();
  readonly ports = new Set<number>();
  /** Names of Compose's projects. */
  readonly projects = new Set<string>();
  /** Services of the running projects. */
  readonly services = new Set<string>();

  constructor(folder: Folder) {
    this.folder = folder;
  }

  /** Notes that the session makes an object with this name. */
  make(kind: ObjectKind, name: string): void {
    if (!(kind === 'images' ? IMAGE : NAME).test(name)) throw new Refusal(`llama «${name}» a lo que crea`);
    if (
      kind === 'networks' &&
      ['bridge', 'host', 'none', 'default', 'ingress', 'docker_gwbridge'].includes(name)
    )
      throw new Refusal(`crea la red «${name}», que es de Docker`);
    if (kind === 'images' && this.used.has(withTag(name)))
      throw new Refusal(`pone a lo que crea el nombre de la imagen «${name}»`);
    this.made[kind].add(kind === 'images' ? withTag(name) : name);
  }

  /** A name that the session gave before. */
  own(kind: ObjectKind, name: string): void {
    if (!this.made[kind].has(kind === 'images' ? withTag(name) : name))
      throw new Refusal(`nombra ${LABELS[kind]} «${name}», que no ha creado esta sesión`);
  }

  /** Notes that an image is used, and downloaded if it is not there. */
  useImage(name: string): void {
    if (!IMAGE.test(name)) throw new Refusal(`usa la imagen «${name}», que no se escribe así`);
    if (!this.made.images.has(withTag(name))) this.used.add(withTag(name));
  }

  /** Notes what `-p` publishes: `8080:80`, `127.0.0.1:8080:80/tcp`, `8080-8090:80` or `80`. */
  publish(text: string): void {
    const match =
      /^(?:(?:127\.\d+\.\d+\.\d+|0\.0\.0\.0):)?(?:(\d+)(?:-(\d+))?:)?\d+(?:-\d+)?(?:\/(?:tcp|udp))?$/.exec(
        text,
      );
    if (!match) throw new Refusal(`publica «${text}»`);
    const first = Number(match[1] ?? 0);
    const last = Number(match[2] ?? first);
    if (match[1] && (first < FIRST_PORT || last - first > 100 || last < first))
      throw new Refusal(`publica «${text}»: un puerto del sistema, o demasiados`);
    for (let port = first; port > 0 && port <= Math.min(last, LAST_PORT); port++) this.ports.add(port);
  }
}
