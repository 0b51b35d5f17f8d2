import { compareVersions, mergeVersions, type Notebook, parseNotebook } from "../../kernel/document/index.ts";
import { findLink, followLink, packLink, unpackLink } from "../../kernel/document/patch/index.ts";
import type { NotebookDocument } from "../live/notebook-document.ts";

/** What a link did to a notebook of a site. */
export interface Taken {
  readonly inputs: number;
  readonly cells: number;
  /** Cells that say something else now: they run, and do not show what was built. */
  readonly changed: readonly number[];
}

/** The address of a page with the inputs as they stand, and what else differs from what was published. */
export function linkTo(page: string, name: string, published: string, now: Notebook): string {
  const link = findLink(name, { notebook: parseNotebook(published), text: published }, now, true);
  return `${page.replace(/#.*$/, "")}#with=${packLink(link)}`;
}

/** Makes of a notebook what a link says. Throws, with a sentence, where the link cannot be read. */
export function takeLink(document: NotebookDocument, packed: string): Taken {
  const before = new Map(document.cells.map((cell) => [cell.id, cell]));
  const { base, theirs, inputs, cells } = followLink(document.notebook, unpackLink(packed));
  const comparison = compareVersions(base, document.notebook, theirs);
  document.become(mergeVersions(comparison, theirs, new Map()));
  const changed = document.cells.filter((cell) => before.get(cell.id) !== cell).map(({ id }) => id);
  return { inputs, cells, changed };
}
