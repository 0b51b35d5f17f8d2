import fc from "fast-check";
import { type Programme, ProgrammeBuilder } from "../../../../lib/optimization/programme.ts";

/** Numbers in which sums are exact, so that a tie is a tie. */
const quarter = (lo: number, hi: number) => fc.integer({ min: 4 * lo, max: 4 * hi }).map((n) => n / 4);
const sparse = fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: quarter(-5, 5) });

interface Shape {
  readonly columns: number;
  readonly rows: number;
  readonly integers: boolean;
}

/** Programmes with a point by construction: each row holds at a point that is drawn first, within bounds on all sides. */
export function feasibleProgramme({ columns, rows, integers }: Shape): fc.Arbitrary<Programme> {
  return fc
    .record({
      sense: fc.constantFrom("minimize" as const, "maximize" as const),
      point: fc.array(fc.integer({ min: -4, max: 4 }), { minLength: columns, maxLength: columns }),
      costs: fc.array(quarter(-5, 5), { minLength: columns, maxLength: columns }),
      matrix: fc.array(fc.array(sparse, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
      slacks: fc.array(quarter(0, 6), { minLength: rows, maxLength: rows }),
      kinds: fc.array(fc.constantFrom("at most", "at least", "equal", "between"), {
        minLength: rows,
        maxLength: rows,
      }),
    })
    .map(({ sense, point, costs, matrix, slacks, kinds }) => {
      const builder = new ProgrammeBuilder();
      for (const cost of costs) builder.addVariable({ cost, lower: -5, upper: 5, isInteger: integers });
      const indices = costs.map((_, j) => j);
      matrix.forEach((row, i) => {
        const at = row.reduce((sum, value, j) => sum + value * point[j]!, 0);
        const [kind, slack] = [kinds[i]!, slacks[i]!];
        const lower = kind === "at most" ? -Infinity : kind === "equal" ? at : at - slack;
        const upper = kind === "at least" ? Infinity : kind === "equal" ? at : at + slack;
        builder.addConstraint(lower, upper, indices, row);
      });
      return builder.programme(sense);
    });
}

/** The same without a known point: it may have none. */
export function anyProgramme({ columns, rows, integers }: Shape): fc.Arbitrary<Programme> {
  return fc
    .tuple(
      feasibleProgramme({ columns, rows, integers }),
      fc.array(quarter(-12, 12), { minLength: rows, maxLength: rows }),
    )
    .map(([programme, shifts]) => ({
      ...programme,
      rowLower: programme.rowLower.map((bound, i) => bound + shifts[i]!),
      rowUpper: programme.rowUpper.map((bound, i) => bound + shifts[i]!),
    }));
}
