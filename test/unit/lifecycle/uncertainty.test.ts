import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AssessedSystem, SolvedSystem } from "../../../lib/lifecycle/assessed-system.ts";
import { compareDraws } from "../../../lib/lifecycle/contribution/compare-draws.ts";
import { demandOf } from "../../../lib/lifecycle/graph/demand.ts";
import type { ExchangeGraph, Parameter } from "../../../lib/lifecycle/graph/exchange-graph.ts";
import { linkedSystem } from "../../../lib/lifecycle/graph/linked-system.ts";
import { withParameters } from "../../../lib/lifecycle/graph/parameter-values.ts";
import type { ImpactMethod } from "../../../lib/lifecycle/impact/impact-method.ts";
import { type DrawScoresOptions, drawScores } from "../../../lib/lifecycle/uncertainty/draw-scores.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import { csrFromDense } from "../../../lib/numeric/csr.ts";
import { exponentials } from "../../../lib/numeric/exponential.ts";
import { denseFromRows } from "../../../lib/numeric/matrix.ts";
import { PerturbedSystem } from "../../../lib/numeric/sparse/perturbed-system.ts";
import { sparseSystem } from "../../../lib/numeric/sparse/sparse-system.ts";
import { uninterrupted } from "../../../lib/numeric/work.ts";
import { normalCdf } from "../../../lib/uncertainty/distributions/normal-law.ts";
import { triangular } from "../../../lib/uncertainty/distributions/triangular.ts";
import { normalStream } from "../../../lib/uncertainty/sampling/normal-stream.ts";
import { emits, inventoryOf, makes, shortGraph, takes } from "./graph-of.ts";

/** Two indicators: of x alone, and of x and y. */
const method: ImpactMethod = {
  id: "test",
  name: "test",
  version: "1",
  indicators: [
    { code: "X", name: "x", unit: "kg", kind: "impact" },
    { code: "XY", name: "x and y", unit: "kg", kind: "impact" },
  ],
  factors: [
    { indicator: "X", flow: "x", compartment: "emission/air", unit: "kg", value: 1 },
    { indicator: "XY", flow: "x", compartment: "emission/air", unit: "kg", value: 2 },
    { indicator: "XY", flow: "y", compartment: "emission/air", unit: "kg", value: 5 },
  ],
};

const wide = (median: number, geometricSd = 1.3) => ({ law: { type: "lognormal", median, geometricSd } }) as const;

/** A loop of three activities, a chain into it, and a waste with its treatment. */
const loop = shortGraph(
  {
    car: [
      makes("car", 1),
      takes("steel", 0.5, wide(0.5)),
      takes("power", 0.2, wide(0.2)),
      takes("scrap", -0.3, wide(0.3)),
      emits("x", 0.1, wide(0.1)),
    ],
    steel: [
      makes("steel", 2),
      takes("power", 0.6, { law: { type: "normal", mean: 0.6, sd: 0.06 } }),
      takes("coal", 0.4, wide(0.4)),
      emits("x", 1.5, { law: { type: "triangular", lo: 1, mode: 1.5, hi: 2.5 } }),
    ],
    coal: [
      makes("coal", 1),
      takes("power", 0.2, wide(0.2)),
      takes("steel", 0.1, wide(0.1)),
      emits("y", 0.3, wide(0.3)),
    ],
    power: [makes("power", 1), takes("coal", 0.5, wide(0.5)), takes("steel", 0.05, wide(0.05)), emits("x", 0.9)],
    landfill: [makes("scrap", -1), takes("power", 0.1, wide(0.1)), emits("y", 0.2, wide(0.2))],
  },
  ["scrap"],
);

function draw(graph: ExchangeGraph, products: readonly string[], options: DrawScoresOptions, work = uninterrupted) {
  const linked = linkedSystem(graph);
  const assessed = new AssessedSystem(new SolvedSystem(linked), [method]);
  return drawScores(
    assessed,
    products.map((product) => demandOf(linked, product, 1)),
    options,
    work,
  );
}

/** Scores of an inventory by dense LU. */
async function exactScores(graph: ExchangeGraph, product: string): Promise<number[]> {
  const linked = linkedSystem(graph);
  const inventory = await inventoryOf(linked, demandOf(linked, product, 1));
  const of = (name: string) => inventory[linked.graph.flows.findIndex((flow) => flow.name === name)] ?? 0;
  return [of("x"), 2 * of("x") + 5 * of("y")];
}

