import { messages } from "../message/message.ts";
import { QuantityError } from "../quantity/quantity-error.ts";
import { parseUnit, unitRatio } from "../quantity/unit.ts";
import type { Cell } from "./cell.ts";
import { wordsOf } from "./condition.ts";
import { DataError } from "./data-error.ts";
import type { Relation } from "./relation.ts";

const texts = messages("data", {
  noNumbers: {
    en: "The column `{column}` holds {holds}, which have no unit to convert and no sum.",
    zh: "列 `{column}` 为{holds}，没有可换算的单位，也不能求和。",
  },
  withoutUnit: {
    en: "The dataset states no unit of `{column}`: it cannot be converted to {unit}. Leave unit out.",
    zh: "数据集未说明 `{column}` 的单位，无法换算为 {unit}。请不要给出 unit。",
  },
  doesNotConvert: {
    en: "The column `{column}` cannot be given in {unit}: {reason}",
    zh: "列 `{column}` 不能以 {unit} 给出：{reason}",
  },
  severalUnits: {
    en: "The rows of `{column}` are in several units ({units}), which have no sum, mean or order. Choose one by where, add `{by}` to group, or say in unit to which all are converted.",
    zh: "`{column}` 各行的单位不同（{units}），不能求和、求平均或比较大小。请用 where 选定一种，在 group 中加上 `{by}`，或用 unit 指明都换算到的单位。",
  },
});

/** A column of numbers or texts with its unit, or with the unit of each row. */
export class MeasuredColumn {
  readonly name: string;
  readonly cells: readonly Cell[];
  readonly #unit: string;
  readonly #byRow: readonly (string | null)[] | undefined;
  /** The column that says the unit of a row. */
  readonly #by: string;

  private constructor(name: string, cells: readonly Cell[], unit: string, byRow?: readonly (string | null)[], by = "") {
    this.name = name;
    this.cells = cells;
    this.#unit = unit;
    this.#byRow = byRow;
    this.#by = by;
  }

  /** A column of a relation as it is, or converted. Throws DataError if it does not convert. */
  static of(relation: Relation, name: string, wanted: string | undefined, field: string): MeasuredColumn {
    const cells = relation.cells(name);
    const unit = relation.unit(name);
    const byRow = relation.unitsByRow(name);
    if (wanted !== undefined) return convert(relation, name, wanted, field);
    return typeof unit === "string"
      ? new MeasuredColumn(name, cells, unit)
      : new MeasuredColumn(name, cells, unit.declared, byRow, unit.column);
  }

  static converted(name: string, cells: readonly Cell[], unit: string): MeasuredColumn {
    return new MeasuredColumn(name, cells, unit);
  }

  /** The unit that these rows have in common, or undefined if they are in several. Rows without a value do not count. */
  commonUnit(rows: Iterable<number>): string | undefined {
    if (!this.#byRow) return this.#unit;
    const units = this.#unitsOf(rows);
    return units.length > 1 ? undefined : (units[0] ?? "");
  }

  /** The same, for a result that rows of several units do not have. Throws DataError. */
  oneUnit(rows: Iterable<number>, field: string): string {
    const unit = this.commonUnit(rows);
    if (unit !== undefined) return unit;
    const units = this.#unitsOf(rows).slice(0, 4);
    throw new DataError(field, texts.severalUnits({ column: this.name, units, by: this.#by }));
  }

  /** What stands for a unit where the rows have none in common. */
  get declaredUnit(): string {
    return this.#unit;
  }

  #unitsOf(rows: Iterable<number>): string[] {
    const units = new Set<string>();
    for (const row of rows) if (this.cells[row] !== null) units.add(this.#byRow![row] ?? "");
    return [...units];
  }
}

/** Throws DataError if a column holds no numbers. */
export function mustBeNumbers(relation: Relation, name: string, field: string): void {
  const type = relation.type(name);
  if (type !== undefined && type !== "number")
    throw new DataError(field, texts.noNumbers({ column: name, holds: wordsOf(type) }));
}

function convert(relation: Relation, name: string, wanted: string, field: string): MeasuredColumn {
  mustBeNumbers(relation, name, field);
  const unit = relation.unit(name);
  const byRow = relation.unitsByRow(name);
  if (!byRow) {
    const toWanted = conversion(name, unit as string, wanted, field);
    const cells = relation.cells(name).map((cell) => (cell === null ? null : toWanted(cell as number)));
    return MeasuredColumn.converted(name, cells, wanted);
  }
  const conversions = new Map<string, (value: number) => number>();
  const cells = relation.cells(name).map((cell, row) => {
    if (cell === null) return null;
    const from = byRow[row] ?? "";
    const toWanted = conversions.get(from) ?? conversion(name, from, wanted, field);
    conversions.set(from, toWanted);
    return toWanted(cell as number);
  });
  return MeasuredColumn.converted(name, cells, wanted);
}

/** Multiplies by an integer or divides by one where the ratio is that, so that each value is rounded once. */
function conversion(column: string, from: string, to: string, field: string): (value: number) => number {
  if (from === "") throw new DataError(field, texts.withoutUnit({ column, unit: to }));
  try {
    const { n, d } = unitRatio(parseUnit(from), parseUnit(to));
    const [times, per] = [Number(n), Number(d)];
    return (value) => (value * times) / per;
  } catch (error) {
    if (!(error instanceof QuantityError)) throw error;
    throw new DataError(field, texts.doesNotConvert({ column, unit: to, reason: error.said }));
  }
}
