import { messages } from "../../lib/message/message.ts";
import { isCellAttribute, readCell, withAttribute, withKind, withSource } from "./cell.ts";
import { encodeTitle } from "./entities.ts";
import { isSameRecord } from "./matching.ts";
import type { Cell, CellMarkup, TitleNode, TranslatedTitleNode } from "./notebook.ts";
import type { CellOperation, NotebookOperation, Refusal, Spelling } from "./operation.ts";
import { readTitle, splitTitle } from "./parse.ts";
import { patchAttribute, readAttributes, renderAttribute } from "./tags.ts";
import { readValues, valueAttribute, writeValue } from "./values.ts";

const texts = messages("document", {
  outsideSource: {
    en: "The source of cell {id} has {count} characters; {from} to {to} is not a part of it.",
    zh: "单元格 {id} 的源代码共 {count} 个字符，不含第 {from} 至 {to} 个字符这一段。",
  },
  notCellAttribute: {
    en: "“{name}” is not an attribute that can be set on a cell.",
    zh: "“{name}”不是可以为单元格设置的属性。",
  },
});

/** Why an operation cannot be applied to a cell; undefined if it can. */
export function findRefusal(cell: Cell, operation: CellOperation): Refusal | undefined {
  if (operation.type === "splice") {
    const { from, to } = operation;
    if (Number.isInteger(from) && Number.isInteger(to) && 0 <= from && from <= to && to <= cell.source.length) return;
    const message = texts.outsideSource({ id: cell.id, count: cell.source.length, from, to });
    return { reason: "outside of the source", message };
  }
  if (operation.type === "attribute" && !isCellAttribute(operation.name)) {
    return {
      reason: "not an attribute",
      message: texts.notCellAttribute({ name: operation.name }),
    };
  }
  return undefined;
}

/** Applies an operation that was not refused. */
export function changeCell(cell: Cell, operation: CellOperation): Cell {
  return respell(change(cell, operation), operation.spelling);
}

function change(cell: Cell, operation: CellOperation): Cell {
  switch (operation.type) {
    case "source":
      return withSource(cell, operation.source);
    case "splice": {
      const { from, to, insert } = operation;
      return withSource(cell, cell.source.slice(0, from) + insert + cell.source.slice(to));
    }
    case "kind":
      return withKind(cell, operation.kind);
    case "attribute":
      return withAttribute(cell, operation.name, operation.value);
    case "value":
      return withAttribute(cell, valueAttribute, writeValue(cell, operation.name, operation.value));
  }
}

/** The operation that restores the original cell to the byte. */
export function invertCell(before: Cell, after: Cell, operation: CellOperation): CellOperation {
  const inverse = invert(before, after, operation);
  const spelling = findSpelling(before.markup, changeCell(after, inverse).markup);
  return spelling ? { ...inverse, spelling } : inverse;
}

function invert(before: Cell, after: Cell, operation: CellOperation): CellOperation {
  const { id: cell } = before;
  switch (operation.type) {
    case "source":
    case "splice":
      return { type: "splice", cell, ...findSplice(after.source, before.source) };
    case "kind":
      return { type: "kind", cell, kind: before.kind };
    case "attribute":
      return { type: "attribute", cell, name: operation.name, value: findOwn(before.attributes, operation.name) };
    case "value": {
      const values = readValues(before);
      if (!values) {
        return { type: "attribute", cell, name: valueAttribute, value: findOwn(before.attributes, valueAttribute) };
      }
      const { name } = operation;
      return Object.hasOwn(values, name)
        ? { type: "value", cell, name, value: values[name]! }
        : { type: "value", cell, name };
    }
  }
}

/** The smallest splice that turns one text into another. */
function findSplice(from: string, to: string): { from: number; to: number; insert: string } {
  const most = Math.min(from.length, to.length);
  let start = 0;
  while (start < most && from[start] === to[start]) ++start;
  let same = 0;
  while (same < most - start && from.at(-same - 1) === to.at(-same - 1)) ++same;
  return { from: start, to: from.length - same, insert: to.slice(start, to.length - same) };
}

/** The cell with a previous spelling, if that still has the wanted content. */
export function respell(
  cell: Cell,
  spelling: Spelling | undefined,
  { source, kind, attributes }: Pick<Cell, "source" | "kind" | "attributes"> = cell,
): Cell {
  if (!spelling) return cell;
  const spelled = readCell(cell.id, { ...cell.markup, ...spelling });
  return spelled.source === source && spelled.kind === kind && isSameRecord(spelled.attributes, attributes)
    ? spelled
    : cell;
}

function findSpelling(wanted: CellMarkup, found: CellMarkup): Spelling | undefined {
  const spelling: { -readonly [K in keyof Spelling]: Spelling[K] } = {};
  for (const key of ["lead", "open", "body", "close"] as const) {
    if (wanted[key] !== found[key]) spelling[key] = wanted[key];
  }
  return Object.keys(spelling).length > 0 ? spelling : undefined;
}

/** The title element with another title. */
export function changeTitle(
  node: TitleNode,
  { title, spelling }: NotebookOperation & { type: "title" },
  lineEnd: string,
) {
  if (spelling !== undefined && (spelling === "" || readTitle(spelling) === title))
    return { ...node, markup: spelling };
  if (node.markup !== "" && readTitle(node.markup) === title) return node;
  if (node.markup === "") return { ...node, markup: `${lineEnd}  <title>${encodeTitle(title)}</title>` };
  const { open, close } = splitTitle(node.markup);
  return { ...node, markup: open + encodeTitle(title) + close };
}

/** The element of a title in another language, new or with another title. */
export function changeTranslatedTitle(
  node: TranslatedTitleNode | undefined,
  language: string,
  title: string,
  spelling: string | undefined,
  lineEnd: string,
): TranslatedTitleNode {
  if (spelling !== undefined && readTitle(spelling) === title)
    return { type: "translated-title", language, markup: spelling };
  if (!node) {
    const open = ["<title", renderAttribute("lang", language)].join(" ");
    return { type: "translated-title", language, markup: `${lineEnd}  ${open}>${encodeTitle(title)}</title>` };
  }
  if (readTitle(node.markup) === title) return node;
  const { open, close } = splitTitle(node.markup);
  return { ...node, markup: open + encodeTitle(title) + close };
}

/** The notebook's start tag with an attribute set or removed. */
export function changeTag(tag: string, { name, value, spelling }: NotebookOperation & { type: "notebook" }): string {
  const changed = tag === "" && value === null ? "" : patchAttribute(tag || "<notebook>", name, value);
  if (spelling === undefined) return changed;
  return isSameRecord(readAttributes(spelling), readAttributes(changed)) ? spelling : changed;
}

function findOwn(record: Readonly<Record<string, string>>, name: string): string | null {
  return Object.hasOwn(record, name) ? (record[name] ?? null) : null;
}
