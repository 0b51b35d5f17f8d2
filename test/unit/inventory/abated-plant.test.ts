import { expect, test } from "vitest";
import { acidN2o } from "../../../lib/inventory/ippu/tiers.ts";

// Vol 3 Eq 3.6: production times factor, less what is destroyed while the abatement runs.
const plant = { plant: "A", produced: 1, factor: 10 };
const emitted = (more: object) => acidN2o("nitric acid", [{ ...plant, ...more }]).emissions[0]!.value;

test("Abatement of N2O runs all the time where no share of it is given, and there is none where none is given", () => {
  const whole = emitted({});
  expect(whole).toBeGreaterThan(0);
  expect(emitted({ destroyed: 0.8 })).toBeCloseTo(0.2 * whole, 9);
  expect(emitted({ destroyed: 0.8, running: 0.5 })).toBeCloseTo(0.6 * whole, 9);
  expect(emitted({ running: 0.5 })).toBe(whole);
});
