import type { CellModule } from "./cell-module.ts";
import { type QueryContext, resultFields } from "./query-result.ts";

/** A name of the notebook: the cell that defines it, and its offset in the module of names. */
export interface NotebookName {
  readonly name: string;
  readonly module: CellModule;
  /** Offset of the name in the module of names. */
  readonly at: number;
}

/** Where the modules of the cells are. */
export const cellsPath = "/cells/";

export const notebookPath = `${cellsPath}notebook.d.ts`;

/**
 * The module of all names that cells define, with the types that other cells see. Of a name that two cells define, the first
 * counts; the cells themselves report the error.
 */
export function writeNotebook(
  modules: Iterable<CellModule>,
  context: QueryContext = { results: new Map(), catalogue: [], language: "en" },
): { text: string; names: Map<string, NotebookName> } {
  const names = new Map<string, NotebookName>();
  let text = 'import type { Value } from "../app/typing/library/value.d.ts";\n';
  const define = (module: CellModule, name: string, before: string, after: string) => {
    if (names.has(name)) return;
    text += before;
    names.set(name, { name, module, at: text.length });
    text += `${name}${after}\n`;
  };
  for (const module of modules) {
    const from = `"./${module.path.split("/").at(-1)}"`;
    for (const { name, kind } of module.declared) {
      if (kind === "variable")
        define(module, name, "export declare const ", `: Value<typeof import(${from}).${name}>;`);
      else define(module, name, `export ${kind === "type" ? "type " : ""}{ `, ` } from ${from};`);
    }
    const { output, textType } = module;
    if (output === undefined) continue;
    const columns = context.results.get(module.cell.id);
    if (columns && !names.has(output)) {
      text += `interface Row_${output} ${resultFields(columns, module.cell.source, context)}\n`;
    }
    const table = columns ? `Table<Row_${output}>` : textType;
    const type = table ?? `Value<typeof import(${from}).${output}>`;
    define(module, output, "export declare const ", `: ${type};`);
  }
  return { text, names };
}
