import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AllocationRule } from "../../../lib/lifecycle/graph/allocation.ts";
import { casesOfRules, compareAllocations } from "../../../lib/lifecycle/graph/compare-allocations.ts";
import { demandOf } from "../../../lib/lifecycle/graph/demand.ts";
import { linkedSystem, type SystemOptions } from "../../../lib/lifecycle/graph/linked-system.ts";
import { inEnglish } from "../../../lib/message/english.ts";
import { cellsOf, columnSums, toDense } from "../../../lib/numeric/csr.ts";
import { emits, inventoryOf, makes, shortGraph, takes } from "./graph-of.ts";

/** CO2 of one kg of a product. */
async function perKg(graph: ReturnType<typeof shortGraph>, id: string, options: SystemOptions = {}) {
  const system = linkedSystem(graph, options);
  return (await inventoryOf(system, demandOf(system, id, 1)))[0];
}

const crusher = () =>
  shortGraph({
    crusher: [
      makes("oil", 2, { reference: true, properties: { mass: 1, energy: 40, price: 3, share: 0.7 } }),
      makes("meal", 8, { properties: { mass: 1, energy: 15, price: 0.5, share: 0.3 } }),
      takes("beans", 10),
      takes("bottles", 1, { only: "oil" }),
      emits("CO2", 5),
    ],
    farm: [makes("beans", 1), emits("CO2", 1)],
    glassworks: [makes("bottles", 1), emits("CO2", 4)],
    otherMeal: [makes("meal2", 1), emits("CO2", 0.6)],
  });

describe("a square system", () => {
  test("places what is made, taken, emitted, treated and credited with the signs of the source", () => {
    const graph = shortGraph(
      {
        plant: [
          makes("p", 2),
          takes("p", 0.1),
          takes("q", 3),
          takes("ash", -0.5),
          { type: "substitution", flow: "q", amount: 0.25 },
          emits("CO2", 7),
        ],
        mill: [makes("q", 1)],
        landfill: [makes("ash", -1)],
      },
      ["ash"],
    );
    const system = linkedSystem(graph);
    expect(system.nodes.map(({ label }) => label)).toEqual(["p, plant", "q, mill", "ash, landfill"]);
    expect([...toDense(system.technosphere).data]).toEqual([1.9, 0, 0, -2.75, 1, 0, 0.5, 0, -1]);
    expect([...toDense(system.biosphere).data]).toEqual([7, 0, 0]);
    expect([...demandOf(system, "ash", 3)]).toEqual([0, 0, -3]);
    // Cells are sums of their exchanges, each times its factor.
    const { exchange, row, column, factor } = system.technosphereCells;
    const cells = new Float64Array(9);
    for (const [at, e] of exchange.entries())
      cells[row[at]! * 3 + column[at]!]! += factor[at]! * graph.exchanges.amount[e]!;
    expect([...cells]).toEqual([...toDense(system.technosphere).data]);
  });

  test("answers a demand by product or activity, in any unit that converts", () => {
    const graph = shortGraph({ "a@X": [makes("p", 1)], "b@Y": [makes("p", 1)], c: [makes("q", 1)] });
    const system = linkedSystem(graph);
    expect([...demandOf(system, "q", 500, "gram")]).toEqual([0, 0, 0.5]);
    expect([...demandOf(system, "b@Y", 1)]).toEqual([0, 1, 0]);
    expect(() => demandOf(system, "p", 1)).toThrow("p is provided by 2 activities; name the activity: a@X, b@Y.");
    expect(() => demandOf(system, "q", 1, "m3")).toThrow(
      "demand is in m3, which does not convert to kg, the unit of q.",
    );
    expect(() => demandOf(system, "q", Number.NaN)).toThrow("The demand of q is NaN");
    expect(() => demandOf(system, "z", 1)).toThrow("demand names z, which is neither");
  });
});

