import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { uninterrupted } from "../../../../lib/numeric/work.ts";
import { parametricBound } from "../../../../lib/optimization/parametric-bound.ts";
import { paretoFront } from "../../../../lib/optimization/pareto-front.ts";
import { type Programme, ProgrammeBuilder } from "../../../../lib/optimization/programme.ts";
import { solveProgramme } from "../../../../lib/optimization/solve-programme.ts";

/** Ways to meet a demand, each with a cost, emissions and a capacity; the last row holds the emissions. */
function merit(ways: readonly { cost: number; emissions: number; capacity: number }[], demand: number, whole = false) {
  const builder = new ProgrammeBuilder();
  const columns = ways.map(({ cost, capacity }) => builder.addVariable({ cost, upper: capacity, isInteger: whole }));
  builder.addConstraint(
    demand,
    Infinity,
    columns,
    ways.map(() => 1),
  );
  builder.addConstraint(
    -Infinity,
    1e6,
    columns,
    ways.map(({ emissions }) => emissions),
  );
  return { programme: builder.programme(), second: Float64Array.from(ways, ({ emissions }) => emissions) };
}

const way = fc.record({
  cost: fc.integer({ min: 1, max: 20 }),
  emissions: fc.integer({ min: 0, max: 10 }),
  capacity: fc.integer({ min: 1, max: 8 }),
});
const ways = fc.array(way, { minLength: 2, maxLength: 7 });

async function leastCost(programme: Programme, bound: number): Promise<number | null> {
  const found = await solveProgramme({ ...programme, rowUpper: Float64Array.of(Infinity, bound) }, uninterrupted);
  return found.status === "optimal" ? found.objective : null;
}

describe("The least objective as a function of a bound", () => {
  it("is convex, and what a solution at any bound between says", async () => {
    await fc.assert(
      fc.asyncProperty(ways, fc.double({ min: 0, max: 1, noNaN: true }), async (list, share) => {
        const demand = list.reduce((sum, { capacity }) => sum + capacity, 0) / 2;
        const { programme, second } = merit(list, demand);
        const least = await solveProgramme({ ...programme, costs: second }, uninterrupted);
        if (least.status !== "optimal") throw new Error("There is always a plan.");
        const [from, to] = [least.objective, least.objective + 20];
        const { points, slopes } = await parametricBound(programme, 1, from, to, uninterrupted);
        for (let k = 1; k < slopes.length; k++) expect(slopes[k]!).toBeGreaterThan(slopes[k - 1]!);
        for (const slope of slopes) expect(slope).toBeLessThan(1e-9);
        const bound = from + share * (to - from);
        const after = Math.max(
          1,
          points.findIndex((point) => point.bound >= bound),
        );
        const [left, right] = [points[after - 1]!, points[after]!];
        const along = (bound - left.bound) / (right.bound - left.bound);
        const between = left.objective + along * (right.objective - left.objective);
        expect(between).toBeCloseTo((await leastCost(programme, bound))!, 6);
      }),
      { numRuns: 12 },
    );
  });

  it("has the corners that are computed by hand", async () => {
    const { programme } = merit(
      [
        { cost: 1, emissions: 4, capacity: 10 },
        { cost: 3, emissions: 1, capacity: 6 },
        { cost: 8, emissions: 0, capacity: 10 },
      ],
      10,
    );
    const { points, slopes } = await parametricBound(programme, 1, 0, 50, uninterrupted);
    // 10 of the cheapest emit 40; 6 of them are replaced at 2 / 3 per t; then the rest and the second by the third.
    expect(
      points.map(({ bound, objective }) => [Math.round(bound * 1e6) / 1e6, Math.round(objective * 1e6) / 1e6]),
    ).toEqual([
      [0, 80],
      [6, 50],
      [22, 22],
      [40, 10],
      [50, 10],
    ]);
    expect(slopes.map((slope) => Math.round(slope * 1e6) / 1e6)).toEqual([-5, -1.75, -0.666667, 0]);
  });

  it("is not followed through integers", async () => {
    const { programme } = merit([{ cost: 1, emissions: 4, capacity: 10 }], 5, true);
    await expect(parametricBound(programme, 1, 0, 50, uninterrupted)).rejects.toThrow(/no convex function/);
  });

  it("says where there is no optimum", async () => {
    const { programme } = merit([{ cost: 1, emissions: 4, capacity: 10 }], 5);
    await expect(parametricBound(programme, 1, 0, 50, uninterrupted)).rejects.toThrow(/no optimum at a bound of 0/);
  });
});

describe("The front of two objectives", () => {
  it("has no point that another dominates, and its ends are the least of each", async () => {
    await fc.assert(
      fc.asyncProperty(ways, fc.boolean(), async (list, whole) => {
        const demand = Math.floor(list.reduce((sum, { capacity }) => sum + capacity, 0) / 2);
        const { programme, second } = merit(list, demand, whole);
        const front = (await paretoFront(programme, 1, second, uninterrupted))!;
        expect(front.isExact).toBe(!whole);
        const { points } = front;
        for (let k = 1; k < points.length; k++) {
          expect(points[k]!.bound).toBeGreaterThan(points[k - 1]!.bound);
          expect(points[k]!.objective).toBeLessThan(points[k - 1]!.objective);
        }
        const least = await solveProgramme({ ...programme, costs: second }, uninterrupted);
        const cheapest = await solveProgramme(programme, uninterrupted);
        if (least.status !== "optimal" || cheapest.status !== "optimal") throw new Error("There is always a plan.");
        expect(points[0]!.bound).toBeCloseTo(least.objective, 6);
        expect(points.at(-1)!.objective).toBeCloseTo(cheapest.objective, 6);
        // Among the cheapest, the one that emits least.
        const same = await leastCost(programme, points.at(-1)!.bound - 1e-3);
        if (!whole && same !== null) expect(same).toBeGreaterThan(cheapest.objective);
      }),
      { numRuns: 12 },
    );
  });

  it("is null where there is no point at all", async () => {
    const { programme, second } = merit([{ cost: 1, emissions: 4, capacity: 10 }], 50);
    expect(await paretoFront(programme, 1, second, uninterrupted)).toBeNull();
  });
});