/** The inventory of one draw, made of the random numbers by hand. */
function drawnGraph(graph: ExchangeGraph, seed: number, number: number): ExchangeGraph {
  const amount = graph.exchanges.amount.slice();
  const uncertain = [...graph.exchanges.details].filter(([, { law }]) => law !== undefined).map(([e]) => e);
  const z = new Float64Array(uncertain.length);
  normalStream(seed, `draw:${number}`).fill(0, z);
  for (const [at, e] of uncertain.sort((a, b) => a - b).entries()) {
    const { law } = graph.exchanges.details.get(e)!;
    if (law === undefined || law === "undefined") continue;
    const size =
      law.type === "lognormal"
        ? law.median! * Math.exp(Math.log(law.geometricSd!) * z[at]!)
        : law.type === "normal"
          ? law.mean! + law.sd! * z[at]!
          : triangular(law as never).quantile(normalCdf(z[at]!));
    amount[e] = Math.sign(amount[e]!) * size;
  }
  return { ...graph, exchanges: { ...graph.exchanges, amount } };
}

describe("draws of a product system", () => {
  it("are the scores that an exact solve of each drawn inventory has", async () => {
    const { scores, control } = await draw(loop, ["car", "coal"], { draws: 140, seed: 4, tolerance: 1e-6 });
    for (const [d, product] of ["car", "coal"].entries())
      for (let k = 0; k < 140; k++) {
        const exact = await exactScores(drawnGraph(loop, 4, k), product);
        // A millionth of the standard deviation, which is below the score.
        for (const m of [0, 1]) expect(Math.abs(scores[d]![m]!.draws[k]! / exact[m]! - 1)).toBeLessThan(1e-6);
      }
    expect(control.draws).toBe(2);
    expect(control.largest).toBeLessThan(1e-6);
  });

  it("are solved to a thousandth of the standard deviation by default, and say how well", async () => {
    const { scores, control, method: how, notes } = await draw(loop, ["car"], { draws: 240, seed: 4 });
    for (let k = 0; k < 240; k++) {
      const exact = await exactScores(drawnGraph(loop, 4, k), "car");
      for (const m of [0, 1])
        expect(Math.abs(scores[0]![m]!.draws[k]! - exact[m]!)).toBeLessThan(5e-3 * scores[0]![m]!.firstOrderSd);
    }
    expect(control).toMatchObject({ draws: 3 });
    expect(control.ofSpread).toBeGreaterThan(0);
    expect(control.ofSpread).toBeLessThan(5e-3);
    expect(writeMessage(how)).toContain("for 5 of 5 activities");
    expect(notes.map((note) => writeMessage(note)).join()).toContain("3 draws were also solved exactly");
  });

  it("have mean and standard deviation of the product of two lognormal numbers", async () => {
    const [a, b] = [Math.log(1.4), Math.log(1.2)];
    const chain = shortGraph({
      car: [makes("car", 1), takes("steel", 3, wide(3, 1.4))],
      steel: [makes("steel", 1), emits("x", 2, wide(2, 1.2))],
    });
    const n = 20_000;
    const { scores } = await draw(chain, ["car"], { draws: n, seed: 11 });
    const { figure, firstOrderSd, varianceRatio, contributors } = scores[0]![0]!;
    const mean = 6 * Math.exp((a * a + b * b) / 2);
    const sd = mean * Math.sqrt(Math.expm1(a * a + b * b));
    expect(figure.value).toBeCloseTo(6, 12);
    // Four standard errors; that of a standard deviation is larger than sd / √2n, as the law has heavy tails.
    expect(Math.abs(figure.mean - mean)).toBeLessThan((4 * sd) / Math.sqrt(n));
    expect(Math.abs(figure.sd / sd - 1)).toBeLessThan(0.04);
    // The quantiles of the lognormal law, to some four standard errors of a quantile.
    const quantile = (z: number) => 6 * Math.exp(z * Math.sqrt(a * a + b * b));
    expect(Math.abs(figure.lo / quantile(-1.96) - 1)).toBeLessThan(0.04);
    expect(Math.abs(figure.hi / quantile(1.96) - 1)).toBeLessThan(0.04);
    // h = ab: Var ≈ b² Var a + a² Var b, with the moments of either law.
    const relative = (s: number) => Math.exp(s * s) * Math.expm1(s * s);
    expect(firstOrderSd).toBeCloseTo(6 * Math.sqrt(relative(a) + relative(b)), 10);
    expect(varianceRatio).toBeCloseTo(figure.sd ** 2 / firstOrderSd ** 2, 12);
    expect(contributors.map(({ share }) => share)).toEqual([
      expect.closeTo(relative(a) / (relative(a) + relative(b)), 10),
      expect.closeTo(relative(b) / (relative(a) + relative(b)), 10),
    ]);
    expect(writeMessage(contributors[0]!.name as never)).toBe("steel of car");
  });

  it("have the first-order variance where laws are narrow", async () => {
    const narrow: ExchangeGraph = {
      ...loop,
      exchanges: {
        ...loop.exchanges,
        details: new Map(
          [...loop.exchanges.details].map(([e, detail]) => [
            e,
            { ...detail, law: { type: "normal" as const, mean: Math.abs(loop.exchanges.amount[e]!), sd: 1e-4 } },
          ]),
        ),
      },
    };
    const { scores } = await draw(narrow, ["car"], { draws: 5000, seed: 2 });
    // Four standard errors of a variance: 4 √(2 / 5000).
    for (const each of scores[0]!) expect(Math.abs(each.varianceRatio! - 1)).toBeLessThan(0.08);
  });

  it("depend on seed and number only", async () => {
    const some = await draw(loop, ["car"], { draws: 60, seed: 7 });
    const more = await draw(loop, ["coal", "car"], { draws: 130, seed: 7 });
    const other = await draw(loop, ["car"], { draws: 60, seed: 8 });
    const again = await draw(loop, ["car"], { draws: 60, seed: 7 });
    expect(again.scores[0]![0]!.draws).toEqual(some.scores[0]![0]!.draws);
    expect(other.scores[0]![0]!.draws).not.toEqual(some.scores[0]![0]!.draws);
    // The first draws of a longer run for two demands; what is solved to a thousandth may end a sweep earlier.
    more.scores[1]![1]!.draws.slice(0, 60).forEach((score, k) => {
      expect(Math.abs(score - some.scores[0]![1]!.draws[k]!)).toBeLessThan(5e-3 * some.scores[0]![1]!.firstOrderSd);
    });
  });

  it("are common to all demands, so that what these share cancels", async () => {
    const { scores } = await draw(loop, ["car", "coal"], { draws: 400, seed: 3 });
    const paired = compareDraws({ car: scores[0]![1]!.draws, coal: scores[1]![1]!.draws });
    const [car, coal] = [scores[0]![1]!.figure, scores[1]![1]!.figure];
    expect(paired.pairs[0]!.difference.mean).toBeCloseTo(car.mean - coal.mean, 12);
    // Independent draws would have the root of the sum of squares.
    expect(paired.pairs[0]!.difference.sd).toBeLessThan(0.9 * Math.hypot(car.sd, coal.sd));
  });

  it("stop where the work is cancelled, and report progress", async () => {
    const seen: number[] = [];
    const work = {
      ...uninterrupted,
      progress: (done: number) => void seen.push(done),
      pause: () => {
        if (seen.filter((done) => done < 1).length > 40) throw new Error("cancelled");
      },
    };
    await expect(draw(loop, ["car"], { draws: 1000, seed: 1 }, work)).rejects.toThrow("cancelled");
    expect(Math.max(...seen.filter((done) => done < 1))).toBeLessThan(0.1);
  });
});