describe("allocation", () => {
  // 5 direct + 10 beans + 4 for a bottle = 19 kg CO2 for 2 kg of oil and 8 kg of meal.
  const oil: Readonly<Record<string, number>> = {
    none: 19 / 2,
    mass: (19 * 2) / 10 / 2,
    energy: (19 * 80) / 200 / 2,
    price: (19 * 6) / 10 / 2,
    share: (19 * 0.7) / 2,
  };

  test.each(Object.entries(oil))("by %s divides the burdens in proportion", async (rule, expected) => {
    const allocation = { rule: rule as AllocationRule };
    expect(await perKg(crusher(), "oil", { allocation })).toBeCloseTo(expected, 12);
    expect(
      2 * (await perKg(crusher(), "oil", { allocation }))! + 8 * (await perKg(crusher(), "meal", { allocation }))!,
    ).toBeCloseTo(19, 12);
  });

  test("by subdivision gives what belongs to one product to it, and the rest by another rule", async () => {
    const allocation = { rule: "subdivision", rest: "price" } as const;
    expect(await perKg(crusher(), "oil", { allocation })).toBeCloseTo((15 * 0.6 + 4) / 2, 12);
    expect(await perKg(crusher(), "meal", { allocation })).toBeCloseTo((15 * 0.4) / 8, 12);
    expect(() => linkedSystem(crusher(), { allocation: { rule: "subdivision" } })).toThrow(
      "Activity crusher is subdivided, but beans belongs to no single product.",
    );
  });

  test("by substitution credits what the co-product replaces, in its ratio", async () => {
    const avoided = { meal: { product: "meal2", ratio: 0.9 } };
    const allocation = { rule: "substitution" } as const;
    expect(await perKg(crusher(), "oil", { allocation, avoided })).toBeCloseTo((19 - 8 * 0.9 * 0.6) / 2, 12);
    // Nobody else makes it: listed, not dropped.
    const system = linkedSystem(crusher(), { allocation });
    expect(system.cutOffs).toMatchObject([{ amount: 8, reason: "no-provider" }]);
    expect(inEnglish(system.notes)).toEqual(["1 exchange is cut off and carries no burdens, of: meal."]);
    expect(linkedSystem(crusher(), { allocation, avoided: { meal: { product: null } } }).cutOffs).toEqual([]);
    const named = (of: object) => () => linkedSystem(crusher(), { allocation, avoided: { meal: of } });
    expect(named({ product: "x" })).toThrow("avoided names x, which is not a product");
    expect(named({ product: "meal2", provider: "x" })).toThrow("avoided names x, which is not an activity");
    expect(named({ product: "meal2", provider: "farm" })).toThrow(
      "avoided names farm for meal2, which it does not make.",
    );
    expect(() => linkedSystem(crusher(), { allocation, missing: "refuse" })).toThrow(
      "Activity crusher exchanges 8 kg of meal",
    );
  });

  test("credits a co-product by another activity that makes the same, not by itself", async () => {
    const graph = shortGraph({
      joint: [makes("p", 1, { reference: true }), makes("q", 2), emits("CO2", 10)],
      single: [makes("q", 1), emits("CO2", 3)],
      user: [makes("r", 1), takes("q", 1)],
    });
    const options = { allocation: { rule: "substitution" } } as const;
    expect(await perKg(graph, "p", options)).toBeCloseTo(4, 12);
    expect(await perKg(graph, "r", options)).toBeCloseTo(3, 12);
  });

  test("takes a rule of its own for an activity, and refuses several products without a rule", async () => {
    const allocation = { rule: "mass", byActivity: { crusher: "price" } } as const;
    expect(await perKg(crusher(), "oil", { allocation })).toBeCloseTo(oil.price!, 12);
    expect(() => linkedSystem(crusher())).toThrow(
      "Activity crusher has several products: oil, meal. Choose an allocation rule for it: none, mass, energy, price, share, substitution or subdivision.",
    );
    expect(() => linkedSystem(crusher(), { allocation: { byActivity: { x: "mass" } } })).toThrow("byActivity names x");
  });

  test("leaves co-products without a column where they may not be taken", () => {
    const graph = shortGraph({
      joint: [makes("p", 1, { reference: true }), makes("q", 2)],
      user: [makes("r", 1), takes("q", 1)],
    });
    const allocation = { rule: "none" } as const;
    const free = linkedSystem(graph, { allocation });
    expect([free.nodes.length, free.cutOffs.length]).toEqual([3, 0]);
    expect(inEnglish(free.notes)).toEqual([expect.stringContaining("Co-products of 1 activity are free of burdens")]);
    const without = linkedSystem(graph, { allocation, linksFreeCoproducts: false });
    expect(without.nodes.map(({ label }) => label)).toEqual(["p, joint", "r, user"]);
    expect(without.cutOffs).toMatchObject([{ activity: 1, amount: 1, reason: "no-provider" }]);
    expect(inEnglish(without.notes)).toContainEqual(
      expect.stringContaining("Co-products of 1 activity are free of burdens"),
    );
  });

  test("names activity, product and property if a rule cannot be applied", () => {
    const of = (q: object, rule: AllocationRule) => () =>
      linkedSystem(
        shortGraph({ a: [makes("p", 1, { properties: { price: 1, share: 0.5 } }), makes("q", 1, { properties: q })] }),
        {
          allocation: { rule },
        },
      );
    expect(of({}, "energy")).toThrow("Activity a: its product p has no energy");
    expect(of({}, "price")).toThrow("Activity a: its product q has no price");
    expect(of({ price: -1 }, "price")).toThrow("by price its product q counts -1, but a part cannot be negative.");
    expect(of({ share: 0.2 }, "share")).toThrow("the stated shares of its products sum to 0.7, not to 1.");
    expect(of({}, "none")).toThrow("Activity a has several products and names none as its reference product");
    expect(of({}, "mass")).not.toThrow();
  });

  test("compares one product under several rules, and says which cannot be applied", async () => {
    const rules = ["mass", "price", "energy", "substitution"] as const;
    const demand = { id: "meal", amount: 8 };
    const compared = await compareAllocations(
      crusher(),
      demand,
      casesOfRules(rules),
      async (system, f) => (await inventoryOf(system, f))[0],
    );
    expect(compared.map(({ name }) => name)).toEqual(rules);
    expect(compared.slice(0, 3).map(({ result }) => result)).toEqual([
      expect.closeTo(19 * 0.8, 12),
      expect.closeTo(19 * 0.4, 12),
      expect.closeTo(19 * 0.6, 12),
    ]);
    expect(inEnglish([compared[3]!.refused!])).toEqual([
      "No activity provides meal, so nothing can be demanded of it.",
    ]);
  });
});

