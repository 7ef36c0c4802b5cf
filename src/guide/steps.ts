/** Picks the steps of a session that a page asks for. */
import type { Session, Step } from '../examples/session.ts';

export interface FoundSteps {
  /** Steps that share a block: edits and other terminals start a new one. */
  groups: Step[][];
  problem?: string;
  remedy: string;
}

/** Finds the steps named in `ids` (separated by blanks) and says what is wrong with the request. */
export function findSteps(session: Session, ids: string): FoundSteps {
  const steps: Step[] = [];
  for (const id of ids.trim().split(/\s+/)) {
    const step = session.steps.find((candidate) => candidate.id === id);
    if (!step) {
      const known = session.steps.map((candidate) => candidate.id).join(', ');
      return {
        groups: [],
        problem: `${session.file} no tiene el paso «${id}»`,
        remedy: `los que hay son: ${known}`,
      };
    }
    if (step.directives.hidden !== undefined) {
      return {
        groups: [],
        problem: `el paso «${id}» de ${session.file} está oculto`,
        remedy: 'quita {oculto=…} de la sesión o no lo muestres',
      };
    }
    steps.push(step);
  }
  return { groups: groupSteps(steps), remedy: '' };
}

/** Splits steps into blocks: an edit stands alone, and a change of terminal starts a block. */
export function groupSteps(steps: Step[]): Step[][] {
  const groups: Step[][] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    const joins =
      before && !before.edit && !step.edit && before.directives.terminal === step.directives.terminal;
    if (last && joins) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

/** Title of a block: its terminal, or the file that it changes, and what the author says about its first step. */
export function blockTitle(steps: Step[]): string {
  const [first] = steps;
  const terminal = first?.directives.terminal ? `Terminal «${first.directives.terminal}»` : '';
  const place = first?.edit ? `Cambio en ${first.edit.file}` : terminal;
  return [place, first?.text].filter(Boolean).join(': ') || 'Terminal';
}

/** Accessible name of a block, different from that of any other of the page: screen readers list them. */
export function blockLabel(steps: Step[], example: string): string {
  return `${blockTitle(steps)}. Ejemplo ${example}, ${steps.length === 1 ? 'paso' : 'pasos'} ${steps.map(({ id }) => id).join(', ')}`;
}

/** Id of a step in a page, to link to it: no heading has a dot in its own. */
export function stepAnchor(example: string, step: string): string {
  return `${example.split('/').at(-1)}.${step}`;
}
