import type { NotebookInfo } from "./contract.ts";

/** Those first that say their place (`data-order`), then the others by title. */
export function inOrder(notebooks: readonly NotebookInfo[]): NotebookInfo[] {
  const place = ({ order }: NotebookInfo) => order ?? Number.POSITIVE_INFINITY;
  return notebooks.toSorted((a, b) => (place(a) === place(b) ? a.title.localeCompare(b.title) : place(a) - place(b)));
}
