import { describe, expect, test } from "vitest";
import { shippedSubstances } from "../../lib/industry/substance/substances.ts";
import { demandOf } from "../../lib/lifecycle/graph/demand.ts";
import { linkedSystem } from "../../lib/lifecycle/graph/linked-system.ts";
import { graphOf } from "../../lib/lifecycle/graph/records.ts";
import { lifecycleAllocate, MOST_ENERGY } from "../../lib/lifecycle/tools/allocate.ts";
import { callTool, ToolInputError } from "../../lib/tool/call.ts";
import { inventoryOf } from "../unit/lifecycle/graph-of.ts";

// Soybean crushing: one burden, three co-products, four answers; closed form, 1e-12 relative as the case states.
const burden = 0.52;
const mass = { meal: 0.8, oil: 0.19, hull: 0.01 };
const price = { meal: 380, oil: 1100, hull: 120 };
const energy = { meal: 16.8, oil: 37.2, hull: 15 };
const names = ["meal", "oil", "hull"] as const;
const products = names.map((name) => ({
  name,
  amount: mass[name],
  unit: "kg",
  mass: 1,
  energy: energy[name],
  // USD/t, as in the case: a factor common to all prices does not matter.
  price: price[name],
}));
const shares = {
  mass,
  price: { meal: 0.5912096460521198, oil: 0.40645663166083235, hull: 0.002333722287047841 },
  energy: { meal: 0.6505954109787976, oil: 0.34214347952367125, hull: 0.007261109497531222 },
};
const oil = { mass: 0.52, price: 1.1124076234928044, energy: 0.9363926808016265, substitution: 0.8421052631578946 };
const avoided = { meal: { CO2e: 0.45 }, hull: { CO2e: 0 } };

interface Allocated {
  products: Record<string, Record<string, number>>;
  shares: Record<string, number>;
  notes: string[];
}
const allocate = async (more: object) =>
  (await callTool(lifecycleAllocate, { products, burdens: { CO2e: burden }, reference: "oil", ...more })) as Allocated;

const relative = 1e-12;
const near = (value: number) => expect.closeTo(value, Math.round(-Math.log10(relative * value)));

describe("lifecycle.allocate", () => {
  test.each(["mass", "price", "energy"] as const)("by %s gives the shares and burdens of the case", async (rule) => {
    const found = await allocate({ rule });
    for (const name of names) expect(Math.abs(found.shares[name]! / shares[rule][name] - 1)).toBeLessThan(relative);
    expect(Math.abs(found.products.oil!.CO2e! / oil[rule] - 1)).toBeLessThan(relative);
    expect(names.reduce((sum, name) => sum + found.shares[name]!, 0)).toBeCloseTo(1, 14);
    // Allocated burdens sum to the total.
    const total = names.reduce((sum, name) => sum + found.products[name]!.CO2e! * mass[name], 0);
    expect(total).toBeCloseTo(burden, 14);
  });

  test("by substitution gives the reference product the burdens less what is avoided, and no shares", async () => {
    const found = await allocate({ rule: "substitution", avoided });
    expect(found).toEqual({ products: { oil: { CO2e: near(oil.substitution) } }, shares: {}, notes: [] });
    const without = await allocate({ rule: "substitution", avoided: { meal: avoided.meal } });
    expect(without.products.oil).toEqual({ CO2e: near(oil.substitution) });
    expect(without.notes).toEqual(["No avoided burdens are stated for hull: no credit is given."]);
    const other = await allocate({ rule: "substitution", avoided: { meal: { CH4: 0.1 } } });
    expect(other.products.oil!.CH4).toBeCloseTo((-0.1 * 0.8) / 0.19, 12);
  });

  test("reads stated shares", async () => {
    const stated = products.map((product, at) => ({ ...product, share: [0.5, 0.4, 0.1][at] }));
    expect((await allocate({ products: stated, rule: "share" })).products.oil!.CO2e).toBeCloseTo(
      (0.52 * 0.4) / 0.19,
      12,
    );
  });

  test("says what is wrong", async () => {
    const refused = (more: object, sentence: string) => {
      const called = allocate(more);
      return Promise.all([expect(called).rejects.toThrow(ToolInputError), expect(called).rejects.toThrow(sentence)]);
    };
    await refused(
      { rule: "share" },
      "The process: its product meal has no share, by which its burdens are to be allocated.",
    );
    await refused({ rule: "mass", products: [] }, "products is empty");
    await refused({ rule: "mass", products: [products[0], products[0]] }, "products names meal twice");
    await refused(
      { rule: "mass", products: [{ ...products[0], amount: 0 }], reference: "meal" },
      "The amount of product meal is 0",
    );
    await refused({ rule: "mass", reference: "husk" }, "reference is husk, but the products are meal, oil, hull.");
    await refused({ rule: "substitution", reference: undefined }, "The rule substitution needs reference");
    await refused({ rule: "substitution", avoided: { husk: {} } }, "avoided names husk");
    await refused({ rule: "substitution", avoided: { oil: {} } }, "avoided names oil, the reference product");
    await refused(
      { rule: "price", products: products.map((product) => ({ ...product, price: -1 })) },
      "by price its product meal counts -0.8",
    );
  });
});

