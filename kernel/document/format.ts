import type { Cell, Notebook } from "./notebook.ts";
import { readValues, valueAttribute } from "./values.ts";

/** The attribute of a notebook that says which version of our own additions it was written with. */
export const formatAttribute = "data-format-version";

/** The version we write. Notebooks without the attribute are Notebook Kit's own. */
export const formatVersion = "1";

/** Our own additions to Notebook Kit's format, all of which it passes over. */
export const cellAdditions = {
  name: "data-name",
  paused: "data-paused",
  folded: "data-folded",
  value: valueAttribute,
} as const;

/** Our own additions to the notebook element. */
export const notebookAdditions = { format: formatAttribute, seed: "data-seed" } as const;

/** What is wrong with our additions to a cell. */
export function findCellFaults(cell: Cell): string[] {
  if (readValues(cell) !== undefined) return [];
  return [
    `The input values of this cell (${valueAttribute}) are not a JSON object. They are kept, but have no effect.`,
  ];
}

/** What is wrong with our additions to a notebook. */
export function findNotebookFaults({ attributes }: Notebook): string[] {
  const version = Object.hasOwn(attributes, formatAttribute) ? attributes[formatAttribute] : undefined;
  if (version === undefined || !(Number(version) > Number(formatVersion))) return [];
  const message = `This notebook was written by a newer version of Yuheng (format ${version}).`;
  return [`${message} What is new in it is kept, but has no effect here.`];
}
