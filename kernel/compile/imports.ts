import type { AnyNode, Expression, ImportDeclaration, ImportExpression } from "acorn";
import { type Message, messages } from "../../lib/message/message.ts";
import type { CellImport, ImportedName } from "./cell.ts";
import type { Finding } from "./diagnostic.ts";
import { importName } from "./names.ts";
import type { Rewriting } from "./rewriting.ts";
import { resolveSpecifier } from "./specifier.ts";

const texts = messages("compile", {
  importAttributes: {
    en: "Import attributes have no meaning in a cell. Remove the “{attributes}”.",
    zh: "导入属性在单元格中没有意义，请去掉“{attributes}”。",
  },
});

/** The imports of a cell, and their problems. */
export interface FoundImports {
  readonly imports: CellImport[];
  readonly findings: Finding[];
}

/**
 * Rewrites import declarations, which only modules have, to `const {…} = await __import("…", [names]);` at the start of
 * the first line, and `import(…)` to `__import(…)`.
 */
export function rewriteImports(
  rewriting: Rewriting,
  declarations: readonly ImportDeclaration[],
  expressions: readonly ImportExpression[],
  libraries: readonly string[],
): FoundImports {
  const imports: CellImport[] = [];
  const findings: Finding[] = [];
  const refuse = (message: Message, from: number, to: number) =>
    findings.push({ severity: "error", message, from, to });

  for (const node of declarations) {
    const { source, start: from, end: to } = node;
    const resolution = resolveSpecifier(String(source.value), libraries);
    rewriting.blank(from, to);
    if (resolution.kind === "refused") {
      refuse(resolution.message, source.start, source.end);
      continue;
    }
    const isJson = resolution.kind === "file" && resolution.as === "json";
    if (node.attributes?.length && !isJson) {
      const [first] = node.attributes;
      refuse(texts.importAttributes({ attributes: "with {…}" }), first?.start ?? from, to);
    }
    const names = findNames(node);
    rewriting.insert(0, renderImport(resolution.module, names), from);
    const { kind, module } = resolution;
    imports.push({ specifier: String(source.value), kind, module, names, from, to });
  }

  for (const node of expressions) {
    rewriting.replace(node.start, node.start + "import".length, importName);
    const specifier = findString(node.source);
    if (specifier === undefined) continue;
    const resolution = resolveSpecifier(specifier, libraries);
    const { start: from, end: to } = node.source;
    if (resolution.kind === "refused") refuse(resolution.message, from, to);
    else {
      if (resolution.module !== specifier) rewriting.replace(from, to, JSON.stringify(resolution.module));
      const { kind, module } = resolution;
      imports.push({ specifier, kind, module, names: [], from: node.start, to: node.end });
    }
  }
  return { imports, findings };
}

/** The import declarations of a cell. */
export function findImportDeclarations(root: AnyNode): ImportDeclaration[] {
  if (root.type !== "Program") return [];
  return root.body.filter((statement) => statement.type === "ImportDeclaration");
}

function findNames({ specifiers }: ImportDeclaration): ImportedName[] {
  return specifiers.map((specifier) => {
    const local = specifier.local.name;
    if (specifier.type === "ImportDefaultSpecifier") return { imported: "default", local };
    if (specifier.type === "ImportNamespaceSpecifier") return { imported: "*", local };
    const { imported } = specifier;
    return { imported: imported.type === "Identifier" ? imported.name : String(imported.value), local };
  });
}

function renderImport(module: string, names: readonly ImportedName[]): string {
  const named = names.filter(({ imported }) => imported !== "*");
  const whole = names.find(({ imported }) => imported === "*");
  const wanted = whole ? "" : `, ${JSON.stringify(named.map(({ imported }) => imported))}`;
  const call = `await ${importName}(${JSON.stringify(module)}${wanted})`;
  const pattern = `{${named.map(({ imported, local }) => `${JSON.stringify(imported)}: ${local}`).join(", ")}}`;
  if (whole) return `const ${whole.local} = ${call};${named.length ? `const ${pattern} = ${whole.local};` : ""}`;
  return named.length ? `const ${pattern} = ${call};` : `${call};`;
}

/** The text of an expression that is only a text. */
export function findString(node: Expression): string | undefined {
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : undefined;
  if (node.type !== "TemplateLiteral" || node.expressions.length > 0) return undefined;
  return node.quasis[0]?.value.cooked ?? undefined;
}
