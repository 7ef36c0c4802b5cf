/** References to images, read as Docker reads them (github.com/distribution/reference). Pure. */

export interface ImageRef {
  /** Where it is: `docker.io`, `localhost:5000`. */
  registry: string;
  /** Its repository there, in full: `library/nginx`, `ana/web`. */
  repository: string;
  /** Last part of its repository: `nginx`, `web`. */
  name: string;
  /** Neither this nor a digest means `latest` (see {@link tagOf}). */
  tag?: string;
  digest?: string;
}

const HUB = 'docker.io';

/** Takes a reference apart. It is not checked: what is no reference gives parts that no image has. */
export function parseImageRef(ref: string): ImageRef {
  const [named = '', digest] = ref.split('@');
  const slash = named.lastIndexOf('/');
  // A colon before the last slash is that of a port.
  const colon = named.indexOf(':', slash + 1);
  const path = colon < 0 ? named : named.slice(0, colon);
  const tag = colon < 0 ? undefined : named.slice(colon + 1);
  const [first = '', ...rest] = path.split('/');
  const isRegistry = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  const registry = isRegistry && first !== 'index.docker.io' ? first : HUB;
  const inside = isRegistry ? rest.join('/') : path;
  const repository = registry === HUB && !inside.includes('/') ? `library/${inside}` : inside;
  return {
    registry,
    repository,
    name: inside.slice(inside.lastIndexOf('/') + 1),
    ...(tag === undefined ? {} : { tag }),
    ...(digest === undefined ? {} : { digest }),
  };
}

/** The tag that a reference asks for; undefined when it asks for a digest and names none. */
export function tagOf({ tag, digest }: ImageRef): string | undefined {
  return tag ?? (digest === undefined ? 'latest' : undefined);
}

/** The same reference with what it leaves unsaid: `nginx` is `nginx:latest`. */
export function withTag(ref: string): string {
  const { tag, digest } = parseImageRef(ref);
  return tag === undefined && digest === undefined ? `${ref}:latest` : ref;
}

/** Name of one of Docker Hub's own images (`nginx`, `library/nginx`, `docker.io/nginx:1.30`…); undefined of any other. */
export function officialName(ref: string): string | undefined {
  const { registry, repository, name } = parseImageRef(ref);
  return registry === HUB && repository === `library/${name}` ? name : undefined;
}

/** How the hub calls a tag in its store: `library/nginx:latest`. Undefined of what it does not serve by tag. */
export function hubKey(ref: string): string | undefined {
  const parts = parseImageRef(ref);
  const tag = tagOf(parts);
  return parts.registry === HUB && tag !== undefined ? `${parts.repository}:${tag}` : undefined;
}
