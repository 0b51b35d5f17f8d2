import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expressionModel } from "../../../lib/uncertainty/propagation/model.ts";
import { uncertainInputs } from "../../../lib/uncertainty/propagation/uncertain-inputs.ts";
import { delta } from "../../../lib/uncertainty/sensitivity/delta.ts";
import { evaluateDesign, evaluationOf, rowsOf } from "../../../lib/uncertainty/sensitivity/evaluation.ts";
import { fast } from "../../../lib/uncertainty/sensitivity/fast.ts";
import { morris } from "../../../lib/uncertainty/sensitivity/morris.ts";
import { ranksOf, regression } from "../../../lib/uncertainty/sensitivity/regression.ts";
import { saltelliDesign } from "../../../lib/uncertainty/sensitivity/saltelli-design.ts";
import {
  evaluatedElsewhere,
  evaluateSample,
  sampleFingerprint,
} from "../../../lib/uncertainty/sensitivity/sample-evaluation.ts";
import { sobolIndices } from "../../../lib/uncertainty/sensitivity/sobol-indices.ts";
import { tornado } from "../../../lib/uncertainty/sensitivity/tornado.ts";

const inputs = uncertainInputs({
  activity: { type: "normal", mean: 100, sd: 5 },
  factor: { type: "lognormal", mean: 2, geometricSd: 1.3 },
});
const model = expressionModel("activity * factor", inputs.names);
const design = saltelliDesign(inputs, { draws: 256, seed: 1 });

describe("results that were not evaluated on their own sample", () => {
  const results = rowsOf(design).map(([activity, factor]) => activity! * factor!);

  it("are taken where they carry the sample's mark, and are then the model's own", () => {
    const elsewhere = evaluationOf(design, results, design.fingerprint);
    expect(elsewhere).toEqual(evaluateDesign(design, model));
  });

  it("are refused where anything of the sample differs", () => {
    const others = [
      saltelliDesign(inputs, { draws: 256, seed: 2 }),
      saltelliDesign(inputs, { draws: 128, seed: 1 }),
      saltelliDesign(inputs, { draws: 256, seed: 1, sampler: "random" }),
      saltelliDesign(
        uncertainInputs({
          activity: { type: "normal", mean: 100, sd: 5.001 },
          factor: { type: "uniform", lo: 0, hi: 1 },
        }),
        {
          draws: 256,
          seed: 1,
        },
      ),
    ];
    for (const other of others) {
      expect(() => evaluationOf(design, results, other.fingerprint)).toThrow(/evaluated on another sample/);
      expect(() => sobolIndices(design, evaluateDesign(other, model), { seed: 1 })).toThrow(
        /evaluated on another sample/,
      );
    }
  });

  it("are refused where they are too few or no numbers", () => {
    expect(() => evaluationOf(design, results.slice(1), design.fingerprint)).toThrow(
      /1024 rows.*there are 1023 results/,
    );
    const broken = results.with(7, Number.NaN);
    expect(() => evaluationOf(design, broken, design.fingerprint)).toThrow(/y\[7\] is NaN/);
    const { x, y, names } = evaluateSample(inputs, model, { sampler: "lhs", seed: 1, draws: 200 });
    expect(evaluatedElsewhere(names, x, [...y], sampleFingerprint(x)).y).toEqual(y);
    expect(() => evaluatedElsewhere(names, x, [...y], "")).toThrow(/another sample \(none named\)/);
    expect(() => evaluatedElsewhere(names, x, [1], sampleFingerprint(x))).toThrow(/200 draws, but there are 1 results/);
  });
});

describe("Sobol's indices", () => {
  it("want a power of two, independent variables and a model that varies", () => {
    for (const draws of [0, 1, 1000]) expect(() => saltelliDesign(inputs, { draws, seed: 1 })).toThrow(/power of two/);
    const together = uncertainInputs(
      { a: { type: "uniform", lo: 0, hi: 1 }, b: { type: "uniform", lo: 0, hi: 1 } },
      { groups: [{ variables: ["a", "b"] }] },
    );
    expect(() => saltelliDesign(together, { draws: 64, seed: 1 })).toThrow(/some are correlated.*delta/);
    const flat = evaluateDesign(design, expressionModel("7", inputs.names));
    expect(() => sobolIndices(design, flat, { seed: 1 })).toThrow(/returns 7 whatever/);
  });

  it("do not change when a constant is added to the result or its unit changes", () => {
    const of = (text: string) => {
      const { first, total } = sobolIndices(design, evaluateDesign(design, expressionModel(text, inputs.names)), {
        seed: 1,
        resamples: 0,
      });
      return [first.factor!.value, total.activity!.value];
    };
    const plain = of("activity * factor");
    for (const text of ["activity * factor + 1e5", "1000 * activity * factor"])
      for (const [at, value] of of(text).entries()) expect(value).toBeCloseTo(plain[at]!, 8);
  });

  it("have bootstrap intervals that hold the truth in 93 to 97 % of 1,000 seeded trials", () => {
    const flat = { type: "uniform", lo: 0, hi: 1 } as const;
    const two = uncertainInputs({ a: flat, b: flat });
    const sum = expressionModel("a + 2 * b", two.names);
    let [first, total] = [0, 0];
    for (let seed = 0; seed < 1000; seed++) {
      const own = saltelliDesign(two, { draws: 256, seed, sampler: "random" });
      const found = sobolIndices(own, evaluateDesign(own, sum), { seed, resamples: 200 });
      if (found.first.b!.lo <= 0.8 && 0.8 <= found.first.b!.hi) first += 1;
      if (found.total.b!.lo <= 0.8 && 0.8 <= found.total.b!.hi) total += 1;
    }
    for (const held of [first, total]) {
      expect(held).toBeGreaterThanOrEqual(930);
      expect(held).toBeLessThanOrEqual(970);
    }
  });
});

