import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { company } from "./calling.ts";

const row = (facility: string, amount = 100) => ({
  scope: 1,
  category: "2.A.1",
  activity: "measured",
  amount,
  unit: "t CO2",
  facility,
});
const facilities = [
  { name: "Own", country: "DEU", equity_share: 1, financial_control: true, operational_control: true },
  { name: "Joint", country: "DEU", equity_share: 0.5, financial_control: "joint", operational_control: true },
  { name: "Minority", country: "DEU", equity_share: 0.2, financial_control: false, operational_control: false },
  {
    name: "Rented",
    country: "DEU",
    equity_share: 0,
    financial_control: false,
    operational_control: false,
    held: "leased in",
  },
];
const rows = facilities.map(({ name }) => row(name));

describe("the organisational boundary", () => {
  test.each([
    ["operational control", 200],
    ["financial control", 150],
    ["equity share", 170],
  ])("by %s takes %d t of four facilities of 100 t", async (approach, expected) => {
    const { totals } = await company(rows, { facilities, approach });
    expect(totals.scope1.co2e).toBeCloseTo(expected, 9);
  });

  test("puts facilities outside beside the totals, with the category of scope 3 that they belong to", async () => {
    const { outside, totals } = await company(rows, { facilities });
    expect(outside).toEqual([
      { facility: "Minority", category: 15, share: 0.2, co2e: 20 },
      { facility: "Rented", category: 8, share: 1, co2e: 100 },
    ]);
    expect(totals.scope3.co2e).toBe(0);
  });

  test("lets no facility be consolidated and counted as an investment too", async () => {
    const asInvestment = (facility: string) => ({
      scope: 3,
      category: 15,
      activity: "part",
      amount: 20,
      unit: "t CO2e AR5.GWP100",
      facility,
    });
    const { totals, problems } = await company([asInvestment("Joint"), asInvestment("Minority")], { facilities });
    expect(totals.scope3.co2e).toBe(20);
    expect(problems).toEqual([
      expect.stringMatching(/^rows, row 1, column facility: "Joint" is consolidated in scopes 1 and 2/),
    ]);
  });

  test("names the facility that is not listed, and the column that the approach needs", async () => {
    const { problems, totals } = await company([row("Elsewhere"), row("Unsaid"), row("Own")], {
      facilities: [...facilities, { name: "Unsaid" }],
    });
    expect(problems).toEqual([
      expect.stringMatching(/^rows, row 1, column facility: "Elsewhere" is not among the facilities; Own, Joint/),
      expect.stringMatching(/^rows, row 2, column facility: "Unsaid" does not say in operational_control/),
    ]);
    expect(totals.scope1.co2e).toBe(100);
  });

  test("takes no row as wholly the company's because its facility could not be read", async () => {
    const { totals, problems } = await company([row("Half")], { facilities: [{ name: "Half", equity_share: 50 }] });
    expect(totals.scope1.co2e).toBe(0);
    expect(totals.scope1.lacks).toEqual(["Row 1 is left out, wholly or in part: see the problems for the reason."]);
    expect(problems).toHaveLength(2);
  });

  test("refuses a share above 1 and a kind of holding that is none", async () => {
    const { problems } = await company([row("Own")], {
      facilities: [...facilities, { name: "Half", equity_share: 50 }, { name: "Lent", held: "borrowed" }],
    });
    expect(problems).toEqual([
      expect.stringMatching(/^facilities, row 5, column equity_share: "50" is not a part of the whole/),
      expect.stringMatching(/^facilities, row 6, column held: "borrowed" is unknown; owned, leased in/),
    ]);
  });

  test("scales emissions with the equity share", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        fc.integer({ min: 0, max: 1e6 }),
        async (share, amount) => {
          const { totals } = await company([row("F", amount)], {
            approach: "equity share",
            facilities: [{ name: "F", equity_share: share }],
          });
          // Two products in another order: they differ in the last digit at most.
          expect(Math.abs(totals.scope1.co2e - share * amount)).toBeLessThanOrEqual(1e-12 * amount);
        },
      ),
      { numRuns: 25 },
    );
  });
});
