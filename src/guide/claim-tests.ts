/** Finds the claim tests and their source, so that a page can show the experiment that proves a sentence. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
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
 * Reads the claims of one file; it is parsed again only when it says something else: who asks for one claim after
 * another asks for the same file each time.
 * @param helpers other files of which it takes helpers
 */
export function extractClaims(source: string, file: string, helpers: readonly string[] = []): ClaimTest[] {
  const all = [...helpers, source].join('\0');
  const last = known.get(file);
  if (last?.source === all) return last.claims;
  const claims = parseClaims([...helpers, source], file);
  known.set(file, { source: all, claims });
  return claims;
}

function parseClaims(texts: readonly string[], file: string): ClaimTest[] {
  const trees = texts.map((text) => ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  const tree = trees.at(-1) as ts.SourceFile;
  const found: ClaimTest[] = [];
  const visit = (node: ts.Node): void => {
    const test = ts.isCallExpression(node) ? readCall(node, trees, file) : undefined;
    if (test) found.push(test);
    else ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Reads the claims of one file below the project's root. */
export function readClaimsOf(root: string, file: string): ClaimTest[] {
  const source = readFileSync(join(root, file), 'utf8');
  // Helpers of several pages stand beside them; those of all topics, in tests/support, are no part of the evidence.
  const helpers = [...source.matchAll(/\bfrom '\.\/(_[\w-]+\.ts)'/g)].map(([, name]) =>
    readFileSync(join(root, dirname(file), name as string), 'utf8'),
  );
  return extractClaims(source, file, helpers);
}

/** Reads all claims below the project's root, sorted by file: one a page, `tests/claims/<topic>/<page>.ts`. */
export function readClaimTests(root: string): ClaimTest[] {
  const folder = join(root, 'tests/claims');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !basename(path).startsWith('_'))
    .sort()
    .flatMap((path) => readClaimsOf(root, `tests/claims/${path.split(sep).join('/')}`));
}

function readCall(
  node: ts.CallExpression,
  trees: readonly ts.SourceFile[],
  file: string,
): ClaimTest | undefined {
  const tree = node.getSourceFile();
  if (!ts.isIdentifier(node.expression) || node.expression.text !== 'claim') return undefined;
  const [id, options, run] = node.arguments;
  if (!id || !ts.isStringLiteralLike(id) || !run) return undefined;
  if (!ts.isArrowFunction(run) && !ts.isFunctionExpression(run)) return undefined;
  return {
    id: id.text,
    proves: readProves(options),
    file,
    line: tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1,
    experiment: [...usedHelpers(run.body, trees), bodyText(run.body, tree)].join('\n\n'),
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

/** Source of the files' own functions and constants that a test uses, directly or through others, in their order. */
function usedHelpers(body: ts.Node, trees: readonly ts.SourceFile[]): string[] {
  const statements = trees.flatMap((tree) => [...tree.statements]);
  const declared = new Map<string, ts.Statement>();
  for (const statement of statements) {
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
  return statements
    .filter((statement) => used.has(statement))
    .map((statement) => statement.getText().replace(/^export /, ''));
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
