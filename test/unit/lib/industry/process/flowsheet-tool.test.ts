import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mixedStream } from "../../../../../lib/industry/process/mixed.ts";
import { Chemistry } from "../../../../../lib/industry/stream/chemistry.ts";
import type { MaterialStream } from "../../../../../lib/industry/stream/stream.ts";
import { substancesWith } from "../../../../../lib/industry/substance/substances.ts";
import { industryFlowsheet } from "../../../../../lib/industry/tools/flowsheet.ts";
import { realArithmetic } from "../../../../../lib/numeric/automatic/arithmetic.ts";
import { dualArithmetic } from "../../../../../lib/numeric/automatic/dual.ts";
import { callTool } from "../../../../../lib/tool/call.ts";
import { ammoniaLoop } from "./ammonia-loop.ts";

interface Solved {
  readonly streams: readonly {
    readonly name: string;
    readonly temperature_C: number | null;
    readonly power_MW: number | null;
    readonly flows_kg_h: Readonly<Record<string, number>>;
  }[];
  readonly units: readonly {
    readonly name: string;
    readonly mass: number;
    readonly carbon: number;
    readonly energy: number;
  }[];
  readonly overall: readonly { readonly quantity: string; readonly residual: number; readonly into: number }[];
  readonly parts: readonly { readonly tears: readonly string[] }[];
  readonly free: Readonly<Record<string, number>>;
  readonly residual: number;
  readonly method: string;
}

const call = async (input: object) => (await callTool(industryFlowsheet, input)) as unknown as Solved;
const flowOf = ({ streams }: Solved, name: string, substance: string) =>
  streams.find((stream) => stream.name === name)!.flows_kg_h[substance] ?? 0;

const loop = (purge = 0.05, conversion = 0.25) => ({
  units: ammoniaLoop(purge, conversion),
  feeds: { "make-up": { flows_kg_h: { H2: 600, N2: 2800, CH4: 30 }, temperature_C: 30 } },
});

