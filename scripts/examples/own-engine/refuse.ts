/** Why an example does not run on the reader's engine, all reasons at once. */
import type { Example } from '../../../src/examples/catalog.ts';
import { explainProblem, type OwnEnginePlan } from '../../../src/own-engine/plan.ts';
import { ask, list } from './engine.ts';

const KINDS = [
  ['containers', 'un contenedor', ['container', 'inspect']],
  ['networks', 'una red', ['network', 'inspect']],
  ['volumes', 'un volumen', ['volume', 'inspect']],
  ['images', 'una imagen', ['image', 'inspect']],
] as const;

/** What its author and the checker say of it. */
export function refusalsOf({ session }: Example, plan: OwnEnginePlan): string[] {
  const reasons = plan.problems.map((problem) => explainProblem(session.file, problem));
  if (session.directives.ownEngine) return reasons;
  return ['su sesión no dice {en-tu-motor}: no está pensada para un motor que no sea el suyo', ...reasons];
}

/** What of the reader's has a name that the example needs, or stands in its way. */
export function obstacles(plan: OwnEnginePlan): string[] {
  const taken = KINDS.flatMap(([key, label, inspect]) =>
    plan[key]
      .filter((name) => ask(...inspect, name) !== undefined)
      .map((name) => `ya tienes ${label} con el nombre «${name}»`),
  );
  const projects = plan.projects.filter(isProjectInUse);
  return [
    ...taken,
    ...projects.map((name) => `ya tienes algo del proyecto de Compose «${name}»`),
    ...farAway(),
  ];
}

/** Things of a project, or with the names that it would give to its own. */
function isProjectInUse(project: string): boolean {
  const names = [
    ...list('ps', '--all', '--format', '{{.Names}}'),
    ...list('network', 'ls', '--format', '{{.Name}}'),
    ...list('volume', 'ls', '--format', '{{.Name}}'),
  ];
  return (
    names.some((name) => name.startsWith(`${project}_`) || name.startsWith(`${project}-`)) ||
    list('ps', '--all', '--quiet', '--filter', `label=com.docker.compose.project=${project}`).length > 0
  );
}

/** The folder that it mounts, and the ports that it asks, are those of this machine. */
function farAway(): string[] {
  const host =
    process.env.DOCKER_HOST ?? ask('context', 'inspect', '--format', '{{.Endpoints.docker.Host}}') ?? '';
  if (process.platform !== 'linux') return ['en tu motor solo se ejecutan ejemplos desde Linux'];
  return host.startsWith('unix://') ? [] : [`tu motor no está en este equipo («${host}»)`];
}
