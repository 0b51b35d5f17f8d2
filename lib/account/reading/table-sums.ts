import type { Measure } from "./column-shapes.ts";
import { RunningSums } from "./total-rows.ts";

/** Sums of the lines of a table so far: by measure, of pieces times their mass, and by unit. */
export class TableSums {
  readonly #measures: readonly Measure[];
  readonly #sums: readonly RunningSums[];
  /** Masses of all pieces, where the file has that of one: a total may sum these. */
  readonly pieces = new RunningSums();
  readonly units = new Set<string>();
  /** Sums of the amounts above, as they are written, by their unit. */
  readonly #ofUnit = new Map<string, { readonly sum: number; readonly count: number }>();

  constructor(measures: readonly Measure[]) {
    this.#measures = measures;
    this.#sums = measures.map(() => new RunningSums());
  }

  /** @param written the number in the file; `amount` and `unit` are those of the line that it became */
  add(measure: Measure, written: number, { amount, unit }: { readonly amount: number; readonly unit: string }): void {
    const i = this.#measures.indexOf(measure);
    if (i >= 0) this.#sums[i]!.add(written);
    this.pieces.add(amount);
    this.units.add(unit);
    const { sum, count } = this.ofUnit(unit) ?? { sum: 0, count: 0 };
    this.#ofUnit.set(unit, { sum: sum + written, count: count + 1 });
  }

  of(measure: Measure): RunningSums {
    return this.#sums[this.#measures.indexOf(measure)]!;
  }

  ofUnit(unit: string): { readonly sum: number; readonly count: number } | undefined {
    return this.#ofUnit.get(unit);
  }

  /** A heading or a sum without a word ends the groups of all measures. */
  end(): void {
    for (const sums of this.#sums) sums.end();
  }
}
