import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { type Assessed, assess, assessBill, shippedBackground } from "./assessed-bill.ts";

/** Products of the background with their units: whatever a bill may be made of. */
let products: readonly { readonly name: string; readonly amount: number; readonly unit: string }[];
beforeAll(async () => {
  const { graph, nodes } = (await shippedBackground()).solved.system;
  const byName = new Map(
    nodes.map(({ product }) => [graph.products[product]!.name, graph.products[product]!.unit] as const),
  );
  products = [...byName].map(([name, unit]) => ({ name, amount: 1, unit }));
}, 60_000);

const sumOf = ({ climate }: Assessed) => climate.reduce((sum, { value }) => sum + value, 0);
const grossOf = ({ climate }: Assessed) => climate.reduce((sum, { value }) => sum + Math.abs(value), 0);

test("the kinds of climate change sum to the score, whatever the bill, with electricity of a grid", async () => {
  const bill = fc.uniqueArray(
    fc.tuple(fc.nat(), fc.integer({ min: 1, max: 5000 })).map(([at, amount]) => {
      const product = products[at % products.length]!;
      return { ...product, amount: amount / 100 };
    }),
    { minLength: 1, maxLength: 8, selector: ({ name }) => name },
  );
  const electricity = fc.constantFrom(undefined, { amount: 12, place: "CN-BJ" }, { amount: 3, place: "DEU" });
  await fc.assert(
    fc.asyncProperty(bill, electricity, async (lines, power) => {
      const found = await assess({
        description: "Anything.",
        functionalUnit: { amount: 1, unit: "item" },
        bill: lines,
        ...(power && { electricity: power }),
      });
      // Thousands of terms of both signs: what rounding leaves is measured by their gross sum.
      const whole = Math.max(grossOf(found), Math.abs(found.score.value ?? 0));
      expect(Math.abs(sumOf(found) - (found.score.value ?? 0))).toBeLessThanOrEqual(1e-9 * whole);
    }),
    { numRuns: 30 },
  );
});

test("electricity of a grid is a kind, and what the indicator does not count stands beside the kinds", async () => {
  const cotton = await assessBill([["cotton", 1, "kg"]]);
  expect(cotton.uncountedBiogenicCO2.removal).toBeGreaterThan(0);
  expect(cotton.climate.find(({ kind }) => kind === "biogenic removal")!.value).toBe(0);
  const powered = await assessBill([["cotton", 1, "kg"]], { electricity: { amount: 10, place: "CN-BJ" } });
  const told = ({ climate }: Assessed) => climate.find(({ kind }) => kind === "not told apart")!.value;
  // 0.558 kg/kWh, the factor of Beijing's grid.
  expect(told(powered) - told(cotton)).toBeCloseTo(5.58, 9);
});