describe("a random foreground", () => {
  it("is solved without the background, as the whole would be", async () => {
    const options = { draws: 150, seed: 6, tolerance: 1e-6 };
    const part = await draw(loop, ["car"], { ...options, foreground: ["car", "landfill"] });
    expect(writeMessage(part.method)).toContain("for 2 of 5 activities");
    const isFront = (e: number) => ["car", "landfill"].includes(loop.activities[loop.exchanges.activity[e]!]!.id);
    const only: ExchangeGraph = {
      ...loop,
      exchanges: {
        ...loop.exchanges,
        details: new Map([...loop.exchanges.details].filter(([e]) => isFront(e))),
      },
    };
    expect(part.uncertain.exchanges).toBe(only.exchanges.details.size);
    for (let k = 0; k < 150; k++) {
      const exact = await exactScores(drawnGraph(only, 6, k), "car");
      for (const m of [0, 1]) expect(Math.abs(part.scores[0]![m]!.draws[k]! / exact[m]! - 1)).toBeLessThan(1e-6);
    }
  });

  it("from which the background buys is solved with it", async () => {
    const { method: how, scores } = await draw(loop, ["car"], {
      draws: 30,
      seed: 6,
      foreground: ["steel"],
      tolerance: 1e-6,
    });
    expect(writeMessage(how)).toContain("for 3 of 5 activities");
    expect(scores[0]![0]!.figure.sd).toBeGreaterThan(0);
  });

  it("is refused where it names no activity", async () => {
    await expect(draw(loop, ["car"], { draws: 10, seed: 1, foreground: ["bicycle"] })).rejects.toThrow(
      "foreground names bicycle, which is not an activity of the inventory.",
    );
  });
});