describe("the same case as an inventory", () => {
  const graph = graphOf({
    activities: [
      {
        name: "crushing",
        exchanges: [
          ...products.map(({ name, amount, unit, ...properties }) => ({
            type: "production" as const,
            product: name,
            amount,
            unit,
            reference: name === "oil",
            ...properties,
          })),
          { type: "technosphere", product: "beans", amount: 1, unit: "kilogram" },
        ],
      },
      {
        name: "farm",
        exchanges: [
          { type: "production", product: "beans", amount: 1, unit: "t" },
          { type: "biosphere", flow: "CO2e", compartment: "emission/air", amount: 1000 * burden, unit: "kg" },
        ],
      },
      {
        name: "barley",
        exchanges: [
          { type: "production", product: "other feed", amount: 1, unit: "kg" },
          { type: "biosphere", flow: "CO2e", compartment: "emission/air", amount: 0.45, unit: "kg" },
        ],
      },
    ],
  });

  test.each(["mass", "price", "energy", "substitution"] as const)("solved by %s", async (rule) => {
    const system = linkedSystem(graph, {
      allocation: { rule },
      avoided: { meal: { product: "other feed" }, hull: { product: null } },
    });
    const [score] = await inventoryOf(system, demandOf(system, "oil", 1));
    expect(Math.abs(score! / oil[rule] - 1)).toBeLessThan(relative);
  });
});

describe("energy and mass that are given for the whole amount", () => {
  const heat = (energy: number, unit = "kg") => [
    { name: "oil", amount: 50, unit, energy },
    { name: "meal", amount: 80, unit, energy: 16.8 },
  ];
  const notesOf = async (stated: object[], rule: string) =>
    (await callTool(lifecycleAllocate, { products: stated, burdens: { CO2e: 1 }, rule })).notes;

  test("have a bound that is the net calorific value of hydrogen, of NASA's coefficients", () => {
    expect(MOST_ENERGY).toBeCloseTo(shippedSubstances.get("H2")!.lowerHeatingValue, 2);
  });

  test("are noted where no fuel has as much per kilogram", async () => {
    expect(await notesOf(heat(37.2), "energy")).toEqual([]);
    expect(await notesOf(heat(1860), "energy")).toEqual([
      "energy of oil is 1860 MJ per kg, which is 1860 MJ/kg: no fuel has more than hydrogen, 119.95. energy is per unit, not of the whole amount.",
    ]);
    // A tonne may have as much.
    expect(await notesOf(heat(37_200, "t"), "energy")).toEqual([]);
  });

  test("are noted where the unit itself says another", async () => {
    const given = [
      { name: "oil", amount: 50, unit: "kg", mass: 50 },
      { name: "meal", amount: 80, unit: "kg" },
    ];
    expect(await notesOf(given, "mass")).toEqual([
      "mass of oil is 50 per kg, but a kg is 1 kg. mass is per unit, not of the whole amount; the stated value was used.",
    ]);
  });
});
