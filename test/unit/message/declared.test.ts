import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript6";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../../..");

/** Every TypeScript source below the folders, with its path from the root. */
const sources = ["lib", "kernel", "app", "cli"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
    .map((path) => join(folder, path))
    .map((path) => {
      const text = readFileSync(join(root, path), "utf8");
      return { path, file: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
    }),
);

interface Declared {
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

const declared = sources.flatMap(declaredIn);

/** The names of the holes; with `{count:row|rows}`, which only English needs, or without. */
function holesOf(text: string, withPlurals: boolean): string[] {
  const holes = [...text.matchAll(/\{(\w+)(?::([^|{}]*)(\|[^{}]*)?)?\}/g)];
  const names = holes.filter(([, , , many]) => withPlurals || many === undefined).map(([, name]) => name!);
  return [...new Set(names)].sort();
}

const halfWidth = /\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}/u;
const withoutCode = (text: string) => text.replaceAll(/`[^`]*`/g, "").replaceAll(/\{\w+(?::[^{}]*)?\}/g, "");

describe("The messages that are declared", () => {
  it("are many, each with a text in both languages and the same holes", () => {
    expect(declared.length).toBeGreaterThan(300);
    const uneven = declared.filter(({ en, zh }) => {
      const needed = holesOf(en, false);
      const given = holesOf(zh, true);
      return needed.some((name) => !given.includes(name)) || given.some((name) => !holesOf(en, true).includes(name));
    });
    expect(uneven).toEqual([]);
  });

  it("have one text for a code", () => {
    const first = new Map<string, Declared>();
    const twice = declared.filter((message) => {
      const known = first.get(message.code);
      if (!known) first.set(message.code, message);
      return known && (known.en !== message.en || known.zh !== message.zh);
    });
    expect(twice.map(({ code, path }) => `${code} in ${path} and ${first.get(code)!.path}`)).toEqual([]);
  });

  it("are written in Chinese with full-width punctuation", () => {
    const wrong = declared.filter(({ zh }) => halfWidth.test(withoutCode(zh)));
    expect(wrong.map(({ code, zh }) => `${code}: ${zh}`)).toEqual([]);
  });
});
