import { describe, expect, test } from "vitest";
import { host } from "../shipped-host.ts";
import { answerOf, askOf, refusalOf } from "./replies.ts";

const plant = { material: "cement", amount: 2, unit: "Mt" };
const valueAt = ({ values }: Awaited<ReturnType<typeof answerOf>>, path: string) =>
  values.find((each) => each.path === path)?.value as number;

describe("A cement plant of 2 Mt a year", () => {
  test("meets a cap of 1.2 Mt as it is, at no price", async () => {
    const answer = await answerOf("industry", { ...plant, cap: 1.2e6 }, host);
    expect(answer.phases).toEqual(["plant", "baseline", "levers", "reach", "optimum", "spread"]);
    expect(answer.properties).toMatchObject({
      feasible: true,
      feasible_or_conflict_named: true,
      dual_nonnegative: true,
    });
    expect(answer.properties!.mass_balance_residual).toBeLessThan(1e-6);
    const run = (await host.call("industry.plant", { plant: "cement" })).result as { scope1_kg_t: number };
    expect(valueAt(answer, "emissions")).toBeCloseTo(2000 * run.scope1_kg_t, 3);
    expect(valueAt(answer, "plan.coal")).toBeCloseTo(2000, 6);
    expect(valueAt(answer, "marginalAbatementCost")).toBeCloseTo(0, 9);
    expect(answer.values[0]!.source.map(({ dataset }) => dataset)).toContain("technology_costs");
  });

  test("costs what its fuel and electricity cost", async () => {
    const answer = await answerOf("industry", plant, host);
    // 0.66 MWh of coal and 0.105 MWh of electricity a tonne, by technology_costs of 2030.
    const electricity = 28.4158 / 0.58 + 5.6104;
    expect(valueAt(answer, "cost") / (2e6 * (0.66 * 7.8202 + 0.105 * electricity))).toBeCloseTo(1, 4);
    expect(valueAt(answer, "marginalAbatementCost")).toBeUndefined();
  });

  test("asks what storage costs before it captures, and pays for it", async () => {
    const tight = { ...plant, cap: 0.9e6 };
    const { slot, pending } = await askOf("industry", tight, host);
    expect(slot).toBe("price");
    expect(pending.steps.map(({ tool }) => tool)).toContain("industry.optimize");
    const [cheap, dear] = await Promise.all(
      [30, 60].map(async (price) => answerOf("industry", { ...tight, price }, host)),
    );
    expect(valueAt(cheap!, "emissions")).toBeCloseTo(0.9e6, 0);
    const price = (answer: typeof cheap) => valueAt(answer!, "marginalAbatementCost");
    expect(price(cheap)).toBeGreaterThan(30);
    expect(price(dear)).toBeGreaterThan(price(cheap) + 30);
  });

  test("names what clashes where the cap cannot be met", async () => {
    const answer = await answerOf("industry", { ...plant, cap: 1e4 }, host);
    expect(answer.properties).toMatchObject({
      feasible: false,
      feasible_or_conflict_named: true,
      conflict: ["cap", "demand.cement"],
    });
    // Asked for the cap itself, the solver names the same two rows.
    const least = answer.values[0]!.value as number;
    const step = answer.plan.steps.find(({ id }) => id === "industry1_least")!;
    const routes = Object.fromEntries(
      Object.entries(step.args.routes as Record<string, object>).map(([name, route]) => [
        name,
        { ...route, emissions_t: 600 },
      ]),
    );
    await expect(
      host.call("industry.optimize", { ...step.args, routes, minimize: "cost", cap: 1e4 } as never),
    ).rejects.toThrow(/cap on emissions.*clashes with the demand for cement/);
    expect(least).toBeGreaterThan(1e4);
  });

  test("is asked about until it is known, and no costs are made up for other plants", async () => {
    expect((await askOf("industry", {}, host)).slot).toBe("material");
    expect((await askOf("industry", { material: "cement" }, host)).slot).toBe("amount");
    const { sentence } = await refusalOf("industry", { ...plant, material: "glass" }, host);
    expect(JSON.stringify(sentence.en)).toContain("Costs of routes ship for cement, steel and ammonia, not for glass");
  });
});

const usual = ["plant", "baseline", "levers", "reach", "optimum", "spread"];
/** Electricity at what a gas plant spends to make it, EUR/MWh, by technology_costs of 2030. */
const electricity = 28.4158 / 0.58 + 5.6104;
/** Yearly payments by those costs: upkeep and investment over the lifetime, EUR for a tonne of product. */
const built = (investment: number, upkeep: number, lifetime: number) =>
  (investment / 8760) * (upkeep / 100 + 1 / lifetime);

