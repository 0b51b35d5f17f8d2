import { describe, expect, test } from "vitest";
import { shippedDatasets } from "../../../cli/serve/shipped-datasets.ts";
import { readOnce } from "../../../kernel/services/compute/read-dataset.ts";
import type { InventoryRecords } from "../../../lib/lifecycle/graph/inventory-records.ts";
import { graphOf } from "../../../lib/lifecycle/graph/records.ts";
import { openInventory } from "../../../lib/lifecycle/resource/open-inventory.ts";
import { lifecycleScore } from "../../../lib/lifecycle/tools/score.ts";
import { uncertaintyInventory } from "../../../lib/lifecycle/tools/uncertain-inventory.ts";
import { DrawnAmounts } from "../../../lib/lifecycle/uncertainty/drawn-amounts.ts";
import { uninterrupted } from "../../../lib/numeric/work.ts";

const read = readOnce(shippedDatasets());

const lognormal = (median: number, geometricSd: number) => ({ type: "lognormal", median, geometricSd }) as const;
const mill: InventoryRecords = {
  parameters: [{ name: "moisture", value: 0.2, uncertainty: { type: "uniform", lo: 0.1, hi: 0.3 } }],
  activities: [
    {
      name: "mill",
      exchanges: [
        { type: "production", product: "flour", amount: 1, unit: "kg" },
        { type: "technosphere", product: "power", amount: 0.5, unit: "kWh", uncertainty: lognormal(0.5, 1.2) },
        { type: "technosphere", product: "bran", formula: "-moisture", unit: "kg" },
        { type: "technosphere", product: "grain", formula: "1 + moisture", unit: "kg" },
        { type: "technosphere", product: "bags", amount: 1, unit: "item" },
      ],
    },
    {
      name: "plant",
      exchanges: [
        { type: "production", product: "power", amount: 1, unit: "kWh" },
        {
          type: "biosphere",
          flow: "Carbon dioxide",
          compartment: "emission/air",
          amount: 0.4,
          unit: "kg",
          uncertainty: lognormal(0.4, 1.1),
        },
      ],
    },
  ],
};

describe("the amounts of one draw", () => {
  const graph = graphOf(mill);
  const amounts = new DrawnAmounts(graph);

  test("are those stated at 0.5, and the same for the same number", () => {
    expect(amounts.at(0.5)).toBe(graph);
    expect(amounts.at(0.25).exchanges.amount).toEqual(amounts.at(0.25).exchanges.amount);
    expect(amounts.at(0.25).exchanges.amount).not.toEqual(amounts.at(0.26).exchanges.amount);
  });

  test("vary what has a law or follows from a parameter with one, which moves its exchanges together", () => {
    for (const draw of [0.1, 0.7, 0.9]) {
      const [flour, power, bran, grain, bags] = amounts.at(draw).exchanges.amount;
      expect([flour, bags]).toEqual([1, 1]);
      expect(power).not.toBe(0.5);
      expect(grain! + bran!).toBeCloseTo(1, 12);
      expect(-bran!).toBeGreaterThan(0.1);
      expect(-bran!).toBeLessThan(0.3);
    }
  });

  test("are refused where nothing has a law", () => {
    const certain = graphOf({
      activities: mill.activities.slice(1).map((each) => ({ ...each, exchanges: each.exchanges.slice(0, 1) })),
    });
    expect(() => new DrawnAmounts(certain)).toThrow("No exchange of the inventory has a distribution");
  });
});

describe("an inventory at a draw", () => {
  const scoreOf = async (inventory: unknown) => {
    const options = lifecycleScore.overResources!.options.parse({
      demand: { of: "mill", amount: 1 },
      methods: ["GWP100_AR6"],
    });
    const found = await lifecycleScore.overResources!.run({ inventory }, options, uninterrupted);
    return (found as { scores: { score: number }[] }).scores[0]!.score;
  };

  test("spreads as the laws of its exchanges do", async () => {
    const opened = await openInventory({ records: mill }, read);
    expect(await scoreOf(opened.with({ draw: 0.5 }))).toBeCloseTo(0.2, 12);
    const count = 2000;
    const scores: number[] = [];
    for (let k = 0; k < count; k++) scores.push(await scoreOf(opened.with({ draw: (k + 0.25) / count })));
    const logs = scores.map(Math.log);
    const mean = logs.reduce((sum, each) => sum + each, 0) / count;
    const sd = Math.sqrt(logs.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (count - 1));
    // A product of two lognormal numbers: exact in logarithms. Three standard errors of 2,000 draws.
    const exact = Math.hypot(Math.log(1.2), Math.log(1.1));
    expect(Math.abs(mean - Math.log(0.2))).toBeLessThan((3 * exact) / Math.sqrt(count));
    expect(Math.abs(sd / exact - 1)).toBeLessThan(3 / Math.sqrt(2 * count));
    // The tool draws from the same laws by other streams.
    const options = uncertaintyInventory.overResources!.options.parse({
      demands: [{ of: "mill", amount: 1 }],
      methods: ["GWP100_AR6"],
      draws: 4000,
    });
    const tool = (await uncertaintyInventory.overResources!.run({ inventory: opened }, options, uninterrupted)) as {
      scores: { sd: number }[];
    };
    const average = scores.reduce((sum, each) => sum + each, 0) / count;
    const own = Math.sqrt(scores.reduce((sum, each) => sum + (each - average) ** 2, 0) / (count - 1));
    // The standard error of a standard deviation of these skew draws is about 2 % of it, for each of the two.
    expect(Math.abs(own / tool.scores[0]!.sd - 1)).toBeLessThan(0.1);
  });

  test("shares what is read with other amounts and rules, and keeps what was asked last", async () => {
    const empty = await openInventory({ records: { activities: [] } }, read);
    const own = empty.with({ records: mill });
    expect(await scoreOf(own)).toBeCloseTo(0.2, 12);
    expect(empty.with({ records: structuredClone(mill) })).toBe(own);
    expect(own.with({ draw: 0.5 })).toBe(own);
    expect(own.with({ draw: 0.2 })).toBe(own.with({ draw: 0.2 }));
    expect(own.with({})).toBe(own);
  });
});
