/**
 * Finds constants and classes that are used above their declaration, also within functions that only run later, which the
 * linter's own rule lets pass. Functions that are declared as such may stand below what calls them; types may as well.
 */
import { parseSync } from 'vite';

type Node = { readonly type: string; readonly start: number; readonly end: number } & Readonly<Record<string, unknown>>;
/** Of each name where it is declared; -1 where that does not matter. */
type Scope = { readonly names: Map<string, number>; readonly outer: Scope | null };

export type UsedBefore = { readonly name: string; readonly line: number };

/** `file` says by its ending what is in it. Throws where it is not TypeScript. */
export function usedBefore(file: string, source: string): UsedBefore[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const found: UsedBefore[] = [];
  walk(program as unknown as Node, null, (name, at) => {
    found.push({ name, line: source.slice(0, at).split('\n').length });
  });
  return found;
}

const isFunction = ({ type }: Node) =>
  type === 'FunctionDeclaration' || type === 'FunctionExpression' || type === 'ArrowFunctionExpression';
/** What else names of their own may be declared in. */
const scoped = new Set([
  'Program',
  'BlockStatement',
  'StaticBlock',
  'CatchClause',
  'ForStatement',
  'ForOfStatement',
  'ForInStatement',
  'SwitchStatement',
]);

function walk(node: Node, outer: Scope | null, tell: (name: string, at: number) => void): void {
  // Types are gone when the code runs.
  if (node.type.startsWith('TS') && !/^TS(?:As|Satisfies|NonNull|Instantiation|TypeAssertion)/.test(node.type)) return;
  const scope = isFunction(node) || scoped.has(node.type) ? scopeOf(node, outer) : outer;
  if (node.type === 'Identifier') {
    const declared = lookUp(String(node.name), scope);
    if (node.start < declared) tell(String(node.name), node.start);
    return;
  }
  for (const [key, child] of Object.entries(node)) {
    if (isNameOnly(node, key)) continue;
    for (const each of Array.isArray(child) ? child : [child]) if (isNode(each)) walk(each, scope, tell);
  }
}

/** Whether an identifier there names a property or a label, and no variable. */
function isNameOnly(node: Node, key: string): boolean {
  if (key === 'property') return node.type === 'MemberExpression' && node.computed !== true;
  if (key === 'key') return node.computed !== true;
  return (
    key === 'label' || node.type === 'ImportDeclaration' || (node.type === 'ExportSpecifier' && key === 'exported')
  );
}

function scopeOf(node: Node, outer: Scope | null): Scope {
  const names = new Map<string, number>();
  for (const parameter of nodesIn(node.params, node.param))
    for (const { name } of namesIn(parameter)) names.set(name, -1);
  const body =
    node.type === 'SwitchStatement'
      ? nodesIn(node.cases).flatMap((one) => nodesIn(one.consequent))
      : nodesIn(node.body);
  for (const statement of [...body, ...nodesIn(node.init, node.left)]) {
    const [declaration = statement] = /^Export/.test(statement.type) ? nodesIn(statement.declaration) : [];
    for (const one of nodesIn(declaration.declarations)) {
      for (const { name, at } of namesIn(one.id as Node)) names.set(name, at);
    }
    for (const specifier of nodesIn(statement.specifiers))
      for (const { name } of namesIn(specifier.local as Node)) names.set(name, -1);
    if (declaration.type === 'FunctionDeclaration')
      for (const { name } of namesIn(declaration.id as Node)) names.set(name, -1);
    if (declaration.type === 'ClassDeclaration')
      for (const { name, at } of namesIn(declaration.id as Node)) names.set(name, at);
  }
  return { names, outer };
}

/** The names that a pattern declares, each with where it stands. */
function namesIn(pattern: Node): { readonly name: string; readonly at: number }[] {
  if (pattern.type === 'Identifier') return [{ name: String(pattern.name), at: pattern.start }];
  const [inner] = nodesIn(pattern.argument, pattern.left, pattern.value);
  if (inner !== undefined) return namesIn(inner);
  return nodesIn(pattern.properties, pattern.elements).flatMap(namesIn);
}

function lookUp(name: string, scope: Scope | null): number {
  for (let at = scope; at !== null; at = at.outer) {
    const declared = at.names.get(name);
    if (declared !== undefined) return declared;
  }
  return -1;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
const nodesIn = (...values: readonly unknown[]): Node[] => values.flat().filter(isNode);
