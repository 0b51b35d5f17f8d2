import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeMessage } from "../../../lib/message/write.ts";
import { compare } from "../../../lib/quantity/comparison.ts";
import { quantity } from "../../../lib/quantity/quantity.ts";
import { QuantityError } from "../../../lib/quantity/quantity-error.ts";

describe("Two quantities", () => {
  it("are compared in the unit of the first", () => {
    const { difference, ratio, percentOf, change, notes } = compare(quantity(12, "Gt CO2"), quantity(10_000, "Mt CO2"));
    expect(difference).toMatchObject({ value: 2, unit: "Gt CO2" });
    expect({ ratio, percentOf, change, notes }).toEqual({ ratio: 1.2, percentOf: 120, change: 20, notes: [] });
  });

  it("change from a sink downwards is negative, as from a source", () => {
    expect(compare(quantity(-12, "Mt CO2"), quantity(-10, "Mt CO2"))).toMatchObject({ ratio: 1.2, change: -20 });
  });

  it("have no ratio to zero, and a note says so", () => {
    const { difference, ratio, percentOf, change, notes } = compare(quantity(3, "t CO2"), quantity(0, "kg CO2"));
    expect(difference.value).toBe(3);
    expect([ratio, percentOf, change]).toEqual([null, null, null]);
    expect(notes.map((note) => writeMessage(note))).toEqual([
      "The second quantity is 0 kg CO2: there is no ratio to it, no share of it and no change from it.",
    ]);
    expect(notes.map((note) => writeMessage(note, { tag: "zh-CN" }))[0]).toContain("第二个数量为 0 kg CO2");
  });

  it.each([
    ["Mt CO2", "Mt CH4"],
    ["Mt CO2", "Mt CO2e AR6.GWP100"],
    ["Mt CO2e AR5.GWP100", "Mt CO2e AR6.GWP100"],
    ["t CO2/person", "t CO2"],
    ["kWh", "t"],
  ])("in %s and %s are refused", (left, right) => {
    expect(() => compare(quantity(1, left), quantity(1, right))).toThrow(QuantityError);
  });

  it("give back the first from the second by each of the figures", () => {
    const number = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(number, number, (a, b) => {
        const { difference, ratio, percentOf, change } = compare(quantity(a, "t"), quantity(b, "kg"));
        const other = b / 1000;
        // Each figure is rounded once or twice, and so is what is made of it here.
        const near = (value: number) => expect(Math.abs(value - a)).toBeLessThan(1e-12 * (a + other));
        near(difference.value + other);
        near(ratio! * other);
        near((percentOf! / 100) * other);
        near(other + (change! / 100) * other);
      }),
    );
  });
});
