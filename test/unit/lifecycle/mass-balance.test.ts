import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shippedDatasets } from "../../../cli/serve/shipped-datasets.ts";
import { readOnce } from "../../../kernel/services/compute/read-dataset.ts";
import { premiseGraph } from "../../../lib/lifecycle/background/premise.ts";
import { massBalances } from "../../../lib/lifecycle/balance/mass-balance.ts";
import { massRoleOf } from "../../../lib/lifecycle/balance/mass-role.ts";
import type { ExchangeRecord } from "../../../lib/lifecycle/graph/inventory-records.ts";
import { graphOf } from "../../../lib/lifecycle/graph/records.ts";
import { lifecycleBalance } from "../../../lib/lifecycle/tools/balance.ts";
import { uninterrupted } from "../../../lib/numeric/work.ts";
import { callTool } from "../../../lib/tool/call.ts";

const read = readOnce(shippedDatasets());

/** A balance of one activity of these exchanges. */
const balanceOf = (exchanges: ExchangeRecord[], options = {}) =>
  massBalances(graphOf({ activities: [{ name: "mill", exchanges }] }), options)[0]!;
const made = (amount: number, unit = "kg", more = {}): ExchangeRecord => ({
  type: "production",
  product: "yarn",
  amount,
  unit,
  ...more,
});
const taken = (product: string, amount: number, unit = "kg"): ExchangeRecord => ({
  type: "technosphere",
  product,
  amount,
  unit,
});
const emitted = (flow: string, amount: number, compartment = "emission/air", unit = "kg"): ExchangeRecord => ({
  type: "biosphere",
  flow,
  amount,
  compartment,
  unit,
});

describe("the mass balance of an activity", () => {
  test("closes with its waste, in units of all kinds", () => {
    const spinning = [made(1), taken("cotton", 1250, "g"), taken("fibre waste", -0.25), taken("power", 3.4, "kWh")];
    expect(balanceOf(spinning)).toMatchObject({ state: "closes", into: 1.25, out: 1.25, difference: 0, share: 0 });
    const [power] = balanceOf(spinning).weightless;
    expect(power).toEqual({ exchange: 3, reason: "unit", mayWeigh: false });
  });

  test("finds a mass that is wrong, and says how much", () => {
    const withoutWaste = balanceOf([made(1), taken("cotton", 1.25)]);
    expect(withoutWaste).toMatchObject({ state: "open", difference: 0.25, share: 0.2 });
    // Grams read as kilograms.
    expect(balanceOf([made(1), taken("cotton", 1250), taken("fibre waste", -0.25)]).state).toBe("open");
    expect(balanceOf([made(1), taken("cotton", 0.9)])).toMatchObject({ state: "open", mayBe: [] });
  });

  test("guesses no mass: a volume leaves it incomplete, until a mass is stated", () => {
    const washed = [made(1), taken("wool", 0.6), taken("dye", 0.4, "L")];
    expect(balanceOf(washed)).toMatchObject({ state: "incomplete", into: 0.6 });
    expect(balanceOf(washed, { masses: { dye: 1 } })).toMatchObject({ state: "closes", into: 1 });
    const sewn = [made(1, "item"), taken("fabric", 0.15)];
    expect(balanceOf(sewn)).toMatchObject({ state: "none", out: 0 });
    expect(balanceOf([made(1, "item", { mass: 0.15 }), taken("fabric", 0.15)]).state).toBe("closes");
  });

  test("has none for a service, and leaves processing out", () => {
    expect(balanceOf([made(1, "kWh"), taken("coal", 0.4), emitted("Carbon dioxide", 1)]).state).toBe("none");
    const wire = balanceOf([made(1), taken("copper", 1), taken("wire drawing, copper", 1)]);
    expect(wire).toMatchObject({ state: "closes", into: 1, weightless: [{ exchange: 2, reason: "processing" }] });
    expect(["hot rolled sheet, steel, at plant", "aluminium extrusion", "treated wood"].map(massRoleOf)).toEqual([
      "goods",
      "goods",
      "goods",
    ]);
    expect(["Hot rolling, steel", "Bituminous coal, combusted in industrial boiler"].map(massRoleOf)).toEqual([
      "processing",
      "processing",
    ]);
    // A treatment that is written as an input takes the waste away.
    expect(balanceOf([made(1), taken("cotton", 1.25), taken("Disposal, fibre, to landfill", 0.25)]).state).toBe(
      "closes",
    );
  });

  test("takes resources in, and says where air or water is left out", () => {
    const mined = [made(1), emitted("Limestone", 1, "resource/ground")];
    expect(balanceOf(mined).state).toBe("closes");
    const burnt = balanceOf([made(1), taken("limestone", 1), taken("coke", 0.3), emitted("Carbon dioxide", 1.1)]);
    expect(burnt).toMatchObject({ state: "open", mayBe: ["air"] });
    expect(balanceOf([made(1), taken("salt", 1), taken("tap water", 5)])).toMatchObject({ mayBe: ["water"] });
  });

  test("balances carbon where the composition is known", () => {
    const kiln = [made(1), taken("limestone", 1.786), emitted("Carbon dioxide, fossil", 0.786)];
    // CaCO3 is 12/100 carbon, and CaO has none.
    const carbon = { limestone: 0.12, yarn: 0 };
    const whole = balanceOf(kiln, { carbon }).carbon;
    expect(whole.into).toBeCloseTo(1.786 * 0.12, 12);
    expect(whole.out).toBeCloseTo((0.786 * 12) / 44, 12);
    expect(whole.state).toBe("closes");
    // Twice the carbon dioxide cannot be of this limestone.
    const twice = [...kiln.slice(0, 2), emitted("Carbon dioxide, fossil", 1.572)];
    expect(balanceOf(twice, { carbon }).carbon.state).toBe("open");
    expect(balanceOf(kiln).carbon).toMatchObject({ state: "unknown", unknownInto: 1.786, unknownOut: 1 });
    // More carbon than the whole mass that goes in.
    expect(balanceOf([made(1), taken("wood", 0.1), emitted("Methane", 1)]).carbon.state).toBe("open");
  });

  test("keeps its differences whatever the unit, and turns with the signs", () => {
    const amount = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
    fc.assert(
      fc.property(amount, amount, amount, (product, input, waste) => {
        const inKg = balanceOf([made(product), taken("cotton", input), taken("waste", -waste)]);
        const inTonnes = balanceOf([
          made(product / 1000, "t"),
          taken("cotton", input * 1000, "g"),
          taken("waste", -waste),
        ]);
        expect(inKg.difference).toBeCloseTo(input - product - waste, 9);
        expect(inTonnes.difference).toBeCloseTo(inKg.difference, 9);
        const asCoproduct = balanceOf([
          made(product),
          taken("cotton", input),
          { type: "production", product: "waste", amount: waste, unit: "kg", waste: true },
        ]);
        expect(asCoproduct.difference).toBeCloseTo(inKg.difference, 9);
      }),
    );
  });
});

