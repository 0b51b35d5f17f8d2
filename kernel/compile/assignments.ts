import type { Finding } from "./diagnostic.ts";
import type { Reference } from "./references.ts";

/** Finds uses of names the cell may not give a value, or may not use at all. */
export function checkReferences(references: readonly Reference[]): Finding[] {
  return references.flatMap(({ name, start: from, end: to, write }): Finding[] => {
    const message = write
      ? `“${name}” is not declared in this cell, so it cannot be assigned here. Declare it in this cell with let, or change it in the cell that declares it.`
      : name === "arguments"
        ? "“arguments” exists only inside a function."
        : undefined;
    return message ? [{ severity: "error", message, from, to }] : [];
  });
}
