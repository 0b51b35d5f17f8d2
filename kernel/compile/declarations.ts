import type { Identifier, Program } from "acorn";
import { messages } from "../../lib/message/message.ts";
import type { Finding } from "./diagnostic.ts";
import { protectedGlobals } from "./names.ts";
import { findDeclared } from "./patterns.ts";

const texts = messages("compile", {
  protectedGlobal: {
    en: "The global “{name}” cannot be redefined. Choose another name.",
    zh: "全局名称“{name}”不能重新定义，请换一个名称。",
  },
});

/** The identifiers a program declares at its top level: the names other cells can read. */
export function findDeclarations({ body }: Program): Identifier[] {
  return body.flatMap((statement) => {
    switch (statement.type) {
      case "VariableDeclaration":
        return findDeclared(statement);
      case "FunctionDeclaration":
      case "ClassDeclaration":
        return statement.id ? [statement.id] : [];
      case "ImportDeclaration":
        return statement.specifiers.map(({ local }) => local);
      default:
        return [];
    }
  });
}

/** Finds declarations that would hide a global that every other cell relies on. */
export function checkDeclarations(declarations: readonly Identifier[]): Finding[] {
  return declarations
    .filter(({ name }) => protectedGlobals.has(name))
    .map(({ name, start: from, end: to }) => ({
      severity: "error",
      message: texts.protectedGlobal({ name }),
      from,
      to,
    }));
}
