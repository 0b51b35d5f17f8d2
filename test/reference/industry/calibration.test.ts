import { expect, test } from "vitest";
import { industryCalibrate } from "../../../lib/industry/tools/calibrate.ts";
import { uninterrupted } from "../../../lib/numeric/work.ts";
import { callTool } from "../../../lib/tool/call.ts";
import { nothingToRead } from "../../../lib/tool/read.ts";

interface Fitted {
  readonly parameters: readonly { readonly name: string; readonly value: number; readonly standardError: number }[];
  readonly residualSd: number;
  readonly at: readonly { readonly value: number }[];
}

async function fitted(input: object): Promise<Fitted> {
  return (await callTool(industryCalibrate, input, uninterrupted, nothingToRead)) as unknown as Fitted;
}

const near = (value: number, expected: number, tolerance: number) =>
  expect(Math.abs(value / expected - 1)).toBeLessThan(tolerance);

test("A kiln's heat over its clinker, from eight hourly readings: least squares of NumPy and the normal equations", async () => {
  const { parameters, residualSd, at } = await fitted({
    model: "a + b * clinker",
    response: "heat",
    data: {
      clinker: [300, 310, 305, 320, 330, 325, 315, 300],
      heat: [1005, 1035, 1022, 1068, 1099, 1081, 1052, 1004],
    },
    parameters: { a: {}, b: {} },
    at: [{ clinker: 310 }],
  });
  // The tolerance of the reference case.
  near(parameters[0]!.value, 71.24390243902508, 1e-9);
  near(parameters[1]!.value, 3.112195121951217, 1e-9);
  near(residualSd, 1.1961999452194798, 1e-9);
  near(parameters[0]!.standardError, 12.514217856710413, 1e-9);
  near(parameters[1]!.standardError, 0.03994273683661899, 1e-9);
  near(at[0]!.value / 310, 3.3420141620771044, 1e-9);
});

const saturation = {
  model: "a * x / (b + x)",
  response: "y",
  data: { x: [1, 2, 3, 5, 8, 12, 20, 30], y: [0.31, 0.52, 0.71, 0.93, 1.21, 1.42, 1.61, 1.72] },
  parameters: { a: {}, b: {} },
};

/** SciPy 1.17, scipy.optimize.curve_fit with exact derivatives and tolerances of 1e-15. */
test.each([
  [
    "a saturation",
    saturation,
    [
      [2.074221761943175, 5.835149645471256],
      [0.024535106864256327, 0.19273415111427197],
    ],
  ],
  [
    "a saturation with weights",
    { ...saturation, sigma: [0.02, 0.02, 0.02, 0.03, 0.03, 0.04, 0.05, 0.06] },
    [
      [2.085959776891818, 5.902654979035847],
      [0.03195848651652283, 0.18443692257915326],
    ],
  ],
  [
    "Arrhenius's law",
    {
      model: "A * exp(-E / T)",
      response: "k",
      data: { T: [300, 320, 340, 360, 380, 400], k: [0.021, 0.078, 0.25, 0.69, 1.72, 3.85] },
      parameters: { A: { start: 1e5 }, E: { start: 5000 } },
    },
    [
      [18892536.27968496, 6162.2636296975015],
      [923201.6503672706, 19.306017657441423],
    ],
  ],
] as const)("%s is fitted as by SciPy", async (_, input, [values, errors]) => {
  const { parameters } = await fitted(input);
  for (const [k, { value, standardError }] of parameters.entries()) {
    // At the least sum of squares the parameters are known to the square root of its precision, about 1e-8.
    near(value, values[k]!, 1e-7);
    near(standardError, errors[k]!, 1e-6);
  }
});
