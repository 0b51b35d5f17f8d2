import { GrowingCells } from "../numeric/sparse/growing-cells.ts";

/**
 * A linear or mixed-integer programme: the least or greatest cᵀx with rowLower ≤ A x ≤ rowUpper, columnLower ≤ x ≤ columnUpper, and
 * x[j] an integer where `isInteger[j]` is 1. Columns are variables, rows are constraints; infinite bounds are ±Infinity.
 */
export interface Programme {
  readonly sense: "minimize" | "maximize";
  readonly rows: number;
  readonly columns: number;
  /** c, one a column. */
  readonly costs: Float64Array;
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
  readonly isInteger: Uint8Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** A by rows: row i has `values[p]` in column `columnIndices[p]` for rowStarts[i] ≤ p < rowStarts[i + 1]. */
  readonly rowStarts: Int32Array;
  readonly columnIndices: Int32Array;
  readonly values: Float64Array;
}

export interface Variable {
  /** Coefficient in the objective. */
  readonly cost?: number;
  /** Default: 0. */
  readonly lower?: number;
  /** Default: Infinity. */
  readonly upper?: number;
  readonly isInteger?: boolean;
}

/** Writes a programme variable by variable and row by row. A column that comes twice in a row is added up. */
export class ProgrammeBuilder {
  readonly #costs: number[] = [];
  readonly #lower: number[] = [];
  readonly #upper: number[] = [];
  readonly #integer: number[] = [];
  readonly #rowLower: number[] = [];
  readonly #rowUpper: number[] = [];
  readonly #ends: number[] = [0];
  readonly #cells = new GrowingCells(1, 1024);
  /** Where a column stands in the row that is being written; positions of earlier rows are less than its start. */
  readonly #place: number[] = [];

  get rows(): number {
    return this.#rowLower.length;
  }

  get columns(): number {
    return this.#costs.length;
  }

  /** Returns the index of its column. */
  addVariable({ cost = 0, lower = 0, upper = Infinity, isInteger = false }: Variable = {}): number {
    this.#costs.push(cost);
    this.#lower.push(lower);
    this.#upper.push(upper);
    this.#integer.push(isInteger ? 1 : 0);
    return this.#place.push(-1) - 1;
  }

  /** lower ≤ Σ coefficients[k] x[columns[k]] ≤ upper. Returns the index of the row. */
  addConstraint(lower: number, upper: number, columns: readonly number[], coefficients: readonly number[]): number {
    const cells = this.#cells;
    const start = cells.length;
    columns.forEach((column, k) => {
      const place = this.#place[column]!;
      if (place >= start) cells.values[place]! += coefficients[k]!;
      else {
        this.#place[column] = cells.length;
        cells.push(column, coefficients[k]!);
      }
    });
    this.#ends.push(cells.length);
    this.#rowLower.push(lower);
    return this.#rowUpper.push(upper) - 1;
  }

  addCost(column: number, cost: number): void {
    this.#costs[column]! += cost;
  }

  programme(sense: Programme["sense"] = "minimize"): Programme {
    return {
      sense,
      rows: this.rows,
      columns: this.columns,
      costs: Float64Array.from(this.#costs),
      columnLower: Float64Array.from(this.#lower),
      columnUpper: Float64Array.from(this.#upper),
      isInteger: Uint8Array.from(this.#integer),
      rowLower: Float64Array.from(this.#rowLower),
      rowUpper: Float64Array.from(this.#rowUpper),
      rowStarts: Int32Array.from(this.#ends),
      columnIndices: this.#cells.indices.slice(0, this.#cells.length),
      values: this.#cells.values.slice(0, this.#cells.length),
    };
  }
}

export function isMixedInteger({ isInteger }: Programme): boolean {
  return isInteger.includes(1);
}
