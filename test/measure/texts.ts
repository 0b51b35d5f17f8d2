import ts from "typescript6";
import { parsedSource } from "../unit/suite/parsed-source.ts";
import type { Tree } from "./tree.ts";

/** What the sources say in two languages. */
export interface Texts {
  /** Pairs `{en, zh}` in a call of `messages`. */
  readonly coded: number;
  /** All other pairs. */
  readonly uncoded: number;
  /** Unions of the tags of both languages, in types. */
  readonly unions: number;
  /** Files with a Han character. */
  readonly hanFiles: readonly string[];
}

export function texts(tree: Tree): Texts {
  const counts = { coded: 0, uncoded: 0, unions: 0, hanFiles: [] as string[] };
  for (const [path, text] of tree) {
    if (/\p{Script=Han}/u.test(text)) counts.hanFiles.push(path);
    const source = parsedSource(path, text);
    const visit = (node: ts.Node, isCoded: boolean): void => {
      if (ts.isObjectLiteralExpression(node) && isPair(node)) counts[isCoded ? "coded" : "uncoded"]++;
      if (ts.isUnionTypeNode(node) && isOfLanguages(node)) counts.unions++;
      const calls = ts.isCallExpression(node) && node.expression.getText(source) === "messages";
      ts.forEachChild(node, (child) => visit(child, isCoded || calls));
    };
    visit(source, false);
  }
  return counts;
}

function isPair(node: ts.ObjectLiteralExpression): boolean {
  const names = node.properties.map((each) => each.name?.getText());
  return names.includes("en") && names.includes("zh");
}

function isOfLanguages(node: ts.UnionTypeNode): boolean {
  const tags = node.types.map((each) => each.getText());
  return tags.includes('"en"') && (tags.includes('"zh"') || tags.includes('"zh-CN"'));
}
