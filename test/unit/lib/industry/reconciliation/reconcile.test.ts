import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formulaBalances } from "../../../../../lib/industry/reconciliation/balances.ts";
import { reconcileTested } from "../../../../../lib/industry/reconciliation/gross-errors.ts";
import { plantFlows, type StatedFlow } from "../../../../../lib/industry/reconciliation/plant-flows.ts";
import { reconcile } from "../../../../../lib/industry/reconciliation/reconcile.ts";
import { industryReconcile } from "../../../../../lib/industry/tools/reconcile.ts";
import { denseFromRows } from "../../../../../lib/numeric/matrix.ts";
import { callTool } from "../../../../../lib/tool/call.ts";
import { normalStream } from "../../../../../lib/uncertainty/sampling/normal-stream.ts";

/** Feed → mill → separator → product and tails, tails split into reject and recycle to the mill. */
const plant = (over: Readonly<Record<string, Partial<StatedFlow>>> = {}): StatedFlow[] => {
  const flows: StatedFlow[] = [
    { name: "feed", to: "mill", measured: 100, sigma: 1 },
    { name: "ground", from: "mill", to: "separator", measured: 130, sigma: 2 },
    { name: "product", from: "separator", measured: 80, sigma: 1 },
    { name: "tails", from: "separator", to: "splitter", measured: 50, sigma: 1 },
    { name: "reject", from: "splitter", measured: 20, sigma: 0.5 },
    { name: "recycle", from: "splitter", to: "mill", measured: 30, sigma: 1 },
  ];
  return flows.map((flow) => ({ ...flow, ...over[flow.name] }));
};
/** Standard normal numbers, one after the other. */
const normals = (seed: number) => {
  const all = new Float64Array(30_000);
  normalStream(seed, "errors").fill(0, all);
  let at = 0;
  return () => all[at++]!;
};
const test5 = { alpha: 0.05, correction: "Šidák", eliminates: true } as const;
const solved = async (flows: readonly StatedFlow[], formulas: readonly string[] = []) => {
  const { measurements, balances } = plantFlows(flows, undefined, formulas);
  return reconcile(measurements, balances);
};
const of = ({ flows }: Awaited<ReturnType<typeof reconcile>>, name: string) =>
  flows.find((flow) => flow.name === name)!;

