import type { AnyNode, ImportExpression, Statement } from "acorn";
import { full } from "acorn-walk";
import { type Message, messages } from "../../lib/message/message.ts";
import type { Finding } from "./diagnostic.ts";
import { guardName, importName } from "./names.ts";
import type { Rewriting } from "./rewriting.ts";

const texts = messages("compile", {
  importMeta: {
    en: "import.meta does not exist in a cell.",
    zh: "单元格中没有 import.meta。",
  },
  needlessExport: {
    en: "A cell needs no export: every name it declares at its top level is visible to the other cells.",
    zh: "单元格不需要 export：顶层声明的名称对其他单元格都可见。",
  },
  reservedName: {
    en: "The name “{name}” is reserved. Choose another name.",
    zh: "名称“{name}”是保留名称，请换一个。",
  },
});

/** What the compiler collects in one walk through a cell. */
export interface Survey {
  readonly loops: readonly { readonly start: number; readonly body: Statement }[];
  readonly importExpressions: readonly ImportExpression[];
  /** Each `import.meta`. */
  readonly metas: readonly { readonly start: number; readonly end: number }[];
  /** Syntax that is valid in a module but has no meaning in a cell, and uses of reserved names. */
  readonly findings: readonly Finding[];
}

/** Walks through a cell once. */
export function surveyCell(root: AnyNode): Survey {
  const loops: { start: number; body: Statement }[] = [];
  const importExpressions: ImportExpression[] = [];
  const metas: { start: number; end: number }[] = [];
  const findings: Finding[] = [];
  full(root, (visited) => {
    const node = visited as AnyNode;
    switch (node.type) {
      case "ForStatement":
      case "ForInStatement":
      case "ForOfStatement":
      case "WhileStatement":
      case "DoWhileStatement":
        loops.push(node);
        break;
      case "ImportExpression":
        importExpressions.push(node);
        break;
      default: {
        if (node.type === "MetaProperty" && node.meta.name === "import") metas.push(node);
        const message = findForbidden(node);
        if (message) findings.push({ severity: "error", message, from: node.start, to: node.end });
      }
    }
  });
  return { loops, importExpressions, metas, findings };
}

function findForbidden(node: AnyNode): Message | undefined {
  switch (node.type) {
    case "ExportNamedDeclaration":
    case "ExportDefaultDeclaration":
    case "ExportAllDeclaration":
      return texts.needlessExport();
    case "MetaProperty":
      return node.meta.name === "import" ? texts.importMeta() : undefined;
    case "Identifier":
      return node.name === guardName || node.name === importName ? texts.reservedName({ name: node.name }) : undefined;
  }
  return undefined;
}

/** Inserts a call of the guard at the start of every loop body, on the loop's own line. */
export function guardLoops(rewriting: Rewriting, { loops }: Survey): void {
  for (const { body, start } of loops) {
    if (body.type === "BlockStatement") rewriting.insert(body.start + 1, `${guardName}();`, start);
    else rewriting.insert(body.start, `{${guardName}();`, start).insert(body.end, "}", start);
  }
}
