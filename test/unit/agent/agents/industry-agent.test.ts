import { describe, expect, test } from "vitest";
import { host } from "../shipped-host.ts";
import { answerOf, askOf, refusalOf } from "./replies.ts";

const plant = { material: "cement", amount: 2, unit: "Mt" };
const valueAt = ({ values }: Awaited<ReturnType<typeof answerOf>>, path: string) =>
  values.find((each) => each.path === path)?.value as number;

describe("A cement plant of 2 Mt a year", { timeout: 60_000 }, () => {
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
    const { sentence } = await refusalOf("industry", { ...plant, material: "steel" }, host);
    expect(JSON.stringify(sentence.en)).toContain("Costs of routes ship for cement alone");
  });
});
