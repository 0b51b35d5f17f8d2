import ts from "typescript6";
import { parsedSource } from "../unit/suite/parsed-source.ts";
import type { Tree } from "./tree.ts";

/** A function or method, from the line of its head to that of its last brace. */
export interface MeasuredFunction {
  readonly path: string;
  readonly name: string;
  readonly line: number;
  readonly lines: number;
}

/** The functions of the sources that have more than `most` lines, the longest first. One inside another counts by itself. */
export function longFunctions(tree: Tree, most: number): MeasuredFunction[] {
  const found: MeasuredFunction[] = [];
  for (const [path, text] of tree) {
    const source = parsedSource(path, text);
    const lineAt = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1;
    const visit = (node: ts.Node): void => {
      if (ts.isFunctionLike(node) && "body" in node && node.body !== undefined) {
        const line = lineAt(node.getStart(source));
        const lines = lineAt(node.end) - line + 1;
        if (lines > most) found.push({ path, name: nameOf(node), line, lines });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found.sort((a, b) => b.lines - a.lines);
}

function nameOf(node: ts.SignatureDeclaration): string {
  if (node.name) return node.name.getText();
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) return parent.name.getText();
  return ts.isConstructorDeclaration(node) ? "constructor" : "(without a name)";
}
