import type { Identifier, Program } from "acorn";
import type { Finding } from "./diagnostic.ts";
import { protectedGlobals } from "./names.ts";
import { findDeclared } from "./patterns.ts";

/** The identifiers a program declares at its top level: what the cell gives to other cells. */
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

/** Finds declarations that would hide a global every other cell relies on. */
export function checkDeclarations(declarations: readonly Identifier[]): Finding[] {
  return declarations
    .filter(({ name }) => protectedGlobals.has(name))
    .map(({ name, start: from, end: to }) => ({
      severity: "error",
      message: `The global “${name}” cannot be redefined. Choose another name.`,
      from,
      to,
    }));
}
