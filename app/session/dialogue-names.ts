import type { CellSource } from "../../kernel/compile/cell.ts";
import { compileCell } from "../../kernel/compile/index.ts";
import { findReferences } from "../../kernel/compile/references.ts";
import { parseCell } from "../../kernel/compile/syntax.ts";

/** The names that the cells of a notebook define. */
export function namesOf(cells: readonly CellSource[]): Set<string> {
  return new Set(cells.flatMap((cell) => compileCell(cell).outputs));
}

/** The cells that a cell's source reads, of those with the given names. */
export function readsOf(source: string, names: ReadonlySet<string>): string[] {
  const { program, expression } = parseCell(source);
  const read = findReferences(program ?? expression).map(({ name }) => name);
  return [...new Set(read)].filter((name) => names.has(name));
}

/** The source of a cell of the form `const NAME = …` with names of cells replaced. */
export function withNames(source: string, names: ReadonlyMap<string, string>): string {
  const { program, expression } = parseCell(source);
  const places = findReferences(program ?? expression).map(({ name, start, end }) => ({ name, start, end }));
  for (const statement of program?.body ?? []) {
    if (statement.type !== "VariableDeclaration") continue;
    for (const { id } of statement.declarations) if (id.type === "Identifier") places.push(id);
  }
  let text = source;
  for (const { name, start, end } of places.toSorted((a, b) => b.start - a.start)) {
    const to = names.get(name);
    if (to === undefined) continue;
    text = text.slice(0, start) + to + text.slice(end);
  }
  return text;
}
