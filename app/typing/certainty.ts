import ts from "typescript6";
import { namespaceNames } from "../../lib/namespaces.ts";
import type { CellModule } from "./cell-module.ts";
import type { NotebookProgram } from "./notebook-program.ts";
import { nodeAt } from "./syntax-node.ts";

/** Undefined names, invalid assignments, conflicting declarations, imports of names that do not exist. */
const plain = new Set([2304, 2552, 2588, 2632, 2451, 2300, 2448, 2305, 2614, 2724]);
/** A property that does not exist, with and without a suggestion. */
const property = new Set([2339, 2551]);
const unresolved = 2307;
/** An import of a name that the module does not export, with and without a suggestion. */
const notExported = new Set([2305, 2614, 2724]);

/**
 * Whether a type error is certain enough to be shown. JavaScript may be valid despite its types: in JavaScript cells only errors
 * that are almost certainly mistakes count, and all errors in calls of the accounting library, whose types are exact.
 */
export function isCertain(notebook: NotebookProgram, module: CellModule, diagnostic: ts.Diagnostic): boolean {
  const { code, start, file } = diagnostic;
  // Unresolved modules are reported by the compiler.
  if (code === unresolved || start === undefined || !file) return false;
  const node = nodeAt(file, start);
  if (notExported.has(code) && mayExportMore(notebook, node)) return false;
  if (property.has(code)) return module.language === "typescript" || isCertainProperty(notebook, node);
  if (module.language === "typescript" || plain.has(code)) return true;
  if (code < 2000) return true;
  return isInAccountingCall(node) && !isWidened(diagnostic) && !isOfData(diagnostic);
}

/** Whether the module of an import passes on all names of another that is not known. */
function mayExportMore(notebook: NotebookProgram, node: ts.Node): boolean {
  const found = ts.findAncestor(node, ts.isImportDeclaration);
  return found !== undefined && isOpen(notebook, found.moduleSpecifier, found.getSourceFile().fileName, new Set());
}

function isOpen(notebook: NotebookProgram, specifier: ts.Expression, from: string, seen: Set<string>): boolean {
  const path = ts.isStringLiteral(specifier) ? notebook.resolve(specifier.text, from) : undefined;
  const file = path === undefined ? undefined : notebook.program.getSourceFile(path);
  if (!file) return true;
  if (seen.has(file.fileName)) return false;
  seen.add(file.fileName);
  return file.statements.some(
    (each) =>
      ts.isExportDeclaration(each) &&
      !each.exportClause &&
      each.moduleSpecifier !== undefined &&
      isOpen(notebook, each.moduleSpecifier, file.fileName, seen),
  );
}

/**
 * A `string` where one of several literals is expected, such as the value of a select, a column or a list. JavaScript cannot
 * declare which literals it may be; a literal that is written out keeps its own type and is still checked.
 */
function isWidened({ messageText }: ts.Diagnostic): boolean {
  const reasons = ts.flattenDiagnosticMessageText(messageText, "\n").split("\n");
  return /^\s*Type 'string' is not assignable to type '.*"/.test(reasons.at(-1)!);
}

/** A row or a value of a query, whose columns and kinds only the data know: JavaScript cannot say that it has looked. */
function isOfData({ messageText }: ts.Diagnostic): boolean {
  return /'Data(?:Row|Value)(?:\[\])?'/.test(ts.flattenDiagnosticMessageText(messageText, "\n"));
}

/** Not certain is a property of the DOM, of a union, or one that some cell assigns to the object. */
function isCertainProperty(notebook: NotebookProgram, node: ts.Node): boolean {
  const access = node.parent;
  if (!ts.isPropertyAccessExpression(access)) return ts.isBindingElement(access) ? false : isInAccountingCall(node);
  if (isWrittenSomewhere(notebook, access.name.text, "=")) return false;
  const checker = notebook.program.getTypeChecker();
  const type = checker.getTypeAtLocation(access.expression);
  if (type.isUnion() || type.flags & (ts.TypeFlags.Unknown | ts.TypeFlags.Never | ts.TypeFlags.NonPrimitive))
    return false;
  if (
    type.flags & ts.TypeFlags.Object &&
    checker.getPropertiesOfType(type).length === 0 &&
    !type.symbol?.valueDeclaration
  )
    return false;
  const parts = type.isIntersection() ? type.types : [type];
  if (parts.some((part) => checker.isTupleType(part))) return false;
  // Literal data need not have the same fields everywhere: a field that some literal has may be valid.
  const literal = parts.some(({ symbol }) => symbol && symbol.flags & ts.SymbolFlags.ObjectLiteral);
  if (literal && isWrittenSomewhere(notebook, access.name.text, ":")) return false;
  return !parts.some(({ symbol }) => symbol?.declarations?.some((each) => isLoose(each.getSourceFile().fileName)));
}

/** The DOM has more properties than its types; the types of d3's callbacks change when data is bound. */
function isLoose(path: string): boolean {
  return path.startsWith("/lib/lib.dom") || path.startsWith("/node_modules/@types/");
}

/** Whether some cell assigns a property of this name, or has it as a key. */
function isWrittenSomewhere({ modules }: NotebookProgram, name: string, how: "=" | ":"): boolean {
  const property = name.replaceAll("$", "\\$");
  const pattern =
    how === ":"
      ? new RegExp(`(?<![\\w$.])["']?${property}["']?\\s*:`)
      : new RegExp(`\\.\\s*${property}\\s*(?:[-+*/%&|^?]{0,3}=(?!=)|\\+\\+|--)`);
  for (const { words, text } of modules) if (words.has(name) && pattern.test(text)) return true;
  return false;
}

function isInAccountingCall(node: ts.Node): boolean {
  for (let each: ts.Node | undefined = node; each; each = each.parent) {
    if (!ts.isCallExpression(each) || !ts.isPropertyAccessExpression(each.expression)) continue;
    const { expression } = each.expression;
    if (ts.isIdentifier(expression) && namespaceNames.some((name) => name === expression.text)) return true;
  }
  return false;
}
