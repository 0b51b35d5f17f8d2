import { describe, expect, test } from "vitest";
import { host } from "../shipped-host.ts";
import { answerOf, askOf, refusalOf } from "./replies.ts";

const steel = { material: "steel", technology: "BF-BOF", amount: 1, unit: "t" };

describe("A life-cycle assessment of a tonne of steel", () => {
  test("goes through the four phases, and writes down what it assumes", async () => {
    const { phases, plan, values, properties, cells } = await answerOf("lca", steel, host);
    expect(phases).toEqual(["goal", "inventory", "impact", "interpretation"]);
    expect(plan.assumed.map(({ slot }) => slot)).toEqual(
      expect.arrayContaining(["boundary", "technology", "method", "metric", "place", "source"]),
    );
    expect(properties!.assumptions).toBe(plan.assumed.length);
    expect(plan.steps.map(({ tool }) => tool)).toContain("lifecycle.assess");
    expect(cells.map(({ id }) => id)).toContain("lca1_assessment");
    const [score, , , own] = values;
    // The plant's own emissions as industry.plant has them, and upstream of coal, lime, limestone, oxygen and electricity.
    const plant = (await host.call("industry.plant", { plant: "steel BF-BOF" })).result as { scope1_kg_t: number };
    expect(own!.value).toBeCloseTo(plant.scope1_kg_t, 6);
    expect(score!.value).toBeGreaterThan(1.1 * plant.scope1_kg_t);
    expect(score!.value).toBeLessThan(1.3 * plant.scope1_kg_t);
    expect(score!.lo).toBeLessThanOrEqual(score!.value as number);
    expect(score!.hi).toBeGreaterThanOrEqual(score!.value as number);
  });

  test("says what has no data, and claims no standard", async () => {
    const { text, plan, properties } = await answerOf("lca", steel, host);
    expect(plan.assumed.find(({ slot }) => slot === "product")!.value).toEqual(["ore fines", "lump ore"]);
    // 1373 of 3780 kg.
    expect(properties!.massWithoutData).toBeCloseTo(0.363, 3);
    expect(JSON.stringify(text)).not.toMatch(/compliant|符合/i);
  });

  test("scales with the functional unit, and leaves upstream out from gate to gate", async () => {
    const one = (await answerOf("lca", steel, host)).values[0]!.value as number;
    const kilograms = await answerOf("lca", { ...steel, amount: 500, unit: "kg" }, host);
    expect(kilograms.values[0]!.value).toBeCloseTo(one / 2, 6);
    const gate = await answerOf("lca", { ...steel, boundary: "gate-to-gate" }, host);
    expect(gate.values[0]!.value).toBeCloseTo(gate.values[3]!.value as number, 9);
  });
});

describe("A life-cycle assessment", () => {
  test("asks for product, functional unit, route and bill in turn", async () => {
    expect((await askOf("lca", {}, host)).slot).toBe("material");
    expect((await askOf("lca", { material: "bottle" }, host)).slot).toBe("functional_unit");
    expect((await askOf("lca", { material: "bottle", amount: 1, unit: "item" }, host)).slot).toBe("bom");
    expect((await askOf("lca", { ...steel, boundary: "cradle-to-grave" }, host)).slot).toBe("boundary");
    const { slot, options } = await askOf("lca", { material: "钢", amount: 1, unit: "t" }, host);
    expect(slot).toBe("technology");
    expect(options.map(({ value }) => value)).toContain("steel scrap-EAF");
  });

  test("asks for the place where electricity decides, and goes on with the answer", async () => {
    const furnace = { material: "steel", technology: "steel scrap-EAF", amount: 1, unit: "t" };
    const { slot, pending } = await askOf("lca", furnace, host);
    expect(slot).toBe("place");
    expect(pending.steps.map(({ tool }) => tool)).toEqual(["industry.plant", "industry.activity"]);
    const [china, france] = await Promise.all(
      ["CHN", "FRA"].map(async (place) => (await answerOf("lca", { ...furnace, place }, host)).values[0]!.value),
    );
    expect(china).toBeGreaterThan(france as number);
  });

  test("takes a bill, and does not count a line without data", async () => {
    const bom = [
      { name: "hot rolled sheet, steel", amount: 6, unit: "kg" },
      { name: "unobtainium", amount: 1, unit: "kg" },
    ];
    const { values, properties } = await answerOf("lca", { material: "shelf", amount: 1, unit: "item", bom }, host);
    // Published: 2.3034 kg CO2e for a kg of hot rolled sheet (uslci_result, process 369).
    expect(values[0]!.value).toBeCloseTo(6 * 2.3034112351946616, 4);
    expect(properties!.gates).toMatchObject({ of: expect.any(Number) });
  });

  test("does not go on without any data", async () => {
    const { sentence } = await refusalOf(
      "lca",
      { material: "unobtainium", amount: 1, unit: "kg", bom: "background" },
      host,
    );
    expect(sentence.en).toEqual([
      {
        quoted:
          "The agent “Life-cycle assessment” has stopped in the phase “Inventory”: No line of the inventory has data.",
      },
    ]);
    expect(JSON.stringify(sentence.zh)).toContain("清单各行均没有数据");
  });
});
