import { describe, expect, test } from "vitest";
import { FlowsheetModel } from "../../../../../lib/industry/calibration/flowsheet-model.ts";
import type { Adjusted } from "../../../../../lib/industry/process/adjusted.ts";
import type { ProcessSheet } from "../../../../../lib/industry/process/process-sheet.ts";
import { solveProcess } from "../../../../../lib/industry/process/solve-process.ts";
import type { MaterialStream } from "../../../../../lib/industry/stream/stream.ts";
import { shippedSubstances } from "../../../../../lib/industry/substance/substances.ts";
import { industryCalibrateFlowsheet } from "../../../../../lib/industry/tools/calibrate-flowsheet.ts";
import type { Dual } from "../../../../../lib/numeric/automatic/dual.ts";
import { uninterrupted } from "../../../../../lib/numeric/work.ts";
import { callTool } from "../../../../../lib/tool/call.ts";
import { ammoniaLoop } from "../process/ammonia-loop.ts";

const gas = (H2: number, N2: number, CH4: number) => ({
  "make-up": { flows_kg_h: { H2, N2, CH4 }, temperature_C: 30 },
});
const sheet = (purge?: number, conversion?: number): ProcessSheet => ({
  units: ammoniaLoop(purge, conversion),
  feeds: { "make-up": { flows: { H2: 600, N2: 2800, CH4: 30 }, temperature: 303.15 } },
  specifications: [],
});
const both: Adjusted[] = [
  { unit: "splitter", parameter: "purge" },
  { unit: "converter", parameter: "conversion" },
];

describe("Derivatives of a solved flowsheet", () => {
  test("by parameters and feeds, through the recycle, are those of solving it again", async () => {
    const by: Adjusted[] = [...both, { feed: "make-up", substance: "CH4" }];
    const readings = [
      { stream: "loop gas", quantity: "mass" },
      { stream: "loop gas", quantity: "temperature" },
      { stream: "purge gas", quantity: { moleShare: "CH4" } },
      { stream: "converter.heat", quantity: "power" },
    ] as const;
    const model = new FlowsheetModel(
      sheet(),
      [{ feeds: {}, parameters: {}, readings }],
      by,
      shippedSubstances,
      uninterrupted,
    );
    const at = [0.05, 0.25, 30];
    const exact = await model.jacobian(at);
    for (const [k, value] of at.entries()) {
      const h = 1e-4 * value;
      const [up, down] = [await model.predict(at.with(k, value + h)), await model.predict(at.with(k, value - h))];
      for (const i of readings.keys()) {
        const difference = (up[i]! - down[i]!) / (2 * h);
        // Streams are solved to 1e-12 of themselves: a difference of two is known to 1e-12 / 1e-4 of its number, which may be much larger.
        expect(exact.data[i * by.length + k]! / difference).toBeCloseTo(1, 4);
      }
    }
  });

  test("hold its specifications: of a loop gas that the purge keeps, all methane that is fed more leaves", async () => {
    const fixed: ProcessSheet = {
      ...sheet(),
      specifications: [
        {
          stream: "loop gas",
          quantity: { substance: "CH4" },
          value: 400,
          by: { unit: "splitter", parameter: "purge" },
        },
      ],
    };
    const solved = await solveProcess(fixed, shippedSubstances);
    const streams = await solved.differentiated([{ feed: "make-up", substance: "CH4" }]);
    // Methane only leaves by the purge: 400 stays, all that more comes leaves.
    const slopeOf = (stream: string) => (streams.get(stream) as MaterialStream<Dual>).flows.CH4!.slope![0];
    expect(slopeOf("loop gas")).toBeCloseTo(0, 9);
    expect(slopeOf("purge gas")).toBeCloseTo(1, 9);
  });
});

/** Two products of a recycle that holds back a share of water: cheap to solve, its truth known by hand. */
const wash = {
  units: [
    { name: "mixer", operation: "mixer", inlets: { fresh: "feed", back: "back" }, outlets: { out: "wash" } },
    {
      name: "filter",
      operation: "separator",
      inlets: { in: "wash" },
      outlets: { top: "filtrate", bottom: "cake" },
      parameters: { H2O: 0.5 },
    },
    {
      name: "splitter",
      operation: "splitter",
      inlets: { in: "filtrate" },
      outlets: { bleed: "bleed", back: "back" },
      parameters: { bleed: 0.5 },
    },
  ],
  feeds: { feed: { flows_kg_h: { H2O: 100 }, temperature_C: 25 } },
};
const [share, bleed] = [0.8, 0.3];
/** Round = feed + share (1 − bleed) round. */
const truth = (feed: number) => {
  const round = feed / (1 - share * (1 - bleed));
  return { wash: round, cake: (1 - share) * round, bleed: share * bleed * round };
};