describe("waste", () => {
  const incineration = (heatPrice = 1) =>
    shortGraph(
      {
        plant: [makes("p", 1, { properties: { price: 8 } }), takes("waste", -0.5), emits("CO2", 10)],
        incinerator: [
          makes("waste", -1, { reference: true, properties: { price: -3 } }),
          makes("heat", 2, { properties: { price: heatPrice } }),
          emits("CO2", 4),
        ],
        home: [makes("warmth", 1), takes("heat", 1)],
      },
      ["waste"],
    );

  test("bears all burdens of its treatment under the cut-off model, and by-products none", async () => {
    const options = { model: "cut-off", allocation: { rule: "price" } } as const;
    expect(await perKg(incineration(), "p", options)).toBeCloseTo(12, 12);
    expect(await perKg(incineration(), "warmth", options)).toBeCloseTo(0, 12);
  });

  test("is treated within the activity that makes it at the point of substitution: 12 kg over 8 of p and 1 of heat", async () => {
    const options = { model: "point-of-substitution", allocation: { rule: "price" } } as const;
    expect(await perKg(incineration(), "p", options)).toBeCloseTo((12 * 8) / 9, 12);
    expect(await perKg(incineration(), "warmth", options)).toBeCloseTo(12 / 9, 12);
    const system = linkedSystem(incineration(), options);
    expect(system.nodes.map(({ label }) => label)).toEqual(["p, plant", "heat, plant", "warmth, home"]);
    expect(() => demandOf(system, "incinerator", 1)).toThrow("Activity incinerator is merged");
    expect(() => linkedSystem(incineration(), { ...options, allocation: { rule: "substitution" } })).toThrow(
      "gives no credits",
    );
  });

  test("without a model is a service that earns what its generator pays: 3 of 5 by price", async () => {
    const allocation = { rule: "price" } as const;
    expect(await perKg(incineration(), "p", { allocation })).toBeCloseTo(10 + (0.5 * 4 * 3) / 5, 12);
    expect(await perKg(incineration(), "warmth", { allocation })).toBeCloseTo((4 * 2) / 5 / 2, 12);
  });

  test("is credited by substitution with heat made elsewhere", async () => {
    const options = {
      allocation: { rule: "substitution" },
      avoided: { heat: { product: "p" } },
    } as const;
    // p = 10 + 0.5 w and w = 4 − 2 p, so p = 12 / 2.
    expect(await perKg(incineration(), "p", options)).toBeCloseTo(6, 12);
  });

  test("goes through chains and loops of treatments, which are solved", async () => {
    const graph = shortGraph(
      {
        plant: [makes("p", 1, { properties: { mass: 1 } }), takes("scrap", -1), emits("CO2", 1)],
        sorter: [makes("scrap", -1), takes("shreds", -1), emits("CO2", 1)],
        smelter: [
          makes("shreds", -1, { reference: true }),
          makes("metal", 0.5),
          takes("scrap", -0.25),
          emits("CO2", 2),
        ],
        user: [makes("tool", 1), takes("metal", 1)],
      },
      ["scrap", "shreds"],
    );
    const options = { model: "point-of-substitution", allocation: { rule: "mass" } } as const;
    // Sorter and smelter run 1 / (1 − 0.25) times: 1 + 4/3 + 8/3 = 5 kg over 1 kg of p and 2/3 kg of metal.
    expect(await perKg(graph, "p", options)).toBeCloseTo(3, 12);
    expect(await perKg(graph, "tool", options)).toBeCloseTo(3, 12);
    const endless = shortGraph(
      {
        plant: [makes("p", 1), takes("scrap", -1)],
        smelter: [makes("scrap", -1, { reference: true }), makes("metal", 0.5)],
        sorter: [makes("shreds", -1), takes("scrap", -1)],
        mill: [makes("q", 1), takes("shreds", -1)],
        loop: [makes("dross", -1, { reference: true }), makes("metal", 1), takes("slag", -1)],
        back: [makes("slag", -1), takes("dross", -1)],
        foundry: [makes("r", 1), takes("dross", -1)],
      },
      ["scrap", "shreds", "dross", "slag"],
    );
    expect(() => linkedSystem(endless, options)).toThrow("The wastes of activity foundry are treated in a loop");
  });

  test("is not merged where nothing of it is given, and not taken back", () => {
    const options = { model: "point-of-substitution", allocation: { rule: "mass" } } as const;
    const of = (amount: number) =>
      linkedSystem(
        shortGraph(
          {
            plant: [makes("p", 1), takes("waste", amount)],
            incinerator: [makes("waste", -1, { reference: true }), makes("heat", 2)],
          },
          ["waste"],
        ),
        options,
      );
    expect(of(0).nodes.map(({ label }) => label)).toEqual(["p, plant", "waste, incinerator", "heat, incinerator"]);
    expect(of(-1).nodes.map(({ label }) => label)).toEqual(["p, plant", "heat, plant"]);
    expect(() => of(1)).toThrow("Activity plant takes waste back from its treatment");
  });

  test("links consumers of a by-product to the host at their place, and says so", async () => {
    const graph = shortGraph(
      {
        "plant@US": [makes("p", 1), takes("waste", -1), emits("CO2", 1)],
        "mill@CN": [makes("q", 1), takes("waste", -1), emits("CO2", 9)],
        incinerator: [makes("waste", -1, { reference: true }), makes("heat", 1)],
        "home@CN": [makes("warmth", 1), takes("heat", 1)],
      },
      ["waste"],
    );
    const options = { model: "point-of-substitution", allocation: { rule: "mass" } } as const;
    expect(await perKg(graph, "warmth", options)).toBeCloseTo(4.5, 12);
    const { choices, notes } = linkedSystem(graph, options);
    expect(choices).toMatchObject([{ rule: "location", candidates: 2 }]);
    expect(inEnglish(notes)).toContainEqual(
      expect.stringContaining("heat is a by-product of a waste treatment that is merged into 2 activities"),
    );
  });
});

