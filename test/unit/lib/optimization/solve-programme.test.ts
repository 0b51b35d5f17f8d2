import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inEnglish } from "../../../../lib/message/english.ts";
import { uninterrupted } from "../../../../lib/numeric/work.ts";
import { certificateOf, notesOnCertificate } from "../../../../lib/optimization/certificate.ts";
import { type Programme, ProgrammeBuilder } from "../../../../lib/optimization/programme.ts";
import type { Optimum } from "../../../../lib/optimization/solution.ts";
import { solveProgramme } from "../../../../lib/optimization/solve-programme.ts";
import { anyProgramme, feasibleProgramme } from "./random-programme.ts";

async function optimum(programme: Programme, ranges = false): Promise<Optimum> {
  const found = await solveProgramme(programme, uninterrupted, { ranges });
  if (found.status !== "optimal") throw new Error(`The programme is ${found.status}.`);
  return found;
}

/** The best objective over all integers within bounds of −5 to 5; undefined if no point fits. */
function bestByEnumeration(programme: Programme): number | undefined {
  const { columns, rows, costs, rowStarts, columnIndices, values, rowLower, rowUpper, sense } = programme;
  let best: number | undefined;
  const x = new Array<number>(columns).fill(-5);
  for (;;) {
    let fits = true;
    for (let i = 0; i < rows && fits; i++) {
      let at = 0;
      for (let p = rowStarts[i]!; p < rowStarts[i + 1]!; p++) at += values[p]! * x[columnIndices[p]!]!;
      fits = rowLower[i]! <= at && at <= rowUpper[i]!;
    }
    if (fits) {
      const objective = costs.reduce((sum, cost, j) => sum + cost * x[j]!, 0);
      if (best === undefined || (sense === "minimize" ? objective < best : objective > best)) best = objective;
    }
    let j = 0;
    while (j < columns && x[j] === 5) x[j++] = -5;
    if (j === columns) return best;
    x[j]!++;
  }
}

