import type { CellContent } from "../cell.ts";
import { findOperations } from "../merge.ts";
import { findCell, type Notebook, nextCellId } from "../notebook.ts";
import type { Operation } from "../operation.ts";
import { applyOperation } from "../operations.ts";
import type { AttributeReplacements, CellPatch, NotebookPatch } from "./patch.ts";

/** The versions before and after a patch. Parts that the patch does not mention are as in the current notebook. */
export interface Patched {
  readonly base: Notebook;
  readonly theirs: Notebook;
}

/**
 * Reconstructs from a notebook the versions before and after a patch. If the notebook is the patch's base, both are exact; if it
 * has changed since, the parts that the patch names are reverted first, so that a comparison shows who changed what.
 */
export function patchNotebook(now: Notebook, patch: NotebookPatch): Patched {
  const places = new Map<number, number>();
  let base = now;
  if (patch.title) base = perform(base, [{ type: "title", title: patch.title[0] }]);
  base = perform(base, [...titlesOf(patch.titles, 0), ...settingsOf(patch.settings, 0)]);
  for (const change of patch.cells) {
    if (change.type === "added") continue;
    const id = findPlace(now, change);
    if (id !== undefined && !places.has(change.cell)) {
      places.set(change.cell, id);
      const { kind, source, attributes } = contentBefore(base, id, change);
      base = withContent(base, id, { kind, source, attributes });
    } else if (change.type === "deleted" || change.source) {
      // The cell is missing in this notebook, but existed in the base.
      const content = change.type === "deleted" ? change.content : originalContent(change);
      const free = findCell(base, change.cell) ? nextCellId(base) : change.cell;
      const last = base.cells.at(-1)?.id ?? null;
      base = perform(base, [{ type: "insert", after: last, cell: { id: free, ...content } }]);
      places.set(change.cell, free);
    }
  }
  let theirs = base;
  if (patch.title) theirs = perform(theirs, [{ type: "title", title: patch.title[1] }]);
  theirs = perform(theirs, [...titlesOf(patch.titles, 1), ...settingsOf(patch.settings, 1)]);
  for (const change of patch.cells) {
    const id = places.get(change.cell);
    if (change.type === "deleted" && id !== undefined) theirs = perform(theirs, [{ type: "delete", cell: id }]);
    if (change.type === "changed" && id !== undefined)
      theirs = withContent(theirs, id, contentAfter(theirs, id, change));
  }
  for (const change of patch.cells) {
    if (change.type !== "added") continue;
    const free = findCell(theirs, change.cell) || findCell(now, change.cell) ? nextCellId(theirs) : change.cell;
    const wanted = change.after === null ? null : (places.get(change.after) ?? change.after);
    const after = wanted === null || findCell(theirs, wanted) ? wanted : (theirs.cells.at(-1)?.id ?? null);
    theirs = perform(theirs, [{ type: "insert", after, cell: { id: free, ...change.content } }]);
    places.set(change.cell, free);
  }
  return { base, theirs: reorder(theirs, patch.order, places) };
}

/** The cell that a change refers to: the one with the original source, or else the one with the id. */
function findPlace(now: Notebook, change: CellPatch): number | undefined {
  const source = change.type === "changed" ? change.source?.[0] : change.content.source;
  const named = findCell(now, change.cell);
  if (source === undefined || named?.source === source) return named?.id;
  return (now.cells.find((cell) => cell.source === source && source.trim() !== "") ?? named)?.id;
}

type Changed = Extract<CellPatch, { type: "changed" }>;

function contentBefore(notebook: Notebook, id: number, change: CellPatch): Required<CellContent> {
  if (change.type !== "changed") return { attributes: {}, ...change.content };
  return contentAt(notebook, id, change, 0);
}

function contentAfter(notebook: Notebook, id: number, change: Changed): Required<CellContent> {
  return contentAt(notebook, id, change, 1);
}

function contentAt(
  notebook: Notebook,
  id: number,
  { kind, source, attributes }: Changed,
  side: 0 | 1,
): Required<CellContent> {
  const cell = findCell(notebook, id)!;
  const own = new Map(Object.entries(cell.attributes));
  for (const [name, replacement] of Object.entries(attributes)) {
    const value = replacement[side];
    if (value === null) own.delete(name);
    else own.set(name, value);
  }
  return {
    kind: kind?.[side] ?? cell.kind,
    source: source?.[side] ?? cell.source,
    attributes: Object.fromEntries(own),
  };
}

/** The original content of a missing cell, as far as the patch contains it. */
function originalContent({ kind, source, attributes }: Changed): CellContent {
  const known = Object.entries(attributes).flatMap(([name, [from]]) => (from === null ? [] : [[name, from] as const]));
  return { kind: kind?.[0] ?? "js", source: source?.[0] ?? "", attributes: Object.fromEntries(known) };
}

function titlesOf(titles: AttributeReplacements, side: 0 | 1): Operation[] {
  return Object.entries(titles).map(([language, replacement]) => ({
    type: "translated-title",
    language,
    title: replacement[side],
  }));
}

function settingsOf(settings: AttributeReplacements, side: 0 | 1): Operation[] {
  return Object.entries(settings).map(([name, replacement]) => ({ type: "notebook", name, value: replacement[side] }));
}

function withContent(notebook: Notebook, id: number, content: Required<CellContent>): Notebook {
  const cells = notebook.cells.map((cell) => (cell.id === id ? { id, ...content } : cell));
  const { title, titles, attributes } = notebook;
  return perform(notebook, findOperations(notebook, { title, titles, attributes, cells }));
}

/** Moves the cells that the patch names into its order; other cells stay behind their predecessor. */
function reorder(
  notebook: Notebook,
  order: readonly number[] | undefined,
  places: ReadonlyMap<number, number>,
): Notebook {
  if (!order) return notebook;
  const named = order.map((id) => places.get(id) ?? id).filter((id) => findCell(notebook, id));
  let after: number | null = null;
  let result = notebook;
  for (const cell of named) {
    result = perform(result, [{ type: "move", cell, after }]);
    after = cell;
  }
  return result;
}

/** Applies operations; those that refer to missing cells are skipped. */
function perform(notebook: Notebook, operations: readonly Operation[]): Notebook {
  return operations.reduce((current, operation) => {
    const outcome = applyOperation(current, operation);
    return outcome.ok ? outcome.notebook : current;
  }, notebook);
}
