import { findCell, type Json, type Notebook } from "../notebook.ts";
import { type InputValues, isInputOf } from "../values.ts";
import type { NotebookLink } from "./link.ts";
import { type Patched, patchNotebook } from "./patched.ts";
import { readPatch } from "./read-patch.ts";

/** The result of following a link: its changes of cells, and the values that it sets. */
export interface Linked extends Patched {
  readonly values: InputValues;
  /** The number of inputs and of cells that it sets. */
  readonly inputs: number;
  readonly cells: number;
}

/**
 * Follows a link from a notebook. Values are those of inputs that their cells still name, after the link's changes. Throws PatchError
 * if its changes cannot be read.
 */
export function followLink(now: Notebook, { values, patch }: NotebookLink): Linked {
  const read = patch === undefined ? null : readPatch(patch);
  const { base, theirs } = read ? patchNotebook(now, read) : { base: now, theirs: now };
  const known: Record<number, Readonly<Record<string, Json>>> = {};
  let inputs = 0;
  for (const [id, named] of Object.entries(values)) {
    const cell = findCell(theirs, Number(id));
    const own = Object.entries(named).filter(([name]) => cell && isInputOf(cell.source, name));
    if (!cell || own.length === 0) continue;
    known[cell.id] = Object.fromEntries(own);
    inputs += own.length;
  }
  return { base, theirs, values: known, inputs, cells: read?.cells.length ?? 0 };
}
