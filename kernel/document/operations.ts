import { type Message, messages } from "../../lib/message/message.ts";
import { createCell } from "./cell.ts";
import {
  changeCell,
  changeTag,
  changeTitle,
  changeTranslatedTitle,
  findRefusal,
  invertCell,
  respell,
} from "./changes.ts";
import {
  type Cell,
  findCell,
  isCell,
  type Notebook,
  type NotebookPart,
  nextCellId,
  type TranslatedTitleNode,
} from "./notebook.ts";
import type { NotebookOperation, Operation, OrderOperation, Outcome, Refusal } from "./operation.ts";
import { fromParts, readTitle } from "./parse.ts";
import { isAttributeName } from "./tags.ts";

const texts = messages("document", {
  takenId: {
    en: "There is a cell {id} already.",
    zh: "已有单元格 {id}。",
  },
  invalidId: {
    en: "{id} cannot be the id of a cell: ids are whole numbers from 1.",
    zh: "{id} 不能作为单元格的编号：编号是从 1 开始的整数。",
  },
  notNotebookAttribute: {
    en: "“{name}” is not an attribute that can be set on a notebook.",
    zh: "“{name}”不是可以为笔记本设置的属性。",
  },
  noTitle: {
    en: "The notebook has no title that could be translated.",
    zh: "笔记本没有可供翻译的标题。",
  },
  noLanguage: {
    en: "A translated title needs the tag of its language.",
    zh: "译名需要注明语言标签。",
  },
  noCell: {
    en: "There is no cell {id}; it may have been deleted.",
    zh: "没有单元格 {id}，它可能已被删除。",
  },
  noNeighbour: {
    en: "There is no cell {id} to put a cell after.",
    zh: "没有单元格 {id}，无法放在它之后。",
  },
});

/** A notebook after an operation, and the operation that undoes it. */
export interface Applied {
  readonly notebook: Notebook;
  readonly inverse: Operation;
}

type ApplyOutcome = Outcome<Applied>;

/**
 * Applies an operation to a notebook. Pure: the given notebook is not modified. Applying the inverse to the result restores
 * the notebook to the byte. An operation that cannot be applied is refused with a reason.
 */
export function applyOperation(notebook: Notebook, operation: Operation): ApplyOutcome {
  switch (operation.type) {
    case "insert":
      return insertCell(notebook, operation);
    case "delete":
      return deleteCell(notebook, operation.cell);
    case "move":
      return moveCell(notebook, operation);
    case "translated-title":
      return translateTitle(notebook, operation);
    case "title":
    case "notebook":
      return changeNotebook(notebook, operation);
    default: {
      const cell = findCell(notebook, operation.cell);
      if (!cell) return refuseMissing(operation.cell);
      const refusal = findRefusal(cell, operation);
      if (refusal) return { ok: false, refusal };
      const changed = changeCell(cell, operation);
      const parts = notebook.parts.map((part) => (part === cell ? changed : part));
      return applied(notebook, parts, invertCell(cell, changed, operation));
    }
  }
}

function insertCell(notebook: Notebook, operation: OrderOperation & { type: "insert" }): ApplyOutcome {
  const { id = nextCellId(notebook), ...content } = operation.cell;
  if (findCell(notebook, id)) {
    return refuse("id taken", texts.takenId({ id }));
  }
  if (!Number.isInteger(id) || id < 1) {
    return refuse("id taken", texts.invalidId({ id }));
  }
  const place = findPlace(notebook.parts, operation.after, operation.place);
  if (place === undefined) return refuseNeighbour(operation.after);
  const wanted = { ...content, attributes: content.attributes ?? {} };
  const cell = respell(createCell(id, content, notebook.lineEnd), operation.spelling, wanted);
  return applied(notebook, notebook.parts.toSpliced(place, 0, cell), { type: "delete", cell: id });
}

function deleteCell(notebook: Notebook, id: number): ApplyOutcome {
  const cell = findCell(notebook, id);
  if (!cell) return refuseMissing(id);
  const place = notebook.parts.indexOf(cell);
  const { kind, source, attributes } = cell;
  return applied(notebook, notebook.parts.toSpliced(place, 1), {
    type: "insert",
    after: findBefore(notebook.parts, place),
    cell: { id, kind, source, attributes },
    spelling: cell.markup,
    place,
  });
}

function moveCell(notebook: Notebook, { cell: id, after, place }: OrderOperation & { type: "move" }): ApplyOutcome {
  const cell = findCell(notebook, id);
  if (!cell) return refuseMissing(id);
  const from = notebook.parts.indexOf(cell);
  const inverse: Operation = { type: "move", cell: id, after: findBefore(notebook.parts, from), place: from };
  // After itself is its current position.
  if (after === id) return applied(notebook, notebook.parts, inverse);
  const rest = notebook.parts.toSpliced(from, 1);
  const to = findPlace(rest, after, place);
  if (to === undefined) return refuseNeighbour(after);
  return applied(notebook, rest.toSpliced(to, 0, cell), inverse);
}

