import { describe, expect, test } from "vitest";
import { molarMassOf } from "../../../../../lib/industry/substance/atomic-weights.ts";
import {
  GAS_CONSTANT,
  heatCapacity,
  molarEnthalpy,
  molarEntropyOverR,
  STANDARD_TEMPERATURE,
} from "../../../../../lib/industry/substance/glenn-polynomial.ts";
import { type GlennRecord, glennRecords } from "../../../../../lib/industry/substance/glenn-records.ts";
import { realArithmetic } from "../../../../../lib/numeric/automatic/arithmetic.ts";

const records = Object.entries(glennRecords);

/** One range of a record, so that it is evaluated at its end too. */
const only = (record: GlennRecord, at: number): GlennRecord => ({ ...record, ranges: [record.ranges[at]!] });

describe("The records of the Glenn database", () => {
  // The liquid of iron begins at its melting point: only the joined record reaches down to where heats of formation are.
  const cold = records.filter(([, { ranges }]) => ranges[0]![0] <= 300);
  test.each(cold)("%s: the coefficients give the heat of formation beside them", (_, record) => {
    // Ten digits of coefficients that cancel leave a few tenths of a kJ/kmol; a wrong digit leaves far more.
    const computed = molarEnthalpy(realArithmetic, record, STANDARD_TEMPERATURE);
    expect(Math.abs(computed - record.formation)).toBeLessThan(0.5);
  });

  test.each(records)("%s: where ranges meet, both phases have the same Gibbs energy", (_, record) => {
    for (let at = 1; at < record.ranges.length; at++) {
      const [temperature] = record.ranges[at]!;
      const [below, above] = [only(record, at - 1), only(record, at)];
      const enthalpy =
        molarEnthalpy(realArithmetic, above, temperature) - molarEnthalpy(realArithmetic, below, temperature);
      const entropy =
        molarEntropyOverR(realArithmetic, above, temperature) - molarEntropyOverR(realArithmetic, below, temperature);
      // Ranges are joined to within the rounding of ten digits.
      expect(Math.abs(enthalpy / (GAS_CONSTANT * temperature) - entropy)).toBeLessThan(2e-4);
      expect(enthalpy).toBeGreaterThan(-1);
    }
  });

  test.each(records)("%s: heat capacity is the derivative of enthalpy", (_, record) => {
    for (const range of record.ranges) {
      const middle = (range[0] + range[1]) / 2;
      const step = 0.01;
      const enthalpy = (temperature: number) => molarEnthalpy(realArithmetic, record, temperature);
      const slope = (enthalpy(middle + step) - enthalpy(middle - step)) / (2 * step);
      // Second order in the step; terms of 10⁹ that cancel limit the difference to about 10⁻⁵.
      expect(slope / (GAS_CONSTANT * heatCapacity(range, middle))).toBeCloseTo(1, 4);
    }
  });

  test("molar masses are those of the IUPAC weights", () => {
    expect(molarMassOf({ C: 1, O: 2 })).toBeCloseTo(44.009, 10);
    expect(molarMassOf(glennRecords.CaCO3!.formula)).toBeCloseTo(100.086, 10);
  });

  test("below and above its ranges a record goes on with the heat capacity at its end", () => {
    const record = glennRecords.CO2!;
    const at = (temperature: number) => molarEnthalpy(realArithmetic, record, temperature);
    expect(at(6100) - at(6000)).toBeCloseTo(at(6200) - at(6100), 6);
    expect(at(100) - at(150)).toBeCloseTo(at(50) - at(100), 6);
    // Continuous where it begins.
    expect(at(6000.001)).toBeCloseTo(at(6000), 0);
  });
});
