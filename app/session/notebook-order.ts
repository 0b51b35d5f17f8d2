import type { NotebookInfo } from "./contract.ts";

/** Notebooks with a place (`data-order`) first, then the others by title. */
export function inOrder(notebooks: readonly NotebookInfo[]): NotebookInfo[] {
  const place = ({ order }: NotebookInfo) => order ?? Number.POSITIVE_INFINITY;
  return notebooks.toSorted((a, b) => (place(a) === place(b) ? a.title.localeCompare(b.title) : place(a) - place(b)));
}
