import { findCell, type Notebook } from "../notebook.ts";
import { applyOperation } from "../operations.ts";
import type { NotebookLink } from "./link.ts";
import { type Patched, patchNotebook } from "./patched.ts";
import { readPatch } from "./read-patch.ts";

/** The result of following a link, with the number of inputs and cells it sets. */
export interface Linked extends Patched {
  readonly inputs: number;
  readonly cells: number;
}

/**
 * Applies a link to a notebook. Values are set in cells that still name their inputs, and take precedence: whoever opens a link
 * wants to see its state. Throws PatchError if its changes cannot be read.
 */
export function followLink(now: Notebook, { values, patch }: NotebookLink): Linked {
  const read = patch === undefined ? null : readPatch(patch);
  const { base, theirs } = read ? patchNotebook(now, read) : { base: now, theirs: now };
  let result = theirs;
  let inputs = 0;
  for (const [id, named] of Object.entries(values)) {
    for (const [name, value] of Object.entries(named)) {
      const cell = findCell(result, Number(id));
      // An input without a name is identified by its position.
      if (!cell || !isNamed(cell.source, /^view \d+$/.test(name) ? "view" : name)) continue;
      const outcome = applyOperation(result, { type: "value", cell: cell.id, name, value });
      if (!outcome.ok) continue;
      result = outcome.notebook;
      ++inputs;
    }
  }
  return { base, theirs: result, inputs, cells: read?.cells.length ?? 0 };
}

function isNamed(source: string, name: string): boolean {
  return source.split(/[^\p{ID_Continue}$]+/u).includes(name);
}
