/** Makes Mermaid's SVG small, repeatable and safe to place beside others in a page. */
import { optimize } from 'svgo';
import type { Description } from './source.ts';

/** Widest drawing whose text can be read on a phone. */
export const MAX_WIDTH = 700;

/** The documents are read beside the code, on a large screen: in a column of 840 px this leaves letters of 11 px. */
export const DOCS_MAX_WIDTH = 1250;

/** Keeps only the ids that something refers to, prefixed, and drops Mermaid's own data attributes. */
export function fixIds(svg: string, prefix: string): string {
  const referred = new Set(
    [...svg.matchAll(/(?:url\(#|href="#)([^")]+)/g)].map((match) => match[1] as string),
  );
  const ids = [...new Set([...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] as string))];
  let result = svg;
  for (const [index, id] of ids.entries()) {
    if (id === prefix) continue;
    if (!referred.has(id)) {
      result = result.replaceAll(` id="${id}"`, '');
      continue;
    }
    const name = stableId(id, prefix, index);
    result = result
      .replaceAll(` id="${id}"`, ` id="${name}"`)
      .replaceAll(`url(#${id})`, `url(#${name})`)
      .replaceAll(`href="#${id}"`, `href="#${name}"`);
  }
  return result.replace(/ (?:data-[\w-]+|name)="[^"]*"/g, '');
}

/** Style rules name the ends of ids, so these stay; ids of icons are random and are numbered instead. */
function stableId(id: string, prefix: string, index: number): string {
  if (id.startsWith(prefix)) return id;
  return /^IconifyId/.test(id) ? `${prefix}-i${index}` : `${prefix}-${id}`;
}

/** Width and height of the drawing. */
export function sizeOf(svg: string): { width: number; height: number } {
  const [, width, height] = /viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return { width: Math.ceil(Number(width)), height: Math.ceil(Number(height)) };
}

/** Gives the root element its size, its variables and its accessible name. */
export function labelRoot(
  svg: string,
  prefix: string,
  text: Description,
  variables: Map<string, string>,
): string {
  const { width, height } = sizeOf(svg);
  const style = [...variables].map(([value, name]) => `${name}:${value}`).join(';');
  const bare = svg
    .replace(/<title[\s\S]*?<\/title>|<desc[\s\S]*?<\/desc>/g, '')
    .replace(/ aria-(?:labelledby|describedby|roledescription)="[^"]*"/g, '');
  return bare.replace(/^<svg([^>]*)>/, (_whole, attributes: string) => {
    const kept = attributes.replace(/ (?:width|height|style|role)="[^"]*"/g, '');
    const root = `<svg role="img" width="${width}" height="${height}" aria-labelledby="${prefix}-t" aria-describedby="${prefix}-d" style="${style}"${kept}>`;
    return `${root}<title id="${prefix}-t">${escapeText(text.title)}</title><desc id="${prefix}-d">${escapeText(text.description)}</desc>`;
  });
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** Moves the style sheet into attributes, because the site's policy allows no inline `<style>` it does not know, and shrinks. */
export function shrink(svg: string): string {
  // Inlining breaks («before doesn't belong to list») on declarations that stand both in a rule and in the element.
  const { data } = optimize(svg.replace(/ ?!important/g, ''), {
    multipass: true,
    floatPrecision: 2,
    plugins: [
      {
        name: 'preset-default',
        params: {
          overrides: {
            cleanupIds: false,
            inlineStyles: { onlyMatchedOnce: false },
            removeUnknownsAndDefaults: { keepAriaAttrs: true, keepRoleAttr: true },
            removeDesc: false,
          },
        },
      },
    ],
  });
  return dropUnusedRules(data);
}

/** What is left in `<style>` after inlining: keyframes and selectors of kinds of node that the drawing lacks. */
function dropUnusedRules(svg: string): string {
  const style = /<style>([\s\S]*?)<\/style>/;
  const body = (style.exec(svg)?.[1] ?? '').replace(/^<!\[CDATA\[|\]\]>$/g, '');
  const animated = /animation/.test(svg.replace(style, ''));
  const rules = body
    .replace(/@keyframes [\w-]+\{(?:[^{}]*\{[^{}]*\})*\}/g, (rule) => (animated ? rule : ''))
    .replace(/[^{}]+\{[^{}]*\}/g, (rule) =>
      /\[data-|:root|#[\w-]+ svg\{|\.edgeLabel\{color:red/.test(rule) ? '' : rule,
    )
    .trim();
  return svg.replace(style, rules ? `<style>${rules}</style>` : '');
}
