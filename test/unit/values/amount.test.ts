import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amount } from "../../../kernel/values/amount.ts";
import { equalData } from "../../../kernel/values/equal.ts";

describe("an amount in a cell", () => {
  it("is computed with its unit: fuel by factor is emissions, and gases become CO2e by a metric", () => {
    const emitted = amount(1000, "TJ").times(amount(94.6, "t CO2/TJ")).to("kt CO2");
    expect(emitted).toMatchObject({ value: 94.6, unit: "kt CO2", gas: "CO2" });
    expect(String(amount(2, "kt CH4").toCO2e("AR5 GWP100"))).toMatch(/^56 kt CO2e/);
  });

  it("does not add t to kt without saying so", () => {
    const [a, b] = [amount(1, "kt CO2"), amount(500, "t CO2")];
    expect(() => a.plus(b)).toThrow(/without saying so/);
    expect(String(a.plus(b, "t CO2"))).toBe("1500 t CO2");
    expect(() => (a as unknown as number) + (b as unknown as number)).toThrow(/a\.plus\(b\)/);
    expect(() => a > b).toThrow(/unit/);
    expect(`${a}`).toBe("1 kt CO2");
  });

  it("keeps the sum of two as exact as their decimals, and what is added is taken away again", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: -1e6, max: 1e6 }), (m, n) => {
        const [a, b] = [amount(m / 1000, "kt CO2"), amount(n / 1000, "kt CO2")];
        expect(a.plus(b).value).toBe((m + n) / 1000);
        expect(a.plus(b).minus(b).value).toBe(a.value);
      }),
    );
  });

  it("is the same data as another of the same number and unit, and plain data to workers", () => {
    expect(equalData(amount(1, "t CO2"), amount(1, "t CO2"))).toBe(true);
    expect(equalData(amount(1, "t CO2"), amount(1, "t CH4"))).toBe(false);
    expect(structuredClone(amount(1, "t CO2"))).toEqual({ ...amount(1, "t CO2") });
  });
});
