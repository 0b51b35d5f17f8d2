import { describe, expect, test } from "vitest";
import { call } from "../unit/inventory/company/calling.ts";

// Cases of closed form; relative tolerances as the cases state.
const near = (value: number, relative: number) =>
  expect.closeTo(value, Math.round(-Math.log10(relative * Math.abs(value))));

/** The factor of CO2 is 1, so that kg of it are kg CO2e. */
const dioxide = (formulaOrAmount: number | string) => ({
  type: "biosphere",
  flow: "Carbon dioxide",
  compartment: "emission/air",
  ...(typeof formulaOrAmount === "number" ? { amount: formulaOrAmount } : { formula: formulaOrAmount }),
  unit: "kg",
});
const makes = (product: string, unit: string, more: object = {}) => ({
  type: "production",
  product,
  amount: 1,
  unit,
  ...more,
});
const takes = (product: string, amount: number | string, unit: string) => ({
  type: "technosphere",
  product,
  ...(typeof amount === "number" ? { amount } : { formula: amount }),
  unit,
});

describe("soybean crushing under four rules", () => {
  const products = [
    { product: "meal", amount: 0.8, energy: 16.8, price: 380 },
    { product: "oil", amount: 0.19, energy: 37.2, price: 1100, reference: true },
    { product: "hull", amount: 0.01, energy: 15, price: 120 },
  ];
  const input = {
    activities: [
      {
        name: "crushing",
        exchanges: [
          ...products.map((product) => ({ type: "production", unit: "kg", ...product })),
          takes("beans", 1, "kg"),
        ],
      },
      { name: "farm", exchanges: [makes("beans", "kg"), dioxide(0.52)] },
      { name: "barley", exchanges: [makes("other feed", "kg"), dioxide(0.45)] },
    ],
    demand: { of: "oil", amount: 1 },
    methods: ["GWP100_AR6"],
    cases: [
      { rule: "mass" },
      { rule: "price" },
      { rule: "energy" },
      {
        rule: "substitution",
        avoided: { meal: { product: "other feed" }, hull: { product: null } },
      },
    ],
  };

  test("side by side", async () => {
    const { scores } = await call("lifecycle.rules", input);
    expect(scores.map(({ rule, score }: { rule: string; score: number }) => [rule, score])).toEqual([
      ["mass", near(0.52, 1e-12)],
      ["price", near(1.1124076234928044, 1e-12)],
      ["energy", near(0.9363926808016265, 1e-12)],
      ["substitution", near(0.8421052631578946, 1e-12)],
    ]);
  });
});

describe("one wear of a cotton T-shirt", () => {
  // Inputs are illustrative teaching numbers; kWh and MJ by factors, which are parameters here.
  const input = {
    parameters: [
      { name: "electricity", value: 0.558 },
      { name: "heat", value: 0.06233333333333333 },
      { name: "wears", value: 50 },
    ],
    activities: [
      { name: "cotton", exchanges: [makes("lint", "kg"), dioxide(3.36329455799386)] },
      { name: "spinning", exchanges: [makes("yarn", "kg"), takes("lint", 1.25, "kg"), dioxide("3.4 * electricity")] },
      {
        name: "knitting",
        exchanges: [makes("fabric", "kg"), takes("yarn", 1.12, "kg"), dioxide("1.6 * electricity + 28 * heat")],
      },
      {
        name: "sewing",
        exchanges: [makes("shirt", "kg"), takes("fabric", 0.15, "kg"), dioxide("0.35 * electricity + heat")],
      },
      { name: "wearing", exchanges: [makes("wear", "kg"), takes("shirt", "1 / wears", "kg"), dioxide(0.0875)] },
    ],
    demand: { of: "wear", amount: 1 },
  };
  const total = 0.12106749581024087;
  const contributions = [0.0875, 0.0051526666666666665, 0.0079144, 0.006374592000000002, 0.014125837143574214];
  const scaling = [1, 0.02, 0.003, 0.0033600000000000006, 0.004200000000000001];

  test("as a chain of suppliers", async () => {
    const found = await call("lifecycle.supply", input);
    expect(found.score).toEqual(near(total, 1e-9));
    expect(found.nodes.map(({ direct }: { direct: number }) => direct)).toEqual(
      contributions.map((value) => near(value, 1e-9)),
    );
    expect(found.nodes.map(({ amount }: { amount: number }) => amount)).toEqual(
      scaling.map((value) => near(value, 1e-9)),
    );
    expect(found.nodes[0].direct / found.score).toEqual(near(0.7227373409717337, 1e-9));
  });

  test("worn twice as often", async () => {
    const { scores } = await call("lifecycle.scenarios", {
      ...input,
      methods: ["AR6.GWP100"],
      scenarios: [{ name: "100 wears", values: { wears: 100 } }],
    });
    expect(scores.map(({ score }: { score: number }) => score)).toEqual([
      near(total, 1e-9),
      near(0.10428374790512043, 1e-9),
    ]);
  });

  test("by the elasticity of the electricity of its production", async () => {
    const { parameters } = await call("lifecycle.hotspots", input);
    const { elasticity } = parameters.find(({ name }: { name: string }) => name === "electricity");
    // The electricity of spinning, knitting and sewing in the case's score.
    const expected = (0.558 * (3.4 * scaling[3]! + 1.6 * scaling[2]! + 0.35 * scaling[1]!)) / total;
    expect(elasticity).toEqual(near(expected, 1e-9));
    expect(elasticity).toEqual(near(0.10703939908290253, 1e-9));
  });
});
