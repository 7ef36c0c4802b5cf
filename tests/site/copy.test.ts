/** What the copy buttons of the built pages give is what ran. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { editedLines } from '../../src/components/transcript.ts';
import { listExampleIds, readExample } from '../../src/examples/catalog.ts';
import { LINE_FEED } from '../../src/plugins/session-block.ts';
import { builtPages, ROOT } from './built.ts';

const EXAMPLES = join(ROOT, 'examples');
const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#39;': "'",
};

interface Block {
  page: string;
  example: string;
  steps: string;
  copied: string;
}

function decode(attribute: string): string {
  return attribute
    .replace(/&#x([0-9a-f]+);/gi, (_whole, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}

function blocksOf(page: string, html: string): Block[] {
  const pattern = /data-ejemplo="([^"]+)" data-paso="([^"]+)"[\s\S]*?data-code="([^"]*)"/g;
  return [...html.matchAll(pattern)].map(([, example, steps, code]) => ({
    page,
    example: example as string,
    steps: steps as string,
    copied: decode(code as string).replaceAll(LINE_FEED, '\n'),
  }));
}

describe('botón de copiar', () => {
  const examples = new Map(listExampleIds(EXAMPLES).map((id) => [id, readExample(EXAMPLES, id)]));
  const blocks = builtPages().flatMap(({ path, html }) => blocksOf(path, html));

  it('hay bloques que comprobar', () => {
    expect(blocks.length).toBeGreaterThan(examples.size);
  });

  it.each([...Map.groupBy(blocks, ({ page }) => page)])('%s', (_page, onPage) => {
    const given = onPage.map(({ example, steps, copied }) => ({ block: `${example} ${steps}`, copied }));
    const ran = onPage.map(({ example, steps }) => ({
      block: `${example} ${steps}`,
      copied: typed(example, steps),
    }));
    expect(given).toEqual(ran);
  });

  /** What was typed in some steps of an example, separated by blanks. */
  function typed(example: string, ids: string): string {
    const session = examples.get(example)?.session;
    const steps = ids.split(' ').map((id) => session?.steps.find((step) => step.id === id));
    return steps
      .flatMap((step) =>
        step?.edit ? [editedLines(step.edit.hunk)] : (step?.commands ?? []).map(({ text }) => text),
      )
      .join('\n');
  }
});
