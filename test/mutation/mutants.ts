import ts from "typescript6";
import { Random } from "../fuzz/random.ts";
import { parsedSource } from "../unit/suite/parsed-source.ts";

/** A source with one small fault put in. */
export interface Mutant {
  readonly line: number;
  /** Where it stands in the source. */
  readonly from: number;
  /** What stood there, and what stands there now; nothing where a statement was removed. */
  readonly was: string;
  readonly is: string;
  readonly source: string;
}

const swapped: ReadonlyMap<string, string> = new Map([
  ["+", "-"],
  ["-", "+"],
  ["*", "/"],
  ["/", "*"],
  ["<", "<="],
  ["<=", "<"],
  [">", ">="],
  [">=", ">"],
  ["===", "!=="],
  ["!==", "==="],
  ["&&", "||"],
  ["||", "&&"],
  ["+=", "-="],
  ["-=", "+="],
]);

interface Change {
  readonly node: ts.Node;
  readonly text: string;
}

/** What may be changed at a node itself: an operator, a constant, a condition or a whole statement. */
function changesAt(node: ts.Node): Change[] {
  if (ts.isBinaryExpression(node)) {
    const text = swapped.get(node.operatorToken.getText());
    return text === undefined ? [] : [{ node: node.operatorToken, text }];
  }
  if (ts.isNumericLiteral(node)) return [{ node, text: `(${node.getText()} + 1)` }];
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [{ node, text: "false" }];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [{ node, text: "true" }];
  if (ts.isIfStatement(node)) return [negated(node.expression)];
  if (ts.isConditionalExpression(node)) return [negated(node.condition)];
  if (ts.isExpressionStatement(node) && !isSuper(node.expression)) return [{ node, text: ";" }];
  return [];
}

const negated = (node: ts.Node): Change => ({ node, text: `!(${node.getText()})` });

const isSuper = (node: ts.Node) => ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.SuperKeyword;

/** All mutants of a source that differ from it by one change of what runs: types and names of fields stay. */
export function mutantsOf(source: string): Mutant[] {
  const file = parsedSource("source.ts", source);
  const changes: Change[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isImportDeclaration(node)) return;
    changes.push(...changesAt(node));
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return changes.map(({ node, text }) => {
    const [from, to] = [node.getStart(file), node.getEnd()];
    return {
      line: file.getLineAndCharacterOfPosition(from).line + 1,
      from,
      was: source.slice(from, to),
      is: text === ";" ? "" : text,
      source: source.slice(0, from) + text + source.slice(to),
    };
  });
}

/** Some of the mutants, the same for the same seed and file: fewer are the first of more. */
export function chosenMutants(path: string, source: string, seed: number, count: number): Mutant[] {
  const random = new Random(seed, path, 0);
  const left = mutantsOf(source);
  const chosen: Mutant[] = [];
  while (chosen.length < count && left.length > 0) chosen.push(...left.splice(random.below(left.length), 1));
  return chosen;
}
