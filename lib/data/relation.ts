import type { Cell, CellType } from "./cell.ts";
import { columnIndex } from "./column-index.ts";
import type { ColumnUnit } from "./column-unit.ts";
import { type DatasetTable, noColumn } from "./dataset-table.ts";

/** A column of a relation: where its cells come from. */
interface Origin {
  /** Of the tables, by place. */
  readonly side: number;
  readonly column: string;
}

/** One dataset of a relation: for each row of the relation the row of the dataset, or −1 where it has none. */
export interface Side {
  readonly table: DatasetTable;
  readonly rows: Int32Array;
}

/** Rows of a dataset, with those of the datasets joined to it. No row exists as an object: cells are read from the columns. */
export class Relation {
  readonly sides: readonly Side[];
  readonly #origins: ReadonlyMap<string, Origin>;
  readonly #gathered = new Map<string, readonly Cell[]>();

  private constructor(sides: readonly Side[], origins: ReadonlyMap<string, Origin>) {
    this.sides = sides;
    this.#origins = origins;
  }

  /** Rows of one dataset. */
  static of(table: DatasetTable, rows: Int32Array): Relation {
    return new Relation([{ table, rows }], new Map(table.names.map((column) => [column, { side: 0, column }])));
  }

  /** The same with one more dataset; `columns` are its columns by their names here. Rows without a match may be dropped. */
  with(side: Side, columns: ReadonlyMap<string, string>, drop: boolean): Relation {
    const at = this.sides.length;
    const origins = new Map(this.#origins);
    for (const [name, column] of columns) origins.set(name, { side: at, column });
    const sides = [...this.sides, side];
    if (!drop) return new Relation(sides, origins);
    const kept = side.rows.reduce<number[]>((list, row, i) => {
      if (row >= 0) list.push(i);
      return list;
    }, []);
    return new Relation(
      sides.map(({ table, rows }) => ({ table, rows: Int32Array.from(kept, (i) => rows[i]!) })),
      origins,
    );
  }

  get dataset(): string {
    return this.sides[0]!.table.name;
  }

  get length(): number {
    return this.sides[0]!.rows.length;
  }

  get names(): readonly string[] {
    return [...this.#origins.keys()];
  }

  has(name: string): boolean {
    return this.#origins.has(name);
  }

  /** The cells of a column by row. */
  cells(name: string): readonly Cell[] {
    const known = this.#gathered.get(name);
    if (known) return known;
    const { side, column } = this.#origins.get(name)!;
    const cells = this.#gather(side, column);
    this.#gathered.set(name, cells);
    return cells;
  }

  /** For each row the number of its cell among the distinct cells of a column, below `count`. */
  codes(name: string): { readonly codes: Int32Array; readonly count: number } {
    const { side, column } = this.#origins.get(name)!;
    const { table, rows } = this.sides[side]!;
    const { distinct, codes } = columnIndex(table, column);
    // A row without a match is missing there, as a cell may be.
    const missing = distinct.indexOf(null);
    const none = missing < 0 ? distinct.length : missing;
    return { codes: rows.map((row) => (row < 0 ? none : codes[row]!)), count: distinct.length + 1 };
  }

  type(name: string): CellType | undefined {
    const { side, column } = this.#origins.get(name)!;
    return this.sides[side]!.table.type(column);
  }

  unit(name: string): ColumnUnit {
    const { side, column } = this.#origins.get(name)!;
    return this.sides[side]!.table.unit(column);
  }

  /** The unit of a column in each row, if rows have units of their own; missing where it is not said. */
  unitsByRow(name: string): readonly (string | null)[] | undefined {
    const unit = this.unit(name);
    if (typeof unit === "string") return undefined;
    const written = new Map<Cell, string | null>([[null, null]]);
    return this.#gather(this.#origins.get(name)!.side, unit.column).map((cell) => {
      const known = written.get(cell);
      if (known !== undefined) return known;
      const text = unit.unitOf(String(cell));
      written.set(cell, text);
      return text;
    });
  }

  /** Throws a DataError that names the columns, with the nearest, if there is none of this name. */
  mustHave(name: string, field: string): void {
    if (!this.has(name)) throw noColumn(this.dataset, name, this.names, field);
  }

  #gather(side: number, column: string): Cell[] {
    const { table, rows } = this.sides[side]!;
    const cells = table.cells(column);
    const gathered = new Array<Cell>(rows.length);
    for (let i = 0; i < rows.length; i++) gathered[i] = rows[i]! < 0 ? null : cells[rows[i]!]!;
    return gathered;
  }
}