describe("burdens", () => {
  /** Activities in a row, each with one to three products, a waste, and inputs from those before. */
  const inventories = fc
    .array(
      fc.record({
        amounts: fc.array(fc.double({ min: 0.1, max: 5, noNaN: true }), { minLength: 1, maxLength: 3 }),
        prices: fc.array(fc.double({ min: 0.1, max: 5, noNaN: true }), { minLength: 3, maxLength: 3 }),
        takes: fc.double({ min: 0, max: 0.2, noNaN: true }),
        wastes: fc.double({ min: 0, max: 1, noNaN: true }),
        emits: fc.double({ min: 0, max: 10, noNaN: true }),
      }),
      { minLength: 2, maxLength: 6 },
    )
    .map((rows) =>
      shortGraph(
        {
          ...Object.fromEntries(
            rows.map((row, a) => [
              `a${a}`,
              [
                ...row.amounts.map((amount, k) =>
                  makes(`p${a}.${k}`, amount, {
                    reference: k === 0,
                    properties: { mass: 1, energy: row.prices[k]!, price: row.prices[k]! },
                  }),
                ),
                ...(a > 0 ? [takes(`p${a - 1}.0`, row.takes)] : []),
                takes("waste", -row.wastes),
                emits("CO2", row.emits),
              ],
            ]),
          ),
          treatment: [
            makes("waste", -1, { reference: true, properties: { mass: 1, energy: 1, price: -1 } }),
            makes("heat", 1.5, { properties: { mass: 1, energy: 2, price: 0.5 } }),
            emits("CO2", 0.7),
          ],
        },
        ["waste"],
      ),
    );

  test("of an activity are those of its nodes together, under every rule that divides", () => {
    fc.assert(
      fc.property(
        inventories,
        fc.constantFrom("none", "mass", "energy", "price"),
        fc.constantFrom(undefined, "cut-off"),
        (graph, rule, model) => {
          const { biosphere, technosphere, nodesOf, nodes } = linkedSystem(graph, {
            allocation: { rule: rule as AllocationRule },
            model: model as SystemOptions["model"],
          });
          const sums = columnSums(biosphere);
          const { activity, type, amount } = graph.exchanges;
          for (const [a, own] of nodesOf.entries()) {
            const stated = amount.reduce(
              (sum, value, e) => (activity[e] === a && type[e] === 3 ? sum + value : sum),
              0,
            );
            // Shares are rounded to doubles.
            expect(own.reduce((sum, node) => sum + sums[node]!, 0)).toBeCloseTo(stated, 10);
          }
          expect(technosphere.rows).toBe(nodes.length);
          expect(cellsOf(technosphere).every(Number.isFinite)).toBe(true);
        },
      ),
    );
  });

  test("of all that is made at stated amounts are the same under every rule and model", async () => {
    await fc.assert(
      fc.asyncProperty(
        inventories,
        fc.constantFrom("none", "mass", "energy", "price"),
        fc.constantFrom(undefined, "cut-off", "point-of-substitution"),
        async (graph, rule, model) => {
          const system = linkedSystem(graph, {
            allocation: { rule: rule as AllocationRule },
            model: model as SystemOptions["model"],
          });
          // The demand that runs every activity once: f = A 1, whose inventory is B 1, but for the treatment, which runs as often as wastes call for it.
          const ones = new Float64Array(system.nodes.length).fill(1);
          const own = system.nodes.map(({ activity }) => graph.activities[activity]!.id !== "treatment");
          const demand = new Float64Array(ones.length);
          const A = toDense(system.technosphere);
          for (let i = 0; i < A.rows; i++)
            for (let j = 0; j < A.columns; j++) if (own[j]) demand[i]! += A.data[i * A.columns + j]!;
          // Wastes are to be treated, so that nothing of them is demanded: what plants give, the treatment takes.
          const waste = system.nodes.find(
            ({ activity, exchange }) =>
              graph.activities[activity]!.id === "treatment" && graph.exchanges.amount[exchange]! < 0,
          );
          const heat = system.nodes.find(
            ({ activity, exchange }) =>
              graph.activities[activity]!.id === "treatment" && graph.exchanges.amount[exchange]! > 0,
          );
          const { amount, type, flow } = graph.exchanges;
          const treated = amount.reduce(
            (sum, value, e) => (type[e] === 1 && graph.products[flow[e]!]!.id === "waste" ? sum - value : sum),
            0,
          );
          if (waste) demand[waste.index] = 0;
          if (heat) demand[heat.index] = treated * 1.5;
          const stated = amount.reduce(
            (sum, value, e) =>
              type[e] === 3 && graph.activities[graph.exchanges.activity[e]!]!.id !== "treatment" ? sum + value : sum,
            0,
          );
          const [total] = await inventoryOf(system, demand);
          // Solved by LU of a well-conditioned triangular system: a few roundings of numbers up to 100.
          expect(total).toBeCloseTo(stated + treated * 0.7, 8);
        },
      ),
      { numRuns: 50 },
    );
  });
});
