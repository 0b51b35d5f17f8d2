import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript6";
import { parsedSource } from "../../suite/parsed-source.ts";

/** A sentence that the program can say: its text with `{name}` where a value comes in. */
export interface Sentence {
  readonly text: string;
  /** File and line, from the root of the project. */
  readonly place: string;
}

type Part = string | { readonly hole: string };

/** So many forms of one template are told apart; what varies more is taken with its first forms only. */
const FORMS = 32;

/** All texts of the string and template literals in the TypeScript sources below a folder. */
export function collectSentences(root: string, folder: string, isLeftOut: (path: string) => boolean): Sentence[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path))
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts") && !isLeftOut(path));
  return files
    .sort()
    .flatMap((path) => sentencesOf(relative(root, join(root, path)), readFileSync(join(root, path), "utf8")));
}

/** The texts of one source. */
export function sentencesOf(path: string, source: string): Sentence[] {
  const file = parsedSource(path, source);
  const found: (Sentence & { node: ts.Node })[] = [];
  const pieces = new Set<ts.Node>();
  const visit = (node: ts.Node): void => {
    if (isApart(node)) return;
    if (isText(node)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      for (const form of formsOf(node, pieces)) {
        found.push({ text: spokenOf(write(form)), place: `${path}:${line + 1}`, node: statementOf(node) });
      }
      for (const inner of valuesOf(node)) visit(inner);
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found.filter(({ node }) => !pieces.has(node)).map(({ text, place }) => ({ text, place }));
}

/** The variable of a numbered equation is written `unit | name | range`; sentences and results say its name. */
function spokenOf(text: string): string {
  return /^[^|\n]+ \| ([^|]+?)(?: \| (?:signed|fraction))?$/.exec(text)?.[1] ?? text;
}

/** The constant that a text is, as a whole or as one of its alternatives; else the text itself. */
function statementOf(node: ts.Node): ts.Node {
  const { parent } = node;
  if (ts.isConditionalExpression(parent) || ts.isParenthesizedExpression(parent)) return statementOf(parent);
  return ts.isVariableDeclaration(parent) ? parent : node;
}

/** Constants that tools share among their assumptions and references, as `GUIDELINES`. */
const documenting = /^[A-Z\d]+$|[rR]eferences$|[aA]ssumptions?$/;

/** What documents elsewhere and is said here: titles of steps in the trail, summaries of imported tables in the catalogue. */
const saidBelow: Readonly<Record<string, string>> = { title: "lib/inventory/", summary: "kernel/services/import/" };

/** Declarations of types, addresses of modules, documentation of fields and tools: no sentences of the program. */
function isApart(node: ts.Node): boolean {
  if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return true;
  if (ts.isTaggedTemplateExpression(node)) return true;
  if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && documenting.test(node.name.text))
    return /^lib\/\w+\/tools[./]/.test(node.getSourceFile().fileName);
  if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) {
    const saidIn = saidBelow[node.name.text];
    if (saidIn && node.getSourceFile().fileName.startsWith(saidIn)) return false;
    // A text in both languages, `{ en, zh }`, needs no table.
    const beside: Readonly<Record<string, string>> = { en: "zh", zh: "en" };
    const other = beside[node.name.text];
    if (other) return node.parent.properties.some(({ name }) => name?.getText() === other);
    return ["title", "title_zh", "summary", "formula", "assumptions", "references", "citation"].includes(
      node.name.text,
    );
  }
  return false;
}

function isText(node: ts.Node): node is ts.Expression {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node)) {
    return !isDescription(node);
  }
  return (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.PlusToken &&
    (isText(node.left) || isText(node.right))
  );
}

/** Functions of the tools' schemas whose text documents a field. */
const describing = new Set([
  ...["matrix", "vector", "matrices", "exchanges", "numberIn", "integerIn"],
  ...["given", "givenWithDescription", "quantityIn", "quantityOut"],
  // With its Chinese beside it.
  "ofField",
]);

/** `z.number().describe("…")` documents a field, and so does `matrix("…")`. */
function isDescription({ parent }: ts.Node): boolean {
  if (!ts.isCallExpression(parent)) return false;
  const { expression: callee } = parent;
  return ts.isPropertyAccessExpression(callee)
    ? ["describe", "split", "replace", "replaceAll"].includes(callee.name.text)
    : ts.isIdentifier(callee) && describing.has(callee.text);
}

/**
 * Every form that the text can take, by the alternatives that are written in it. A constant text that it takes in belongs
 * to it; its declaration joins `pieces`.
 */
