import { type Message, messages } from "../../lib/message/message.ts";
import type { Cell, Notebook } from "./notebook.ts";
import { readValues, valueAttribute } from "./values.ts";

const said = messages("document", {
  newerVersion: {
    en: "This notebook was written by a newer version of Yuheng (format {version}). What is new in it is kept, but has no effect here.",
    zh: "这个笔记本由更新版本的玉衡写成（格式 {version}）。其中的新内容会保留，但在此不起作用。",
  },
  invalidValues: {
    en: "The input values of this cell ({attribute}) are not a JSON object. They are kept, but have no effect.",
    zh: "此单元格的输入值（{attribute}）不是 JSON 对象。内容会保留，但不起作用。",
  },
});

/** The attribute of a notebook with the version of our additions to the format. */
export const formatAttribute = "data-format-version";

/** The version we write. Notebooks without the attribute are Notebook Kit's own. */
export const formatVersion = "1";

/** Our additions to cells in Notebook Kit's format, which ignores them. */
export const cellAdditions = {
  name: "data-name",
  paused: "data-paused",
  folded: "data-folded",
  value: valueAttribute,
} as const;

/** Our additions to the notebook element. */
export const notebookAdditions = { format: formatAttribute, seed: "data-seed" } as const;

/** Finds errors in our additions to a cell. */
export function findCellFaults(cell: Cell): Message[] {
  if (readValues(cell) !== undefined) return [];
  return [said.invalidValues({ attribute: valueAttribute })];
}

/** Finds errors in our additions to a notebook. */
export function findNotebookFaults({ attributes }: Notebook): Message[] {
  const version = Object.hasOwn(attributes, formatAttribute) ? attributes[formatAttribute] : undefined;
  if (version === undefined || !(Number(version) > Number(formatVersion))) return [];
  return [said.newerVersion({ version })];
}
