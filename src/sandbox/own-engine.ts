/** Running an example on the reader's own engine: what it would do there, and whether it may. Pure. */
import type { Session } from '../examples/session.ts';

export interface OwnEnginePlan {
  /** Reasons not to run it there; empty when it may. */
  refusals: string[];
  containers: string[];
  networks: string[];
  volumes: string[];
  images: string[];
  /** Whether it starts a project of Compose, which names its own things. */
  usesCompose: boolean;
}

const FORBIDDEN: [RegExp, string][] = [
  [/\bprune\b/, 'borra todo lo que no esté en uso (prune), también lo tuyo'],
  [/--privileged|--cap-add|--pid[= ]host|--device\b/, 'pide privilegios sobre tu equipo'],
  [/\bdocker swarm\b|\bdocker (?:service|stack|node)\b/, 'convierte tu motor en un nodo de Swarm'],
  [
    /\b(?:dockerd|systemctl|service docker|sysctl|modprobe|iptables|nft|mount|umount|unshare|nsenter|ip (?:link|addr|route|netns) (?:add|del|set))\b/,
    'cambia el sistema, no solo Docker',
  ],
  [
    /\$\(docker (?:ps|images|volume ls|network ls|container ls|image ls)\b/,
    'actúa sobre todos tus contenedores, imágenes, volúmenes o redes',
  ],
  [/\bdocker (?:login|logout|push|context)\b/, 'cambia tu configuración o publica en un registro'],
];

/** Reads what a session creates by name, and what forbids it on an engine that is not a sandbox. */
export function planOwnEngine(session: Session): OwnEnginePlan {
  const commands = session.steps.flatMap((step) => step.commands.map((command) => command.text));
  const text = commands.join('\n');
  const refusals = FORBIDDEN.filter(([pattern]) => pattern.test(text)).map(
    ([pattern, reason]) => `${reason}: «${text.match(pattern)?.[0]}»`,
  );
  if (session.directives.exclusive || session.directives.requires.length > 0)
    refusals.push('necesita una máquina con requisitos especiales');
  if (session.steps.some((step) => step.directives.tty)) refusals.push('teclea en una terminal interactiva');
  return {
    refusals,
    containers: names(text, /--name[= ](\S+)/g),
    networks: names(text, /\bdocker network create (?:.*\s)?(\S+)$/gm),
    volumes: [
      ...names(text, /\bdocker volume create (?:.*\s)?(\S+)$/gm),
      ...names(text, /(?:-v|--volume)[= ]([\w.-]+):/g),
    ],
    usesCompose: /\bdocker compose .*\bup\b/.test(text),
    images: names(text, /\bdocker (?:build|buildx build|commit|tag)\b.*?(?:-t[= ]|\s)([\w./-]+:[\w.-]+)/g),
  };
}

function names(text: string, pattern: RegExp): string[] {
  const found = [...text.matchAll(pattern)].map((match) => match[1] as string);
  // A name with a variable in it is only known while it runs.
  return [...new Set(found)].filter((name) => !name.includes('$')).sort();
}
