/** The examples of today on the reader's own engine: those that say so, and none that touches the host. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listExampleIds } from '../../../src/examples/catalog.ts';
import { loadExample } from '../../../src/examples/load-example.ts';
import { planOwnEngine } from '../../../src/own-engine/plan.ts';

const ROOT = join(import.meta.dirname, '../../../examples');
const examples = listExampleIds(ROOT).map((id) => {
  const { session, files } = loadExample(ROOT, id);
  const texts = Object.fromEntries(Object.entries(files).map(([path, { code }]) => [path, code]));
  return { id, session, problems: planOwnEngine(session, texts).problems };
});

describe('los ejemplos en el motor del lector', () => {
  it('algunos pueden, y son inofensivos', () => {
    const declared = examples.filter(({ session }) => session.directives.ownEngine);
    expect(declared.length).toBeGreaterThanOrEqual(5);
    expect(declared.flatMap(({ problems }) => problems)).toEqual([]);
  });

  it.each([
    ['empezar/instalar', 'useradd'],
    ['empezar/compartir-imagen', 'docker push'],
    ['empezar/quien-escucha', 'sysctl'],
    ['fundamentos/contenedor-en-dos-archivos', '«sh»'],
    ['fundamentos/oci-a-mano', 'docker save'],
    ['fundamentos/userns-remap', 'useradd'],
    ['fundamentos/copia-entera', 'mount'],
    ['fundamentos/api-con-curl', 'docker.sock'],
    ['redes/cortafuegos', '«ip»'],
    ['redes/overlay-sin-swarm', 'docker swarm'],
    ['redes/sin-subredes', 'docker network prune'],
    ['redes/red-host', 'host'],
  ])('%s no puede: %s', (id, what) => {
    const example = examples.find((one) => one.id === id);
    expect(example?.problems.map(({ reason }) => reason).join('\n')).toContain(what);
  });

  it('ninguno de los que nombran usuarios, grupos de control o imágenes ajenas pasa', () => {
    const touching =
      /\b(?:useradd|userdel|usermod|groupadd|su(?= -| \w+ -)|sudo|unshare|nsenter|mount|umount|sysctl|iptables|ip netns|dockerd|swarm)\b|>\s*\/sys|\/sys\/fs\/cgroup\/\S+\/cgroup.procs/;
    const texts = examples
      .filter(({ problems }) => problems.length === 0)
      .flatMap(({ session }) => session.steps.flatMap((step) => step.commands.map(({ text }) => text)));
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter((text) => touching.test(text) && !text.startsWith('docker exec'))).toEqual([]);
  });
});