interface Calibrated {
  readonly parameters: readonly { name: string; value: number; lo: number; hi: number; standardError: number }[];
  readonly residualSd: number;
  readonly chiSquare: number;
  readonly notes: readonly string[];
}
const calibrated = async (input: object) =>
  (await callTool(industryCalibrateFlowsheet, input)) as unknown as Calibrated;

/** Standard normal numbers, written down once: mean 0.02, standard deviation 0.97. */
const drawn = [0.41, -1.32, 0.77, 1.58, -0.93, -0.4];

const washed = (errors: readonly number[], sigma = 0.01) => ({
  ...wash,
  parameters: [
    { unit: "filter", parameter: "H2O" },
    { unit: "splitter", parameter: "bleed" },
  ],
  cases: [100, 60].map((H2O, c) => ({
    feeds: { feed: { flows_kg_h: { H2O }, temperature_C: 25 } },
    measured: Object.entries(truth(H2O)).map(([stream, kg_h], i) => ({
      stream,
      kg_h: kg_h * (1 + sigma * (errors[3 * c + i] ?? 0)),
      sigma: kg_h * sigma,
    })),
  })),
});

describe("industry.calibrateFlowsheet", () => {
  test("finds what the streams of a recycle were made with, wherever it starts", async () => {
    const { parameters, residualSd } = await calibrated(washed([]));
    expect(parameters.map(({ name }) => name)).toEqual(["filter.H2O", "splitter.bleed"]);
    expect(parameters[0]!.value).toBeCloseTo(share, 9);
    expect(parameters[1]!.value).toBeCloseTo(bleed, 9);
    expect(residualSd).toBeLessThan(1e-6);
  });

  test("has the truth in its intervals, whose width is that of the derivatives by hand", async () => {
    const { parameters, residualSd } = await calibrated(washed(drawn));
    for (const [k, own] of [share, bleed].entries()) {
      expect(parameters[k]!.lo).toBeLessThan(own);
      expect(parameters[k]!.hi).toBeGreaterThan(own);
    }
    // Logarithms of the readings: both feeds have the same derivatives by share and bleed, at what was found.
    const [s, b] = parameters.map(({ value }) => value) as [number, number];
    const [byShare, byBleed] = [(1 - b) / (1 - s * (1 - b)), -s / (1 - s * (1 - b))];
    const rows = [
      [byShare, byBleed],
      [byShare - 1 / (1 - s), byBleed],
      [byShare + 1 / s, byBleed + 1 / b],
    ];
    const sum = (i: number, j: number) => 2 * rows.reduce((all, row) => all + (row[i]! * row[j]!) / 0.01 ** 2, 0);
    const determinant = sum(0, 0) * sum(1, 1) - sum(0, 1) ** 2;
    // sigma is a share of the true flow, not of the predicted one: they differ by about the error of a reading.
    expect(parameters[0]!.standardError / (residualSd * Math.sqrt(sum(1, 1) / determinant))).toBeCloseTo(1, 1);
    expect(parameters[1]!.standardError / (residualSd * Math.sqrt(sum(0, 0) / determinant))).toBeCloseTo(1, 1);
  });

  test("of an ammonia loop, reads gas analysis, temperature and feeds that differ by case", async () => {
    const cases = await Promise.all(
      [gas(600, 2800, 30), gas(500, 2400, 25)].map(async (feeds, c) => {
        const fed = { "make-up": { flows: feeds["make-up"].flows_kg_h, temperature: 303.15 } };
        const { streams } = await solveProcess({ ...sheet(), feeds: fed }, shippedSubstances);
        const of = (name: string) =>
          streams.find((each) => each.name === name)!.stream as { flows: Record<string, number>; temperature: number };
        const sign = c === 0 ? 1 : -1;
        return {
          feeds,
          measured: [
            { stream: "ammonia", substance: "NH3", kg_h: of("ammonia").flows.NH3! + sign * 10, sigma: 20 },
            { stream: "loop gas", temperature_C: of("loop gas").temperature - 273.15 - sign * 0.5, sigma: 1 },
            { stream: "loop gas", substance: "CH4", kg_h: of("loop gas").flows.CH4! - sign * 8, sigma: 10 },
          ],
        };
      }),
    );
    const { parameters, notes } = await calibrated({
      units: ammoniaLoop(0.08, 0.4),
      feeds: gas(600, 2800, 30),
      parameters: both,
      cases,
    });
    for (const [k, own] of [0.05, 0.25].entries()) {
      expect(parameters[k]!.lo).toBeLessThan(own);
      expect(parameters[k]!.hi).toBeGreaterThan(own);
      expect(Math.abs(parameters[k]!.value / own - 1)).toBeLessThan(0.1);
    }
    expect(notes.join()).toContain("converter: Assumed by this library, from no source: productTemperature.");
  });

  const measured = [
    { stream: "loop gas", substance: "CH4", kg_h: 600, sigma: 10 },
    { stream: "loop gas", substance: "CH4", kg_h: 610, sigma: 10 },
    { stream: "loop gas", substance: "CH4", kg_h: 590, sigma: 10 },
  ];
  const plant = { units: ammoniaLoop(), feeds: gas(600, 2800, 30), parameters: both, cases: [{ measured }] };
  const [purge] = both;

  test("says that a reading is far from the sheet, and which", async () => {
    const wrong = [...measured, { stream: "ammonia", substance: "NH3", kg_h: 3300, sigma: 10 }];
    const { notes } = await calibrated({ ...plant, parameters: [purge], cases: [{ measured: wrong }] });
    expect(notes.join()).toMatch(/more than chance explains.*The largest: ammonia in case 1/);
  });

  test.each<[string, object, RegExp]>([
    [
      "parameters that go together",
      { parameters: [purge, { feed: "make-up", substance: "CH4" }] },
      /do not determine splitter\.purge and make-up\[CH4\] separately/,
    ],
    [
      "a parameter that moves nothing that is read",
      { parameters: [purge, { unit: "converter", parameter: "productTemperature" }] },
      /No reading depends on converter\.productTemperature/,
    ],
    ["too few readings", { cases: [{ measured: measured.slice(0, 2) }] }, /2 parameters need at least 3 readings/],
    [
      "a unit that is not there",
      { parameters: [{ unit: "reactor", parameter: "conversion" }] },
      /parameter conversion is to change in the unit reactor, which the flowsheet does not have; its units are mixer, converter and splitter/,
    ],
    [
      "a parameter that is not there",
      { parameters: [{ unit: "converter", parameter: "yield" }] },
      /unit converter \(ammonia synthesis\) has no parameter yield/,
    ],
    [
      "a feed that is not there",
      { parameters: [{ feed: "air", substance: "N2" }] },
      /the feed air, which the flowsheet does not have; its feeds of matter are make-up/,
    ],
    [
      "bounds the wrong way",
      { parameters: [{ ...purge, lo: 1, hi: 0 }] },
      /splitter\.purge is to stay between lo 1 and hi 0/,
    ],
    ["a parameter twice", { parameters: [purge, purge] }, /`parameters` names splitter\.purge twice/],
    [
      "a stream that is not there",
      { cases: [{ measured: [...measured, { ...measured[0], stream: "vent" }] }] },
      /reading names the stream vent; the flowsheet has/,
    ],
    [
      "a temperature of heat",
      {
        parameters: [purge],
        cases: [{ measured: [...measured, { stream: "converter.heat", temperature_C: 1, sigma: 1 }] }],
      },
      /converter\.heat carries energy: it has no temperature/,
    ],
    [
      "two quantities at once",
      { cases: [{ measured: [{ ...measured[0], temperature_C: 1 }] }] },
      /Reading 1 of case 1 gives 2 quantities/,
    ],
    [
      "a substance that is not there",
      { cases: [{ measured: [{ ...measured[0], substance: "CH5" }] }] },
      /no substance CH5/,
    ],
    [
      "a case that feeds elsewhere",
      { cases: [{ measured, feeds: { air: { flows_kg_h: { N2: 1 } } } }] },
      /Case 1 feeds air, which is not among `feeds`: make-up/,
    ],
    [
      "a case that sets what is fitted",
      { cases: [{ measured, parameters: { splitter: { purge: 0.1 } } }] },
      /Case 1 sets splitter\.purge, which is to be calibrated/,
    ],
    [
      "a case that sets nothing there",
      { cases: [{ measured, parameters: { tower: { purge: 0.1 } } }] },
      /Case 1 sets a parameter of the unit tower/,
    ],
    [
      "a start that has no state",
      { parameters: [{ ...purge, hi: 0 }] },
      /With the starting values splitter\.purge = 0, case 1 cannot be computed: The recycle of the stream \S+ has no steady state/,
    ],
    [
      "a sigma of zero",
      { cases: [{ measured: [{ ...measured[0], sigma: 0 }] }] },
      /cases\[0\]\.measured\[0\]\.sigma is 0; expected a number > 0/,
    ],
  ])("says why not: %s", async (_, over, sentence) => {
    await expect(callTool(industryCalibrateFlowsheet, { ...plant, ...over })).rejects.toThrow(sentence);
  });
});