describe("parameters with laws", () => {
  const graph = (parameters: readonly Parameter[]): ExchangeGraph => ({
    ...shortGraph({
      car: [makes("car", 1), takes("steel", 4, { formula: "2 * mass" }), takes("power", 6, { formula: "mass + load" })],
      steel: [makes("steel", 1), emits("x", 3)],
      power: [makes("power", 1), emits("x", 1, { formula: "share / 2" }), takes("steel", 0.1)],
    }),
    parameters,
  });
  const mass: Parameter = { name: "mass", value: 2, law: { type: "normal", mean: 2, sd: 0.2 } };
  const load: Parameter = { name: "load", value: 4, formula: "2 * mass" };
  const share: Parameter = { name: "share", value: 2, law: { type: "uniform", lo: 1, hi: 3 } };

  it("move all exchanges whose formulas name them, directly or through others", async () => {
    const inventory = graph([mass, load, share]);
    const { scores, uncertain } = await draw(inventory, ["car"], { draws: 120, seed: 9, tolerance: 1e-6 });
    expect(uncertain).toEqual({ exchanges: 0, byParameters: 3, parameters: 2, of: 8 });
    const z = new Float64Array(2);
    for (let k = 0; k < 120; k++) {
      normalStream(9, `parameters:${k}`).fill(0, z);
      const values = { mass: 2 + 0.2 * z[0]!, share: 1 + 2 * normalCdf(z[1]!) };
      const [exact] = await exactScores(withParameters(inventory, values), "car");
      expect(Math.abs(scores[0]![0]!.draws[k]! / exact! - 1)).toBeLessThan(1e-6);
    }
    // h = 2 m (3) + (3 m) (share / 2 + 0.3): ∂h/∂m = 6 + 3 · 1.3, ∂h/∂share = 6 / 2; Var share = 4 / 12.
    const [byMass, byShare] = [(6 + 3.9) ** 2 * 0.04, 9 / 3];
    expect(scores[0]![0]!.firstOrderSd).toBeCloseTo(Math.sqrt(byMass + byShare), 10);
    expect(scores[0]![0]!.contributors.slice(0, 2)).toEqual([
      { of: "parameter", index: 0, name: "mass", share: expect.closeTo(byMass / (byMass + byShare), 10) },
      { of: "parameter", index: 1, name: "share", share: expect.closeTo(byShare / (byMass + byShare), 10) },
    ]);
  });

  it("may be correlated", async () => {
    const free: Parameter = { name: "load", value: 4, law: { type: "normal", mean: 4, sd: 0.5 } };
    const fixed: Parameter = { name: "share", value: 2 };
    const run = (r: number) =>
      draw(graph([mass, free, fixed]), ["car"], {
        draws: 8000,
        seed: 5,
        correlations: { pairs: [{ between: ["mass", "load"], r }], of: "normals" },
      });
    // h = 6 m + (m + load) 1.3: linear, so that the first order is exact.
    const variance = (r: number) => (7.3 * 0.2) ** 2 + (1.3 * 0.5) ** 2 + 2 * r * 7.3 * 0.2 * 1.3 * 0.5;
    for (const r of [-0.8, 0.6, 1]) {
      const { scores } = await run(r);
      expect(scores[0]![0]!.firstOrderSd).toBeCloseTo(Math.sqrt(variance(r)), 10);
      // Four standard errors of a variance: 4 √(2 / 8000).
      expect(Math.abs(scores[0]![0]!.varianceRatio! - 1)).toBeLessThan(0.064);
    }
    await expect(
      draw(loop, ["car"], { draws: 10, seed: 1, correlations: { pairs: [{ between: ["a", "b"], r: 0.5 }] } }),
    ).rejects.toThrow('names "a", but there is no such variable');
  });
});

describe("laws that the source does not give", () => {
  it("are kept, counted and named, and nothing is made up for them", async () => {
    const chain = shortGraph({
      car: [makes("car", 1), takes("steel", 3, wide(3)), emits("x", 1, { law: "undefined" })],
      steel: [makes("steel", 1), emits("x", 2, { law: "undefined" })],
    });
    const { undefinedLaws, uncertain, notes, scores } = await draw(chain, ["car"], { draws: 50, seed: 1 });
    expect(undefinedLaws).toEqual([2, 4]);
    expect(uncertain.exchanges).toBe(1);
    expect(notes.map((note) => writeMessage(note)).join()).toContain(
      "2 exchanges are said to be uncertain, but not how; they were not varied: x of car and x of steel.",
    );
    const z = new Float64Array(1);
    normalStream(1, "draw:33").fill(0, z);
    // Linear in the one number that varies, so that it is exact.
    expect(scores[0]![0]!.draws[33]).toBeCloseTo(1 + 6 * Math.exp(Math.log(1.3) * z[0]!), 10);
    const none = shortGraph({ car: [makes("car", 1), emits("x", 1, { law: "undefined" })] });
    await expect(draw(none, ["car"], { draws: 10, seed: 1 })).rejects.toThrow("nothing can be drawn");
  });
});

