import { describe, expect, it } from "vitest";
import { callTool } from "../../../lib/tool/call.ts";
import { findTool } from "../../../lib/tools.ts";

// biome-ignore lint/suspicious/noExplicitAny: outputs are read as JSON, as the command line does.
const call = async (name: string, input: unknown): Promise<any> => callTool(findTool(`uncertainty.${name}`)!, input);

const problem = {
  model: "activity * ef",
  variables: {
    activity: { type: "normal", mean: 100, halfWidthPercent: 10 },
    ef: { type: "lognormal", mean: 94.6, lo: 89.5, hi: 99.7 },
  },
};
const angle = { type: "uniform", lo: -Math.PI, hi: Math.PI };
const ishigami = { model: "sin(x1) + 7*sin(x2)^2 + 0.1*x3^4*sin(x1)", variables: { x1: angle, x2: angle, x3: angle } };

describe("uncertainty.propagate", () => {
  it("gives mean, sd and quantiles that the product of the laws has, by every sampler", async () => {
    const sdActivity = 10 / 1.959964;
    const sigma = Math.log(99.7 / 89.5) / (2 * 1.959964);
    const sdFactor = 94.6 * Math.sqrt(Math.expm1(sigma ** 2));
    const sd = Math.sqrt((100 * sdFactor) ** 2 + (94.6 * sdActivity) ** 2 + (sdActivity * sdFactor) ** 2);
    for (const sampler of ["random", "lhs", "sobol", "halton"]) {
      const found = await call("propagate", { ...problem, draws: 16_384, seed: 2, sampler });
      // Four standard errors of independent draws.
      expect(Math.abs(found.mean - 9460)).toBeLessThan((4 * sd) / 128);
      expect(Math.abs(found.sd / sd - 1)).toBeLessThan(4 / Math.sqrt(2 * 16_384));
      expect(found.p2_5).toBeLessThan(found.p50);
      expect(found.p50).toBeLessThan(found.p97_5);
      expect(found.histogram.counts.length).toBe(60);
    }
  });

  it("gives the same answer to the same question", async () => {
    expect(await call("propagate", problem)).toEqual(await call("propagate", problem));
  });

  it("notes a normal law that is below 0 in more than its tail, as ± 150 % is, and none that may be", async () => {
    const notesOf = async (law: object) =>
      (await call("propagate", { model: "a", variables: { a: law }, draws: 64 })).notes;
    const wide = { type: "normal", mean: 10, halfWidthPercent: 150 };
    expect(await notesOf(wide)).toContain(
      "a: 9.6 % of this normal distribution is below 0. If the quantity cannot be negative, use a lognormal distribution, or a truncated one with lo 0.",
    );
    for (const fine of [
      { type: "normal", mean: 10, halfWidthPercent: 90 },
      { type: "normal", mean: 0, sd: 1 },
    ])
      expect((await notesOf(fine)).join()).not.toContain("below 0");
    // The truncated law says itself what its bounds cut off.
    expect((await notesOf({ type: "truncated", of: wide, lo: 0 })).join()).toContain("The bounds remove 9.57 %");
    expect((await notesOf({ type: "truncated", of: wide, lo: 0 })).join()).not.toContain("cannot be negative");
  });

  it("refuses bad input in a sentence that names the variable", async () => {
    const refused = (change: object) => expect(call("propagate", { ...problem, ...change })).rejects;
    const ef = (law: object) => ({ variables: { ...problem.variables, ef: law } });
    await refused(ef({ type: "lognormal", mean: 5, lo: 8, hi: 6 })).toThrow(/ef: lo \(8\) must be less than hi \(6\)/);
    await refused(ef({ type: "normal", mean: 5, variance: -1 })).toThrow(/ef: variance is -1; expected a number > 0/);
    await refused(ef({ type: "normal", mean: 5, std: 1 })).toThrow(/variables\.ef has no field "std"/);
    await refused(ef({ type: "gauss", mean: 5 })).toThrow(
      /variables\.ef\.type is the text "gauss"; expected one of normal, /,
    );
    await refused(ef({ type: "uniform", lo: 1, hi: Number.NaN })).toThrow(/variables\.ef\.hi/);
    await refused({ draws: 0 }).toThrow(/draws is 0; expected an integer ≥ 1/);
    await refused({ model: "log(activity - 200)" }).toThrow(/returns NaN in draw 0, where activity = /);
    await refused({ model: "activity * epsilon" }).toThrow(/"epsilon".*variables are activity, ef/);
    const pair = (r: number) => ({ correlation: { pairs: [{ between: ["activity", "ef"], r }] } });
    await refused(pair(-1.5)).toThrow(/correlation of activity and ef is -1\.5/);
    await refused({ variables: {} }).toThrow(/At least one variable/);
  });
});

