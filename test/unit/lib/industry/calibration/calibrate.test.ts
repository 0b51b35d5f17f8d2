import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calibrate } from "../../../../../lib/industry/calibration/calibrate.ts";
import { formulaModel, plantModel } from "../../../../../lib/industry/calibration/model.ts";
import { industryCalibrate } from "../../../../../lib/industry/tools/calibrate.ts";
import { callTool } from "../../../../../lib/tool/call.ts";

const x = [1, 2, 3, 4, 5, 6];
const y = [2.1, 3.9, 6.2, 7.8, 10.1, 12.2];
const level = { level: 0.95 };
const free = { start: 1 };

describe("calibration", () => {
  test("finds the parameters of readings without errors, with intervals that shrink to them", async () => {
    const value = fc.double({ min: -5, max: 5, noNaN: true });
    await fc.assert(
      fc.asyncProperty(value, value, fc.double({ min: 0.1, max: 0.5, noNaN: true }), async (a, b, k) => {
        const readings = x.map((each) => a + b * Math.exp(-k * each));
        const linear = formulaModel("a + b * exp(-k * x)".replace("k", String(k)), ["a", "b"], { x }, 6);
        expect(linear.isLinear).toBe(true);
        const { parameters, residualSd } = await calibrate(linear, readings, [free, free], level);
        expect(parameters[0]!.value).toBeCloseTo(a, 9);
        expect(parameters[1]!.value).toBeCloseTo(b, 8);
        expect(residualSd).toBeLessThan(1e-12);
        if (Math.abs(b) < 0.5) return;
        const model = formulaModel("a + b * exp(-k * x)", ["a", "b", "k"], { x }, 6);
        expect(model.isLinear).toBe(false);
        const starts = [free, { start: b > 0 ? 1 : -1 }, { start: 0.3, lo: 0.01, hi: 2 }];
        const fitted = await calibrate(model, readings, starts, level);
        expect(fitted.parameters[2]!.value).toBeCloseTo(k, 6);
      }),
    );
  });

  test("leaves residuals that no parameter could lower, and intervals of Student's t", async () => {
    const model = formulaModel("a + b * x", ["a", "b"], { x }, 6);
    const fitted = await calibrate(model, y, [free, free], level);
    expect(fitted.residuals.reduce((sum, r) => sum + r, 0)).toBeCloseTo(0, 12);
    expect(fitted.residuals.reduce((sum, r, i) => sum + r * x[i]!, 0)).toBeCloseTo(0, 11);
    // t of 0.975 with 4 degrees of freedom: SciPy 1.17, scipy.stats.t.ppf.
    expect(fitted.t).toBeCloseTo(2.7764451051977934, 10);
    const [a, b] = fitted.parameters;
    expect(b!.hi - b!.value).toBeCloseTo(fitted.t * b!.standardError, 12);
    // Mean of x is 3.5: the errors of a mean prediction there are those of the mean alone.
    expect(fitted.errorOf([1, 3.5])).toBeCloseTo(fitted.residualSd / Math.sqrt(6), 12);
    expect(fitted.errorOf([1, 0])).toBeCloseTo(a!.standardError, 12);
    expect(fitted.correlation[0]![1]).toBeCloseTo(-3.5 / Math.sqrt(91 / 6), 12);
  });

  test("of a plant model has the same result as of the formula, by automatic derivatives", async () => {
    const formula = await calibrate(formulaModel("p * x ^ q", ["p", "q"], { x }, 6), y, [free, free], level);
    const plant = plantModel(["p", "q"], (a, [p, q]) => x.map((each) => a.mul(p!, a.exp(a.scale(q!, Math.log(each))))));
    const automatic = await calibrate(plant, y, [free, free], level);
    for (const [k, { value, standardError }] of automatic.parameters.entries()) {
      expect(value).toBeCloseTo(formula.parameters[k]!.value, 8);
      expect(standardError).toBeCloseTo(formula.parameters[k]!.standardError, 8);
    }
  });

  test("stops at a bound with the best values of the others there", async () => {
    const model = formulaModel("a + b * x", ["a", "b"], { x }, 6);
    const fitted = await calibrate(model, y, [{ start: 3, lo: 1 }, free], level);
    expect(fitted.parameters[0]).toMatchObject({ value: 1, atBound: true });
    // With a = 1: b = Σ x (y − 1) / Σ x².
    const b = x.reduce((sum, each, i) => sum + each * (y[i]! - 1), 0) / 91;
    expect(fitted.parameters[1]!.value).toBeCloseTo(b, 10);
  });
});

describe("a calibration that cannot be made", () => {
  const call = (over: object) =>
    callTool(industryCalibrate, {
      model: "a + b * x",
      response: "y",
      data: { x, y },
      parameters: { a: {}, b: {} },
      ...over,
    });
  test.each<[string, object, RegExp]>([
    [
      "too few readings",
      { data: { x: [1, 2], y: [1, 2] } },
      /2 parameters need at least 3 readings for intervals; got 2/,
    ],
    ["parameters that go together", { model: "a * b * x" }, /do not determine a and b separately/],
    ["a constant column", { data: { x: x.map(() => 2), y } }, /do not determine a and b separately/],
    ["a response that is no column", { response: "z" }, /no column z; they have x, y/],
    ["columns of other lengths", { data: { x: [1, 2, 3], y } }, /column x has 3 readings; y has 6/],
    [
      "a parameter that is not in the model",
      { parameters: { a: {}, b: {}, c: {} } },
      /parameter c does not occur in the model/,
    ],
    ["a name with two meanings", { parameters: { a: {}, b: {}, x: {} } }, /x is a parameter and a column/],
    ["an unknown name", { model: "a + b * z" }, /no variable or function of this name.*a, b, x/],
    ["bounds the wrong way", { parameters: { a: { lo: 2, hi: 1 }, b: {} } }, /parameter a has lo 2 above hi 1/],
    ["a sigma of zero", { sigma: [1, 1, 0, 1, 1, 1] }, /sigma\[2\] is 0/],
    ["conditions without a column", { at: [{}] }, /at\[0\] does not give x/],
    [
      "values that are not finite",
      { model: "a + ln(b - 10 - x)" },
      /model gives NaN for reading 1 at a = 1\.00000, b = 1\.00000/,
    ],
  ])("says why: %s", async (_, over, sentence) => {
    await expect(call(over)).rejects.toThrow(sentence);
  });
});
