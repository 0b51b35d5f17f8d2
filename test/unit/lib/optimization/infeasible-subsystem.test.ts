import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { uninterrupted } from "../../../../lib/numeric/work.ts";
import { leastRelaxation } from "../../../../lib/optimization/elastic-programme.ts";
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

describe("The least relaxation of a programme without a point", () => {
  it("gives it one, and is no larger than any other", async () => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(anyProgramme({ columns: 5, rows: 6, integers: false }), async (programme) => {
        const moves = (await leastRelaxation(programme, uninterrupted))!;
        const total = moves.reduce((sum, move) => sum + Math.abs(move), 0);
        const isInfeasible = (await statusOf(programme)) === "infeasible";
        // The sum of violations is exact to the tolerance of rows.
        expect(total > 1e-6).toBe(isInfeasible);
        if (isInfeasible) seen++;
        // A hair more than the least, so that rounding does not close what it opens.
        const wide = (share: number) => ({
          ...programme,
          rowLower: programme.rowLower.map((bound, i) => bound + share * Math.min(0, moves[i]!) - 1e-7),
          rowUpper: programme.rowUpper.map((bound, i) => bound + share * Math.max(0, moves[i]!) + 1e-7),
        });
        expect(await statusOf(wide(1))).toBe("optimal");
        if (isInfeasible) expect(await statusOf(wide(0.9))).toBe("infeasible");
      }),
      { numRuns: 60, seed: 18 },
    );
    expect(seen).toBeGreaterThan(10);
  });
});

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
      { numRuns: 25, seed: 17 },
    );
    expect(seen).toBeGreaterThan(10);
  });

  it("is found among thousands of rows", async () => {
    const builder = new ProgrammeBuilder();
    const columns = Array.from({ length: 2000 }, () => builder.addVariable({ upper: 10 }));
    for (let i = 1; i < columns.length; i++) builder.addConstraint(-3, 3, [columns[i]!, columns[i - 1]!], [1, -1]);
    builder.addConstraint(9, Infinity, [columns[500]!], [1]);
    builder.addConstraint(-Infinity, 1, [columns[502]!], [1]);
    const { rows, bounds } = await infeasibleSubsystem(builder.programme(), uninterrupted);
    // From 9 to 1 in two steps of 3: the two rows between, and the two ends.
    expect(rows).toEqual([500, 501, 1999, 2000]);
    expect(bounds).toEqual([]);
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
    // With fractions it clashes only together with another: whole numbers need it alone.
    builder.addConstraint(9, Infinity, [x, y], [1, 1]);
    expect(await infeasibleSubsystem(builder.programme(), uninterrupted)).toMatchObject({ rows: [1], isLinear: false });
    const fractions = builder.programme();
    fractions.isInteger.fill(0);
    const linear = await infeasibleSubsystem(fractions, uninterrupted);
    expect(linear).toMatchObject({ rows: [1, 2], isLinear: true });
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
