import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeMessage } from "../../../lib/message/write.ts";
import { growth } from "../../../lib/quantity/growth.ts";
import { quantity } from "../../../lib/quantity/quantity.ts";
import { QuantityError } from "../../../lib/quantity/quantity-error.ts";

describe("A mean rate of growth", () => {
  it("is the compound one: a doubling in ten years is 7.18 % a year", () => {
    const { rate, notes } = growth(quantity(5, "Gt CO2"), quantity(10_000, "Mt CO2"), 10);
    // 100 (2^(1/10) − 1), by hand from ln 2 = 0.693147.
    expect(rate).toBeCloseTo(7.177346, 5);
    expect(notes).toEqual([]);
  });

  it("leads from the first quantity to the last, whatever they are", () => {
    const amount = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 1, max: 60 }), (from, to, years) => {
        const { rate } = growth(quantity(from, "t CO2"), quantity(to, "t CO2"), years);
        const reached = from * (1 + rate! / 100) ** years;
        // Sixty powers of a double keep about twelve digits; a rate near −100 % loses as many as it has nines.
        expect(Math.abs(reached / to - 1)).toBeLessThan(1e-6);
      }),
    );
  });

  it("has no value from a sink or to one, and a note says so", () => {
    const { rate, notes } = growth(quantity(-2, "Mt CO2"), quantity(3, "Mt CO2"), 5);
    expect(rate).toBeNull();
    expect(notes.map((note) => writeMessage(note))).toEqual([
      "From -2 Mt CO2 to 3 Mt CO2 there is no rate of growth: both must be above zero.",
    ]);
    expect(writeMessage(notes[0]!, { tag: "zh-CN" })).toContain("没有增长率");
  });

  it("is not taken from one gas to another, nor from nothing", () => {
    expect(() => growth(quantity(1, "t CO2"), quantity(1, "t CH4"), 5)).toThrow(QuantityError);
    expect(growth(quantity(0, "t CO2"), quantity(1, "t CO2"), 5).rate).toBeNull();
  });
});
