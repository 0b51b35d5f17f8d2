import fc from "fast-check";
import { expect, test } from "vitest";
import { inEnglish } from "../../../lib/message/english.ts";
import { managedShareOf } from "../../../lib/natural/managed-land.ts";

const rising = (least: number, most: number) =>
  fc
    .array(fc.double({ min: least, max: most, noNaN: true }), { minLength: 3, maxLength: 3 })
    .map((three) => three.sort((a, b) => a - b) as [number, number, number]);

test("the managed part of a sink lies between the products of the ends, and reaches them", () => {
  fc.assert(
    fc.property(rising(-5, 5), rising(0, 1), ([low, value, high], [least, middle, most]) => {
      const of = { unit: "Gt C/yr", interval: "range of models", source: "test", method: "given" };
      const part = managedShareOf({ value, lo: low, hi: high, ...of }, { value: middle, lo: least, hi: most });
      expect(part.value).toBe(value * middle);
      expect(part.lo).toBe(Math.min(low * least, low * most));
      expect(part.hi).toBe(Math.max(high * least, high * most));
      expect(inEnglish(part.interval)).toBe("ends of the sink (range of models) by ends of the share");
    }),
  );
});