describe("systems for which sweeps do not converge", () => {
  it("are refined with the factors of the system without deviations", async () => {
    const credit = shortGraph({
      car: [makes("car", 1), takes("steel", 1, wide(1, 1.1)), emits("x", 1, wide(1))],
      steel: [makes("steel", 1), { type: "substitution", flow: "car", amount: 2, ...wide(2, 1.1) }, emits("y", 1)],
    });
    const { scores, method: how } = await draw(credit, ["car"], { draws: 130, seed: 3, tolerance: 1e-6 });
    expect(writeMessage(how)).toContain("by refinement with the LU factors");
    for (let k = 0; k < 130; k++) {
      const exact = await exactScores(drawnGraph(credit, 3, k), "car");
      for (const m of [0, 1]) expect(Math.abs(scores[0]![m]!.draws[k]! / exact[m]! - 1)).toBeLessThan(1e-6);
    }
  });

  it("in some draws only are solved anew in these, and it is said", async () => {
    const tight = shortGraph({
      car: [makes("car", 1), takes("steel", 0.9, wide(0.9, 1.5)), emits("x", 1)],
      steel: [makes("steel", 1), takes("car", 0.9, wide(0.9, 1.5)), emits("x", 1)],
    });
    const { scores, notes } = await draw(tight, ["car"], { draws: 200, seed: 3, tolerance: 1e-4 });
    const said = notes.map((note) => writeMessage(note)).join();
    expect(said).toContain("did not converge");
    expect(said).toContain("activities run backwards");
    for (let k = 0; k < 200; k++) {
      const [exact] = await exactScores(drawnGraph(tight, 3, k), "car");
      expect(Math.abs(scores[0]![0]!.draws[k]! - exact!)).toBeLessThan(1e-3 * Math.abs(exact!));
    }
  });
});

describe("a perturbed system", () => {
  it("keeps its residual, and ends at the solution of the cells as they are", async () => {
    const cell = fc.double({ min: -0.3, max: 0, noNaN: true });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 }),
        async (rows) => {
          const system = sparseSystem(
            csrFromDense(denseFromRows(rows.map((row, i) => row.map((value, j) => (i === j ? 1.5 : value - 0.01))))),
          );
          const perturbed = new PerturbedSystem(system);
          perturbed.values[perturbed.placeOf(0, 1)]! -= 0.05;
          perturbed.values[perturbed.placeOf(2, 2)]! += 0.1;
          const b = Float64Array.of(1, 2, 0, 1);
          const r = new Float64Array(4);
          b.forEach((value, row) => {
            r[perturbed.positionOfRow[row]!] = value;
          });
          const x = new Float64Array(4);
          // Diagonally dominant by 1.5 to less than 1.03: each sweep leaves at most 0.69 of the error, 0.69^100 < 1e-16.
          for (let sweep = 0; sweep < 100; sweep++) perturbed.sweep(x, r);
          const exact = await perturbed.asSystem().solve(b);
          for (let column = 0; column < 4; column++)
            expect(x[perturbed.positionOfColumn[column]!]).toBeCloseTo(exact.x[column]!, 10);
          expect(Math.max(...r.map(Math.abs))).toBeLessThan(1e-12);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe("exponentials", () => {
  it("are those of Math.exp to a few units of the last place, at any size", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -800, max: 800, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (large, small) => {
          for (const power of [large, small, 20 * small]) {
            const x = Float64Array.of(power);
            exponentials(x, Float64Array.of(1), Float64Array.of(1), Float64Array.of(0));
            const exact = Math.exp(power);
            if (Number.isFinite(exact)) expect(Math.abs(x[0]! - exact)).toBeLessThanOrEqual(4e-16 * exact);
            else expect(x[0]).toBe(exact);
          }
        },
      ),
    );
    const x = Float64Array.of(Number.NaN, -Infinity, Infinity);
    exponentials(x, new Float64Array(3).fill(1), new Float64Array(3).fill(2), new Float64Array(3).fill(1));
    expect([...x]).toEqual([Number.NaN, -1, Infinity]);
  });
});
