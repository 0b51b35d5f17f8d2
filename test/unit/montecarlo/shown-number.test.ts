import { expect, test } from "vitest";
import { readShownNumber } from "../../../kernel/montecarlo/shown-number.ts";

test.each([
  ["12.3", 12.3],
  [" −4.5 %", -4.5],
  ["1,234.5", 1234.5],
  ["1 234 567", 1234567],
  ["1\u202f234.5 kt CO₂", 1234.5],
  ["3.1e-5", 3.1e-5],
  ["+7 t/ha", 7],
  [".5", 0.5],
  ["2 t CO2", 2],
])("%j shows %d", (text, number) => {
  expect(readShownNumber(text)).toBe(number);
});

test.each(["", "about 5", "5 to 7", "2020–2030", "1.2.3", "12 34", "n/a", "5/7", "NaN"])(
  "%j shows no one number",
  (text) => {
    expect(readShownNumber(text)).toBeUndefined();
  },
);