describe("reconciliation", () => {
  test("leaves measurements that close as they are", async () => {
    const result = await solved(plant());
    for (const { value, measured } of result.flows) expect(value).toBeCloseTo(measured!, 12);
    expect(result).toMatchObject({ degrees: 3, iterations: 1 });
    expect(result.chiSquare).toBeCloseTo(0, 20);
  });

  test("closes every node, is nearest of all that close, and never adds to an uncertainty", async () => {
    const error = fc.double({ min: -3, max: 3, noNaN: true });
    await fc.assert(
      fc.asyncProperty(fc.array(error, { minLength: 6, maxLength: 6 }), error, async (errors, t) => {
        const flows = plant().map((flow, j) => ({ ...flow, measured: flow.measured! + errors[j]! * flow.sigma! }));
        const result = await solved(flows);
        for (const residual of result.residuals) expect(Math.abs(residual!)).toBeLessThan(1e-10);
        const distance = (x: readonly number[]) =>
          flows.reduce((sum, flow, j) => sum + ((x[j]! - flow.measured) / flow.sigma!) ** 2, 0);
        const x = result.flows.map(({ value }) => value!);
        expect(distance(x)).toBeCloseTo(result.chiSquare, 9);
        // Another state that closes: more round the loop, or more through the plant.
        const [loop, through] = [
          [0, 1, 0, 1, 0, 1],
          [1, 1, 1, 0, 0, 0],
        ];
        for (const way of [loop!, through!])
          expect(distance(x.map((value, j) => value + t * way[j]!))).toBeGreaterThanOrEqual(result.chiSquare - 1e-9);
        for (const [j, flow] of result.flows.entries())
          expect(flow.sigma!).toBeLessThanOrEqual(flows[j]!.sigma! + 1e-12);
      }),
    );
  });

  test("gives the standard deviations that many draws show", async () => {
    const next = normals(11);
    const draws = 4000;
    const flows = plant({ recycle: { measured: null } });
    const sums = flows.map(() => [0, 0] as [number, number]);
    const chi = [0, 0];
    let sigmas: readonly (number | null)[] = [];
    for (let d = 0; d < draws; d++) {
      const drawn = flows.map((flow) =>
        flow.measured === null ? flow : { ...flow, measured: flow.measured! + flow.sigma! * next() },
      );
      const result = await solved(drawn);
      sigmas = result.flows.map(({ sigma }) => sigma);
      for (const [j, { value }] of result.flows.entries()) {
        sums[j]![0] += value!;
        sums[j]![1] += value! ** 2;
      }
      chi[0]! += result.chiSquare;
      chi[1]! = result.degrees;
    }
    for (const [j, [first, second]] of sums.entries()) {
      const sd = Math.sqrt(second / draws - (first / draws) ** 2);
      // A standard deviation of 4,000 draws is known to 1/√8000 = 1.1 %; five of these.
      expect(Math.abs(sd / sigmas[j]! - 1)).toBeLessThan(0.056);
    }
    // The mean of χ² is its degrees of freedom, ν = 2, with a standard error of √(2ν/4000) = 0.032; five of these.
    expect(chi[1]).toBe(2);
    expect(Math.abs(chi[0]! / draws - 2)).toBeLessThan(0.16);
  });

  test("says which unmeasured flows the balances determine, and which measurements nothing checks", async () => {
    const result = await solved(plant({ recycle: { measured: null }, ground: { measured: null } }));
    expect(of(result, "recycle").status).toBe("observable");
    expect(of(result, "ground").status).toBe("observable");
    expect(result.degrees).toBe(1);
    expect(of(result, "recycle").value).toBeCloseTo(30, 10);
    // recycle = tails − reject with the covariance that the overall balance (feed = product + reject) leaves.
    expect(of(result, "recycle").sigma).toBeGreaterThan(1);
    const blind = await solved(
      plant({ recycle: { measured: null }, ground: { measured: null }, tails: { measured: null } }),
    );
    expect(["recycle", "ground", "tails"].map((name) => of(blind, name).status)).toEqual(Array(3).fill("unobservable"));
    expect(of(blind, "tails")).toMatchObject({ value: null, sigma: null });
    // Balances with a flow that is not determined have no residual: all three of the loop.
    expect(blind.residuals).toEqual([null, null, null]);
    expect(["feed", "product", "reject"].map((name) => of(blind, name).status)).toEqual(Array(3).fill("redundant"));
    const alone = await solved(plant({ reject: { measured: null }, product: { measured: null } }));
    expect(alone.degrees).toBe(1);
    expect(of(alone, "product").status).toBe("observable");
    const none = await solved(
      plant({ ground: { measured: null }, product: { measured: null }, reject: { measured: null } }),
    );
    expect(none).toMatchObject({ degrees: 0, chiSquare: 0 });
    for (const name of ["feed", "tails", "recycle"])
      expect(of(none, name)).toMatchObject({ status: "unchecked", z: null });
  });

  test("does not count a balance twice that says the same", async () => {
    const once = await solved(plant({ feed: { measured: 103 } }));
    const again = await solved(plant({ feed: { measured: 103 } }), [
      "feed = product + reject",
      "2 * feed = 2 * product + 2 * reject",
    ]);
    expect(again.degrees).toBe(3);
    expect(again.chiSquare).toBeCloseTo(once.chiSquare, 9);
    for (const [j, { value }] of again.flows.entries()) expect(value).toBeCloseTo(once.flows[j]!.value!, 9);
  });

  test("keeps flows that are known exactly, and refuses balances that contradict them", async () => {
    const result = await solved(plant({ product: { measured: 81, sigma: 0 } }));
    expect(of(result, "product")).toMatchObject({ value: 81, sigma: 0 });
    const exact = plant().map((flow) => ({ ...flow, sigma: 0, measured: flow.name === "feed" ? 105 : flow.measured! }));
    await expect(solved(exact)).rejects.toThrow(/contradict each other.*mill stays open by 5/);
  });

  test("meets balances that are not linear, such as those of a component", async () => {
    const flows: StatedFlow[] = [
      { name: "F", to: "column", measured: 100, sigma: 2 },
      { name: "D", from: "column", measured: 41, sigma: 1 },
      { name: "B", from: "column", measured: 61, sigma: 1 },
      { name: "xF", measured: 0.5, sigma: 0.01 },
      { name: "xD", measured: 0.95, sigma: 0.005 },
      { name: "xB", measured: 0.19, sigma: 0.01 },
    ];
    const result = await solved(flows, ["F * xF = D * xD + B * xB"]);
    for (const residual of result.residuals) expect(Math.abs(residual!)).toBeLessThan(1e-9);
    // Conditions of Lagrange: (m − x)/σ² = λ₁ ∂f₁ + λ₂ ∂f₂.
    const [F, D, B, xF, xD, xB] = result.flows.map(({ value }) => value!) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const pull = flows.map(({ measured, sigma }, j) => (measured! - [F, D, B, xF, xD, xB][j]!) / sigma! ** 2);
    const second = pull[3]! / F;
    expect(pull[4]).toBeCloseTo(-second * D, 4);
    expect(pull[5]).toBeCloseTo(-second * B, 4);
    const first = pull[0]! - second * xF;
    expect(pull[1]).toBeCloseTo(-first - second * xD, 6);
    expect(pull[2]).toBeCloseTo(-first - second * xB, 6);
    const withoutXF = await solved(
      flows.map((flow) => (flow.name === "xF" ? { name: "xF", guess: 0.3 } : flow)),
      ["F * xF = D * xD + B * xB"],
    );
    expect(of(withoutXF, "xF").status).toBe("observable");
    expect(withoutXF.degrees).toBe(1);
  });
});