describe("Sobol's indices", () => {
  it("come as S1 and ST by name, each with its interval", async () => {
    const { S1, ST, evaluations } = await call("sobol", { ...ishigami, draws: 4096, seed: 7 });
    expect(Math.abs(S1.x1.value - 0.3139)).toBeLessThan(0.02);
    expect(Math.abs(ST.x3.value - 0.2437)).toBeLessThan(0.02);
    expect(S1.x2.lo).toBeLessThan(S1.x2.value);
    expect(evaluations).toBe(4096 * 5);
    await expect(call("sobol", { ...ishigami, draws: 1000 })).rejects.toThrow(/draws is 1000; expected a power of two/);
  });

  it("from results made outside are those from inside, and another sample's results are refused", async () => {
    const { variables } = problem;
    const design = { variables, draws: 128, seed: 5 };
    const { rows, fingerprint } = await call("sobolSample", design);
    const y = rows.map(([activity, ef]: [number, number]) => activity * ef);
    const outside = await call("sobolIndices", { ...design, y, fingerprint });
    expect(outside).toEqual(await call("sobol", { ...problem, draws: 128, seed: 5 }));
    const other = { ...design, seed: 6, y, fingerprint };
    await expect(call("sobolIndices", other)).rejects.toThrow(/evaluated on another sample/);
  });
});

describe("other tools", () => {
  it("describe a distribution", async () => {
    const found = await call("distribution", { distribution: { type: "triangular", lo: 80, mode: 100, hi: 130 } });
    expect([found.p2_5, found.mean]).toEqual([expect.closeTo(85, 10), expect.closeTo(103.3333333, 6)]);
  });

  it("rank the variables of one problem alike", async () => {
    const morris = await call("morris", problem);
    const delta = await call("delta", { ...problem, draws: 2048, resamples: 10 });
    const ranks = await call("regression", { ...problem, draws: 2048 });
    const fast = await call("fast", problem);
    const tornado = await call("tornado", { ...problem, scenarios: { cleaner: { ef: 50 } } });
    const more = (of: (name: string) => number) => expect(of("activity")).toBeGreaterThan(of("ef"));
    more((name) => morris.measures[name].muStar);
    more((name) => delta.measures[name].delta.value);
    more((name) => ranks.measures[name].standardised);
    more((name) => fast.measures[name].first);
    expect(tornado.bars[0].name).toBe("activity");
    expect(tornado.scenarios[0].result).toBeCloseTo(5000, 8);
  });

  it("give Approach 1, Approach 2 and the key categories of one inventory", async () => {
    const sources = [
      { category: "1.A.1", gas: "CO2", base: 1000, year: 900, activity: 2, factor: 5 },
      { category: "3.C.4", gas: "N2O", base: 150, year: 140, activity: 20, factor: { lo: 60, hi: 200 } },
    ];
    const one = await call("approachOne", { sources });
    expect(one.level).toBeCloseTo(Math.hypot(Math.hypot(2, 5) * 900, Math.hypot(20, 200) * 140) / 1040, 10);
    const two = await call("approachTwo", { sources, draws: 4096 });
    expect(two.total.combined.hiPercent).toBeGreaterThan(-two.total.combined.loPercent);
    const categories = one.rows.map((row: Record<string, number>) => ({
      name: row.category,
      base: row.base,
      year: row.year,
      uncertainty: row.combined,
    }));
    const { level } = await call("keyCategories", { categories });
    expect(level[0].name).toBe("3.C.4");
    await expect(call("approachOne", { sources: [{ ...sources[0], factor: -5 }] })).rejects.toThrow(
      /factor uncertainty of 1\.A\.1 CO2 is -5/,
    );
  });
});
