import type { CellModule } from "./cell-module.ts";
import { type NotebookKnowledge, resultFields } from "./query-result.ts";

/** A name of the notebook: the cell that gives it, and where it stands in the module of names. */
export interface NotebookName {
  readonly name: string;
  readonly module: CellModule;
  /** Offset of the name in the module of names. */
  readonly at: number;
}

export const notebookPath = "/cells/notebook.d.ts";

/**
 * The names of all cells, each with the type that other cells see. Of a name that two cells give, the first counts: that
 * it is an error is said by the cells themselves.
 */
export function writeNotebook(
  modules: Iterable<CellModule>,
  knowledge: NotebookKnowledge = { results: new Map(), catalogue: [], language: "en" },
): { text: string; names: Map<string, NotebookName> } {
  const names = new Map<string, NotebookName>();
  let text = 'import type { Value } from "../app/typing/library/value.d.ts";\n';
  const give = (module: CellModule, name: string, before: string, after: string) => {
    if (names.has(name)) return;
    text += before;
    names.set(name, { name, module, at: text.length });
    text += `${name}${after}\n`;
  };
  for (const module of modules) {
    const from = `"./${module.path.split("/").at(-1)}"`;
    for (const { name, kind } of module.declared) {
      if (kind === "variable") give(module, name, "export declare const ", `: Value<typeof import(${from}).${name}>;`);
      else give(module, name, `export ${kind === "type" ? "type " : ""}{ `, ` } from ${from};`);
    }
    const { output, textType } = module;
    if (output === undefined) continue;
    const columns = knowledge.results.get(module.cell.id);
    if (columns && !names.has(output)) {
      text += `interface Row_${output} ${resultFields(columns, module.cell.source, knowledge)}\n`;
    }
    const table = columns ? `Table<Row_${output}>` : textType;
    const type = table ?? `Value<typeof import(${from}).${output}>`;
    give(module, output, "export declare const ", `: ${type};`);
  }
  return { text, names };
}