describe("gross errors", () => {
  test("are named, taken out one at a time, and estimated from the rest", async () => {
    const { measurements, balances } = plantFlows(plant({ tails: { measured: 60 } }), undefined, []);
    const tested = await reconcileTested(measurements, balances, test5);
    expect(tested.before.passed).toBe(false);
    expect(tested.grossErrors.map(({ flow }) => flow)).toEqual(["tails"]);
    expect(tested.grossErrors[0]!.estimate).toBeCloseTo(50, 8);
    expect(tested.after.passed).toBe(true);
    const kept = await reconcileTested(measurements, balances, { ...test5, eliminates: false });
    expect(kept.grossErrors).toEqual([]);
    expect(kept.after).toEqual(kept.before);
  });

  test("that would look the same name each other", async () => {
    const { measurements, balances } = plantFlows(
      [
        { name: "in", to: "pump", measured: 100, sigma: 1 },
        { name: "out", from: "pump", measured: 110, sigma: 1 },
      ],
      undefined,
      [],
    );
    const tested = await reconcileTested(measurements, balances, test5);
    expect(tested.grossErrors).toHaveLength(1);
    expect(tested.grossErrors[0]!.alternatives).toEqual([tested.grossErrors[0]!.flow === "in" ? "out" : "in"]);
  });

  test("are seen in about α of the draws if there are none", async () => {
    const next = normals(5);
    let [global, any] = [0, 0];
    const draws = 1500;
    for (let d = 0; d < draws; d++) {
      const flows = plant().map((flow) => ({ ...flow, measured: flow.measured! + flow.sigma! * next() }));
      const { measurements, balances } = plantFlows(flows, undefined, []);
      const { before, critical, reconciliation } = await reconcileTested(measurements, balances, {
        ...test5,
        eliminates: false,
      });
      if (!before.passed) global++;
      if (reconciliation.flows.some(({ z }) => Math.abs(z!) > critical)) any++;
    }
    // Binomial: 5 % ± 4 √(0.05 · 0.95 / 1500) = 0.05 ± 0.0225. Tests of measurements depend on each other: at most α.
    expect(Math.abs(global / draws - 0.05)).toBeLessThan(0.0225);
    expect(any / draws).toBeLessThan(0.0725);
    expect(any).toBeGreaterThan(0);
  });
});

describe("a plant that cannot be read", () => {
  const matrix = denseFromRows([[1, -1]], "A");
  test.each<[string, () => unknown, RegExp]>([
    ["no sigma", () => plantFlows([{ name: "a", measured: 1 }], undefined, []), /flow a is measured but has no sigma/],
    [
      "a negative sigma",
      () => plantFlows([{ name: "a", measured: 1, sigma: -1 }], undefined, []),
      /sigma of the flow a is -1/,
    ],
    ["two flows of one name", () => plantFlows([{ name: "a" }, { name: "a" }], undefined, []), /Two flows are named a/],
    [
      "a node without a way out",
      () => plantFlows([{ name: "a", to: "n", measured: 1, sigma: 1 }], undefined, []),
      /node n has only flows that enter it/,
    ],
    [
      "a node without a way in",
      () => plantFlows([{ name: "a", from: "n", measured: 1, sigma: 1 }], undefined, []),
      /node n has only flows that leave it/,
    ],
    [
      "nothing to balance",
      () => plantFlows([{ name: "a", measured: 1, sigma: 1 }], undefined, []),
      /There is no balance/,
    ],
    [
      "a matrix of another width",
      () => plantFlows([{ name: "a", measured: 1, sigma: 1 }], matrix, []),
      /`A` has 2 columns, but there are 1 flows/,
    ],
    ["a formula without a flow", () => formulaBalances(["1 = 2"], ["a"]), /names no flow/],
    ["a formula with two signs", () => formulaBalances(["a = a = 2"], ["a"]), /more than one =/],
    ["a formula with another name", () => formulaBalances(["a = b"], ["a"]), /no variable or function of this name/],
  ])("is refused: %s", (_, read, sentence) => {
    expect(read).toThrow(sentence);
  });

  test("is refused if its balances run away or are not finite", async () => {
    await expect(solved([{ name: "a", measured: 1, sigma: 1 }], ["a * a + 4 = 0"])).rejects.toThrow(
      /do not come to rest/,
    );
    await expect(solved([{ name: "a", measured: 0, sigma: 1 }], ["1 / a = 2"])).rejects.toThrow(/gives Infinity/);
  });

  test("is refused if a list is not as long as the matrix has flows, and the list is named", async () => {
    const lists = { A: [[1, 1, -1]], measured: [1, 2], sigma: [1, 1, 1] };
    await expect(callTool(industryReconcile, lists)).rejects.toThrow(/`measured` has 2 entries; expected 3/);
    await expect(callTool(industryReconcile, { ...lists, measured: [1, 2, 3], sigma: [1] })).rejects.toThrow(
      /`sigma` has 1 entries; expected 3/,
    );
  });
});
