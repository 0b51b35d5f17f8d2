import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shippedDatasets } from "../../../cli/serve/shipped-datasets.ts";
import { readOnce } from "../../../kernel/services/compute/read-dataset.ts";
import { fallbackRules } from "../../../lib/lifecycle/graph/allocation.ts";
import { linkedSystem } from "../../../lib/lifecycle/graph/linked-system.ts";
import { graphOf } from "../../../lib/lifecycle/graph/records.ts";
import { lifecycleRules } from "../../../lib/lifecycle/tools/rules.ts";
import { lifecycleScore } from "../../../lib/lifecycle/tools/score.ts";
import { uninterrupted } from "../../../lib/numeric/work.ts";
import { callTool } from "../../../lib/tool/call.ts";

const read = readOnce(shippedDatasets());
const dioxide = { type: "biosphere", flow: "Carbon dioxide, fossil", compartment: "emission/air", unit: "kg" } as const;
type Properties = Readonly<Partial<Record<"mass" | "energy" | "price" | "share", number>>>;

/** A works that makes goods in these units, and a shop that takes the second. */
const works = (goods: readonly ({ readonly unit: string; readonly amount: number } & Properties)[], emitted = 10) =>
  graphOf({
    activities: [
      {
        name: "works",
        exchanges: [
          ...goods.map((good, at) => ({
            type: "production" as const,
            product: `good ${at}`,
            ...good,
            ...(at === 0 && { reference: true }),
          })),
          { ...dioxide, amount: emitted },
        ],
      },
      {
        name: "shop",
        exchanges: [
          { type: "production", product: "service", amount: 1, unit: "item" },
          { type: "technosphere", product: "good 1", amount: 1, unit: goods[1]!.unit },
        ],
      },
    ],
  });

describe("The rule of each activity", () => {
  test.each([
    [[{ unit: "kg" }, { unit: "kg" }], "mass", "chosen"],
    [[{ unit: "MJ" }, { unit: "kWh" }], "energy", "fallback"],
    [[{ unit: "kg" }, { unit: "MJ" }], "none", "unallocated"],
    [
      [
        { unit: "kg", price: 1 },
        { unit: "MJ", price: 2 },
      ],
      "price",
      "fallback",
    ],
    [[{ unit: "kg" }, { unit: "m3", mass: 700 }], "mass", "chosen"],
  ] as const)("of goods %j is %s, %s", (goods, rule, state) => {
    const graph = works(goods.map((good) => ({ ...good, amount: 1 })));
    const { allocations } = linkedSystem(graph, { allocation: { rule: "mass", fallback: ["energy", "price"] } });
    expect(allocations).toMatchObject([{ activity: 0, rule, state }]);
  });

  test("follows the order that is asked for, and a rule for one activity is not replaced", () => {
    const graph = works([
      { unit: "kg", amount: 1, price: 1 },
      { unit: "kg", amount: 1, price: 3 },
    ]);
    const system = linkedSystem(graph, { allocation: { rule: "price", fallback: ["mass"] } });
    expect(system.allocations).toMatchObject([{ rule: "price", state: "chosen" }]);
    const byActivity = { works: "energy" } as const;
    expect(() => linkedSystem(graph, { allocation: { rule: "mass", fallback: ["price"], byActivity } })).toThrow(
      "has no energy",
    );
    expect(() =>
      linkedSystem(
        works([
          { unit: "kg", amount: 1 },
          { unit: "MJ", amount: 1 },
        ]),
        { allocation: { rule: "mass" } },
      ),
    ).toThrow("has no mass");
  });

  test("divides all burdens: those of the products sum to those of the activity, whatever they state", () => {
    const good = fc.record(
      {
        unit: fc.constantFrom("kg", "t", "MJ", "kWh", "m3", "item"),
        amount: fc.double({ min: 0.01, max: 1000, noNaN: true }),
        mass: fc.double({ min: 0.01, max: 1000, noNaN: true }),
        energy: fc.double({ min: 0.01, max: 1000, noNaN: true }),
        price: fc.double({ min: 0.01, max: 1000, noNaN: true }),
      },
      { requiredKeys: ["unit", "amount"] },
    );
    const order = fc.shuffledSubarray([...fallbackRules], { minLength: 1 });
    fc.assert(
      fc.property(fc.array(good, { minLength: 2, maxLength: 6 }), order, (goods, [rule, ...fallback]) => {
        const { biosphere, nodes, technosphere } = linkedSystem(works(goods), {
          allocation: { rule: rule!, fallback },
        });
        // Square, and each column is of one product of the works.
        expect([technosphere.rows, technosphere.columns]).toEqual([nodes.length, nodes.length]);
        const sum = biosphere.values.reduce((total, each) => total + each, 0);
        expect(sum / 10).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe("A score", () => {
  const inventory = (unit: string, amount: number) => ({
    activities: [
      {
        name: "works",
        exchanges: [
          { type: "production", product: "board", amount: 1, unit: "m3", reference: true },
          { type: "production", product: "heat", amount: 1, unit: "MJ" },
          { ...dioxide, amount: 10 },
        ],
      },
      {
        name: "shop",
        exchanges: [
          { type: "production", product: "service", amount: 1, unit: "item" },
          { type: "technosphere", product: "board", amount, unit },
          { ...dioxide, amount: 1000 },
        ],
      },
    ],
    rules: { allocation: { rule: "mass", fallback: ["energy", "price"] } },
    methods: ["GWP100_AR6"],
  });

  test.each([
    [1, 1010, 10 / 1010],
    [100, null, 1000 / 2000],
  ])("with %d m³ of what no rule divides is %s", async (amount, score, share) => {
    const input = { ...inventory("m3", amount), demand: { of: "shop", amount: 1 } };
    const found = await callTool(lifecycleScore, input, uninterrupted, read);
    expect(found.scores[0]!.score).toEqual(score === null ? null : expect.closeTo(score, 9));
    expect(found.scores[0]!.unallocatedShare).toBeCloseTo(share, 9);
    expect(found.allocations).toEqual([{ activity: "works", name: "works", rule: null, state: "unallocated" }]);
    const notes = found.notes.map(String);
    expect(notes.some((note) => note.includes("it is 2000; if they bear none, 1000"))).toBe(score === null);
    expect(notes).toContainEqual(expect.stringContaining("no common measure"));
  });

  test("under a rule that no running activity allows is refused, beside those that can be applied", async () => {
    const input = {
      ...inventory("m3", 1),
      demand: { of: "shop", amount: 1 },
      cases: [{ rule: "none" }, { rule: "price" }],
    };
    const found = await callTool(lifecycleRules, input, uninterrupted, read);
    expect(found.cases).toMatchObject([
      { rule: "none", refused: null },
      { rule: "price", refused: expect.stringContaining("No activity that runs has what the rule needs") },
    ]);
  });

  test("that rests on a process which counts its fuel twice says so", async () => {
    const found = await callTool(
      lifecycleScore,
      { source: "uslci", demand: { of: "uslci:333", amount: 1 }, methods: ["GWP100_AR6"], most: 5 },
      uninterrupted,
      read,
    );
    expect(found.countedTwice.map(({ activity }) => activity)).toContain("uslci:333");
    expect(found.notes.map(String)).toContainEqual(
      expect.stringMatching(/Portland cement.*counted twice; it is no exact figure/),
    );
  });
});
