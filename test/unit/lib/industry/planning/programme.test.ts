import { describe, expect, it } from "vitest";
import { notesOnSearch } from "../../../../../lib/industry/planning/stopped-search.ts";
import { industryProgramme } from "../../../../../lib/industry/tools/programme.ts";
import { inEnglish } from "../../../../../lib/message/english.ts";
import { callTool } from "../../../../../lib/tool/call.ts";

const mix = {
  maximize: { x: 3, y: 2 },
  constraints: { metal: { terms: { x: 1, y: 1 }, hi: 4 }, heat: { terms: { x: 1, y: 3 }, hi: 6 } },
};

describe("industry.programme", () => {
  it("gives values, duals and the ranges in which they hold", async () => {
    expect(await callTool(industryProgramme, mix)).toEqual({
      status: "optimal",
      objective: 12,
      values: { x: 4, y: 0 },
      activities: { metal: 4, heat: 4 },
      duals: { metal: 3, heat: 0 },
      reducedCosts: { x: 0, y: -1 },
      costRanges: { x: { lo: 2, hi: null }, y: { lo: null, hi: 3 } },
      boundRanges: { metal: { lo: 0, hi: 6 }, heat: { lo: 4, hi: null } },
      bound: 12,
      gap: 0,
      residual: 0,
      notes: [],
    });
  });

  it("has duals of maxima with the sign of the objective that is given", async () => {
    const more = { ...mix, constraints: { ...mix.constraints, metal: { terms: { x: 1, y: 1 }, hi: 5 } } };
    const [before, after] = [await callTool(industryProgramme, mix), await callTool(industryProgramme, more)];
    expect(after.objective! - before.objective!).toBeCloseTo(before.duals.metal!, 12);
  });

  it("names the constraints and the bounds that clash, and no others", async () => {
    const found = await callTool(industryProgramme, {
      minimize: { gas: 3, wind: 2 },
      constraints: {
        demand: { terms: { gas: 1, wind: 1 }, lo: 5 },
        carbon: { terms: { gas: 1 }, hi: 3 },
        grid: { terms: { wind: 1 }, lo: 1 },
      },
      bounds: { wind: { hi: 1 } },
    });
    expect(found).toMatchObject({
      status: "infeasible",
      objective: null,
      values: {},
      conflict: ["demand", "carbon"],
      conflictBounds: [{ variable: "wind", bound: "upper" }],
    });
    // 5 are demanded, 3 and 1 can be had: something must give way by 1.
    expect(Object.values(found.relaxation!).map(Math.abs)).toEqual([1]);
    expect(found.notes).toEqual([
      "No values of the variables meet demand and carbon within the upper bound of wind. Relax at least one of them.",
    ]);
  });

  it("says that only integers clash", async () => {
    const found = await callTool(industryProgramme, {
      minimize: { x: 1 },
      constraints: { odd: { terms: { x: 2, y: 4 }, lo: 7, hi: 7 } },
      bounds: { x: { hi: 9 }, y: { hi: 9 } },
      integers: ["x", "y"],
    });
    expect(found.conflict).toEqual(["odd"]);
    expect(found.notes[1]).toMatch(/^They clash only because integers/);
    const between = await callTool(industryProgramme, {
      minimize: { x: 1 },
      constraints: { any: { terms: { x: 1 }, lo: 0 } },
      bounds: { x: { lo: 0.2, hi: 0.8 } },
      integers: ["x"],
    });
    expect(between.notes).toEqual([
      "No integer lies within the bounds: the lower bound of x and the upper bound of x.",
    ]);
  });

  it("names the variables that run away", async () => {
    const found = await callTool(industryProgramme, {
      minimize: { x: -3, y: 2, z: 1 },
      constraints: { a: { terms: { x: 1, y: -1, z: 0 }, hi: 4 } },
    });
    expect(found).toMatchObject({ status: "unbounded", objective: null, ray: { x: 1, y: 1 } });
    expect(found.notes[0]).toMatch(/if x and y move together/);
  });

  it("says that the plan is not the only one", async () => {
    const found = await callTool(industryProgramme, {
      minimize: { x: 1, y: 1 },
      constraints: { demand: { terms: { x: 1, y: 1 }, lo: 2 } },
    });
    expect(found.notes[0]).toMatch(/^Another plan may reach the same objective/);
  });

  it("takes null, and what the solver takes for infinite, as no bound: a lower bound of zero is only the default", async () => {
    for (const lo of [null, -1e30]) {
      const found = await callTool(industryProgramme, {
        minimize: { x: 1 },
        constraints: { floor: { terms: { x: 1 }, lo: -7, hi: null }, any: { terms: { x: 2 }, lo, hi: null } },
        bounds: { x: { lo, hi: -2 } },
      });
      expect(found).toMatchObject({ objective: -7, duals: { floor: 1, any: 0 }, activities: { any: -14 } });
    }
  });

  it("keeps a constraint without terms: it holds or clashes by itself", async () => {
    const empty = (bounds: object) =>
      callTool(industryProgramme, { minimize: { x: 1 }, constraints: { row: { terms: {}, ...bounds } } });
    expect(await empty({ hi: 1 })).toMatchObject({ status: "optimal", activities: { row: 0 }, duals: { row: 0 } });
    expect(await empty({ lo: 1 })).toMatchObject({ status: "infeasible", conflict: ["row"], conflictBounds: [] });
  });

  const items = Array.from({ length: 40 }, (_, j) => `item${j}`);
  const numbers = (of: (j: number) => number) => Object.fromEntries(items.map((name, j) => [name, of(j)]));
  /** Weights and values of which no subset is easily told to be the best. */
  const packing = {
    maximize: numbers((j) => 100 + ((37 * j) % 41)),
    constraints: Object.fromEntries(
      [29, 31, 43].map((prime) => [`room${prime}`, { terms: numbers((j) => 100 + ((prime * j) % 47)), hi: 1234 }]),
    ),
    bounds: Object.fromEntries(items.map((name) => [name, { hi: 1 }])),
    integers: items,
  };

  it("with integers has a bound that no objective exceeds, and the gap to it", async () => {
    const found = await callTool(industryProgramme, { ...packing, gap: 0.2 });
    expect(found.status).toBe("optimal");
    expect(found.bound).toBeGreaterThanOrEqual(found.objective!);
    expect(found.gap).toBeCloseTo(1 - found.objective! / found.bound!, 12);
    expect(found.gap).toBeLessThanOrEqual(0.2);
    const relaxed = await callTool(industryProgramme, { ...packing, integers: [] });
    expect(relaxed.bound).toBe(relaxed.objective);
    expect(found.bound).toBeLessThanOrEqual(relaxed.objective! + 1e-6);
  });

  it("says that no time was left for an answer", async () => {
    await expect(callTool(industryProgramme, { ...packing, seconds: 1e-9 })).rejects.toThrow(
      "In 1e-9 s neither a solution nor a proof that there is none was found.",
    );
  });

  it("says how good an answer is whose search was stopped", () => {
    const notes = (bound: number, gap: number) =>
      notesOnSearch({ isStopped: true, bound, gap }, 60).map((note) => inEnglish(note));
    expect(notes(90, 0.1)[0]).toMatch(/after 60 s .* no objective is better than 90, 10 % away/);
    expect(notes(-Infinity, Infinity)[0]).toMatch(/how far it is from the optimum is not known/);
    expect(notesOnSearch({ isStopped: false, bound: 1, gap: 0 }, 60)).toEqual([]);
  });

  const row = { terms: { x: 1 }, lo: 1 };
  it.each([
    [{ constraints: { row } }, /^industry\.programme: Give either minimize or maximize/],
    [{ minimize: { x: 1 }, maximize: { x: 1 }, constraints: { row } }, /Give either minimize or maximize/],
    [{ minimize: {}, constraints: {} }, /has no variables/],
    [{ minimize: { x: 1 }, constraints: { row: { terms: { x: 1 } } } }, /Constraint row has neither lo nor hi/],
    [{ minimize: { x: 1 }, constraints: { row: { ...row, hi: 0 } } }, /Constraint row has lo 1 above hi 0/],
    [{ minimize: { x: 1 }, constraints: { row }, bounds: { x: { lo: 2, hi: 1 } } }, /Variable x has lo 2 above hi 1/],
    [{ minimize: { x: 1 }, constraints: { row }, bounds: { x: { hi: -1 } } }, /Variable x has hi -1 but no lo/],
    [{ minimize: { coal: 1 }, constraints: { row }, bounds: { cola: { hi: 1 } } }, /bounds names cola.*mean coal\?/],
    [{ minimize: { x: 1 }, constraints: { row }, integers: ["gas"] }, /integers names gas, which is in neither/],
    [{ minimize: { x: 1e21 }, constraints: { row } }, /minimize\.x is 1e\+?21; the solver takes numbers below/],
    [{ minimize: { x: 1 }, constraints: { row: { terms: { x: -1e16 }, lo: 1 } } }, /constraints\.row\.terms\.x is -1/],
    [{ minimize: { x: Number.NaN }, constraints: { row } }, /minimize\.x is NaN; expected a number/],
    [
      { minimize: { x: 1 }, constraints: { row: { terms: { x: "1" }, lo: 1 } } },
      /constraints\.row\.terms\.x is the text/,
    ],
    [{ minimize: { x: 1 }, constraints: { row: { ...row, le: 3 } } }, /constraints\.row has no field "le"/],
  ])("answers %j with a sentence", async (input, sentence) => {
    await expect(callTool(industryProgramme, input)).rejects.toThrow(sentence);
  });
});
