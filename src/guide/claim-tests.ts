/** Finds the claim tests and their source, so that a page can show the experiment that proves a sentence. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** An id is part of addresses and of file names. */
export const CLAIM_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A test `claim('id', { proves: [...] }, async (…) => { … })`. */
export interface ClaimTest {
  id: string;
  /** Entries of the table of claims that the test proves (A-nnn). */
  proves: string[];
  /** Path relative to the project's root. */
  file: string;
  line: number;
  /** What was done to prove it: the helpers that the test uses and its body, without common indent. */
  experiment: string;
}

const known = new Map<string, { source: string; claims: ClaimTest[] }>();

/**
 * Reads the claim tests of one file; it is parsed again only when it says something else: who asks for one claim after
 * another asks for the same file each time.
 */
export function extractClaims(source: string, file: string): ClaimTest[] {
  const last = known.get(file);
  if (last?.source === source) return last.claims;
  const claims = parseClaims(source, file);
  known.set(file, { source, claims });
  return claims;
}

function parseClaims(source: string, file: string): ClaimTest[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: ClaimTest[] = [];
  const visit = (node: ts.Node): void => {
    const test = ts.isCallExpression(node) ? readCall(node, tree, file) : undefined;
    if (test) found.push(test);
    else ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Reads all claim tests below the project's root, sorted by file. */
export function readClaimTests(root: string): ClaimTest[] {
  const folder = join(root, 'tests/claims');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .flatMap((name) => extractClaims(readFileSync(join(folder, name), 'utf8'), `tests/claims/${name}`));
}

function readCall(node: ts.CallExpression, tree: ts.SourceFile, file: string): ClaimTest | undefined {
  if (!ts.isIdentifier(node.expression) || node.expression.text !== 'claim') return undefined;
  const [id, options, run] = node.arguments;
  if (!id || !ts.isStringLiteralLike(id) || !run) return undefined;
  if (!ts.isArrowFunction(run) && !ts.isFunctionExpression(run)) return undefined;
  return {
    id: id.text,
    proves: readProves(options),
    file,
    line: tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1,
    experiment: [...usedHelpers(run.body, tree), bodyText(run.body, tree)].join('\n\n'),
  };
}

function readProves(options: ts.Expression | undefined): string[] {
  if (!options || !ts.isObjectLiteralExpression(options)) return [];
  for (const property of options.properties) {
    if (!ts.isPropertyAssignment(property) || property.name.getText() !== 'proves') continue;
    if (!ts.isArrayLiteralExpression(property.initializer)) continue;
    return property.initializer.elements.filter(ts.isStringLiteralLike).map((element) => element.text);
  }
  return [];
}

/** Source of the file's own functions and constants that a test uses, directly or through others, in file order. */
function usedHelpers(body: ts.Node, tree: ts.SourceFile): string[] {
  const declared = new Map<string, ts.Statement>();
  for (const statement of tree.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name) declared.set(statement.name.text, statement);
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name } of statement.declarationList.declarations) {
      if (ts.isIdentifier(name)) declared.set(name.text, statement);
    }
  }
  const used = new Set<ts.Statement>();
  const visit = (node: ts.Node): void => {
    const statement = ts.isIdentifier(node) ? declared.get(node.text) : undefined;
    if (statement && !used.has(statement)) {
      used.add(statement);
      visit(statement);
    }
    ts.forEachChild(node, visit);
  };
  visit(body);
  return tree.statements
    .filter((statement) => used.has(statement))
    .map((statement) => statement.getText(tree));
}

function bodyText(body: ts.ConciseBody, tree: ts.SourceFile): string {
  if (!ts.isBlock(body)) return body.getText(tree);
  const inner = tree.text.slice(body.getStart(tree) + 1, body.getEnd() - 1);
  const lines = inner
    .replace(/^\s*\n/, '')
    .trimEnd()
    .split('\n');
  const indents = lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length);
  const common = indents.length ? Math.min(...indents) : 0;
  return lines.map((line) => line.slice(common)).join('\n');
}
