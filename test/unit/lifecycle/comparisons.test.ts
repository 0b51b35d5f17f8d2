import { describe, expect, it } from "vitest";
import { call } from "../inventory/company/calling.ts";

const methane = (amount: number | string) => ({
  type: "biosphere",
  flow: "Methane",
  compartment: "emission/air",
  ...(typeof amount === "number" ? { amount } : { formula: amount }),
  unit: "kg",
});
const makes = (product: string, amount: number, more: object = {}) => ({
  type: "production",
  product,
  amount,
  unit: "kg",
  ...more,
});

/** A mill with two products, the farm that supplies it, and a competitor. */
const inventory = {
  parameters: [
    { name: "yield", value: 2 },
    { name: "perBean", formula: "6 / yield" },
    { name: "own", value: 1, activity: "farm" },
  ],
  activities: [
    {
      name: "mill",
      exchanges: [
        makes("oil", 1, { price: 3, reference: true }),
        makes("meal", 3, { price: 1 }),
        { type: "technosphere", product: "beans", amount: 4, unit: "kg" },
      ],
    },
    { name: "farm", exchanges: [makes("beans", 1), methane("perBean")] },
    { name: "feed", exchanges: [makes("feed", 1), methane(2)] },
    {
      name: "store",
      exchanges: [
        { type: "production", product: "stored energy", amount: 1, unit: "kWh" },
        { type: "technosphere", product: "oil", amount: 0.1, unit: "kg" },
      ],
    },
  ],
  rules: { allocation: { rule: "mass" } },
  methods: ["GWP100_AR6", "ACID"],
};
const demand = { of: "oil", amount: 1 };

interface Row {
  readonly indicator: string;
  readonly score: number | null;
  readonly difference: number | null;
  readonly relative: number | null;
}

/** Scores in the unit of the first, as the factor of methane cancels in relative differences. */
const near = (value: number) => expect.closeTo(value, 12);

describe("lifecycle.scenarios", () => {
  const scenarios = [
    { name: "poor harvest", values: { yield: 1 } },
    { name: "stated", values: { perBean: 6 } },
    { name: "the same", values: { yield: 2 } },
  ];

  it("scores an inventory under other values, with all that follows by formulas", async () => {
    const { scores, notes } = await call("lifecycle.scenarios", { ...inventory, demand, scenarios });
    const climate = scores.filter(({ indicator }: Row) => indicator === "GWP100_AR6");
    expect(climate.map(({ scenario, relative }: Row & { scenario: string }) => [scenario, relative])).toEqual([
      ["base", 0],
      ["poor harvest", near(1)],
      ["stated", near(1)],
      ["the same", near(0)],
    ]);
    expect(climate[1].difference).toBeCloseTo(climate[0].score, 9);
    // Nothing has a factor: unknown, not 0.
    expect(scores.filter(({ indicator }: Row) => indicator === "ACID").map(({ score }: Row) => score)).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(notes).toEqual(["Scenario the same changes yield, but no score: nothing that runs depends on it."]);
  });

  it("says which scenario is wrong, and how", async () => {
    const refused = (given: object, sentence: string) =>
      expect(call("lifecycle.scenarios", { ...inventory, demand, scenarios, ...given })).rejects.toThrow(sentence);
    await refused(
      { scenarios: [{ name: "x", values: { yeild: 1 } }] },
      "Scenario x: There is no parameter yeild; there are yield, perBean.",
    );
    await refused({ scenarios: [{ name: "x", values: { own: 1 } }] }, "There is no parameter own");
    await refused(
      { scenarios: [{ name: "x", values: { yield: 0 } }] },
      "Scenario x: The formula of perBean gives Infinity",
    );
    await refused({ scenarios: [] }, "scenarios is empty");
    await refused({ scenarios: [scenarios[0], scenarios[0]] }, "scenarios has poor harvest twice");
    await refused(
      { activities: [inventory.activities[2]], parameters: [], demand: { of: "feed", amount: 1 } },
      "The inventory has no parameters that hold everywhere",
    );
  });
});

describe("lifecycle.alternatives", () => {
  it("sets demands side by side, each relative to the first", async () => {
    const found = await call("lifecycle.alternatives", {
      ...inventory,
      alternatives: [
        { name: "meal", of: "meal", amount: 1 },
        { name: "feed", of: "feed", amount: 1000, unit: "g" },
      ],
    });
    const climate = found.scores.filter(({ indicator }: Row) => indicator === "GWP100_AR6");
    // By mass 1 kg of the mill's products takes 1 kg of beans with 3 kg of methane; feed has 2 kg.
    expect(climate.map(({ alternative, relative }: Row & { alternative: string }) => [alternative, relative])).toEqual([
      ["meal", 0],
      ["feed", near(-1 / 3)],
    ]);
    expect(found.function).toBe(null);
    expect(found.references[1]).toMatchObject({ alternative: "feed", amount: 1000, unit: "g", product: "feed" });
    expect(found.notes).toEqual([expect.stringContaining("No function is stated")]);
  });

  it("refuses other units or amounts unless the function is stated", async () => {
    const alternatives = [
      { name: "oil", of: "oil", amount: 1 },
      { name: "energy", of: "store", amount: 10 },
    ];
    const called = (more: object) => call("lifecycle.alternatives", { ...inventory, alternatives, ...more });
    await expect(called({})).rejects.toThrow("oil is 1 kg of oil, and energy is 10 kWh of stored energy.");
    const { scores, notes, function: stated } = await called({ function: "lighting a room for an hour" });
    expect(scores[1].relative).toBeCloseTo(0, 12);
    expect([stated, notes]).toEqual(["lighting a room for an hour", []]);
    await expect(
      called({ alternatives: [alternatives[0], { name: "more oil", of: "oil", amount: 2 }] }),
    ).rejects.toThrow("more oil is 2 kg of oil");
  });

  it("says what is wrong with which", async () => {
    const called = (...alternatives: object[]) => call("lifecycle.alternatives", { ...inventory, alternatives });
    const [oil, boat] = [
      { name: "a", of: "oil", amount: 1 },
      { name: "b", of: "boat", amount: 1 },
    ];
    await expect(called(oil)).rejects.toThrow("expected at least 2");
    await expect(called(oil, oil)).rejects.toThrow("alternatives has a twice");
    await expect(called(oil, boat)).rejects.toThrow("Alternative b: demand names boat");
  });
});

