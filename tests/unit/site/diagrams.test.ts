import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fixIds } from '../../../src/drawing/clean.ts';
import { checkDiagram, hashComment, inlineSvg, narrowest, svgId } from '../../../src/drawing/committed.ts';
import { DARK, LIGHT, MERMAID_VERSION } from '../../../src/drawing/config.ts';
import { sourceHash } from '../../../src/drawing/hash.ts';
import { mergeThemes, normalizeColor } from '../../../src/drawing/merge.ts';
import { forbidColors, readDescription, translateLabels, withClasses } from '../../../src/drawing/source.ts';

const SOURCE = 'flowchart TB\n  accTitle: Redes\n  accDescr: Dos redes\n  a --> b:::acento\n';

describe('fuente de un diagrama', () => {
  it('lleva título y descripción, también en comentarios', () => {
    expect(readDescription(SOURCE, 'x/y')).toEqual({ title: 'Redes', description: 'Dos redes' });
    expect(readDescription('block\n%% accTitle: A\n%% accDescr: B', 'x/y')).toEqual({
      title: 'A',
      description: 'B',
    });
    expect(readDescription('flowchart\naccTitle: A\naccDescr {\n  dos\n  líneas\n}', 'x/y').description).toBe(
      'dos líneas',
    );
  });

  it('sin ellos se rechaza', () => {
    expect(() => readDescription('flowchart TB\n accTitle: A', 'x/y')).toThrow(
      'src/diagrams/x/y.mmd: falta «accDescr»',
    );
  });

  it.each(['classDef a fill:#fff', 'style a fill:red', 'linkStyle 0 stroke:rgb(1,2,3)'])(
    '«%s» se rechaza',
    (line) => {
      expect(() => forbidColors(`flowchart TB\n  ${line}\n`, 'x/y')).toThrow('fija un color');
    },
  );

  it('las clases del proyecto toman los colores de cada tema', () => {
    expect(() => forbidColors(SOURCE, 'x/y')).not.toThrow();
    expect(withClasses(SOURCE, LIGHT)).toContain(`classDef acento fill:${LIGHT.secondaryColor}`);
    expect(withClasses(SOURCE, DARK)).not.toBe(withClasses(SOURCE, LIGHT));
    expect(withClasses('flowchart TB\n a --> b', LIGHT)).not.toContain('classDef');
  });

  it('traduce los marcos de las secuencias', () => {
    expect(translateLabels('<text class="labelText">alt</text>')).toBe('<text class="labelText">si</text>');
  });
});

describe('unión de los dos temas', () => {
  it('los colores distintos se vuelven variables y los iguales se quedan', () => {
    const { svg, variables } = mergeThemes(
      '<a fill="#fff" stroke="none"/>',
      '<a fill="#000" stroke="none"/>',
    );
    expect(svg).toBe('<a fill="var(--d0)" stroke="none"/>');
    expect([...variables]).toEqual([['light-dark(#fff,#000)', '--d0']]);
  });

  it('se niega si cambia algo más que el color', () => {
    expect(() => mergeThemes('<a x="1" fill="#fff"/>', '<a x="2" fill="#000"/>')).toThrow(
      'algo más que los colores',
    );
    expect(() => mergeThemes('<a fill="#fff"/>', '<a fill="#000"/><b/>')).toThrow('algo más que los colores');
  });

  it('escribe en hexadecimal los hsl de Mermaid', () => {
    expect(normalizeColor('hsl(0, 0%, 100%)')).toBe('#ffffff');
    expect(normalizeColor('hsl(120, 100%, 25%)')).toBe('#008000');
  });
});

describe('ids de un dibujo dentro de una página', () => {
  it('llevan prefijo los que se usan y desaparecen los demás', () => {
    const svg = '<svg id="dg-x"><path id="flecha"/><g id="nodo"/><use href="#flecha"/></svg>';
    expect(fixIds(svg, 'dg-x')).toBe(
      '<svg id="dg-x"><path id="dg-x-flecha"/><g/><use href="#dg-x-flecha"/></svg>',
    );
    expect(svgId('redes/vista-general')).toBe('dg-redes-vista-general');
  });
});

describe('SVG confirmado', () => {
  it('vale si se hizo con esta fuente y esta configuración', () => {
    const svg = `${hashComment(sourceHash(SOURCE))}\n<svg></svg>\n`;
    expect(checkDiagram('x/y', SOURCE, svg)).toBeUndefined();
    expect(inlineSvg(svg)).toBe('<svg></svg>');
  });

  it('si no, dice qué orden lo arregla', () => {
    expect(checkDiagram('x/y', SOURCE, `${hashComment('0000')}\n<svg/>`)?.remedy).toBe(
      'ejecuta «npm run diagramas x/y» y confirma el SVG',
    );
    expect(checkDiagram('x/y', SOURCE, undefined)?.message).toBe('el diagrama «x/y» no se ha dibujado');
    expect(checkDiagram('x/y', undefined, undefined)?.message).toBe('no existe src/diagrams/x/y.mmd');
  });

  it('la versión de Mermaid de la huella es la instalada', () => {
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(devDependencies.mermaid).toBe(MERMAID_VERSION);
  });
});

describe('un dibujo en una página', () => {
  const svg =
    '<!-- docker-a-prueba:ab -->\n<svg id="x" width="640" style="font-size:16px;--d8:rgba(255,255,255,0.5)"></svg>';

  it('no baja sus letras de 11 píxeles', () => {
    expect(narrowest(svg)).toBe(440);
  });

  it('sus rótulos tapan la flecha que los cruza', () => {
    expect(inlineSvg(svg)).toContain('--d8:rgb(255,255,255)');
  });
});
