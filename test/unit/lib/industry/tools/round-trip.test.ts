import { describe, expect, test } from "vitest";
import { plants } from "../../../../../lib/industry/plant/plants.ts";
import { call } from "../../../inventory/company/calling.ts";

const kinds = [...plants.values()].map(({ name, makes }) => ({ name, power: makes === "electricity" }));

describe.each(kinds)("$name", ({ name, power }) => {
  const tool = power ? "industry.powerPlant" : "industry.plant";
  const of = (result: Record<string, number>, quantity: string) => result[`${quantity}_kg_${power ? "MWh" : "t"}`]!;

  test("its year as rows gives the company's scopes that the plant has", async () => {
    const metric = "AR6.GWP100";
    const rows = await call("industry.companyRows", {
      plant: name,
      produced: 2000,
      unit: power ? "MWh" : "t",
      country: "DEU",
      year: 2023,
      gridFactor_t_MWh: 0.4,
      metric,
    });
    const { totals, problems } = await call("inventory.company", {
      year: 2023,
      rows: rows.rows,
      factors: rows.factors,
      metric,
    });
    expect(problems).toEqual([]);
    const plant = await call(tool, { plant: name, ...(power ? {} : { gridFactor_t_MWh: 0.4, metric }) });
    // 2000 units of kg are 2 t each.
    const scope1 = 2 * (power ? plant.scope1_kg_MWh : plant.scope1_co2e_kg_t);
    expect(totals.scope1.co2e).toBeCloseTo(scope1, 6);
    expect(rows.scope1_t).toBeCloseTo(scope1, 6);
    expect(totals.scope2.location.co2e).toBeCloseTo(power ? 0 : 2 * plant.scope2_kg_t, 6);
    expect(totals.outsideCo2).toBeCloseTo(2 * of(plant, "biogenic"), 6);
  });

  test("as an activity, its direct emissions score what it emits", async () => {
    const { activities, demand } = await call("industry.activity", { plant: name });
    const { scores } = await call("lifecycle.score", { activities, demand, methods: ["GWP100_AR6"] });
    const plant = await call(tool, { plant: name });
    const expected = power ? plant.scope1_kg_MWh : plant.scope1_co2e_kg_t;
    const score = scores.find(({ indicator }: { indicator: string }) => indicator === "GWP100_AR6").score;
    expect(score ?? 0).toBeCloseTo(expected, 6);
  });

  test("its activity takes what crosses the plant's gate", async () => {
    const { activities } = await call("industry.activity", { plant: name });
    const { exchanges } = activities[0];
    const plant = await call(tool, { plant: name });
    for (const { feed, ...mass } of plant.feeds)
      if (feed !== "process air")
        expect(exchanges.find(({ product }: { product?: string }) => product === feed)?.amount).toBeCloseTo(
          (mass as Record<string, number>)[power ? "mass_kg_MWh" : "mass_kg_t"]!,
          9,
        );
    const bought = exchanges.find(
      ({ product, type }: { product?: string; type: string }) => type === "technosphere" && product === "electricity",
    );
    expect(bought?.amount ?? 0).toBeCloseTo(power ? 0 : Math.max(0, plant.electricity_kWh_t / 1000), 9);
  });
});

test("a country that is none, and a plant whose product is not counted so, are answered by sentences", async () => {
  const rows = (over: object) =>
    call("industry.companyRows", { plant: "cement", produced: 1, country: "DEU", year: 2023, ...over });
  await expect(rows({ country: "Germany" })).rejects.toThrow('"Germany" is no country');
  await expect(rows({ unit: "MWh" })).rejects.toThrow("cement does not make electricity.");
  await expect(rows({ plant: "power, coal steam" })).rejects.toThrow("Call industry.powerPlant.");
});

test("a plant that sells electricity or stores CO2 has no row of it, and says so", async () => {
  const input = { plant: "power, coal steam", produced: 1000, unit: "MWh", country: "DEU", year: 2023 };
  const { rows, notes } = await call("industry.companyRows", { ...input, parameters: { captureRate: 0.9 } });
  expect(rows.map(({ scope }: { scope: string }) => scope)).toEqual(["1"]);
  expect(JSON.stringify(notes)).toContain("captured and stored");
});

test("exchanges fill the matrices of lifecycle.calculate and the inputs of lifecycle.footprint", async () => {
  const plant = await call("industry.plant", { plant: "paper, kraft" });
  const { activities } = await call("industry.activity", { plant: "paper, kraft" });
  const exchanges: { type: string; flow?: string; product?: string; amount: number; unit: string }[] =
    activities[0].exchanges;
  const emitted = (flow: string) =>
    exchanges.filter((each) => each.flow === flow).reduce((sum, { amount }) => sum + amount, 0);
  const { scores } = await call("lifecycle.calculate", {
    technosphere: [[exchanges.find(({ type }) => type === "production")!.amount]],
    biosphere: [[emitted("Carbon dioxide, fossil")], [emitted("Carbon dioxide, biogenic")]],
    characterization: [
      [1, 0],
      [0, 1],
    ],
    demand: [2],
  });
  expect(scores[0]).toBeCloseTo(2 * plant.scope1_kg_t, 9);
  expect(scores[1]).toBeCloseTo(2 * plant.biogenic_kg_t, 9);
  const takes = exchanges.filter(({ type }) => type === "technosphere");
  const { excludingUptake } = await call("lifecycle.footprint", {
    inputs: [
      { name: "the plant itself", quantity: 1, unit: "t", footprint: emitted("Carbon dioxide, fossil") },
      ...takes.map(({ product, amount, unit }) => ({ name: product, quantity: amount, unit, footprint: 0 })),
    ],
  });
  expect(excludingUptake).toBeCloseTo(plant.scope1_kg_t, 9);
});
