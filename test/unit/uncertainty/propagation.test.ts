import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inEnglish } from "../../../lib/message/english.ts";
import { uninterrupted } from "../../../lib/numeric/work.ts";
import { BLOCK } from "../../../lib/uncertainty/propagation/block.ts";
import { mergeSummaries, type Run, resultsOf, summarise } from "../../../lib/uncertainty/propagation/draw-summary.ts";
import { expressionModel } from "../../../lib/uncertainty/propagation/model.ts";
import { mergeMoments, momentsOf } from "../../../lib/uncertainty/propagation/moments.ts";
import { type PropagationOptions, propagate, summaryOf } from "../../../lib/uncertainty/propagation/propagation.ts";
import { countInto, quantilesOf, sketchOf } from "../../../lib/uncertainty/propagation/quantile-sketch.ts";
import { drawsOf, uncertainInputs } from "../../../lib/uncertainty/propagation/uncertain-inputs.ts";
import { stream } from "../../../lib/uncertainty/sampling/stream.ts";

const inputs = uncertainInputs({
  activity: { type: "normal", mean: 100, sd: 5 },
  factor: { type: "lognormal", median: 2, geometricSd: 1.3 },
});
const run = (model: string, options: Partial<PropagationOptions> = {}, of = inputs) =>
  propagate(
    of,
    expressionModel(model, of.names),
    { sampler: "random", seed: 1, draws: 20_000, ...options },
    uninterrupted,
  );

describe("arithmetic models", () => {
  const value = (text: string) => expressionModel(text, ["x", "e"])([Float64Array.of(3), Float64Array.of(2)])[0];
  it("follow the rules of arithmetic", () => {
    expect(value("2 + 3 * x")).toBe(11);
    expect(value("-x^2")).toBe(-9);
    expect(value("2^3^2")).toBe(512);
    expect(value("2 ** -1")).toBe(0.5);
    expect(value("8 / 4 / 2")).toBe(1);
    expect(value("(1 - x) - 2")).toBe(-4);
    expect(value("1.5e1 + .5")).toBe(15.5);
    expect(value("max(x, 4, 1) + sqrt(x + 6) + exp(0) + pi - pi")).toBeCloseTo(8, 14);
    expect(value("e")).toBe(2); // a variable comes before the constant
  });
  it("that cannot be read are refused with the place", () => {
    expect(() => value("2 + y")).toThrow(/character 5 \("y"\).*variables are x, e/);
    expect(() => value("2 + ")).toThrow(/at the end: a number/);
    expect(() => value("sqrt(1, 2)")).toThrow(/sqrt takes 1 arguments, not 2/);
    expect(() => value("x; process.exit()")).toThrow(/not arithmetic at 2: ";"/);
    expect(() => value("constructor(1)")).toThrow(/no variable or function/);
    expect(() => value("(x")).toThrow(/"\)" was expected/);
  });
});

describe("chunks and workers", () => {
  it("change no bit of the summary", () => {
    const total = 9 * BLOCK + 77;
    const of: Run = {
      draws: drawsOf(inputs, { sampler: "sobol", seed: 3, draws: total }),
      model: expressionModel("activity * factor", inputs.names),
      total,
    };
    const pilot = resultsOf(of, 0);
    const one = mergeSummaries([summarise(of, pilot, 0, 10)]);
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 4 }), fc.nat(), (inner, turn) => {
        const bounds = [0, ...inner.sort((a, b) => a - b), 10];
        const parts = bounds.slice(1).map((end, at) => summarise(of, pilot, bounds[at]!, end));
        const from = turn % parts.length;
        const many = mergeSummaries([...parts.slice(from), ...parts.slice(0, from)]);
        expect(many).toEqual(one);
        expect(summaryOf(many.moments, many.sketch, 40)).toEqual(summaryOf(one.moments, one.sketch, 40));
      }),
      { numRuns: 20 },
    );
  });

  it("give together what one thread gives alone", async () => {
    const total = 9 * BLOCK + 77;
    const options = { sampler: "sobol", seed: 3, draws: total } as const;
    const model = expressionModel("activity * factor", inputs.names);
    const of: Run = { draws: drawsOf(inputs, options), model, total };
    const pilot = Float64Array.from([0, 1, 2, 3].flatMap((block) => [...resultsOf(of, block)]));
    const { moments, sketch } = mergeSummaries([summarise(of, pilot, 6, 10), summarise(of, pilot, 0, 6)]);
    expect(await propagate(inputs, model, options, uninterrupted)).toMatchObject(summaryOf(moments, sketch, 60));
  });

  it("merge moments as if the samples were one", () => {
    const numbers = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const [x, y] = [Float64Array.from(a), Float64Array.from(b)];
        const merged = mergeMoments(momentsOf(x), momentsOf(y));
        const whole = momentsOf(Float64Array.from([...a, ...b]));
        for (const key of ["n", "mean", "m2", "m3", "m4"] as const) {
          const power = { n: 0, mean: 1, m2: 2, m3: 3, m4: 4 }[key];
          // 60 terms of at most 2000^power, rounded.
          expect(Math.abs(merged[key] - whole[key])).toBeLessThan(1e-11 * 60 * 2000 ** power);
        }
      }),
    );
  });
});

