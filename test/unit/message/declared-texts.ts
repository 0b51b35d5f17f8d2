import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript6";
import { parsedSource } from "../suite/parsed-source.ts";

const root = join(import.meta.dirname, "../../..");

/** Every TypeScript source below the folders that may declare messages, with its path from the root. Most do not, and parsing takes seconds. */
const sources = ["lib", "kernel", "app", "cli"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
    .map((path) => join(folder, path))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }))
    .filter(({ text }) => /\bmessages\s*\(/.test(text))
    .map(({ path, text }) => ({ path, file: parsedSource(path, text) })),
);

export interface Declared {
  readonly code: string;
  readonly en: string;
  readonly zh: string;
  readonly path: string;
}

/** The messages that a source declares by `messages("domain", {key: {en, zh}})`. */
function declaredIn({ path, file }: (typeof sources)[number]): Declared[] {
  const found: Declared[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "messages") {
      const [domain, texts] = node.arguments;
      if (domain && ts.isStringLiteral(domain) && texts && ts.isObjectLiteralExpression(texts)) {
        for (const property of texts.properties) {
          if (!ts.isPropertyAssignment(property) || !ts.isObjectLiteralExpression(property.initializer)) continue;
          const [en, zh] = ["en", "zh"].map((language) =>
            textOf(property.initializer as ts.ObjectLiteralExpression, language),
          );
          if (en === undefined || zh === undefined) continue;
          found.push({ code: `${domain.text}.${property.name.getText().replaceAll('"', "")}`, en, zh, path });
        }
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function textOf(texts: ts.ObjectLiteralExpression, language: string): string | undefined {
  for (const property of texts.properties) {
    if (!ts.isPropertyAssignment(property) || property.name.getText() !== language) continue;
    if (ts.isStringLiteralLike(property.initializer)) return property.initializer.text;
  }
  return undefined;
}

/** Every message that a source declares. */
export const declared: readonly Declared[] = sources.flatMap(declaredIn);
