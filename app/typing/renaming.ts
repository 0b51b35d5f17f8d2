import type ts from "typescript6";
import { isBindingName } from "../../kernel/cell/binding-name.ts";
import { protectedGlobals } from "../../kernel/compile/names.ts";
import type { LanguageAnswers, RenameRefusal } from "../../kernel/services/language.ts";
import type { CellModule } from "./cell-module.ts";
import type { NotebookProgram } from "./notebook-program.ts";

/** A replacement in a cell's source. */
export interface TextEdit {
  from: number;
  to: number;
  insert: string;
}

/** All changes of a renaming: edits of sources, from the last to the first, and an attribute `output`. */
export interface RenamePlan {
  from: string;
  to: string;
  cells: { cell: number; edits: TextEdit[] }[];
  /** The cell whose attribute defines the name. */
  output?: number;
  /** The cell that defines the name, if other cells can read it. */
  definer?: number;
}

const preferences: ts.UserPreferences = { providePrefixAndSuffixTextForRename: true };

/** The name at an offset, if it can be renamed. */
export function findName(notebook: NotebookProgram, module: CellModule, offset: number): LanguageAnswers["find-name"] {
  const info = notebook.service.getRenameInfo(module.path, module.toModule(offset), {});
  if (!info.canRename) return null;
  const range = module.toCell(info.triggerSpan.start, info.triggerSpan.length);
  return range ? { ...range, name: module.cell.source.slice(range.from, range.to) } : null;
}

/** The changes in all cells by which the name at an offset is renamed, or the reason why it cannot be renamed. */
export function planRename(
  notebook: NotebookProgram,
  module: CellModule,
  offset: number,
  to: string,
): RenamePlan | RenameRefusal {
  const found = findName(notebook, module, offset);
  if (!found || found.name === to) return { refused: "nothing" };
  if (!isBindingName(to) || protectedGlobals.has(to)) return { refused: "not a name" };
  const at = module.toModule(offset);
  const near = locate(notebook, module, at);
  const { name } = found;
  const shared = isShared(module, name, near);
  const info = notebook.service.getRenameInfo(module.path, at, {});
  const isProperty = info.canRename && /property|method|accessor|getter|setter/.test(info.kind);
  if (shared && notebook.names.has(to)) return { refused: "taken", cell: notebook.names.get(to)!.module.cell.id };
  const edits = new Map<CellModule, Map<number, TextEdit>>();
  for (const location of shared ? everywhere(notebook, name) : near) {
    const target = notebook.moduleAt(location.fileName);
    if (!target) return { refused: "library" };
    const { start, length } = location.textSpan;
    if (start < target.lead) continue;
    // The text of an older cell is not the one that is known here.
    if (target.cell.converted) return { refused: "older", cell: target.cell.id };
    const range = target.toCell(start, length);
    if (!range) continue;
    const insert = `${location.prefixText ?? ""}${to}${location.suffixText ?? ""}`;
    edits.set(target, (edits.get(target) ?? new Map()).set(range.from, { ...range, insert }));
  }
  const clash = isProperty ? undefined : [...edits.keys()].find(({ words }) => words.has(to));
  if (clash) return { refused: "clash", cell: clash.cell.id };
  const definer = shared ? notebook.names.get(name)?.module : undefined;
  if (edits.size === 0 && definer?.output !== name) return { refused: "library" };
  return {
    from: name,
    to,
    cells: Array.from(edits, ([{ cell }, list]) => ({
      cell: cell.id,
      edits: [...list.values()].sort((a, b) => b.from - a.from),
    })),
    ...(definer?.output === name ? { output: definer.cell.id } : {}),
    ...(definer ? { definer: definer.cell.id } : {}),
  };
}

/** Whether the name at these locations is shared between cells. */
function isShared(module: CellModule, name: string, near: readonly ts.RenameLocation[]): boolean {
  const imported = module.imports.get(name);
  const places = new Set(near.filter(({ fileName }) => fileName === module.path).map(({ textSpan }) => textSpan.start));
  if (imported !== undefined && places.has(imported)) return true;
  return module.declared.some((each) => each.name === name && places.has(module.toModule(each.from)));
}

/** All locations of a name of the notebook: in each cell, those found from its import or declaration. */
function everywhere(notebook: NotebookProgram, name: string): ts.RenameLocation[] {
  const found: ts.RenameLocation[] = [];
  for (const module of notebook.modules) {
    const imported = module.imports.get(name);
    const anchors = imported === undefined ? [] : [imported];
    for (const each of module.declared) if (each.name === name) anchors.push(module.toModule(each.from));
    for (const anchor of anchors) {
      found.push(...locate(notebook, module, anchor).filter(({ fileName }) => fileName === module.path));
    }
  }
  return found;
}

function locate({ service }: NotebookProgram, { path }: CellModule, at: number): readonly ts.RenameLocation[] {
  return service.findRenameLocations(path, at, false, false, preferences) ?? [];
}