function formsOf(node: ts.Expression, pieces: Set<ts.Node>): Part[][] {
  if (ts.isParenthesizedExpression(node)) return formsOf(node.expression, pieces);
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [[node.text]];
  if (ts.isConditionalExpression(node)) {
    if (!holdsText(node)) return [[{ hole: nameOf(node) }]];
    return [...formsOf(node.whenTrue, pieces), ...formsOf(node.whenFalse, pieces)];
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken && isText(node)) {
    return combine(formsOf(node.left, pieces), formsOf(node.right, pieces));
  }
  const piece = ts.isIdentifier(node) ? constantOf(node) : undefined;
  if (piece?.initializer && isWordy(piece.initializer)) {
    pieces.add(piece);
    return formsOf(piece.initializer, pieces);
  }
  if (!ts.isTemplateExpression(node)) return [[{ hole: nameOf(node) }]];
  let forms: Part[][] = [[node.head.text]];
  for (const { expression, literal } of node.templateSpans) {
    forms = combine(combine(forms, formsOf(expression, pieces)), [[literal.text]]);
  }
  return forms;
}

/** The constant of this name in a block around it. */
function constantOf(name: ts.Identifier): ts.VariableDeclaration | undefined {
  for (let node: ts.Node = name; node; node = node.parent) {
    if (!ts.isBlock(node) && !ts.isSourceFile(node)) continue;
    for (const statement of node.statements) {
      if (!ts.isVariableStatement(statement)) continue;
      const found = statement.declarationList.declarations.find(
        (each) => ts.isIdentifier(each.name) && each.name.text === name.text,
      );
      if (found) return found;
    }
  }
  return undefined;
}

/** Whether a constant is a text of words, or chooses among such; a name with a default of `""` is not. */
function isWordy(node: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(node)) return isWordy(node.expression);
  if (ts.isConditionalExpression(node)) return isWordy(node.whenTrue) || isWordy(node.whenFalse);
  return isText(node) && node.getText().includes(" ");
}

function holdsText(node: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(node)) return holdsText(node.expression);
  if (ts.isConditionalExpression(node)) return holdsText(node.whenTrue) || holdsText(node.whenFalse);
  return isText(node);
}

function combine(before: Part[][], after: Part[][]): Part[][] {
  return before.flatMap((start) => after.map((end) => [...start, ...end])).slice(0, FORMS);
}

/** What stands in a text's holes: looked through for texts of its own. Alternatives are part of the forms already. */
function valuesOf(node: ts.Expression): ts.Node[] {
  if (ts.isParenthesizedExpression(node)) return valuesOf(node.expression);
  if (ts.isTemplateExpression(node)) return node.templateSpans.flatMap(({ expression }) => valuesOf(expression));
  if (ts.isConditionalExpression(node) && holdsText(node)) {
    return [node.condition, ...valuesOf(node.whenTrue), ...valuesOf(node.whenFalse)];
  }
  if (ts.isBinaryExpression(node) && isText(node)) return [...valuesOf(node.left), ...valuesOf(node.right)];
  return isText(node) ? [] : [node];
}

/** A name for the hole: the last name of the expression. */
function nameOf(node: ts.Node): string {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node))
    return node.name.text === "length" ? "count" : node.name.text.replace("#", "");
  if (ts.isCallExpression(node)) {
    const [first] = node.arguments;
    const callee = node.expression;
    if (ts.isPropertyAccessExpression(callee)) return nameOf(callee.expression);
    return first ? nameOf(first) : nameOf(callee);
  }
  if (ts.isNonNullExpression(node) || ts.isParenthesizedExpression(node)) return nameOf(node.expression);
  if (ts.isElementAccessExpression(node)) return nameOf(node.expression);
  return "value";
}

/** The text, with holes named apart. */
function write(parts: readonly Part[]): string {
  const used = new Map<string, number>();
  return parts
    .map((part) => {
      if (typeof part === "string") return part;
      const count = (used.get(part.hole) ?? 0) + 1;
      used.set(part.hole, count);
      return `{${part.hole}${count > 1 ? count : ""}}`;
    })
    .join("");
}

/** Whether a reader would take it for English: two words in a row, outside of code. */
export function isProse(text: string): boolean {
  // What begins with a space is the end of another text.
  if (text.startsWith(" ")) return false;
  const words = text.replaceAll(/`[^`]*`/g, "x").replaceAll(/\{\w+\}/g, "0");
  return /[a-z]{2,}[,;:]? (?:[a-z]+|0)\b/i.test(words) && /\b[a-z]{2,}\b/.test(words);
}
