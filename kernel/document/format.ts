import { type Message, messages } from "../../lib/message/message.ts";
import type { Cell, Notebook } from "./notebook.ts";
import { languageOf } from "./translations.ts";
import { readValues, valueAttribute } from "./values.ts";

const texts = messages("document", {
  newerVersion: {
    en: "This notebook was written by a newer version of Yuheng (format {version}). What is new in it is kept, but has no effect here.",
    zh: "这个笔记本由更新版本的玉衡写成（格式 {version}）。其中的新内容会保留，但在此不起作用。",
  },
  invalidLanguage: {
    en: "“{tag}” is not a language tag such as `en` or `zh-CN`. The text is shown to readers of every language that has no translation of its own.",
    zh: "“{tag}”不是 `en`、`zh-CN` 这样的语言标签。没有对应译文的读者都会看到这段文字。",
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
  const faults: Message[] = [];
  if (readValues(cell) === undefined) faults.push(texts.invalidValues({ attribute: valueAttribute }));
  const tag = languageOf(cell);
  if (tag !== undefined && !isLanguageTag(tag)) faults.push(texts.invalidLanguage({ tag }));
  return faults;
}

/** Whether a text has the form of a language tag of BCP 47. */
function isLanguageTag(tag: string): boolean {
  return /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(tag);
}

/** Finds errors in our additions to a notebook. */
export function findNotebookFaults({ attributes }: Notebook): Message[] {
  const version = Object.hasOwn(attributes, formatAttribute) ? attributes[formatAttribute] : undefined;
  if (version === undefined || !(Number(version) > Number(formatVersion))) return [];
  return [texts.newerVersion({ version })];
}
