import { compileCell } from "../../kernel/compile/index.ts";
import type { Cell } from "../../kernel/document/index.ts";
import type { LaterProgram } from "../../kernel/services/later-program.ts";

/** A list of choices, which may be long. */
const LIST = /\bInputs\s*\.\s*select\b|<select\b/;

/**
 * The programs that a frame may load later for these cells. A reader may ask for ± of any cell; one who writes in the notebook may
 * also name charts and forms.
 */
export function neededPrograms(cells: readonly Cell[], writes: boolean): ReadonlySet<LaterProgram> {
  const compiled = cells.map((cell) => compileCell(cell, {}));
  const read = new Set(compiled.flatMap(({ inputs }) => inputs));
  const declared = new Set(compiled.flatMap(({ outputs }) => outputs));
  const needs = new Set<LaterProgram>(["draws"]);
  if (writes || read.has("charts")) needs.add("charts");
  if (writes || read.has("forms")) needs.add("forms");
  if (read.has("activitySheet")) needs.add("sheets");
  if (read.has("dot")) needs.add("graphviz");
  // A method of a file, which may be called under any name of the file: by its own name at least.
  if (read.has("SQLiteDatabaseClient") || cells.some(({ source }) => /\bsqlite\b/.test(source))) needs.add("sqlite");
  // A notebook may call something of its own by this name.
  if (read.has("ask") && !declared.has("ask")) needs.add("dialogue");
  if (writes || cells.some(({ source }) => LIST.test(source))) needs.add("search");
  return needs;
}