function translateTitle(
  notebook: Notebook,
  { language, title, spelling, place }: NotebookOperation & { type: "translated-title" },
): ApplyOutcome {
  const { parts, lineEnd } = notebook;
  if (language.trim() === "") return refuse("not an attribute", texts.noLanguage());
  const at = parts.findIndex((part) => part.type === "translated-title" && part.language === language);
  const node = parts[at] as TranslatedTitleNode | undefined;
  const type = "translated-title";
  const inverse: Operation = node
    ? { type, language, title: readTitle(node.markup), spelling: node.markup, place: at }
    : { type, language, title: null };
  // The first title of a file is its own, whatever its language.
  if (parts.some((part) => part.type === "title" && part.markup === "") && title !== null)
    return refuse("no such neighbour", texts.noTitle());
  if (title === null) return applied(notebook, node ? parts.toSpliced(at, 1) : parts, inverse);
  const changed = changeTranslatedTitle(node, language, title, spelling, lineEnd);
  if (node) return applied(notebook, parts.with(at, changed), inverse);
  const after = 1 + parts.findLastIndex((part) => part.type === "title" || part.type === "translated-title");
  return applied(
    notebook,
    parts.toSpliced(place !== undefined && place <= parts.length ? place : after, 0, changed),
    inverse,
  );
}

function changeNotebook(
  notebook: Notebook,
  operation: Exclude<NotebookOperation, { type: "translated-title" }>,
): ApplyOutcome {
  if (operation.type === "title") {
    let inverse: Operation = { type: "title", title: notebook.title };
    const parts = notebook.parts.map((part) => {
      if (part.type !== "title") return part;
      inverse = { type: "title", title: notebook.title, spelling: part.markup };
      return changeTitle(part, operation, notebook.lineEnd);
    });
    return applied(notebook, parts, inverse);
  }
  const { name } = operation;
  if (!isAttributeName(name)) {
    return refuse("not an attribute", texts.notNotebookAttribute({ name }));
  }
  const value = Object.hasOwn(notebook.attributes, name) ? (notebook.attributes[name] ?? null) : null;
  let inverse: Operation = { type: "notebook", name, value };
  const parts = notebook.parts.map((part): NotebookPart => {
    if (part.type !== "notebook") return part;
    inverse = { type: "notebook", name, value, spelling: part.tag };
    const tag = changeTag(part.tag, operation);
    return tag === part.tag ? part : { ...part, tag };
  });
  return applied(notebook, parts, inverse);
}

function applied(notebook: Notebook, parts: readonly NotebookPart[], inverse: Operation): ApplyOutcome {
  const { problems, lineEnd } = notebook;
  const same = parts.length === notebook.parts.length && parts.every((part, i) => part === notebook.parts[i]);
  if (same) return { ok: true, notebook, inverse };
  return { ok: true, notebook: { ...fromParts(parts, lineEnd), problems }, inverse };
}

/** The id of the cell before an index. */
function findBefore(parts: readonly NotebookPart[], place: number): number | null {
  return parts.slice(0, place).findLast(isCell)?.id ?? null;
}

/**
 * The index among the parts at which to insert a cell after another: next to it, or at the given index if that is between the
 * same cells. At the beginning: before the first cell, or after the title and the notebook's start tag.
 */
function findPlace(parts: readonly NotebookPart[], after: number | null, place: number | undefined) {
  const previous = after === null ? undefined : parts.find((part): part is Cell => isCell(part) && part.id === after);
  if (after !== null && !previous) return undefined;
  const begin = parts.findIndex((part) => part.type === "notebook") + 1;
  if (place !== undefined && place >= begin && place <= parts.length && findBefore(parts, place) === after)
    return place;
  if (previous) return parts.indexOf(previous) + 1;
  const first = parts.findIndex(isCell);
  if (first >= 0) return first;
  const isHead = (part: NotebookPart) => part.type === "notebook" || (part.type === "title" && part.inside);
  return parts.findLastIndex((part) => isHead(part) || (part.type === "translated-title" && parts.some(isHead))) + 1;
}

function refuse(reason: Refusal["reason"], message: Message): ApplyOutcome {
  return { ok: false, refusal: { reason, message } };
}

function refuseMissing(id: number): ApplyOutcome {
  return refuse("no such cell", texts.noCell({ id }));
}

function refuseNeighbour(id: number | null): ApplyOutcome {
  return refuse("no such neighbour", texts.noNeighbour({ id: String(id) }));
}