describe("industry.flowsheet", () => {
  test("solves a loop of real operations, whose elements and energy balance", async () => {
    const solved = await call(loop());
    // Methane only leaves by the purge: 30 / 0.05 in the loop. Hydrogen, which is short: 600 / (1 − 0.75 · 0.95).
    expect(flowOf(solved, "loop gas", "CH4")).toBeCloseTo(600, 8);
    expect(flowOf(solved, "loop gas", "H2")).toBeCloseTo(600 / (1 - 0.75 * 0.95), 8);
    expect(solved.parts).toEqual([{ blocks: ["mixer", "converter", "splitter"], tears: ["recycle"] }]);
    for (const { mass, carbon, energy } of solved.units) {
      expect(mass).toBeLessThan(1e-12);
      expect(carbon).toBeLessThan(1e-12);
      expect(energy).toBeLessThan(1e-12);
    }
    // The bounds that a plant has to keep are 1e-9 for carbon and 1e-6 for energy; the solver stops at 1e-12.
    for (const { residual } of solved.overall) expect(residual).toBeLessThan(1e-11);
    expect(solved.overall.map(({ quantity }) => quantity)).toEqual(["mass", "carbon", "H", "N", "energy"]);
  });

  test("gives the same by either method", async () => {
    const [first, second] = [
      await call({ ...loop(), method: "Wegstein" }),
      await call({ ...loop(), method: "Newton" }),
    ];
    for (const [k, { flows_kg_h, power_MW }] of first.streams.entries()) {
      for (const [substance, flow] of Object.entries(flows_kg_h))
        expect(Math.abs(second.streams[k]!.flows_kg_h[substance]! / flow - 1)).toBeLessThan(1e-9);
      if (power_MW !== null) expect(second.streams[k]!.power_MW).toBeCloseTo(power_MW, 9);
    }
  });

  test("meets specifications by a parameter and by a feed", async () => {
    const solved = await call({
      ...loop(),
      specifications: [
        { stream: "loop gas", substance: "CH4", kg_h: 400, by: { unit: "splitter", parameter: "purge", lo: 0.001 } },
        { stream: "ammonia", substance: "NH3", kg_h: 2600, by: { feed: "make-up", substance: "H2" } },
      ],
    });
    expect(solved.free["splitter.purge"]).toBeCloseTo(0.075, 8);
    expect(flowOf(solved, "ammonia", "NH3")).toBeCloseTo(2600, 6);
    expect(solved.residual).toBeLessThan(1e-9);
    const hot = await call({
      ...loop(),
      units: [
        ...loop().units,
        { name: "cooler", operation: "heat exchanger", inlets: { in: "purge gas" }, parameters: { temperature: 80 } },
      ],
      specifications: [{ stream: "cooler.heat", power_MW: -0.01, by: { unit: "cooler", parameter: "temperature" } }],
    });
    const heat = hot.streams.find(({ name }) => name === "cooler.heat")!;
    expect(heat.power_MW).toBeCloseTo(-0.01, 10);
    expect(hot.streams.find(({ name }) => name === "cooler.out")!.temperature_C).toBeCloseTo(
      hot.free["cooler.temperature"]!,
      9,
    );
  });

  test("finds what is made beside what is fed", async () => {
    const solved = await call({
      units: [{ name: "reformer", operation: "steam reformer", inlets: { feed: "gas", steam: "steam", fuel: "fuel" } }],
      feeds: {
        gas: { flows_kg_h: { CH4: 1000 }, temperature_C: 400 },
        steam: { flows_kg_h: { H2O: 3400 }, temperature_C: 400 },
        fuel: { flows_kg_h: { CH4: 600 }, temperature_C: 25 },
      },
    }).catch((error: Error) => error);
    // Whatever the ports of the reformer are called, a wrong one is a sentence that lists them.
    if (solved instanceof Error) expect(solved.message).toMatch(/has no inlet|is impossible/);
    else {
      const made = new Set(solved.streams.flatMap(({ flows_kg_h }) => Object.keys(flows_kg_h)));
      expect([...made]).toEqual(expect.arrayContaining(["H2", "CO", "CO2"]));
      for (const { residual } of solved.overall) expect(residual).toBeLessThan(1e-9);
    }
  });

  test.each<[string, object, RegExp]>([
    ["a loop without a way out for what does not react", loop(0), /recycle of the stream \S+ has no steady state/],
    [
      "a port that an operation does not have",
      { ...loop(), units: [...loop().units, { name: "x", operation: "water-gas shift", inlets: { gas: "ammonia" } }] },
      /unit x \(water-gas shift\) has no inlet gas; it has synthesis gas and steam/,
    ],
    [
      "an operation that is not there",
      { ...loop(), units: [{ name: "x", operation: "magic", inlets: { in: "make-up" } }] },
      /no operation magic/,
    ],
    [
      "a feed of less than nothing",
      { ...loop(), feeds: { "make-up": { flows_kg_h: { H2: -1 } } } },
      /feed make-up has -1 kg\/h of H2/,
    ],
    [
      "a feed colder than cold",
      { ...loop(), feeds: { "make-up": { flows_kg_h: { H2: 1 }, temperature_C: -300 } } },
      /feed make-up has a temperature of -300 °C/,
    ],
    [
      "a cooler below the absolute zero, and one with an unknown parameter",
      {
        ...loop(),
        units: [
          ...loop().units,
          {
            name: "cooler",
            operation: "heat exchanger",
            inlets: { in: "purge gas" },
            parameters: { temperature: -400 },
          },
        ],
      },
      /heat exchanger cooler needs the parameter temperature, in °C, between −73 and 5700/,
    ],
    [
      "a parameter that a simple unit does not have",
      {
        ...loop(),
        units: [{ ...loop().units[0], parameters: { share: 1 } }, ...loop().units.slice(1)],
      },
      /unit mixer \(mixer\) has no parameter share; it has none/,
    ],
    [
      "a parameter that an operation does not have",
      { ...loop(), units: [loop().units[0], { ...loop().units[1], parameters: { yield: 1 } }, loop().units[2]] },
      /Unit converter: ammonia synthesis has no parameter yield/,
    ],
    [
      "a first guess of what no unit makes",
      { ...loop(), guesses: { steam: { flows_kg_h: { H2O: 1 } } } },
      /`guesses` names the stream steam, which no unit makes; units make loop gas/,
    ],
    [
      "a specification by a parameter that is not there",
      {
        ...loop(),
        specifications: [
          { stream: "loop gas", substance: "CH4", kg_h: 4, by: { unit: "splitter", parameter: "back" } },
        ],
      },
      /unit splitter \(splitter\) has no parameter back that could change; it has purge/,
    ],
    [
      "a splitter without shares",
      {
        ...loop(),
        units: [{ name: "x", operation: "splitter", inlets: { in: "make-up" }, outlets: { a: "a", b: "b" } }],
      },
      /splitter x needs a share for each of its outlets but one/,
    ],
    ["a share above 1", { ...loop(1.5) }, /share 1\.5 of purge in the unit splitter/],
    [
      "heat where matter is wanted",
      { ...loop(), feeds: { "make-up": { power_MW: 3 } } },
      /stream make-up carries heat where it comes from and material where it goes to/,
    ],
    ["an unknown substance", { ...loop(), feeds: { "make-up": { flows_kg_h: { XY: 1 } } } }, /no substance XY/],
    [
      "a specification without a quantity",
      { ...loop(), specifications: [{ stream: "ammonia", by: { unit: "splitter", parameter: "purge" } }] },
      /Specification 1 sets 0 quantities/,
    ],
    [
      "a specification of a stream that is not there",
      { ...loop(), specifications: [{ stream: "x", temperature_C: 3, by: { unit: "splitter", parameter: "purge" } }] },
      /names the stream x; the flowsheet has/,
    ],
    [
      "power of matter",
      { ...loop(), specifications: [{ stream: "ammonia", power_MW: 3, by: { unit: "splitter", parameter: "purge" } }] },
      /stream ammonia carries material: it has no power/,
    ],
    [
      "a cooler without a temperature",
      { ...loop(), units: [{ name: "x", operation: "heat exchanger", inlets: { in: "make-up" } }] },
      /heat exchanger x needs the parameter temperature/,
    ],
    [
      "more ammonia than the nitrogen allows",
      {
        ...loop(),
        specifications: [
          { stream: "ammonia", substance: "NH3", kg_h: 4000, by: { feed: "make-up", substance: "H2", hi: 5000 } },
        ],
      },
      /ammonia\[NH3\] = 4000 is not reached: it is \d.* with make-up\[H2\] = \d/,
    ],
    [
      "a unit without inlets",
      { ...loop(), units: [{ name: "x", operation: "mixer", inlets: {} }] },
      /unit x \(mixer\) has no inlet/,
    ],
    [
      "a separator without its inlet",
      { ...loop(), units: [{ name: "x", operation: "separator", inlets: {} }] },
      /unit x \(separator\) needs the inlet in/,
    ],
    [
      "shares above 1 together",
      {
        ...loop(),
        units: [
          {
            name: "x",
            operation: "splitter",
            inlets: { in: "make-up" },
            outlets: { a: "a", b: "b", c: "c" },
            parameters: { a: 0.7, b: 0.7 },
          },
        ],
      },
      /shares of the splitter x sum to 1\.4/,
    ],
  ])("refuses %s with a sentence", async (_, input, sentence) => {
    await expect(call(input)).rejects.toThrow(sentence);
  });
});