describe("A steel plant of 2 Mt a year", { timeout: 120_000 }, () => {
  const works = { material: "steel", amount: 2, unit: "Mt" };

  test("is the cheapest of its routes where there is no cap", async () => {
    const answer = await answerOf("industry", works, host);
    expect(answer.phases).toEqual(usual);
    expect(answer.properties).toMatchObject({ feasible: true, dual_nonnegative: true });
    expect(answer.properties!.mass_balance_residual).toBeLessThan(1e-6);
    const run = (await host.call("industry.plant", { plant: "steel BF-BOF" })).result as {
      scope1_kg_t: number;
      electricity_kWh_t: number;
      links: { from: string; energy_MW: number }[];
      feeds: { feed: string; mass_kg_t: number }[];
    };
    expect(valueAt(answer, "plan.blastFurnace")).toBeCloseTo(2000, 6);
    expect(valueAt(answer, "emissions") / (2000 * run.scope1_kg_t)).toBeCloseTo(1, 9);
    const coal = run.links.filter(({ from }) => /coal$/.test(from)).reduce((sum, each) => sum + each.energy_MW, 0);
    const ore = run.feeds.filter(({ feed }) => /ore/.test(feed)).reduce((sum, each) => sum + each.mass_kg_t, 0);
    const tonne =
      coal * 7.8202 +
      (ore / 1000) * 97.73 +
      (run.electricity_kWh_t / 1000) * electricity +
      built(9602774.8268, 14.18, 40);
    expect(valueAt(answer, "cost") / (2e6 * tonne)).toBeCloseTo(1, 4);
  });

  test("mixes its routes to meet a cap, at the cost of the difference", async () => {
    const free = await answerOf("industry", works, host);
    const capped = await answerOf("industry", { ...works, cap: 2e6 }, host);
    expect(valueAt(capped, "emissions")).toBeCloseTo(2e6, 0);
    const price = valueAt(capped, "marginalAbatementCost");
    const avoided = valueAt(free, "emissions") - 2e6;
    expect(price).toBeGreaterThan(0);
    // Two routes and one cap: what it costs is what the last tonne costs, for every tonne.
    expect((valueAt(capped, "cost") - valueAt(free, "cost")) / (avoided * price)).toBeCloseTo(1, 6);
  });

  test("names what clashes below what hydrogen can reach", async () => {
    const answer = await answerOf("industry", { ...works, cap: 1e4 }, host);
    expect(answer.properties).toMatchObject({ feasible: false, conflict: ["cap", "demand.steel"] });
    const run = (await host.call("industry.plant", { plant: "steel DRI-EAF, hydrogen" })).result as {
      scope1_kg_t: number;
    };
    expect(answer.values[0]!.value).toBeCloseTo(2000 * run.scope1_kg_t, 0);
  });

  test("is refused by its gate where a cell of the plant is not what it should be", async () => {
    const shifted = {
      async call(...[tool, args, signal]: Parameters<typeof host.call>) {
        const called = await host.call(tool, args, signal);
        if (tool !== "industry.plant" || (args as { plant: string }).plant !== "steel BF-BOF") return called;
        const result = called.result as { feeds: { feed: string; mass_kg_t: number }[] };
        // A plant without coking coal cannot give the CO2 that it states.
        return { ...called, result: { ...result, feeds: result.feeds.filter(({ feed }) => feed !== "coking coal") } };
      },
    };
    const { sentence } = await refusalOf("industry", works, shifted as typeof host);
    expect(JSON.stringify(sentence.en)).toContain("more than coals differ by");
  });
});

describe("An ammonia plant of 500 kt a year", { timeout: 120_000 }, () => {
  const works = { material: "ammonia", amount: 500, unit: "kt" };

  test("reforms gas where there is no cap", async () => {
    const answer = await answerOf("industry", works, host);
    expect(answer.phases).toEqual(usual);
    const run = (await host.call("industry.plant", { plant: "ammonia, gas" })).result as { scope1_kg_t: number };
    expect(valueAt(answer, "emissions") / (500 * run.scope1_kg_t)).toBeCloseTo(1, 9);
  });

  test("asks what storage costs before it stores, and needs electrolysis where storing is not enough", async () => {
    const { slot } = await askOf("industry", { ...works, cap: 4e5 }, host);
    expect(slot).toBe("price");
    const stored = await answerOf("industry", { ...works, cap: 4e5, price: 60 }, host);
    expect(valueAt(stored, "emissions")).toBeCloseTo(4e5, 0);
    const electrolysed = await answerOf("industry", { ...works, cap: 1e5, price: 60 }, host);
    expect(valueAt(electrolysed, "plan.electrolysis")).toBeGreaterThan(0);
    expect(valueAt(electrolysed, "marginalAbatementCost")).toBeGreaterThan(valueAt(stored, "marginalAbatementCost"));
  });
});
