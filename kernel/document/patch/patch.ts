import { sha256OfText } from "../../values/sha-256.ts";
import type { CellContent } from "../cell.ts";
import { compareVersions } from "../comparison.ts";
import { isSameRecord } from "../matching.ts";
import type { Cell, Notebook } from "../notebook.ts";
import { serializeNotebook } from "../serialize.ts";

/** A value before and after a change; null for an attribute that does not exist. */
export type Replacement<T> = readonly [from: T, to: T];

/** Changed attributes, by name. */
export type AttributeReplacements = Readonly<Record<string, Replacement<string | null>>>;

/** The change of a cell, identified by its id in the base. */
export type CellPatch =
  | {
      readonly type: "changed";
      readonly cell: number;
      readonly kind?: Replacement<string>;
      readonly attributes: AttributeReplacements;
      readonly source?: Replacement<string>;
    }
  /** `after` is the preceding cell, of the base or added earlier; null at the beginning. */
  | { readonly type: "added"; readonly cell: number; readonly after: number | null; readonly content: CellContent }
  | { readonly type: "deleted"; readonly cell: number; readonly content: CellContent };

/** The changes from one version of a notebook to another, as plain data. */
export interface NotebookPatch {
  /** The notebook's name. */
  readonly notebook: string;
  /** SHA-256 of the text of the base. */
  readonly base: string;
  readonly title?: Replacement<string>;
  /** The titles in other languages, by their tags. */
  readonly titles: AttributeReplacements;
  readonly settings: AttributeReplacements;
  readonly cells: readonly CellPatch[];
  /** The order of the cells in the result, if it differs from that of the base. */
  readonly order?: readonly number[];
}

/** The changes from a base to the current notebook. Cell attributes named in `except` are ignored. */
export function findPatch(
  notebook: string,
  base: Notebook,
  now: Notebook,
  except: ReadonlySet<string> = new Set(),
): NotebookPatch {
  const { title, titles, settings, order, cells: rows } = compareVersions(base, base, now);
  const taken = new Set(base.cells.map(({ id }) => id));
  /** The id in the patch of each cell of the result. */
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
    titles: titles.change === "none" ? {} : replacementsOf(base.titles, now.titles, new Set()),
    settings: settings.change === "none" ? {} : replacementsOf(base.attributes, now.attributes, new Set()),
    cells,
    ...(order.change === "none" ? {} : { order: now.cells.map(({ id }) => ids.get(id)!) }),
  };
}

/** Whether the patch changes nothing. */
export function isEmptyPatch({ title, titles, settings, cells, order }: NotebookPatch): boolean {
  const records = Object.keys(settings).length + Object.keys(titles).length;
  return !title && !order && cells.length === 0 && records === 0;
}

function changeOf(from: Cell, to: Cell, except: ReadonlySet<string>): CellPatch | undefined {
  const attributes = replacementsOf(from.attributes, to.attributes, except);
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

function replacementsOf(
  from: Readonly<Record<string, string>>,
  to: Readonly<Record<string, string>>,
  except: ReadonlySet<string>,
): AttributeReplacements {
  if (isSameRecord(from, to)) return {};
  const read = (record: Readonly<Record<string, string>>, name: string) =>
    Object.hasOwn(record, name) ? record[name]! : null;
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter((name) => !except.has(name));
  const replacements = names.map((name): [string, Replacement<string | null>] => [
    name,
    [read(from, name), read(to, name)],
  ]);
  return Object.fromEntries(replacements.filter(([, [before, after]]) => before !== after));
}
