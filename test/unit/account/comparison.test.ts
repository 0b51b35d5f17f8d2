import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareAccounts } from "../../../lib/account/comparison/compare-accounts.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import { madeAccount, type ShortLine } from "./made-account.ts";

const amounts = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const lines = fc.array(
  fc.record({
    name: fc.constantFrom("diesel", "Diesel ", "gas", "power", "steam", "柴油"),
    amount: fc.oneof(amounts, fc.constant(0)),
    factor: fc.option(fc.double({ min: 0, max: 1e3, noNaN: true }), { nil: null }),
    scope: fc.constantFrom("1", "2", "3", "outside") as fc.Arbitrary<"1" | "2" | "3" | "outside">,
    unit: fc.constantFrom("kWh", "MWh", "l"),
    site: fc.constantFrom("North", "South"),
  }),
  { maxLength: 8 },
);
const policy = (reasons: Record<string, "acquisition" | "divestment" | "organic growth">) => ({
  policy: { threshold: 0.05, triggers: ["boundary" as const, "method" as const], reasons },
});

describe("The change between two accounts", () => {
  test("is the sum of activity, factor and boundary, of each line and of all", () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const compared = compareAccounts(madeAccount(before, 2023), madeAccount(after, 2024));
        const sizes = [...compared.lines].map((line) =>
          Math.max(
            ...[line.before, line.after].map((state) => Math.abs(state?.emissions ?? 0)),
            Math.abs(line.activity),
            Math.abs(line.factor),
          ),
        );
        const size = Math.max(1e-300, ...sizes) * Math.max(1, sizes.length);
        for (const part of [compared, ...compared.lines, ...compared.scopes]) {
          const sum = part.activity + part.factor + part.boundary;
          // Rounding of doubles: some 10⁻¹⁶ of the largest term for each operation.
          expect(Math.abs(sum - part.change)).toBeLessThanOrEqual(1e-13 * size);
        }
        const own = compared.later.value - compared.earlier.value;
        expect(Math.abs(own - compared.change)).toBeLessThanOrEqual(1e-12 * size);
      }),
    );
  });

  test("is told by hand: 100 kWh at 0.5 become 200 kWh at 0.4, a site comes and a fuel goes", () => {
    const before = madeAccount(
      [
        { name: "Power", amount: 100, factor: 0.5, scope: "2", site: "North" },
        { name: "Coal", amount: 10, factor: 3, site: "North" },
      ],
      2023,
    );
    const after = madeAccount(
      [
        { name: "power ", amount: 0.15, factor: 400, scope: "2", unit: "MWh", site: "north" },
        { name: "Power", amount: 50, factor: 0.4, scope: "2", site: "North" },
        { name: "Gas", amount: 20, factor: 0.2, site: "South" },
      ],
      2024,
    );
    const compared = compareAccounts(before, after);
    const power = compared.lines.find(({ name }) => /power/i.test(name))!;
    // ΔA (F⁰ + F¹) / 2 = 100 · 0.45, ΔF (A⁰ + A¹) / 2 = −0.1 · 150
    expect(power).toMatchObject({ kind: "both", before: { amount: 100, emissions: 50 }, amountUnit: "kWh" });
    expect(power.activity).toBeCloseTo(45, 10);
    expect(power.factor).toBeCloseTo(-15, 10);
    expect(compared).toMatchObject({ earlier: { value: 80 }, boundary: -26 });
    expect(compared.change).toBeCloseTo(4, 10);
    expect(compared.scopes.map(({ scope }) => scope)).toEqual(["1", "2"]);
    expect(writeMessage(compared.headline)).toMatch(/^From 2023 to 2024 emissions changed by \+4\s/);
  });

  test("asks why a site came or went, and recalculates the base year where the reason counts", () => {
    const before = madeAccount([{ name: "Gas", amount: 100, factor: 1, site: "North" }], 2023);
    const north: ShortLine = { name: "Gas", amount: 100, factor: 1, site: "North" };
    const after = madeAccount([north, { name: "Gas", amount: 20, factor: 1, site: "South" }], 2024);
    const open = compareAccounts(before, after).baseYear!;
    expect(open).toMatchObject({ recalculate: false, significance: 0, base: { scope1: 100 } });
    expect(open.asks).toMatchObject([{ key: "reason:South", assumed: null, rows: [{ sheet: "Energy", row: 3 }] }]);
    const bought = compareAccounts(before, after, policy({ south: "acquisition" })).baseYear!;
    expect(bought).toMatchObject({ recalculate: true, significance: 0.2, base: { scope1: 120 }, asks: [] });
    const grown = compareAccounts(before, after, policy({ South: "organic growth" })).baseYear!;
    expect(grown).toMatchObject({ recalculate: false, base: { scope1: 100 }, asks: [] });
  });

  test("counts a factor of another source as a change of method, and one of another year as a change of factor", () => {
    const before = madeAccount([{ name: "Gas", amount: 100, factor: 1, source: "Table A, 2023" }], 2023);
    const newer = madeAccount([{ name: "Gas", amount: 50, factor: 0.8, source: "Table A, 2024" }], 2024);
    expect(compareAccounts(before, newer)).toMatchObject({ baseYear: { recalculate: false, changes: [] } });
    const other = madeAccount([{ name: "Gas", amount: 50, factor: 0.8, source: "Table B, 2024" }], 2024);
    const { baseYear, lines: compared } = compareAccounts(before, other);
    expect(compared).toMatchObject([{ isOtherMethod: true }]);
    expect(baseYear).toMatchObject({ recalculate: true, base: { scope1: 80 }, changes: [{ kind: "factors" }] });
  });

  test.each([
    [{ kind: "product" as const }, /of the kind product/],
    [{ metric: "AR6.GWP100" }, /AR6\.GWP100.*different metrics/],
    [{ year: 2025 }, /of 2025, the later of 2024/],
  ])("of accounts that differ in %j is refused with a sentence", (more, sentence) => {
    const account = madeAccount([{ name: "Gas", amount: 1, factor: 1 }], 2024);
    expect(() => compareAccounts({ ...account, year: 2023, ...more }, account)).toThrow(sentence);
  });
});