describe("the quantile sketch", () => {
  it("is exact where the pilot holds every draw", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 50 }), (values) => {
        const y = Float64Array.from(values);
        const sketch = sketchOf(y);
        countInto(sketch, y);
        const sorted = [...values].sort((a, b) => a - b);
        for (const p of [0, 0.1, 0.5, 0.975, 1]) {
          const place = (values.length - 1) * p;
          const [lo, hi] = [sorted[Math.floor(place)]!, sorted[Math.min(values.length - 1, Math.floor(place) + 1)]!];
          expect(quantilesOf(sketch, [p])[0]).toBeCloseTo(lo + (place % 1) * (hi - lo), 12);
        }
      }),
    );
  });

  it("of 200,000 draws is nearer to their exact quantiles than a tenth of the sampling error", () => {
    const n = 200_000;
    const u = new Float64Array(n);
    stream(9, "u").fill(0, u);
    const y = u.map((value) => Math.exp(4 * value) / value); // skewed, without an upper bound
    const sketch = sketchOf(y.subarray(0, 4096));
    countInto(sketch, y);
    const sorted = y.slice().sort();
    const rank = (value: number) => sorted.findIndex((each) => each >= value) / n;
    for (const p of [0.025, 0.5, 0.975]) {
      const error = Math.abs(rank(quantilesOf(sketch, [p])[0]!) - p);
      expect(error).toBeLessThan(0.1 * Math.sqrt((p * (1 - p)) / n) + 2 / n);
    }
  });
});

describe("propagation", () => {
  it("keeps no draw unless asked, and then all", async () => {
    expect((await run("activity")).results).toBeNull();
    expect((await run("activity", { draws: 5000, keep: true })).results!.length).toBe(5000);
  });

  it("counts every draw in the histogram", async () => {
    const { histogram, draws } = await run("activity * factor");
    const counted = histogram.counts.reduce((sum, count) => sum + count, 0) + histogram.below + histogram.above;
    expect(counted).toBe(draws);
  });

  it("shows its convergence: the standard error falls with the root of the draws", async () => {
    const { convergence } = await run("activity * factor", { draws: 65_536 });
    expect(convergence.map(({ draws }) => draws)).toEqual([4096, 8192, 16384, 32768, 65536]);
    const [first, last] = [convergence[0]!, convergence.at(-1)!];
    expect(first.standardError / last.standardError).toBeCloseTo(4, 0);
    expect(last.hi - last.lo).toBeLessThan(first.hi - first.lo);
  });

  it("stops when the wanted quantile is known well enough, and says when it is not", async () => {
    const enough = await run("activity * factor", { draws: 2 ** 20, stop: { probability: 0.975, relative: 0.01 } });
    expect(enough.stopped).toBe(true);
    expect(enough.draws).toBeLessThan(2 ** 20);
    const last = enough.convergence.at(-1)!;
    expect((last.hi - last.lo) / 2).toBeLessThanOrEqual(0.01 * last.quantile);
    const little = await run("activity * factor", { draws: 5000, stop: { probability: 0.975, relative: 1e-5 } });
    expect(little.stopped).toBe(false);
    expect(String(inEnglish(little.notes))).toMatch(/After 5000 draws the 97\.5 % quantile was not yet known/);
  });

  it("names draw and variables where the model gives no number", async () => {
    await expect(run("log(activity - 100)")).rejects.toThrow(
      /returns NaN in draw \d+, where activity = 9\d\.\d+, factor = /,
    );
    await expect(run("activity / 0")).rejects.toThrow(/returns Infinity/);
  });

  it("refuses 0 draws, a stop that cannot be, and Latin hypercubes that stop early", async () => {
    await expect(run("activity", { draws: 0 })).rejects.toThrow(/draws is 0; expected an integer ≥ 1/);
    await expect(run("activity", { stop: { probability: 2, relative: 1 } })).rejects.toThrow(/between 0 and 1/);
    const stop = { probability: 0.5, relative: 0.1 };
    await expect(run("activity", { sampler: "lhs", stop })).rejects.toThrow(/fixed number of draws/);
  });

  it("takes one draw", async () => {
    const { draws, sd, quantiles } = await run("activity", { draws: 1 });
    expect([draws, sd]).toEqual([1, 0]);
    expect(new Set(quantiles.map(({ value }) => value)).size).toBe(1);
  });
});

describe("coverage", () => {
  it("95 % intervals of mean and quantiles hold the truth in 93 to 97 % of 1,000 seeded trials", async () => {
    const law = inputs.distributions;
    const mean = law[0]!.mean * law[1]!.mean;
    // Of the factor alone the quantiles are known in closed form.
    const truth = [0.025, 0.5, 0.975].map((p) => law[1]!.quantile(p));
    const held = [0, 0, 0, 0];
    for (let seed = 0; seed < 1000; seed++) {
      const product = await run("activity * factor", { seed, draws: 400 });
      const error = 1.959964 * (product.sd / Math.sqrt(400));
      if (Math.abs(product.mean - mean) <= error) held[0]! += 1;
      const factor = await run("factor", { seed, draws: 400 });
      for (const [at, p] of [0.025, 0.5, 0.975].entries()) {
        const { lo, hi } = factor.quantiles.find(({ probability }) => probability === p)!;
        if (lo <= truth[at]! && truth[at]! <= hi) held[at + 1]! += 1;
      }
    }
    for (const times of held) {
      expect(times).toBeGreaterThanOrEqual(930);
      expect(times).toBeLessThanOrEqual(970);
    }
  });
});
