import type { AnyNode } from "acorn";
import { moduleNames, overridableNames, runNames } from "../cell/names.ts";
import { type CompiledCell, compileCell } from "../compile/index.ts";
import { findReferences, type Reference } from "../compile/references.ts";
import type { Mapping } from "../compile/rewriting.ts";
import { toScript } from "../compile/script.ts";
import { parseCell } from "../compile/syntax.ts";
import { readDirectives } from "../compile/tags.ts";
import type { Cell, Notebook } from "../document/index.ts";
import { notebookNameIn } from "../document/notebook-name.ts";
import { buildGraph, type Graph } from "../runtime/graph.ts";
import type { CheckEnvironment } from "./check-environment.ts";

/** The syntax of a cell that can be parsed and run. */
export interface CellSyntax {
  readonly root: AnyNode;
  /** The parsed JavaScript: the source itself, or the result of converting text, SQL or TypeScript. */
  readonly script: string;
  /** Maps an offset of the script to one of the source. */
  readonly mapping: Mapping;
  /** Uses of names that the cell itself does not declare. */
  readonly free: readonly Reference[];
  /** The start offset of each, to distinguish them from a cell's own names of the same spelling. */
  readonly freeAt: ReadonlySet<number>;
}

/** A cell prepared for the rules. */
export interface CheckedCell {
  readonly id: number;
  /** Its place in the notebook, from 1. */
  readonly place: number;
  readonly cell: Cell;
  readonly compiled: CompiledCell;
  readonly syntax?: CellSyntax;
}

/** A notebook prepared for the rules. */
export interface Subject {
  readonly notebook: Notebook;
  readonly cells: readonly CheckedCell[];
  readonly graph: Graph;
  readonly environment: CheckEnvironment;
}

/** Prepares a notebook for the rules, without running it. */
export function readSubject(notebook: Notebook, environment: CheckEnvironment): Subject {
  const compiled = compileCells(notebook.cells);
  const cells = notebook.cells.map((cell, i) => ({
    id: cell.id,
    place: i + 1,
    cell,
    compiled: compiled[i]!,
    ...maybeSyntax(cell),
  }));
  const definitions = compiled.map(({ id, inputs, outputs, expression }) => ({
    id,
    inputs,
    outputs,
    expression,
    start: () => undefined,
  }));
  return { notebook, cells, graph: buildGraph(definitions), environment };
}

/** The names that the cells of a notebook declare. */
export function findDeclaredNames({ cells }: Notebook): Set<string> {
  return new Set(compileCells(cells).flatMap(({ outputs }) => outputs));
}

/** The names that a notebook imports from other notebooks, by notebook. */
export function findImportedNames({ cells }: Notebook): Map<string, Set<string>> {
  const taken = new Map<string, Set<string>>();
  for (const { kind, module, names } of compileCells(cells).flatMap(({ imports }) => imports)) {
    if (kind !== "notebook") continue;
    const from = taken.get(notebookNameIn(module)) ?? new Set();
    for (const { imported } of names) from.add(imported);
    taken.set(notebookNameIn(module), from);
  }
  return taken;
}

/** If a cell declares an overridable built-in name, all cells are compiled again with that name as the notebook's own. */
function compileCells(cells: readonly Cell[]): CompiledCell[] {
  const libraries = moduleNames;
  const first = cells.map((cell) => compileCell(cell, { builtins: runNames, libraries }));
  const declared = first.flatMap(({ outputs }) => outputs).filter((name) => overridableNames.has(name));
  if (declared.length === 0) return first;
  return cells.map((cell) => compileCell(cell, { builtins: runNames, declared, libraries }));
}

function maybeSyntax(cell: Cell): { syntax?: CellSyntax } {
  const directives = readDirectives(cell);
  if (!directives.runs || cell.source.trim() === "") return {};
  try {
    const { text: script, mapping } = toScript(cell, directives);
    const syntax = parseCell(script);
    const root: AnyNode = syntax.program ?? syntax.expression;
    const free = findReferences(root);
    return { syntax: { root, script, mapping, free, freeAt: new Set(free.map(({ start }) => start)) } };
  } catch {
    return {}; // The compiler reports the error.
  }
}
