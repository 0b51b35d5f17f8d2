import { sha256OfText } from "../../values/sha-256.ts";
import type { CellContent } from "../cell.ts";
import { compareVersions } from "../comparison.ts";
import { isSameRecord } from "../matching.ts";
import type { Cell, Notebook } from "../notebook.ts";
import { serializeNotebook } from "../serialize.ts";

/** What something was and what it becomes; null for an attribute that is not there. */
export type Turn<T> = readonly [from: T, to: T];

/** The attributes that are set otherwise, by name. */
export type AttributeTurns = Readonly<Record<string, Turn<string | null>>>;

/** What becomes of a cell, which is named by its id in the base. */
export type CellPatch =
  | {
      readonly type: "changed";
      readonly cell: number;
      readonly kind?: Turn<string>;
      readonly attributes: AttributeTurns;
      readonly source?: Turn<string>;
    }
  /** `after` is the cell that it follows, of the base or added before it; null at the beginning. */
  | { readonly type: "added"; readonly cell: number; readonly after: number | null; readonly content: CellContent }
  | { readonly type: "deleted"; readonly cell: number; readonly content: CellContent };

/** The changes from one version of a notebook to another, as plain data. */
export interface NotebookPatch {
  /** The notebook's name. */
  readonly notebook: string;
  /** SHA-256 of the text of the base. */
  readonly base: string;
  readonly title?: Turn<string>;
  readonly settings: AttributeTurns;
  readonly cells: readonly CellPatch[];
  /** The cells of the result in their order, where it is not that of the base. */
  readonly order?: readonly number[];
}

/** The changes that make of a base what is now there. Attributes of cells that are named in `except` are passed over. */
export function findPatch(
  notebook: string,
  base: Notebook,
  now: Notebook,
  except: ReadonlySet<string> = new Set(),
): NotebookPatch {
  const { title, settings, order, cells: rows } = compareVersions(base, base, now);
  const taken = new Set(base.cells.map(({ id }) => id));
  /** By which id each cell of the result is known here. */
  const ids = new Map<number, number>();
  let next = Math.max(0, ...taken, ...now.cells.map(({ id }) => id)) + 1;
  const rowOf = new Map(rows.flatMap((row) => (row.theirs ? [[row.theirs.id, row] as const] : [])));
  for (const { id } of now.cells) {
    const known = rowOf.get(id)?.base?.id;
    const own = known ?? (taken.has(id) ? next++ : id);
    taken.add(own);
    ids.set(id, own);
  }
  const cells: CellPatch[] = [];
  for (const { base: from, theirs } of rows) {
    if (from && !theirs) cells.push({ type: "deleted", cell: from.id, content: contentOf(from) });
  }
  for (const [place, cell] of now.cells.entries()) {
    const from = rowOf.get(cell.id)?.base;
    if (from) {
      const change = changeOf(from, cell, except);
      if (change) cells.push(change);
      continue;
    }
    const before = now.cells[place - 1];
    const after = before ? ids.get(before.id)! : null;
    cells.push({ type: "added", cell: ids.get(cell.id)!, after, content: contentOf(cell) });
  }
  return {
    notebook,
    base: sha256OfText(serializeNotebook(base)),
    ...(title.change === "none" ? {} : { title: [base.title, now.title] }),
    settings: settings.change === "none" ? {} : turnsOf(base.attributes, now.attributes, new Set()),
    cells,
    ...(order.change === "none" ? {} : { order: now.cells.map(({ id }) => ids.get(id)!) }),
  };
}

/** Whether nothing would change. */
export function isEmptyPatch({ title, settings, cells, order }: NotebookPatch): boolean {
  return !title && !order && cells.length === 0 && Object.keys(settings).length === 0;
}

function changeOf(from: Cell, to: Cell, except: ReadonlySet<string>): CellPatch | undefined {
  const attributes = turnsOf(from.attributes, to.attributes, except);
  const kind = from.kind !== to.kind;
  const source = from.source !== to.source;
  if (!kind && !source && Object.keys(attributes).length === 0) return undefined;
  return {
    type: "changed",
    cell: from.id,
    attributes,
    ...(kind ? { kind: [from.kind, to.kind] } : {}),
    ...(source ? { source: [from.source, to.source] } : {}),
  };
}

function contentOf({ kind, source, attributes }: Cell): CellContent {
  return { kind, source, attributes };
}

function turnsOf(
  from: Readonly<Record<string, string>>,
  to: Readonly<Record<string, string>>,
  except: ReadonlySet<string>,
): AttributeTurns {
  if (isSameRecord(from, to)) return {};
  const read = (record: Readonly<Record<string, string>>, name: string) =>
    Object.hasOwn(record, name) ? record[name]! : null;
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter((name) => !except.has(name));
  const turns = names.map((name): [string, Turn<string | null>] => [name, [read(from, name), read(to, name)]]);
  return Object.fromEntries(turns.filter(([, [before, after]]) => before !== after));
}
