import {
  compareVersions,
  type InputValues,
  mergeVersions,
  type Notebook,
  parseNotebook,
} from "../../kernel/document/index.ts";
import { findLink, followLink, packLink, unpackLink } from "../../kernel/document/patch/index.ts";
import type { NotebookDocument } from "../live/notebook-document.ts";

/** The changes that a link made to a notebook of a site. */
export interface AppliedLink {
  readonly inputs: number;
  readonly cells: number;
  /** The values of the inputs. */
  readonly values: InputValues;
  /** The changed cells, which run instead of showing their built output. */
  readonly changed: readonly number[];
}

/** The address of a page with the reader's inputs and all other differences from the published notebook. */
export function linkTo(page: string, name: string, published: string, now: Notebook): string {
  const link = findLink(name, { notebook: parseNotebook(published), text: published }, now, true);
  return `${page.replace(/#.*$/, "")}#with=${packLink(link)}`;
}

/** Applies a link's changes of cells to a notebook. Throws a Fault if the link cannot be read. */
export function applyLink(document: NotebookDocument, packed: string): AppliedLink {
  const before = new Map(document.cells.map((cell) => [cell.id, cell]));
  const { base, theirs, values, inputs, cells } = followLink(document.notebook, unpackLink(packed));
  const comparison = compareVersions(base, document.notebook, theirs);
  document.become(mergeVersions(comparison, theirs, new Map()));
  const changed = document.cells.filter((cell) => before.get(cell.id) !== cell).map(({ id }) => id);
  return { inputs, cells, values, changed };
}
