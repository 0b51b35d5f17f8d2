import { Fault } from "../message/fault.ts";
import { messages } from "../message/message.ts";
import { someOf } from "../message/some-of.ts";
import { nearestName } from "../tool/nearest-name.ts";
import type { Part } from "../tool/part.ts";
import type { DatasetColumns, Read } from "../tool/read.ts";
import { type Cell, type CellType, typeOfCells } from "./cell.ts";
import { type ColumnUnit, readColumnUnit } from "./column-unit.ts";
import { DataError } from "./data-error.ts";

const texts = messages("data", {
  noColumn: {
    en: "The dataset {dataset} has no column `{column}`. It has {columns}.",
    zh: "数据集 {dataset} 没有列 `{column}`。它有 {columns}。",
  },
  noColumnNear: {
    en: "The dataset {dataset} has no column `{column}`. Did you mean `{near}`? It has {columns}.",
    zh: "数据集 {dataset} 没有列 `{column}`。您是不是要用 `{near}`？它有 {columns}。",
  },
});

/** Cells of each column of a dataset, read once: a slider asks the same dataset again and again. */
const readCells = new WeakMap<DatasetColumns, Map<string, ArrayLike<Cell>>>();

/** A dataset that a query reads. */
export class DatasetTable {
  readonly name: string;
  readonly columns: DatasetColumns;

  constructor(name: string, columns: DatasetColumns) {
    this.name = name;
    this.columns = columns;
  }

  /**
   * Opens a dataset; `part` states the rows on which the result depends. Throws DataError if there is no such dataset, or if it
   * cannot be read.
   */
  static async open(name: string, part: Part, read: Read, field: string): Promise<DatasetTable> {
    try {
      return new DatasetTable(name, await read(name, part));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      // The part may name a column that does not exist: then the dataset can be read, and the condition is refused with its field.
      const whole = await read(name).catch(() => undefined);
      if (!whole) throw new DataError(field, error.said);
      return new DatasetTable(name, whole);
    }
  }

  get rows(): number {
    return this.columns.rows;
  }

  get names(): readonly string[] {
    return this.columns.names;
  }

  /** The cells of a column by row. The column exists. */
  cells(column: string): ArrayLike<Cell> {
    const known = readCells.get(this.columns) ?? new Map<string, ArrayLike<Cell>>();
    readCells.set(this.columns, known);
    const cells = known.get(column) ?? plainCells(this.columns.texts(column) as ArrayLike<unknown>);
    known.set(column, cells);
    return cells;
  }

  type(column: string): CellType | undefined {
    return typeOfCells(this.cells(column));
  }

  unit(column: string): ColumnUnit {
    return readColumnUnit(this.columns.unit(column), this.names);
  }

  /** Throws a DataError that names the columns, with the nearest, if there is none of this name. */
  mustHave(column: string, field: string): void {
    if (!this.columns.has(column)) throw noColumn(this.name, column, this.names, field);
  }
}

/** The error about a column that none of these are. */
export function noColumn(dataset: string, column: string, names: readonly string[], field: string): DataError {
  const near = nearestName(column, names);
  const columns = someOf(names);
  return new DataError(
    field,
    near === undefined
      ? texts.noColumn({ dataset, column, columns })
      : texts.noColumnNear({ dataset, column, near, columns }),
  );
}

/** Attached tables may have whole numbers as bigint, dates, and numbers that are none. */
function plainCells(values: ArrayLike<unknown>): ArrayLike<Cell> {
  if (values instanceof Int16Array || values instanceof Int32Array) return values;
  return Array.from(values, plainCell);
}

function plainCell(value: unknown): Cell {
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return Number(value);
  return value instanceof Date ? value.toISOString() : String(value);
}
