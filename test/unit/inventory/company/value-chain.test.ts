import { describe, expect, test } from "vitest";
import { valueChain } from "../../../../lib/company/value-chain.ts";
import { call, company } from "./calling.ts";

const row = (category: number | string, activity: string, amount: number, unit: string, more: object = {}) => ({
  scope: 3,
  category,
  activity,
  amount,
  unit,
  ...more,
});
const truck = "Freighting goods · HGV (all diesel) · Articulated (>33t) · Average laden";

describe("scope 3", () => {
  test("has the fifteen categories, eight of them upstream", () => {
    expect(valueChain.map(({ number }) => number)).toEqual(Array.from({ length: 15 }, (_, i) => i + 1));
    expect(valueChain.filter(({ side }) => side === "upstream")).toHaveLength(8);
  });

  test("is counted by activity, by money and by the supplier's own number, and says how much rests on which", async () => {
    const { totals, lines } = await company(
      [
        row(1, "Water supply", 1000, "m3"),
        row("Purchased goods and services", "331110", 100, "kUSD 2022"),
        row(1, "billets", 10, "t", { supplier: "Mill", method: "supplier-specific" }),
      ],
      {
        factors: [
          { scope: 3, category: 1, activity: "billets", supplier: "Mill", value: 1.5, unit: "t CO2e/t", source: "EPD" },
        ],
      },
    );
    const [first] = totals.scope3.categories;
    expect(first.ways).toEqual({ supplier: 15, activity: 0.1913, spend: lines[1].co2e });
    expect(lines[1].co2e).toBeCloseTo(lines[1].factor * 100, 9);
    expect(first.co2e).toBeCloseTo(15 + 0.1913 + lines[1].co2e, 9);
  });

  test("says which categories nothing is said of, and which were left out for what reason", async () => {
    const { totals } = await company([row(6, "Hotel stay · UK", 1, "item room-night")], {
      excluded: [{ category: 14, reason: "There are no franchises." }],
    });
    expect(totals.scope3.lacks).toContain("Category 14, Franchises, is left out: There are no franchises.");
    expect(totals.scope3.lacks.join()).toMatch(/13 of the 15 categories are not reported: 1 \(Purchased/);
    expect(totals.scope3.categories[13]).toMatchObject({ state: "excluded", co2e: null });
  });

  test("brings money to the year and currency of the factor by the prices given, and names the row where there are none", async () => {
    const rows = [row(2, "333120", 1000, "kCNY"), row(2, "333120", 1000, "kPLN 2023")];
    const prices = [{ from: "CNY 2023", to: "USD 2022", rate: 0.14, source: "central bank; GDP deflator" }];
    const { lines, problems } = await company(rows, { prices });
    expect(lines).toHaveLength(1);
    expect(lines[0].co2e).toBeCloseTo(1000 * 0.14 * lines[0].factor, 9);
    expect(lines[0].why).toMatch(/CNY 2023 to USD 2022 by 0.14 \(central bank; GDP deflator\)/);
    expect(problems).toEqual([
      expect.stringMatching(
        /^rows, row 2, column unit: the money is kPLN 2023 and the factor per USD 2022; a line in prices/,
      ),
    ]);
  });

  test("weighs money without margins of transport where category 4 counts the transport of the same item", async () => {
    const goods = row(1, "331110", 1, "kUSD 2022", { item: "steel" });
    const [alone, beside, unusable] = await Promise.all([
      company([goods]),
      company([goods, row(4, truck, 100, "tkm", { item: "steel" })]),
      company([goods, row(4, truck, 100, "GJ", { item: "steel" })]),
    ]);
    expect(beside.lines[0].factor).toBeLessThan(alone.lines[0].factor);
    // Transport that could not be counted is not taken out.
    expect(unusable.lines[0].factor).toBe(alone.lines[0].factor);
    const unsaid = await company([row(1, "331110", 1, "kUSD 2022"), row(4, truck, 100, "tkm")]);
    expect(unsaid.totals.scope3.lacks.join()).toMatch(/includes transport margins, and category 4 has rows too/);
  });

  test("counts an item once: by activity rather than by money, and in one of two categories that exclude one another", async () => {
    const { lines, problems } = await company([
      row(1, "331110", 1, "kUSD 2022", { item: "water" }),
      row(1, "Water supply", 1, "m3", { item: "water" }),
      row(4, truck, 1, "tkm", { item: "delivery" }),
      row(9, truck, 1, "tkm", { item: "delivery" }),
    ]);
    expect(lines.map((line: { row: number }) => line.row)).toEqual([2, 3]);
    expect(problems).toEqual([
      expect.stringMatching(/^rows, row 1, column item: "water" is counted by m3 in row 2, and by money here/),
      expect.stringMatching(
        /^rows, row 4, column category: "delivery" stands in category 4 .* in row 3, and category 9 would/,
      ),
    ]);
  });

  test("says that upstream of electricity is in a life-cycle grid average already", async () => {
    const upstream = row(
      3,
      "WTT- UK electricity · WTT- UK electricity (generation) · Electricity: UK · kWh",
      10,
      "MWh",
    );
    const use = { scope: 2, category: "electricity", country: "GBR", amount: 10, unit: "MWh" };
    const { totals } = await company([upstream, use]);
    expect(totals.scope3.lacks.join()).toMatch(/Category 3 counts what is upstream of electricity \(row 1\)/);
    expect((await company([upstream])).totals.scope3.lacks.join()).not.toMatch(/upstream of electricity/);
  });

  test("refuses a method that the category has not, and a unit that does not fit the method or the factor", async () => {
    const { problems, lines } = await company([
      row(6, "Hotel stay · UK", 1, "item room-night", { method: "spend-based" }),
      row(11, "x", 1, "kWh", { method: "spend-based" }),
      row(6, "Hotel stay · UK", 1, "km"),
      row(3, "WTT- fuels · Gaseous fuels · Natural gas", 1, "MWh"),
      row(3, "WTT- fuels · Gaseous fuels · Natural gas", 1, "MWh GCV"),
    ]);
    expect(problems).toEqual([
      expect.stringMatching(
        /^rows, row 2, column method: "spend-based" is no method of category 11; direct use-phase, indirect/,
      ),
      expect.stringMatching(/^rows, row 1, column unit: the method is spend-based and the unit item room-night; money/),
      expect.stringMatching(/^rows, row 3, column unit: "km" does not fit the factor .*; item room-night is expected/),
      expect.stringMatching(/^rows, row 4, column unit: "MWh" may be any of kWh NCV, kWh GCV .* say which/),
    ]);
    expect(lines).toHaveLength(1);
  });

  test("adds no CO2e of another metric unless it is accepted, and then says how much it is", async () => {
    const rows = [row(6, "Hotel stay · UK", 1000, "item room-night")];
    const refused = await company(rows, { metric: "AR6.GWP100" });
    expect(refused.problems[0]).toMatch(
      /^rows, row 1, column activity: its factor is CO2e by AR5.GWP100 and the inventory by AR6/,
    );
    expect(refused.totals.scope3.co2e).toBe(0);
    const accepted = await company(rows, { metric: "AR6.GWP100", acceptMetrics: ["AR5.GWP100"] });
    expect(accepted.totals.scope3.co2e).toBe(10.4);
    expect(accepted.totals.scope3.lacks).toContain(
      "10.4 t of it are CO2e by AR5.GWP100, which you accepted in addition to AR6.GWP100.",
    );
  });

  test("prefers an own factor, then the country's, and says where one of another country stands in", async () => {
    const own = {
      scope: 3,
      category: 6,
      activity: "Hotel stay · UK",
      value: 5,
      unit: "kg CO2e/item room-night",
      source: "own survey",
    };
    const rows = [row(6, "Hotel stay · UK", 1, "item room-night", { country: "CHN" })];
    const [shipped, mine] = await Promise.all([company(rows), company(rows, { factors: [own] })]);
    expect(shipped.lines[0].why).toMatch(/It is for GBR and is used in place of CHN/);
    expect(mine.lines[0]).toMatchObject({ factor: 5, source: "own survey", co2e: 0.005 });
  });

  test("shows what factors there are for a category by words of their names", async () => {
    const { factors, found, category } = await call("inventory.valueChainFactors", {
      category: 6,
      words: "hotel qatar",
    });
    expect(found).toBe(1);
    expect(factors[0]).toMatchObject({ activity: "Hotel stay · Qatar", unit: "kg CO2e AR5.GWP100/item room-night" });
    expect(category.boundary).toMatch(/not commuting \(category 7\)/);
    await expect(call("inventory.valueChainFactors", { category: 16 })).rejects.toThrow(/"16" is none of scope 3/);
  });
});
