/** The findings about the engine. */
import { hostname, release } from 'node:os';
import { captureDocker } from '../../src/engine/cli.ts';
import { readEngineFacts } from '../setup/engine-facts.ts';
import { benchObstacle, type EnginePlan, planEngine } from '../setup/engine-plan.ts';
import type { Finding } from './report.ts';

// Where images are, since Docker 29, unless the engine has a containerd of its own.
const CONTAINERD = '/var/lib/containerd';

interface Info {
  ServerVersion: string;
  CgroupVersion: string;
  CgroupDriver: string;
  Driver: string;
  KernelVersion: string;
  OperatingSystem: string;
  SecurityOptions?: string[];
  NCPU: number;
  MemTotal: number;
  DockerRootDir: string;
  Name: string;
}

export interface EngineReport {
  findings: Finding[];
  answers: boolean;
  /** Folders of this machine in which the engine keeps its data; undefined when it is on another one, or does not answer. */
  folders?: string[];
}

/** Looks at the engine, its plug-ins and what limits it. */
export async function examineEngine(): Promise<EngineReport> {
  const facts = await readEngineFacts();
  const plan = planEngine(facts);
  const clients = await examineClients(facts.hasBuildx, plan);
  if (!facts.answers) {
    const finding: Finding = {
      id: 'motor',
      name: 'Motor de Docker',
      status: 'missing',
      detail: 'no responde',
    };
    const report = { findings: [{ ...finding, remedy: remedyOf(plan) }, ...clients], answers: false };
    // The one that «npm test» installs or starts is of this machine.
    return plan.kind === 'install' || plan.kind === 'start' ? { ...report, folders: ['/var/lib'] } : report;
  }
  const [{ stdout }, api] = await Promise.all([
    captureDocker(['info', '--format', '{{json .}}']),
    captureDocker(['version', '--format', '{{.Server.APIVersion}}']),
  ]);
  const info = JSON.parse(stdout) as Info;
  const report = { findings: [...describe(info, api.stdout), ...clients], answers: true };
  const here = { name: hostname(), kernel: release() };
  return isHere(info, here) ? { ...report, folders: [info.DockerRootDir, CONTAINERD] } : report;
}

/**
 * Whether an engine runs on this very machine: that of Docker Desktop and its like is in a virtual one, whose folders may
 * have the names of some of ours.
 */
export function isHere(
  engine: Pick<Info, 'Name' | 'KernelVersion'>,
  machine: { name: string; kernel: string },
): boolean {
  return engine.Name === machine.name && engine.KernelVersion === machine.kernel;
}

function remedyOf(plan: EnginePlan): string {
  if (plan.kind === 'install') return '«npm test» lo instala solo en este Debian (unos 20 s)';
  if (plan.kind === 'start') return '«npm test» lo arranca solo';
  return plan.kind === 'explain' ? plan.message : '';
}

function describe(info: Info, api: string): Finding[] {
  const obstacle = benchObstacle(info.SecurityOptions ?? []);
  const memory = Math.round(info.MemTotal / 1e9);
  const fact = (id: string, name: string, detail: string): Finding => ({ id, name, status: 'ok', detail });
  return [
    fact('motor', 'Motor de Docker', `${info.ServerVersion} (API ${api}) en ${info.OperatingSystem}`),
    obstacle
      ? { ...fact('privilegios', 'Privilegios', obstacle.what), status: 'missing', remedy: obstacle.remedy }
      : fact('privilegios', 'Privilegios', 'los que hacen falta para los bancos de pruebas'),
    fact('cgroup', 'cgroup', `v${info.CgroupVersion}, controlador ${info.CgroupDriver}`),
    fact('almacenamiento', 'Almacenamiento', `${info.Driver} en ${info.DockerRootDir}`),
    fact('nucleo', 'Núcleo', `${info.KernelVersion}, ${info.NCPU} CPU, ${memory} GB de memoria`),
  ];
}

async function examineClients(hasBuildx: boolean, plan: EnginePlan): Promise<Finding[]> {
  const [compose, buildx] = await Promise.all([
    captureDocker(['compose', 'version', '--short']),
    captureDocker(['buildx', 'version']),
  ]);
  const withEngine = plan.kind === 'install' ? '«npm test» lo instala con el motor' : undefined;
  return [
    compose.code === 0
      ? { id: 'compose', name: 'Compose', status: 'ok', detail: compose.stdout }
      : {
          id: 'compose',
          name: 'Compose',
          status: 'absent',
          detail: 'no está; los ejemplos usan el de su banco de pruebas',
        },
    hasBuildx
      ? { id: 'buildx', name: 'Buildx', status: 'ok', detail: buildx.stdout.split(/\s+/)[1] ?? buildx.stdout }
      : {
          id: 'buildx',
          name: 'Buildx',
          status: 'missing',
          detail: 'no está',
          remedy: withEngine ?? 'instala el paquete docker-buildx-plugin (docker-buildx en Debian)',
        },
  ];
}
