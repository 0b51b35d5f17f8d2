import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { uninterrupted } from "../../../../lib/numeric/work.ts";
import { type InfeasibleSubsystem, infeasibleSubsystem } from "../../../../lib/optimization/infeasible-subsystem.ts";
import { type Programme, ProgrammeBuilder } from "../../../../lib/optimization/programme.ts";
import { solveProgramme } from "../../../../lib/optimization/solve-programme.ts";
import { anyProgramme } from "./random-programme.ts";

/** The programme with only these rows, and only these bounds of variables. */
function restricted(programme: Programme, { rows, bounds }: Pick<InfeasibleSubsystem, "rows" | "bounds">): Programme {
  const keep = (each: Float64Array, free: number) => each.map((bound, i) => (rows.includes(i) ? bound : free));
  const side = (which: "lower" | "upper", each: Float64Array, free: number) =>
    each.map((bound, j) => (bounds.some(({ column, side }) => column === j && side === which) ? bound : free));
  return {
    ...programme,
    costs: new Float64Array(programme.columns),
    rowLower: keep(programme.rowLower, -Infinity),
    rowUpper: keep(programme.rowUpper, Infinity),
    columnLower: side("lower", programme.columnLower, -Infinity),
    columnUpper: side("upper", programme.columnUpper, Infinity),
  };
}

const statusOf = async (programme: Programme) => (await solveProgramme(programme, uninterrupted)).status;

describe("The conflict of a programme without a point", () => {
  it("has no point either, and has one as soon as any of its rows or bounds is left out", async () => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(anyProgramme({ columns: 6, rows: 8, integers: false }), async (programme) => {
        if ((await statusOf(programme)) !== "infeasible") return;
        seen++;
        const conflict = await infeasibleSubsystem(programme, uninterrupted);
        const { rows, bounds } = conflict;
        expect(conflict.isLinear).toBe(true);
        expect(await statusOf(restricted(programme, conflict))).toBe("infeasible");
        for (const row of rows)
          expect(await statusOf(restricted(programme, { rows: rows.filter((each) => each !== row), bounds }))).toBe(
            "optimal",
          );
        for (const bound of bounds)
          expect(await statusOf(restricted(programme, { rows, bounds: bounds.filter((each) => each !== bound) }))).toBe(
            "optimal",
          );
      }),
      { numRuns: 60, seed: 17 },
    );
    expect(seen).toBeGreaterThan(10);
  });

  it("names rows that clash only because integers are whole", async () => {
    const builder = new ProgrammeBuilder();
    const x = builder.addVariable({ isInteger: true, upper: 10 });
    const y = builder.addVariable({ isInteger: true, upper: 10 });
    builder.addConstraint(-Infinity, 12, [x, y], [1, 1]);
    builder.addConstraint(7, 7, [x, y], [2, 4]);
    const { rows, isLinear } = await infeasibleSubsystem(builder.programme(), uninterrupted);
    expect(rows).toEqual([1]);
    expect(isLinear).toBe(false);
  });

  it("is that of the bounds alone if no integer lies between them", async () => {
    const builder = new ProgrammeBuilder();
    const x = builder.addVariable({ isInteger: true, lower: 0.2, upper: 0.8 });
    builder.addConstraint(0, 10, [x], [1]);
    const { rows, bounds } = await infeasibleSubsystem(builder.programme(), uninterrupted);
    expect(rows).toEqual([]);
    expect(bounds).toEqual([
      { column: 0, side: "lower" },
      { column: 0, side: "upper" },
    ]);
  });
});
