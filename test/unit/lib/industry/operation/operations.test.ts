import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Operation } from "../../../../../lib/industry/operation/operation.ts";
import { balancesOf } from "../../../../../lib/industry/operation/operation-balance.ts";
import { operations } from "../../../../../lib/industry/operation/operations.ts";
import {
  completeInlets,
  completeParameters,
  runOperation,
} from "../../../../../lib/industry/operation/run-operation.ts";
import { Chemistry } from "../../../../../lib/industry/stream/chemistry.ts";
import { isMaterial, type Stream } from "../../../../../lib/industry/stream/stream.ts";
import { shippedSubstances } from "../../../../../lib/industry/substance/substances.ts";
import { type Arithmetic, realArithmetic } from "../../../../../lib/numeric/automatic/arithmetic.ts";
import { samples } from "./samples.ts";

const chemistry = new Chemistry(realArithmetic, shippedSubstances);
const each = [...operations.entries()];
const run = (name: string, parameters = {}, inlets = samples[name]!) =>
  runOperation(name, inlets, parameters, shippedSubstances);

describe.each(each)("%s", (name, operation: Operation) => {
  test("runs on its sample, with carbon closed to 1e-9 and energy to 1e-6", () => {
    const { balances } = run(name);
    for (const { quantity, residual } of balances)
      expect(residual, quantity).toBeLessThan(quantity === "energy" ? 1e-6 : 1e-9);
    expect(balances.map(({ quantity }) => quantity)).toEqual(expect.arrayContaining(["mass", "carbon", "energy"]));
  });

  test("conserves every element and energy whatever flows and parameters, possible or not", () => {
    const sample = completeInlets(operation, samples[name]!);
    fc.assert(
      fc.property(
        fc.record(
          Object.fromEntries(
            Object.entries(sample).map(([inlet, stream]) => [
              inlet,
              isMaterial(stream)
                ? fc.record({
                    flows: fc.record(
                      Object.fromEntries(
                        Object.keys(stream.flows).map((substance) => [
                          substance,
                          fc.double({ min: 0.1, max: 5000, noNaN: true }),
                        ]),
                      ),
                    ),
                    temperature: fc.double({ min: 273, max: 1900, noNaN: true }),
                  })
                : fc.record({ power: fc.double({ min: 0.1, max: 1000, noNaN: true }) }),
            ]),
          ),
        ),
        fc.record(
          Object.fromEntries(
            Object.entries(operation.parameters).map(([parameter, { bounds, typical }]) => [
              parameter,
              fc.double({
                min: Math.max(bounds[0], typical * 0.5),
                max: Math.min(bounds[1], typical === 0 ? 0.5 : typical * 1.5),
                noNaN: true,
              }),
            ]),
          ),
        ),
        (inlets: Record<string, Stream<number>>, parameters: Record<string, number>) => {
          const result = operation.evaluate(chemistry, inlets, parameters);
          for (const { quantity, residual } of balancesOf(chemistry, inlets, result)) {
            if (Number.isNaN(residual)) continue;
            expect(residual, quantity).toBeLessThan(quantity === "energy" ? 1e-6 : 1e-9);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test("names its ports and what closes its energy", () => {
    const { result } = run(name);
    expect(Object.keys(result.outlets).sort()).toEqual(Object.keys(operation.outlets).sort());
    expect(Object.keys(result.demands).sort()).toEqual(Object.keys(operation.demands).sort());
    const kind = operation.outlets[operation.closes] ?? operation.demands[operation.closes];
    expect(kind).toMatch(/^(heat|electricity)$/);
  });

  test("has exact derivatives in every flow, temperature, power and parameter", () => {
    const dual = new Chemistry(dualArithmetic, shippedSubstances);
    const inlets = completeInlets(operation, samples[name]!);
    const parameters = completeParameters(operation);
    const given = numbersOf(inlets);
    const named = Object.keys(parameters);
    // A little off the typical values: 100 °C is where one polynomial of water ends and the next begins.
    const numbers = [...given, ...Object.values(parameters).map((value) => 1.001 * value)];
    const evaluated = <N>(c: Chemistry<N>, values: readonly N[]) => {
      const own = Object.fromEntries(named.map((parameter, k) => [parameter, values[given.length + k]!]));
      const { outlets, demands } = operation.evaluate(c, withNumbers(inlets, values.slice(0, given.length)), own);
      return numbersOf({ ...outlets, ...demands });
    };
    for (const [at, value] of numbers.entries()) {
      const step = Math.abs(value) * 1e-5 || 1e-6;
      const moved = (by: number) => evaluated(chemistry, numbers.with(at, value + by));
      const [up, down] = [moved(step), moved(-step)];
      const seeded = numbers.map((each, which): Dual => [each, which === at ? 1 : 0]);
      const scale = Math.max(...up.map(Math.abs), 1);
      for (const [out, [, derivative]] of evaluated(dual, seeded).entries()) {
        const difference = (up[out]! - down[out]!) / (2 * step);
        // Central differences of numbers up to `scale`: rounding 1e-16 · scale / step and their own second order.
        expect(Math.abs(derivative - difference)).toBeLessThan(
          1e-9 * (scale / step) + 1e-6 * (1 + Math.abs(derivative)),
        );
      }
    }
  });
});

/** All numbers of streams in the order of their ports: flows, then temperature; or power. */
function numbersOf<N>(streams: Readonly<Record<string, Stream<N>>>): N[] {
  return Object.values(streams).flatMap((stream) =>
    isMaterial(stream) ? [...Object.values(stream.flows), stream.temperature] : [stream.power],
  );
}

/** The same streams with other numbers. */
function withNumbers<N>(
  streams: Readonly<Record<string, Stream<unknown>>>,
  numbers: readonly N[],
): Record<string, Stream<N>> {
  let next = 0;
  const take = () => numbers[next++]!;
  return Object.fromEntries(
    Object.entries(streams).map(([port, stream]): [string, Stream<N>] => {
      if (!isMaterial(stream)) return [port, { power: take() }];
      const flows = Object.fromEntries(Object.keys(stream.flows).map((substance) => [substance, take()]));
      return [port, { flows, temperature: take() }];
    }),
  );
}

/** A number and its derivative. */
type Dual = readonly [number, number];
const dualArithmetic: Arithmetic<Dual> = {
  of: (value) => [value, 0],
  value: ([x]) => x,
  add: ([a, da], [b, db]) => [a + b, da + db],
  sub: ([a, da], [b, db]) => [a - b, da - db],
  mul: ([a, da], [b, db]) => [a * b, a * db + b * da],
  div: ([a, da], [b, db]) => [a / b, (da - (a / b) * db) / b],
  scale: ([a, da], factor) => [a * factor, da * factor],
  sum: (all) => all.reduce<Dual>(([a, da], [b, db]) => [a + b, da + db], [0, 0]),
  exp: ([a, da]) => [Math.exp(a), Math.exp(a) * da],
  log: ([a, da]) => [Math.log(a), da / a],
  sqrt: ([a, da]) => [Math.sqrt(a), da / (2 * Math.sqrt(a))],
  power: ([a, da], exponent) => [a ** exponent, exponent * a ** (exponent - 1) * da],
  min: (a, b) => (a[0] <= b[0] ? a : b),
  max: (a, b) => (a[0] >= b[0] ? a : b),
};

describe("What is impossible is refused by a sentence that names the operation and by how much", () => {
  const cases: [string, string, Record<string, Stream<number>> | undefined, Record<string, number>, RegExp][] = [
    [
      "a converter with more scrap than its hot metal can melt",
      "basic oxygen furnace",
      { ...samples["basic oxygen furnace"], scrap: { flows: { Fe: 600 }, temperature: 298.15 } },
      {},
      /^basic oxygen furnace is impossible as it is run: heat loss would have to be -0\.\d+ MW/,
    ],
    [
      "an electrolyser above its thermodynamic limit",
      "electrolyser",
      undefined,
      { specificElectricity: 35 },
      /^electrolyser is impossible as it is run: heat would have to be -/,
    ],
    [
      "a shaft with too little hydrogen",
      "hydrogen direct reduction",
      { ...samples["hydrogen direct reduction"], hydrogen: { flows: { H2: 20 }, temperature: 298.15 } },
      {},
      /^hydrogen direct reduction is impossible as it is run: top gas would have to carry -\d+\.\d+ kg\/h of H2/,
    ],
    [
      "efficiencies that add up to more than the fuel gives",
      "combined heat and power",
      undefined,
      { electricEfficiency: 0.6, thermalEfficiency: 0.5 },
      /^combined heat and power is impossible as it is run: heat loss would have to be -/,
    ],
    [
      "a heat pump between equal temperatures",
      "heat pump",
      undefined,
      { sourceTemperature: 90 },
      /^heat pump has no solution as it is run: source heat comes out as no number\./,
    ],
    [
      "a reformer without steam",
      "steam reformer",
      { feed: { flows: { CH4: 1000 }, temperature: 800 } },
      {},
      /^steam reformer (has no solution as it is run: synthesis gas comes out as no number|is impossible as it is run: synthesis gas would have to carry -)/,
    ],
    [
      "a heat pump that would give less than it takes",
      "heat pump",
      undefined,
      { carnotShare: 0.1 },
      /^heat pump is impossible as it is run: source heat would have to be -/,
    ],
  ];
  test.each(cases)("%s", (_, name, inlets, parameters, sentence) => {
    expect(() => run(name, parameters, inlets ?? samples[name]!)).toThrow(sentence);
  });
});

describe("A wrong call is answered by a sentence", () => {
  test.each([
    ["kilm", {}, {}, "There is no operation kilm."],
    ["kiln", { coal: { power: 1 } }, {}, "kiln has no inlet coal. Its inlets are raw meal and fuel."],
    ["kiln", {}, {}, "kiln is given nothing."],
    ["kiln", { constructor: { power: 1 } }, {}, "kiln has no inlet constructor."],
    ["kiln", { fuel: { flows: { constructor: 1 }, temperature: 300 } }, {}, "There is no substance constructor."],
    ["kiln", { fuel: { flows: { coke: 1 }, temperature: 300 } }, { toString: 1 }, "kiln has no parameter toString."],
    ["kiln", { fuel: { power: 1 } }, {}, "Inlet fuel of kiln carries material; give it flows_kg_h."],
    ["kiln", { fuel: { flows: { coke: -1 }, temperature: 300 } }, {}, "Inlet fuel of kiln has -1 kg/h of coke"],
    ["kiln", { fuel: { flows: { coke: 1 }, temperature: 100 } }, {}, "has a temperature of -173.15 °C"],
    ["kiln", { fuel: { flows: { peat: 1 }, temperature: 300 } }, {}, "There is no substance peat."],
    ["electrolyser", { electricity: { power: -1 } }, {}, "has -1 MW"],
    ["kiln", { fuel: { flows: { coke: 1 }, temperature: 300 } }, { excess: 1 }, "kiln has no parameter excess."],
    [
      "kiln",
      { fuel: { flows: { coke: 1 }, temperature: 300 } },
      { calcination: 1.2 },
      "Parameter calcination of kiln is 1.2; it must lie between 0 and 1.",
    ],
  ] as [string, Record<string, Stream<number>>, Record<string, number>, string][])(
    "%s %o %o",
    (name, inlets, parameters, sentence) => {
      expect(() => run(name, parameters, inlets)).toThrow(sentence);
    },
  );
});

test("every parameter lies within its bounds and range, and says where it comes from", () => {
  for (const [name, { parameters }] of each)
    for (const [parameter, { low, typical, high, bounds, source, confirmation }] of Object.entries(parameters)) {
      const where = `${name}.${parameter}`;
      expect(typical, where).toBeGreaterThanOrEqual(low ?? bounds[0]);
      expect(typical, where).toBeLessThanOrEqual(high ?? bounds[1]);
      expect(source.length, where).toBeGreaterThan(5);
      if (confirmation === "assumed") expect([low, high], where).toEqual([null, null]);
      expect(completeParameters(operations.get(name)!)[parameter]).toBe(typical);
    }
});
