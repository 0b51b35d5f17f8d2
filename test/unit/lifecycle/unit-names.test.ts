import fc from "fast-check";
import { expect, test } from "vitest";
import { factorBetween, unitSymbol } from "../../../lib/lifecycle/graph/unit-names.ts";
import { convert, quantity } from "../../../lib/quantity/quantity.ts";

test("units of published inventories become symbols of the library", () => {
  const read = {
    kilogram: "kg",
    "kilowatt hour": "kWh",
    Megajoule: "MJ",
    "cubic meter": "m3",
    "square meter-year": "m2·yr",
    "ton kilometer": "tkm",
    "person kilometer": "pkm",
    unit: "item",
    "t*km": "t·km",
    "p*km": "pkm",
    "Item(s)": "item",
    "m2*a": "m2·yr",
    "sh tn": "ton_short",
    "gal (US liq)": "gal",
    l: "L",
  };
  for (const [written, symbol] of Object.entries(read)) expect(unitSymbol(written), written).toBe(symbol);
});

test("units without a dimension in the library, or whose meaning is not certain, stay as written", () => {
  for (const written of ["kBq", "guest night", "EUR 2000", "standard cubic meter", "", "constructor", "Mj"])
    expect(unitSymbol(written), written).toBeNull();
});

test("written units convert as their symbols do", () => {
  expect(factorBetween("kg*km", "t*km")).toBe(0.001);
  expect(factorBetween("ton kilometer", "t*km")).toBe(1);
  expect(factorBetween("t*mi", "tkm")).toBe(1.609344);
  expect(factorBetween("kilowatt hour", "megajoule")).toBe(3.6);
  expect(factorBetween("gal", "l")).toBe(convert(quantity(1, "gal"), "L").value);
  expect(factorBetween("Bq", "kilo Becquerel")).toBe(0.001);
  expect(factorBetween("kg CO2", "t CO2")).toBe(0.001);
  expect(factorBetween("guest night", "guest night")).toBe(1);
  for (const [from, to] of [
    ["kg", "m3"],
    ["guest night", "kg"],
    ["kBq", "kg"],
    ["EUR 2000", "USD"],
  ])
    expect(factorBetween(from!, to!)).toBeNull();
});

test("there and back is 1", () => {
  const units = ["kg", "kilogram", "t", "sh tn", "lb av", "gram"];
  fc.assert(
    fc.property(fc.constantFrom(...units), fc.constantFrom(...units), (a, b) => {
      // Two ratios, each rounded once.
      expect(Math.abs(factorBetween(a, b)! * factorBetween(b, a)! - 1)).toBeLessThan(4 * Number.EPSILON);
    }),
  );
});