describe("mixing", () => {
  test("keeps enthalpy, and its temperature has the slopes of differences", () => {
    const substances = substancesWith([]);
    const flow = fc.double({ min: 1, max: 100, noNaN: true });
    const temperature = fc.double({ min: 300, max: 1200, noNaN: true });
    fc.assert(
      fc.property(flow, flow, temperature, temperature, (first, second, t1, t2) => {
        const streams = <N>(of: readonly N[]): MaterialStream<N>[] => [
          { flows: { N2: of[0]! }, temperature: of[1]! },
          { flows: { CO2: of[2]! }, temperature: of[3]! },
        ];
        const real = new Chemistry(realArithmetic, substances);
        const at = [first, t1, second, t2];
        const mixed = mixedStream(real, streams(at));
        const before = streams(at).reduce((sum, stream) => sum + real.enthalpy(stream), 0);
        const size = streams(at).reduce((sum, stream) => sum + Math.abs(real.enthalpy(stream)), 0);
        expect(Math.abs(real.enthalpy(mixed) - before)).toBeLessThan(1e-12 * size);
        const dual = dualArithmetic(4);
        const carried = mixedStream(
          new Chemistry(dual, substances),
          streams(at.map((value, k) => dual.variable(k, value))),
        );
        for (let k = 0; k < 4; k++) {
          const h = 1e-4 * at[k]!;
          const moved = (by: number) =>
            mixedStream(real, streams(at.map((value, i) => (i === k ? value + by : value)))).temperature;
          const difference = (moved(h) - moved(-h)) / (2 * h);
          // Curvature over a step of 1e-4, and a heat capacity taken over 0.02 K.
          expect(Math.abs(dual.slope(carried.temperature, k) - difference)).toBeLessThan(
            1e-5 * Math.max(1, Math.abs(difference)),
          );
        }
      }),
      { numRuns: 30 },
    );
  });
});
