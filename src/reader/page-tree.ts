/** A built page as a tree, read with an HTML parser. */
import { htmlToHast } from 'satteri';

export interface Element {
  type: 'element';
  tagName: string;
  properties: Record<string, unknown>;
  children: Node[];
}

export interface Text {
  type: string;
  value?: string;
  children?: Node[];
}

export type Node = Element | Text;

export function parsePage(html: string): Node {
  return htmlToHast(html) as unknown as Node;
}

/**
 * Elements below another in the order of the page.
 * @param wanted what to look for; nothing is sought below what is found
 * @param skipped parts that are left out, with all that is in them
 */
export function findAll(
  node: Node,
  wanted: (element: Element) => boolean,
  skipped: (element: Element) => boolean = () => false,
): Element[] {
  return (node.children ?? []).flatMap((child) => {
    if (!isElement(child)) return [];
    if (skipped(child)) return [];
    return wanted(child) ? [child] : findAll(child, wanted, skipped);
  });
}

const isElement = (node: Node): node is Element => node.type === 'element';

export function hasClass({ properties }: Element, name: string): boolean {
  return [properties.className ?? []].flat().includes(name);
}

/** The value of an attribute, by the name that it has in a tree: `dataCode` of `data-code`. */
export function attribute({ properties }: Element, name: string): string | undefined {
  const value = properties[name];
  return typeof value === 'string' ? value : undefined;
}

export function textContent(node: Node): string {
  if ('value' in node) return node.value ?? '';
  return (node.children ?? []).map(textContent).join('');
}