describe("Morris", () => {
  it("gives a linear model its slopes and no spread, on any number of trajectories", () => {
    const flat = { type: "uniform", lo: 0, hi: 1 } as const;
    const three = uncertainInputs({ a: flat, b: flat, c: flat });
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), fc.nat(), fc.constantFrom(2, 4, 6), (trajectories, seed, levels) => {
        const found = morris(three, expressionModel("3 * a - 2 * b", three.names), { trajectories, seed, levels });
        expect(found.a!.mu).toBeCloseTo(3, 10);
        expect(found.b!.mu).toBeCloseTo(-2, 10);
        expect(found.b!.muStar).toBeCloseTo(2, 10);
        expect(found.a!.sigma).toBeCloseTo(0, 6);
        expect(found.c!.muStar).toBeCloseTo(0, 10);
      }),
    );
  });
  it("has a value at every level of an unbounded law", () => {
    expect(morris(inputs, model, { trajectories: 10, seed: 1 }).factor!.muStar).toBeGreaterThan(0);
  });
  it("refuses an odd number of levels and no trajectory", () => {
    expect(() => morris(inputs, model, { trajectories: 10, seed: 1, levels: 3 })).toThrow(
      /levels is 3; expected an even integer/,
    );
    expect(() => morris(inputs, model, { trajectories: 0, seed: 1 })).toThrow(/trajectories is 0; expected/);
  });
});

describe("regression", () => {
  it("of ranks sees a monotonic model whole, that of values does not", () => {
    const one = uncertainInputs({ x: { type: "uniform", lo: 0, hi: 1 } });
    const sample = evaluateSample(one, expressionModel("exp(20 * x)", one.names), {
      sampler: "lhs",
      seed: 1,
      draws: 500,
    });
    expect(regression(sample, "ranks").r2).toBeCloseTo(1, 12);
    expect(regression(sample, "values").r2).toBeLessThan(0.6);
  });
  it("shares ranks among ties", () => {
    expect([...ranksOf(Float64Array.of(5, 1, 5, 3))]).toEqual([3.5, 1, 3.5, 2]);
  });
  it("refuses variables that move as one, naming them", () => {
    const sample = evaluateSample(inputs, model, { sampler: "lhs", seed: 1, draws: 100 });
    const twin = { names: ["a", "b"], x: [sample.x[0]!, sample.x[0]!.map((value) => 2 * value)], y: sample.y };
    expect(() => regression(twin, "values")).toThrow(/a, b are perfectly correlated/);
  });
});

it("delta is near 0 for a variable that does nothing, and refuses a handful of draws", () => {
  const three = uncertainInputs({ a: { type: "uniform", lo: 0, hi: 1 }, idle: { type: "uniform", lo: 0, hi: 1 } });
  const of = (draws: number) =>
    evaluateSample(three, expressionModel("a^2", three.names), { sampler: "sobol", seed: 1, draws });
  const found = delta(of(1024), { seed: 1, resamples: 20 });
  expect(Math.abs(found.idle!.delta.value)).toBeLessThan(0.05);
  expect(Math.abs(found.idle!.first)).toBeLessThan(0.05);
  expect(found.a!.first).toBeGreaterThan(0.98);
  expect(() => delta(of(50), { seed: 1 })).toThrow(/at least 100 draws; got 50/);
});

it("FAST refuses fewer draws than its harmonics need", () => {
  expect(() => fast(inputs, model, { draws: 64, seed: 1 })).toThrow(/more than 64 draws per variable; got 64/);
});

describe("the tornado", () => {
  it("orders variables by what their interval does, and shows scenarios beside", () => {
    const { base, bars, scenarios } = tornado(inputs, model, { "half the factor": { factor: 1 } });
    expect(base).toBeCloseTo(200, 10);
    expect(bars.map(({ name }) => name)).toEqual(["factor", "activity"]);
    expect(bars[1]!.atHi - base).toBeCloseTo(2 * 5 * 1.959964, 4);
    expect(scenarios).toEqual([{ name: "half the factor", result: 100, change: expect.closeTo(-100, 10) }]);
  });
  it("refuses a scenario of something that is no variable", () => {
    expect(() => tornado(inputs, model, { peat: { peat: 1 } })).toThrow(
      /scenario peat sets peat, which is not a variable/,
    );
  });
});
