import { isArrowTable } from "../../values/column.ts";
import { type DrawnMark, type DrawnState, drawnMarks } from "./drawn-marks.ts";
import { columnsOfMark, type FigureColumn, type FigureTable, isDimension } from "./figure-column.ts";
import { givenNames, type NamesOfScales } from "./given-names.ts";
import { givenTable } from "./given-table.ts";

/** Marks that only show what others do: axes, grids, labels, the outline of a map. */
const decoration = /axis|grid|^(?:tip|frame|sphere|graticule|crosshair)$/;
const annotation = /^(?:text|rule)$/;

/** Most rows that are put together; a figure of more could not be read. */
const MAX_ROWS = 1_000_000;

/** What identifies a row among several marks: the record itself, or its place in a list of values or in an Arrow table. */
type RowKey = unknown;

class Component implements FigureTable {
  readonly columns: FigureColumn[] = [];
  readonly #rows = new Map<RowKey, number>();
  /** Whether only annotations have been added. */
  annotates = true;

  get rows(): number {
    return this.#rows.size;
  }

  rowOf(key: RowKey): number | undefined {
    return this.#rows.get(key);
  }

  add(drawn: DrawnMark, state: DrawnState, keys: ReadonlyMap<number, RowKey>, names: NamesOfScales): void {
    this.annotates &&= annotation.test(drawn.mark.ariaLabel ?? "");
    for (const key of keys.values()) if (!this.#rows.has(key)) this.#rows.set(key, this.#rows.size);
    for (const column of columnsOfMark(state, drawn.scales, names)) {
      const values = new Array<unknown>(this.#rows.size).fill(null);
      for (const [row, key] of keys) values[this.#rows.get(key)!] = column.at(row) ?? null;
      const { name, field, unit, scale } = column;
      const same = this.columns.find(
        (each) => each.scale === scale && (field !== "" ? each.field === field : hasSameValues(each.values, values)),
      );
      if (!same) this.columns.push({ name, field, unit, scale, values });
      else for (const [row, value] of values.entries()) same.values[row] ??= value;
    }
    this.columns.sort((a, b) => Number(measures(a)) - Number(measures(b)));
    for (const { values } of this.columns) while (values.length < this.#rows.size) values.push(null);
  }
}

/** Which component a row belongs to; a key is in one only. */
interface Components {
  readonly all: readonly Component[];
  keyOf(data: unknown, row: number): RowKey;
  find(key: RowKey): Component | undefined;
}

const made = new WeakMap<Element, Components>();

/** The tables behind a plot, the one that says most first. Marks that share their rows share a table. */
export function tablesOf(svg: Element): FigureTable[] {
  const given = givenTable(svg);
  if (given) return [given];
  const { all } = componentsOf(svg);
  const full = all.filter(({ rows, columns }) => rows > 0 && columns.length > 0);
  const telling = full.filter(({ annotates }) => !annotates);
  return (telling.length > 0 ? telling : full)
    .filter((table, i, tables) => tables.findIndex((other) => isSameTable(other, table)) === i)
    .toSorted((a, b) => b.columns.length * b.rows - a.columns.length * a.rows);
}

/** Whether there is a table behind a picture, found without making it. */
export function hasTable(picture: Element): boolean {
  if (givenTable(picture)) return true;
  return drawnMarks(picture).some((drawn) => {
    if (decoration.test(drawn.mark.ariaLabel ?? "")) return false;
    const state = drawn.state();
    return rowsOf(drawn, state).length > 0 && columnsOfMark(state, drawn.scales, givenNames(picture)).length > 0;
  });
}

/** The table that has a row of a mark's data, and the row's place in it. */
export function findRow(svg: Element, data: unknown, row: number): { table: FigureTable; row: number } | undefined {
  const components = componentsOf(svg);
  const key = components.keyOf(data, row);
  const table = components.find(key);
  const place = table?.rowOf(key);
  return table && place !== undefined ? { table, row: place } : undefined;
}

function componentsOf(svg: Element): Components {
  const known = made.get(svg);
  if (known) return known;
  const all: Component[] = [];
  const ids = new Map<unknown, number>();
  const names = givenNames(svg);
  const keyOf = (data: unknown, row: number): RowKey => {
    const datum = isArrowTable(data) ? undefined : (data as ArrayLike<unknown> | null)?.[row];
    if (typeof datum === "object" && datum !== null) return datum;
    if (!ids.has(data)) ids.set(data, ids.size);
    return `${ids.get(data)}:${row}`;
  };
  const find = (key: RowKey) => all.find((component) => component.rowOf(key) !== undefined);
  // Text beside a mark repeats its values, so it is added last.
  const marks = drawnMarks(svg).filter(({ mark }) => !decoration.test(mark.ariaLabel ?? ""));
  const isNote = ({ mark }: DrawnMark) => annotation.test(mark.ariaLabel ?? "");
  for (const drawn of [...marks.filter((each) => !isNote(each)), ...marks.filter(isNote)]) {
    const state = drawn.state();
    const keys = new Map(rowsOf(drawn, state).map((row) => [row, keyOf(state.data, row)]));
    if (keys.size === 0) continue;
    const [first] = keys.values();
    const component = find(first) ?? new Component();
    if (component.rows > 0 && isNote(drawn)) continue;
    if (component.rows === 0) all.push(component);
    component.add(drawn, state, keys, names);
  }
  const components = { all, keyOf, find };
  made.set(svg, components);
  return components;
}

function measures(column: FigureColumn): boolean {
  return !isDimension(
    column.values.find((value) => value !== null),
    column,
  );
}

/** The rows that a mark drew, in order. */
function rowsOf({ mark }: DrawnMark, { data, facets, channels, values }: DrawnState): number[] {
  if (data === null || data === undefined || !facets) return [];
  const rows = new Set<number>();
  // The state of a mark also has the channels of its facets, which have no values in pixels and filter nothing.
  const drawn = Object.fromEntries(Object.entries(channels).filter(([name]) => name in values));
  for (const facet of facets) {
    for (const row of Array.from(mark.filter(Array.from(facet), drawn, values))) {
      if (rows.size < MAX_ROWS) rows.add(row);
    }
  }
  return [...rows].sort((a, b) => a - b);
}

function hasSameValues(a: readonly unknown[], b: readonly unknown[]): boolean {
  return b.every((value, i) => value === null || Object.is(value, a[i])) && b.some((value) => value !== null);
}

function isSameTable(a: FigureTable, b: FigureTable): boolean {
  return (
    a === b ||
    (a.rows === b.rows &&
      a.columns.length === b.columns.length &&
      a.columns.every(
        ({ name, values }, i) =>
          JSON.stringify(name) === JSON.stringify(b.columns[i]!.name) && hasSameValues(values, b.columns[i]!.values),
      ))
  );
}