describe("lifecycle.rules", () => {
  const relatives = ({ scores }: { scores: (Row & { rule: string })[] }) =>
    Object.fromEntries(
      scores.filter(({ indicator }) => indicator === "GWP100_AR6").map(({ rule, relative }) => [rule, relative]),
    );

  it("sets rules side by side, and says why others cannot be applied", async () => {
    const found = await call("lifecycle.rules", { ...inventory, demand });
    // The mill's burden is 4; oil bears 4, 1 by mass, 2 by price.
    expect(relatives(found)).toEqual({ none: 0, mass: near(-3 / 4), price: near(-1 / 2), substitution: 0 });
    expect(found.cases).toEqual([
      { rule: "none", refused: null },
      { rule: "mass", refused: null },
      { rule: "energy", refused: expect.stringContaining("its product oil has no energy") },
      { rule: "price", refused: null },
      { rule: "share", refused: expect.stringContaining("its product oil has no share") },
      { rule: "substitution", refused: null },
    ]);
    expect(found.notes).toEqual([
      expect.stringContaining("Under substitution: meal of activities that run replace nothing"),
    ]);
  });

  it("takes cases of one's own, for the activities to which they apply", async () => {
    const cases = [
      { rule: "mass" },
      { name: "feed is saved", rule: "substitution", avoided: { meal: { product: "feed" } } },
    ];
    const found = await call("lifecycle.rules", { ...inventory, demand, cases, appliedTo: ["mill"] });
    // 12 kg of methane less 3 × 2 of the feed that the meal replaces, over 3.
    expect(relatives(found)).toEqual({ mass: 0, "feed is saved": near(1) });
    expect(found.notes.join()).not.toContain("replace nothing");
    const elsewhere = await call("lifecycle.rules", {
      ...inventory,
      demand,
      appliedTo: ["farm"],
      cases: [{ rule: "price" }],
    });
    expect(elsewhere.scores[0].score).toBeCloseTo(found.scores[0].score, 9);
  });

  it("can be confined to what runs, so that no other activity hides a rule", async () => {
    const other = {
      name: "saw mill",
      exchanges: [makes("boards", 1, { unit: "m3", reference: true }), makes("dust", 1, { price: 1 })],
    };
    const activities = [...inventory.activities, other];
    const given = { ...inventory, activities, rules: { allocation: { rule: "none" } }, demand };
    const all = await call("lifecycle.rules", given);
    expect(relatives(all)).toEqual({ none: 0, substitution: 0 });
    const running = await call("lifecycle.rules", { ...given, appliedTo: "running" });
    expect(running.appliedTo).toEqual(["mill"]);
    expect(relatives(running)).toEqual({ none: 0, mass: near(-3 / 4), price: near(-1 / 2), substitution: 0 });
  });

  it("says where there is nothing to choose, and what is wrong", async () => {
    const called = (more: object) => call("lifecycle.rules", { ...inventory, demand, ...more });
    expect((await called({ demand: { of: "feed", amount: 1 } })).notes).toEqual([
      "No activity that runs has several products: the rules have nothing to allocate.",
    ]);
    await expect(called({ cases: [] })).rejects.toThrow("cases is empty");
    await expect(called({ cases: [{ rule: "mass" }, { rule: "mass" }] })).rejects.toThrow("cases has mass twice");
    await expect(called({ appliedTo: ["ship"] })).rejects.toThrow("appliedTo names ship");
    await expect(called({ cases: [{ rule: "energy" }, { rule: "share" }] })).rejects.toThrow(
      "None of the rules can be applied. energy: Activity mill: its product oil has no energy",
    );
  });
});

describe("Notes of lifecycle.score", () => {
  it("name the activities with free co-products that run for the demand, and no others", async () => {
    const rules = { allocation: { rule: "none" } };
    const free = (notes: string[]) => notes.filter((note) => note.includes("free of burdens"));
    const oil = await call("lifecycle.score", { ...inventory, rules, demand });
    expect(free(oil.notes)).toEqual([
      "1 activity that runs has co-products free of burdens, which other products bear: mill.",
    ]);
    const feed = await call("lifecycle.score", { ...inventory, rules, demand: { of: "feed", amount: 1 } });
    expect(free(feed.notes)).toEqual([]);
  });
});