describe("the balances of batteries in the shipped inventories", () => {
  test("close where the paper states every part, and are found open where it does not", async () => {
    const graph = await premiseGraph(read);
    const named = (name: string) => {
      const activity = graph.activities.findIndex((each) => each.name === name);
      return massBalances(graph, { activities: [activity] })[0]!;
    };
    // Shares of parts in a pack, printed with five decimals: eleven of them round off by at most 6e-5.
    for (const chemistry of ["NMC622", "NMC532", "NMC955"])
      expect(Math.abs(named(`battery production, Li-ion, ${chemistry}`).difference)).toBeLessThan(6e-5);
    // Before processing is left out, sheet rolling alone would add a twentieth.
    const cell = named("battery cell production, Li-ion, NMC811");
    expect(cell.state).toBe("closes");
    expect(cell.weightless.some(({ reason }) => reason === "processing")).toBe(true);
    // Its parts sum to 1.118 kg for a kilogram: the source keeps no waste.
    expect(named("battery production, Li-O2")).toMatchObject({ state: "open" });
  });
});

describe("lifecycle.balance", () => {
  const chain = [
    { name: "spinning", exchanges: [made(1), taken("cotton", 1.25), taken("fibre waste", -0.25)] },
    {
      name: "knitting",
      exchanges: [{ type: "production", product: "fabric", amount: 1, unit: "kg" } as const, taken("yarn", 1.12)],
    },
    { name: "coffee", exchanges: [{ type: "production", product: "coffee", amount: 1, unit: "kg" } as const] },
  ];

  test("balances what runs for a demand at the amounts to which it runs", async () => {
    const found = await callTool(
      lifecycleBalance,
      { activities: chain, demand: { of: "fabric", amount: 10 }, tolerance: 0.01 },
      uninterrupted,
      read,
    );
    expect(found.counts).toEqual({ closes: 1, open: 1, incomplete: 0, none: 0 });
    expect(found.balances.map(({ name, state }) => [name, state])).toEqual([
      ["knitting", "open"],
      ["spinning", "closes"],
    ]);
    expect(found.balances[0]!.difference).toBeCloseTo(1.2, 10);
    expect(found.balances[1]!.into).toBeCloseTo(14, 10);
  });

  test("says what is wrong with what it is given", async () => {
    const refused = (more: object) =>
      expect(callTool(lifecycleBalance, { activities: chain, ...more }, uninterrupted, read)).rejects;
    await refused({ of: ["weaving"] }).toThrow("of names weaving, which is not an activity of the inventory.");
    await refused({ masses: { wool: 1 } }).toThrow(
      "masses names wool, which is neither a product nor an elementary flow",
    );
    await refused({ masses: { cotton: -1 } }).toThrow("masses gives -1 for cotton; expected a mass per unit above 0.");
    await refused({ carbon: { cotton: 40 } }).toThrow("carbon gives 40 for cotton; expected a share from 0 to 1.");
  });
});