describe("A linear programme", () => {
  it("has an optimum that is proved without the solver: feasible, dual feasible, and no gap between the two", async () => {
    await fc.assert(
      fc.asyncProperty(feasibleProgramme({ columns: 8, rows: 6, integers: false }), async (programme) => {
        const found = await optimum(programme);
        // Numbers of the programme are small: the vertex is exact but for the rounding of one factorisation.
        expect(certificateOf(programme, found).residual).toBeLessThan(1e-9);
      }),
      { numRuns: 40 },
    );
  });

  it("refutes a certificate in which a dual has the wrong sign", async () => {
    const builder = new ProgrammeBuilder();
    const x = builder.addVariable({ cost: 2 });
    builder.addConstraint(3, Infinity, [x], [1]);
    const programme = builder.programme();
    const found = await optimum(programme);
    expect(certificateOf(programme, found).residual).toBe(0);
    const wrong = { ...found, duals: Float64Array.of(-2), reducedCosts: Float64Array.of(4) };
    expect(certificateOf(programme, wrong).residual).toBe(Infinity);
    const said = (residual: number) => notesOnCertificate({ ...certificateOf(programme, found), residual });
    expect(said(1e-8)).toEqual([]);
    expect(inEnglish(said(0.25)[0]!)).toMatch(/by 0\.25, relative: do not rely on it/);
  });

  it("has duals that are rates of the objective, for minima and for maxima", async () => {
    await fc.assert(
      fc.asyncProperty(feasibleProgramme({ columns: 5, rows: 4, integers: false }), async (programme) => {
        const found = await optimum(programme, true);
        // A programme without coefficients has no ranges.
        fc.pre(found.ranges !== null);
        for (let i = 0; i < programme.rows; i++) {
          const { lo, hi } = found.ranges!.bounds[i]!;
          const [lower, upper] = [programme.rowLower[i]!, programme.rowUpper[i]!];
          const bound =
            Math.abs(found.activities[i]! - lower) <= Math.abs(upper - found.activities[i]!) ? lower : upper;
          const step = Math.min(hi - bound, 0.25) / 2;
          // Of a degenerate vertex the dual holds on one side only, and of a row between two bounds on the active one.
          if (!(step > 1e-6) || (lower !== upper && Number.isFinite(lower) && Number.isFinite(upper))) continue;
          expect(lo).toBeLessThanOrEqual(bound + 1e-9);
          const moved = (bounds: Float64Array) => bounds.map((each, k) => (k === i ? each + step : each));
          const after = await optimum({
            ...programme,
            rowLower: moved(programme.rowLower),
            rowUpper: moved(programme.rowUpper),
          });
          // A difference of two objectives of about 100, over a step of at least 1e-6.
          expect((after.objective - found.objective) / step).toBeCloseTo(found.duals![i]!, 5);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("tells without a point from without an end", async () => {
    const builder = new ProgrammeBuilder();
    const [x, y] = [builder.addVariable({ cost: -3 }), builder.addVariable({ cost: 2 })];
    builder.addConstraint(-Infinity, 4, [x, y], [1, -1]);
    const programme = builder.programme();
    expect(await solveProgramme(programme, uninterrupted)).toEqual({
      status: "unbounded",
      ray: Float64Array.of(1, 1),
    });
    builder.addConstraint(-Infinity, -1, [x], [1]);
    expect(await solveProgramme(builder.programme(), uninterrupted)).toEqual({ status: "infeasible" });
    const alone = new ProgrammeBuilder();
    alone.addVariable({ cost: 3 });
    alone.addVariable({ cost: 2, lower: -Infinity });
    expect(await solveProgramme(alone.programme(), uninterrupted)).toMatchObject({ ray: Float64Array.of(0, -1) });
  });

  it("keeps coefficients that the solver would take for zero", async () => {
    const builder = new ProgrammeBuilder();
    const x = builder.addVariable({ cost: 1 });
    // 1 kg in Mt.
    builder.addConstraint(1, Infinity, [x], [1e-9]);
    expect((await optimum(builder.programme())).objective).toBeCloseTo(1e9, 0);
  });

  it("says that another plan may cost the same, and not where there is one", async () => {
    const builder = new ProgrammeBuilder();
    const [x, y] = [builder.addVariable({ cost: 1 }), builder.addVariable({ cost: 1 })];
    builder.addConstraint(2, Infinity, [x, y], [1, 1]);
    expect((await optimum(builder.programme())).hasAlternatives).toBe(true);
    builder.addCost(y, 1);
    expect((await optimum(builder.programme())).hasAlternatives).toBe(false);
  });

  it("refuses coefficients that are out of the solver's reach, with a sentence", async () => {
    const builder = new ProgrammeBuilder();
    builder.addConstraint(1, Infinity, [builder.addVariable()], [1e16]);
    await expect(solveProgramme(builder.programme(), uninterrupted)).rejects.toThrow(/Choose units/);
    const priced = new ProgrammeBuilder();
    priced.addVariable({ cost: -1e25, upper: 5, isInteger: true });
    await expect(solveProgramme(priced.programme(), uninterrupted)).rejects.toThrow(
      /-1e\+25, which the solver takes for infinite/,
    );
  });
});

describe("A mixed-integer programme", () => {
  it("has the best of all integer points", async () => {
    await fc.assert(
      fc.asyncProperty(anyProgramme({ columns: 4, rows: 3, integers: true }), async (programme) => {
        const best = bestByEnumeration(programme);
        const found = await solveProgramme(programme, uninterrupted);
        expect(found.status).toBe(best === undefined ? "infeasible" : "optimal");
        if (found.status !== "optimal") return;
        expect(found.objective).toBeCloseTo(best!, 9);
        expect(certificateOf(programme, found).residual).toBeLessThan(1e-9);
      }),
      { numRuns: 80 },
    );
  });

  it("without end has a direction", async () => {
    const builder = new ProgrammeBuilder();
    const x = builder.addVariable({ cost: -1, isInteger: true });
    builder.addConstraint(1, Infinity, [x], [1]);
    expect(await solveProgramme(builder.programme(), uninterrupted)).toEqual({
      status: "unbounded",
      ray: Float64Array.of(1),
    });
  });
});
