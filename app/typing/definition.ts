import type { CellModule } from "./cell-module.ts";
import { type NotebookName, notebookPath } from "./notebook-module.ts";
import type { NotebookProgram } from "./notebook-program.ts";

export interface CellPlace {
  cell: number;
  offset: number;
}

/** Where the name at an offset is declared, if a cell declares it. */
export function define(notebook: NotebookProgram, module: CellModule, offset: number): CellPlace | null {
  const found = notebook.service.getDefinitionAtPosition(module.path, module.toModule(offset)) ?? [];
  for (const { fileName, textSpan, name } of found) {
    const defined = fileName === notebookPath ? notebook.names.get(name) : undefined;
    if (defined) return placeOf(defined);
    const target = notebook.moduleAt(fileName);
    const range = target?.toCell(textSpan.start, textSpan.length);
    if (target && range) return { cell: target.cell.id, offset: range.from };
  }
  return null;
}

/** Where a name of the notebook is declared; for a value named by an attribute and in an older cell, the beginning of the cell. */
function placeOf({ module, name }: NotebookName): CellPlace {
  if (module.cell.converted) return { cell: module.cell.id, offset: 0 };
  const declared = module.declared.find((each) => each.name === name);
  return { cell: module.cell.id, offset: declared?.from ?? 0 };
}
