import { type Programme, ProgrammeBuilder, type Variable } from "./programme.ts";

/** A column and its coefficient. */
export type Term = readonly [column: number, coefficient: number];

/** A programme whose rows have labels: what solver and conflict say of a row can be said by its label. */
export class LabelledProgramme<Row> {
  /** The label of each row. */
  readonly rows: Row[] = [];
  readonly #builder = new ProgrammeBuilder();

  get columns(): number {
    return this.#builder.columns;
  }

  /** Returns the index of its column. */
  addVariable(variable: Variable): number {
    return this.#builder.addVariable(variable);
  }

  /** lower ≤ Σ coefficient × column ≤ upper. Returns the index of the row. */
  addRow(label: Row, lower: number, upper: number, terms: readonly Term[]): number {
    this.rows.push(label);
    return this.#builder.addConstraint(
      lower,
      upper,
      terms.map(([column]) => column),
      terms.map(([, coefficient]) => coefficient),
    );
  }

  addCost(column: number, cost: number): void {
    this.#builder.addCost(column, cost);
  }

  programme(sense?: Programme["sense"]): Programme {
    return this.#builder.programme(sense);
  }
}
