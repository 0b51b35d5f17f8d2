import type { Notebook } from "../../kernel/document/index.ts";
import type { ExecutedCell, ExecutedNotebook } from "../../kernel/headless/executed-notebook.ts";
import { lineInFile } from "./file-place.ts";

/** The failures of a notebook, one sentence per cell: file, line of the file, cell, line of the cell. */
export function failuresOf(file: string, notebook: Notebook, cells: readonly ExecutedCell[]): string[] {
  return cells.flatMap(({ id, place, runs, error, state }) => {
    if (!runs) return [];
    if (error && state.status === "failed") {
      const line = error.line ?? 1;
      const at = error.line === undefined ? `cell ${place}` : `cell ${place}, line ${error.line}`;
      return [`${file}:${lineInFile(notebook, id, line)} (${at}) ${error.name}: ${error.message}`];
    }
    if (state.status !== "blocked" || !state.blockedBy) return [];
    const by = cells.find((cell) => cell.id === state.blockedBy?.cell)?.place;
    return [
      `${file}:${lineInFile(notebook, id, 1)} (cell ${place}) did not run: it reads \`${state.blockedBy.name}\` of cell ${by}.`,
    ];
  });
}

/** What is amiss although the cells ran, one sentence each: errors after their runs, names that several define. */
export function warningsOf(
  file: string,
  notebook: Notebook,
  { cells, warnings }: Pick<ExecutedNotebook, "cells" | "warnings">,
): string[] {
  const ofCells = cells.flatMap(({ id, place, runs, state }) =>
    (runs ? (state.warnings ?? []) : []).map(({ name, message, line }) => {
      const at = line === undefined ? `cell ${place}` : `cell ${place}, line ${line}`;
      return `${file}:${lineInFile(notebook, id, line ?? 1)} (${at}) warning: ${name}: ${message}`;
    }),
  );
  return [...ofCells, ...warnings.map(({ name, message }) => `${file}: warning: ${name}: ${message}`)];
}

/** The cells of kinds that do not run here, one sentence each. */
export function notRunOf(file: string, notebook: Notebook, cells: readonly ExecutedCell[]): string[] {
  return cells
    .filter(({ runs }) => !runs)
    .map(({ id, place, state, error }) => {
      const { message = "" } = error ?? state.warnings?.[0] ?? {};
      return `${file}:${lineInFile(notebook, id, 1)} (cell ${place}) not run: ${message}`;
    });
}
