import { expect, test } from "vitest";
import { materialClasses } from "../../../lib/lifecycle/assess/material-classes.ts";
import { BIOSPHERE } from "../../../lib/lifecycle/graph/activity-functions.ts";
import { assessBill, lineOf, shippedBackground } from "./assessed-bill.ts";

test("what the data hold of a line is what they are, not what they are made from or for", async () => {
  const wrong = [
    ["copper pipe", /pipe/],
    ["corn starch", /ethanol/],
    ["palm oil", /biodiesel|kernel/],
    ["rapeseed oil", /biodiesel/],
    ["wheat", /straw/],
    ["coal", /methanol/],
    ["nitrogen", /fertilizer/i],
    ["polyurethane foam", /polyol/i],
    ["particleboard", /combusted/],
    ["MDF", /combusted/],
    ["iron ore", /steel/],
    ["zinc oxide", /^zinc/i],
    ["scrap steel", /stainless|sheet/],
  ] as const;
  const found = await assessBill(wrong.map(([name]) => [name, 1, "kg"]));
  for (const [name, other] of wrong) expect(lineOf(found, name).activityName ?? "", name).not.toMatch(other);
});

test("what no shipped data stand for has no figure: no class takes it in", async () => {
  const names = [
    "copper",
    "Kupfer",
    "铜",
    "copper foil",
    "printed circuit board",
    "电路板",
    "flour",
    "wheat flour",
    "milk",
  ];
  const found = await assessBill(names.map((name) => [name, 1, "kg"]));
  for (const name of names) expect(lineOf(found, name)).toMatchObject({ match: "unmatched", score: null });
  expect(found.score.value).toBeNull();
});

test("crops, oils, ammonia and graphite span what ships of them, oils those of their plant", async () => {
  const found = await assessBill(
    ["wheat", "maize", "soybean oil", "rapeseed oil", "palm oil", "ammonia", "graphite"].map((name) => [name, 1, "kg"]),
  );
  const named = (name: string) => {
    const { activityName, alternatives } = lineOf(found, name);
    return [String(activityName), ...alternatives.map((each) => each.name)];
  };
  for (const [name, of] of [
    ["wheat", /wheat grain/i],
    ["soybean oil", /soy/i],
    ["rapeseed oil", /rapeseed/i],
    ["palm oil", /palm/i],
    ["ammonia", /ammonia/i],
    ["graphite", /graphite/i],
  ] as const) {
    const line = lineOf(found, name);
    expect(line.hi, name).toBeGreaterThan(line.lo!);
    for (const each of named(name)) expect(each, name).toMatch(of);
  }
  expect(named("palm oil").join()).not.toMatch(/kernel/i);
  expect(named("ammonia").join()).not.toMatch(/CCS/);
});

test("a cubic metre of concrete is as heavy as premise has it, and says so", async () => {
  const { graph } = await shippedBackground();
  const { exchanges, products, activities } = graph;
  // Cubic metres of concrete that are taken, and kilograms of its waste, by name of the activity.
  const taken = new Map<string, { m3: number; kg: number }>();
  for (const [e, amount] of exchanges.amount.entries()) {
    const product = exchanges.type[e] === BIOSPHERE ? undefined : products[exchanges.flow[e]!];
    if (!product || !/concrete/i.test(product.name)) continue;
    const { name } = activities[exchanges.activity[e]!]!;
    const sum = taken.get(name) ?? { m3: 0, kg: 0 };
    if (/^(m3|cubic meter)$/.test(product.unit)) sum.m3 += amount;
    else if (/waste/.test(product.name)) sum.kg -= amount;
    taken.set(name, sum);
  }
  const density = (of: string, treated = of) => taken.get(treated)!.kg / taken.get(of)!.m3;
  const concrete = materialClasses.find(({ density: own, factors }) => own && /Concrete/.test(factors.join()))!
    .density!;
  expect(concrete.kilograms).toBeCloseTo(density("Hydrogen refuelling station"), 9);
  const solar = "concentrating solar power plant";
  const others = [
    density(`${solar} construction, 110 MW`, `treatment of ${solar}, 110 MW`),
    ...["PEM", "AEC", "SOEC"].map((kind) =>
      density(
        `electrolyzer production, 1MWe, ${kind}, Balance of Plant`,
        `treatment of electrolyzer balance of plant, 1MWe, ${kind}`,
      ),
    ),
    density(
      "direct air capture system, solvent-based, 1MtCO2",
      "treatment of direct air capture system, solvent-based, 1MtCO2",
    ),
    density(
      "direct air capture system, sorbent-based, 100ktCO2",
      "treatment of direct air capture system, sorbent-based, 100ktCO2",
    ),
    density("Gas-to-liquid plant construction"),
  ];
  expect(concrete.lo).toBeCloseTo(Math.min(...others), 9);
  expect(concrete.hi).toBeCloseTo(Math.max(...others), 9);

  const found = await assessBill([
    ["ready-mix concrete C30/37", 1, "m3"],
    ["concrete", 1, "t"],
  ]);
  const [volume, mass] = found.lines as [(typeof found.lines)[0], (typeof found.lines)[0]];
  expect(volume.score! / mass.score!).toBeCloseTo(concrete.kilograms / 1000, 9);
  expect([volume.lo! / mass.score!, volume.hi! / mass.score!]).toEqual([
    expect.closeTo(concrete.lo / 1000, 9),
    expect.closeTo(concrete.hi / 1000, 9),
  ]);
  expect(volume.reason).toContain("2400 kg/m³");
});

test("a German name in our own translation says so, one of a publisher does not", async () => {
  const found = await assessBill([
    ["Edelstahl", 1, "kg"],
    ["Zement", 1, "kg"],
    ["Polypropylen", 1, "kg"],
  ]);
  expect(lineOf(found, "Edelstahl").reason).toContain("own translation");
  for (const name of ["Zement", "Polypropylen"]) {
    expect(lineOf(found, name).match).not.toBe("unmatched");
    expect(lineOf(found, name).reason).not.toContain("own translation");
  }
});
