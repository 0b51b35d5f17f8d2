import { type CellContent, isCellAttribute } from "./cell.ts";
import { arrangeRows, type Choice, type Comparison, preselect, type Row } from "./comparison.ts";
import { isSameRecord } from "./matching.ts";
import { type Cell, type Notebook, nextCellId } from "./notebook.ts";
import type { Operation } from "./operation.ts";
import { isAttributeName } from "./tags.ts";

/** The desired state of a notebook. Cells with an id exist already; the others are new. */
export interface DesiredNotebook {
  readonly title: string;
  /** The titles in other languages, by their tags. */
  readonly titles: Readonly<Record<string, string>>;
  readonly attributes: Readonly<Record<string, string>>;
  readonly cells: readonly (CellContent & { readonly id?: number })[];
}

/** The result of choices, by the keys of their rows. Other rows are as preselected, and in a conflict both. */
export function mergeVersions(
  comparison: Comparison,
  theirs: Notebook,
  choices: ReadonlyMap<string, Choice>,
): DesiredNotebook {
  const choose = (row: Row<unknown>) => choices.get(row.key) ?? preselect(row) ?? "both";
  const { title, titles, settings, order, cells, notebook } = comparison;
  const rows = arrangeRows(cells, notebook, theirs, choose(order) === "theirs" ? "theirs" : "mine");
  const chooseRecord = ({ mine = {}, theirs = {}, ...row }: Row<Readonly<Record<string, string>>>) =>
    ({ mine, theirs, both: { ...theirs, ...mine } })[choose({ mine, theirs, ...row })];
  return {
    title: (choose(title) === "theirs" ? title.theirs : title.mine) ?? "",
    titles: chooseRecord(titles),
    attributes: chooseRecord(settings),
    cells: rows.flatMap((row) => chooseCells(row, choose(row))),
  };
}

function chooseCells({ mine, theirs, change }: Row<Cell>, choice: Choice): DesiredNotebook["cells"] {
  if (choice === "mine" || change === "none") return mine ? [mine] : [];
  if (choice === "theirs") {
    if (!theirs) return [];
    const { kind, source, attributes } = theirs;
    return [{ ...(mine ? { id: mine.id } : {}), kind, source, attributes }];
  }
  const other = theirs && { kind: theirs.kind, source: theirs.source, attributes: theirs.attributes };
  return [mine, other].filter((cell) => cell !== undefined);
}

/** The operations that bring a notebook to the desired state. New cells get ids from `free` on. */
export function findOperations(notebook: Notebook, wanted: DesiredNotebook, free = nextCellId(notebook)): Operation[] {
  const operations: Operation[] = [];
  if (wanted.title !== notebook.title) operations.push({ type: "title", title: wanted.title });
  for (const [language, title] of findChanges(notebook.titles, wanted.titles)) {
    operations.push({ type: "translated-title", language, title });
  }
  for (const [name, value] of findChanges(notebook.attributes, wanted.attributes)) {
    if (isAttributeName(name)) operations.push({ type: "notebook", name, value });
  }
  const kept = new Set(wanted.cells.map(({ id }) => id));
  const order = notebook.cells.filter(({ id }) => kept.has(id)).map(({ id }) => id);
  for (const { id } of notebook.cells) if (!kept.has(id)) operations.push({ type: "delete", cell: id });
  let next = Math.max(free, nextCellId(notebook));
  let after: number | null = null;
  for (const [place, { id, kind, source, attributes = {} }] of wanted.cells.entries()) {
    const cell = notebook.cells.find((each) => each.id === id);
    if (!cell) {
      operations.push({ type: "insert", after, cell: { id: next, kind, source, attributes } });
      order.splice(place, 0, next);
      after = next++;
      continue;
    }
    operations.push(...findCellOperations(cell, { kind, source, attributes }));
    if (order[place] !== cell.id) {
      operations.push({ type: "move", cell: cell.id, after });
      order.splice(order.indexOf(cell.id), 1);
      order.splice(place, 0, cell.id);
    }
    after = cell.id;
  }
  return operations;
}

function findCellOperations({ id: cell, kind, source, attributes }: Cell, wanted: CellContent): Operation[] {
  const operations: Operation[] = [];
  if (wanted.kind !== kind) operations.push({ type: "kind", cell, kind: wanted.kind });
  if (wanted.source !== source) operations.push({ type: "source", cell, source: wanted.source });
  for (const [name, value] of findChanges(attributes, wanted.attributes ?? {})) {
    if (isCellAttribute(name)) operations.push({ type: "attribute", cell, name, value });
  }
  return operations;
}

function findChanges(
  from: Readonly<Record<string, string>>,
  to: Readonly<Record<string, string>>,
): [string, string | null][] {
  if (isSameRecord(from, to)) return [];
  const gone = Object.keys(from).filter((name) => !Object.hasOwn(to, name));
  const set = Object.entries(to).filter(([name, value]) => !Object.hasOwn(from, name) || from[name] !== value);
  return [...gone.map((name): [string, null] => [name, null]), ...set];
}
