import { tableFromIPC } from "apache-arrow";
import type { CellBehind } from "../../session/cell-preview.ts";
import type { Session } from "../../session/contract.ts";
import type { ChartSources } from "./chart-sources.ts";
import { placedColumns } from "./row-places.ts";
import { type RowSource, type RowTable, rowTableOfArrow, rowTableOfRecords } from "./row-table.ts";

/** A table of the notebook that may be drawn, before its rows are looked at. */
export interface OfferedRows {
  readonly source: RowSource;
  readonly title: string;
}

/** The kinds of values of cells that are tables. */
const tableTypes: ReadonlySet<string> = new Set(["Table", "Array"]);

/** The tables in the notebook's files, and the values of its cells that are tables. */
export function offeredRows({ catalogue, values, reports }: Session): OfferedRows[] {
  const own = catalogue.flatMap(({ name, own }): OfferedRows[] =>
    own ? [{ source: { is: "own", name }, title: own.file }] : [],
  );
  const defined = new Set([...reports.values()].flatMap(({ outputs }) => outputs));
  const ofCells = [...values.values()].flatMap(({ name, type }): OfferedRows[] =>
    defined.has(name) && tableTypes.has(type) ? [{ source: { is: "value", name }, title: name }] : [],
  );
  return [...own, ...ofCells];
}

/** The name of the table that a cell defines, if it defines one. */
export function rowsOfCell(session: Session, cell: number | null): OfferedRows | undefined {
  const outputs = (cell === null ? undefined : session.reports.get(cell))?.outputs ?? [];
  return offeredRows(session).find(({ source }) => source.is === "value" && outputs.includes(source.name));
}

/** Looks at the rows and at the countries in them; null if there is nothing to draw. Rejects if they cannot be loaded. */
export async function loadRows(session: Session, sources: ChartSources, rows: OfferedRows): Promise<RowTable | null> {
  const table = await readRows(session, rows);
  if (!table) return null;
  const places = placedColumns(table, sources.countries);
  return { ...table, places, divisorYears: await sources.divisorYears() };
}

async function readRows(session: Session, { source, title }: OfferedRows): Promise<RowTable | null> {
  if (source.is === "own") {
    const table = tableFromIPC(await session.loadDataset(source.name));
    return rowTableOfArrow(source, title, table);
  }
  const values = await session.valuesOf([source.name]);
  return rowTableOfRecords(source, title, values.get(source.name));
}

/**
 * The cells that must run before a chart of a value: the one that defines it, with those that it reads, in the order of the notebook.
 * A preview runs them beside the notebook.
 */
export function cellsBehind(session: Session, name: string): CellBehind[] {
  const { cells, reports } = session;
  const definedBy = new Map(
    [...reports.values()].flatMap(({ id, outputs }) => outputs.map((each) => [each, id] as const)),
  );
  const needed = new Set<number>();
  const waiting = [name];
  while (waiting.length > 0) {
    const id = definedBy.get(waiting.pop()!);
    if (id === undefined || needed.has(id)) continue;
    needed.add(id);
    waiting.push(...(reports.get(id)?.inputs ?? []));
  }
  const behind = cells.filter(({ id }) => needed.has(id));
  return behind.map(({ kind, source, attributes }) => ({ kind, source, attributes }));
}
