import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toCo2e } from "../../../lib/quantity/co2e.ts";
import { add, convert, converts, divide, multiply, quantity, subtract, total } from "../../../lib/quantity/quantity.ts";
import { parseUnit } from "../../../lib/quantity/unit.ts";
import { unitSymbols } from "../../../lib/quantity/unit-table.ts";

describe("a quantity", () => {
  test("names gas, basis and metric from its unit", () => {
    expect(quantity(3, "kt CH4 fossil")).toEqual({
      value: 3,
      unit: "kt CH4 fossil",
      gas: "CH4",
      origin: "fossil",
      basis: "mass",
    });
    expect(quantity(1, "kg N2O-N/kg N")).toMatchObject({ gas: "N2O", basis: "N" });
    expect(quantity(1, "Mt C")).toEqual({ value: 1, unit: "Mt C", basis: "C" });
    expect(quantity(1, "Mt CO2-eq (AR6GWP100)")).toMatchObject({
      unit: "Mt CO2e AR6.GWP100",
      gas: "CO2e",
      metric: "AR6.GWP100",
    });
  });

  test("writes spellings of one gas alike", () => {
    for (const spelling of ["kt HFC-134a", "kt hfc134a", "kt HFC 134a"])
      expect(quantity(1, spelling).unit).toBe("kt HFC134a");
    expect(quantity(1, "t R-410A").unit).toBe("t HFC410A");
    expect(quantity(1, "t CO₂ per TJ").unit).toBe("t CO2/TJ");
  });

  test("reads units that are written without a space before the gas", () => {
    for (const [glued, apart] of [
      ["MtCO2", "Mt CO2"],
      ["ktCH4", "kt CH4"],
      ["tC", "t C"],
      ["PgC", "Pg C"],
      ["TgN", "Tg N"],
      ["kgCO2/kWh", "kg CO2/kWh"],
      ["tSF6", "t SF6"],
    ] as const)
      expect(quantity(1, glued).unit).toBe(apart);
    expect(quantity(1, "GtCO2e AR6.GWP100").unit).toBe("Gt CO2e AR6.GWP100");
    expect(quantity(1, "tce").unit).toBe("tce");
    expect(() => quantity(1, "MtCO2e")).toThrow("does not say by which metric");
  });

  test("refuses a value that is no number", () => {
    expect(() => quantity(Number.NaN, "t")).toThrow("A quantity needs a finite number; got NaN t.");
  });

  test("refuses a unit that it does not know, and shows how one begins", () => {
    expect(() => quantity(1, "furlong CO2")).toThrow(
      '"furlong CO2" is not a unit: "furlong CO2" should begin with a symbol',
    );
  });

  test("refuses CO2e without a metric, and a metric that does not exist", () => {
    expect(() => quantity(1, "Mt CO2e")).toThrow('does not say by which metric: write for example "CO2e AR6.GWP100"');
    expect(() => quantity(1, "Mt CO2e AR7.GWP100")).toThrow('There is no metric "AR7.GWP100". There are AR4.GWP100');
  });
});

describe("conversion", () => {
  test("is exact for decimals", () => {
    expect(convert(quantity(1.1, "kt CO2"), "t CO2").value).toBe(1100);
    expect(convert(quantity(0.3, "t"), "kg").value).toBe(300);
    expect(convert(quantity(8.2, "TJ"), "GJ").value).toBe(8200);
    expect(convert(quantity(2, "万吨"), "t").value).toBe(20_000);
    expect(convert(quantity(1, "Gg CH4"), "kt CH4").value).toBe(1);
  });

  test("goes through compound units", () => {
    expect(convert(quantity(94.6, "t CO2/TJ"), "kg CO2/GJ").value).toBe(94.6);
    expect(convert(quantity(0.3406, "kg CO2/kWh"), "t CO2/MWh").value).toBe(0.3406);
    expect(convert(quantity(120, "kg N/ha/yr"), "t N/kha/yr").value).toBe(120);
    expect(convert(quantity(36, "W"), "MJ/h").value).toBe(0.1296);
    expect(convert(quantity(5, "1000 head"), "head").value).toBe(5000);
    expect(convert(quantity(3, "kg CH4/1000 head"), "g CH4/head").value).toBe(3);
    expect(convert(quantity(2, "10^4 t"), "kt").value).toBe(20);
  });

  test("knows carbon and nitrogen from the gas that holds them", () => {
    expect(convert(quantity(44, "Mt CO2"), "Mt C").value).toBe(12);
    expect(convert(quantity(1, "Gt C"), "Gt CO2").value).toBe(44 / 12);
    expect(convert(quantity(28, "kt N2O-N"), "kt N2O").value).toBe(44);
    expect(convert(quantity(16, "t CH4-C"), "t CH4").value).toBe((16 * 16) / 12);
  });

  test.each([
    ["kt CO2", "TJ", '"kt CO2" does not convert to "TJ": the one is a mass of CO2, the other an energy.'],
    ["kt CH4", "kt CO2", "CH4 does not become CO2 by a change of unit"],
    ["kt CH4", "kt CO2e AR6.GWP100", "that takes a metric"],
    ["kt CO2e AR5.GWP100", "kt CO2e AR6.GWP100", "two metrics weigh the gases differently"],
    ["kt", "kt CO2", "only one of them says it is CO2"],
    ["kt CO2 biogenic", "kt CO2", "CO2 biogenic does not become CO2"],
    ["TJ GCV", "TJ NCV", "GCV does not become NCV"],
    ["t cement", "t clinker", "cement does not become clinker"],
    ["kt CH4", "kt CH4 fossil", "CH4 does not become CH4 fossil"],
  ])("from %s to %s is refused with its reason", (from, to, reason) => {
    expect(() => convert(quantity(1, from), to)).toThrow(reason);
  });

  test("lets the origin of methane be dropped", () => {
    expect(converts("kt CH4 fossil", "t CH4")).toBe(true);
    expect(converts("kt CO2 fossil", "t CO2")).toBe(true);
    expect(converts("kt CO2 biogenic", "t CO2 biogenic")).toBe(true);
  });
});

describe("addition", () => {
  test("is exact for decimals", () => {
    expect(add(quantity(0.1, "t CO2"), quantity(0.2, "t CO2")).value).toBe(0.3);
    expect(total([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7].map((v) => quantity(v, "kt"))).value).toBe(2.8);
  });

  test("refuses t and kt unless the unit of the sum is said", () => {
    const [a, b] = [quantity(1, "t CO2"), quantity(1, "kt CO2")];
    expect(() => add(a, b)).toThrow(
      'The first is in "t CO2", number 2 in "kt CO2". One cannot be added to the other without saying so',
    );
    expect(add(a, b, "t CO2")).toEqual(quantity(1001, "t CO2"));
    expect(subtract(b, a, "t CO2").value).toBe(999);
  });

  test("refuses mass of carbon and mass of CO2", () => {
    expect(() => add(quantity(1, "t C"), quantity(1, "t CO2"))).toThrow("They are masses of different things");
  });

  test("refuses two metrics, also where the unit of the sum is said", () => {
    const [a, b] = [quantity(1, "Mt CO2e AR5.GWP100"), quantity(1, "Mt CO2e AR6.GWP100")];
    expect(() => add(a, b)).toThrow("two metrics weigh the gases differently");
    expect(() => add(a, b, "Mt CO2e AR6.GWP100")).toThrow("two metrics weigh the gases differently");
  });

  test("refuses CO2e and CO2, and biogenic and other CO2", () => {
    expect(() => add(quantity(1, "t CO2e AR6.GWP100"), quantity(1, "t CO2"))).toThrow("that takes a metric");
    expect(() => add(quantity(1, "t CO2"), quantity(1, "t CO2 biogenic"))).toThrow("CO2 biogenic does not become CO2");
  });
});

describe("multiplication", () => {
  test("cancels what stands above and below the line", () => {
    expect(multiply(quantity(20, "t clinker"), quantity(0.52, "t CO2/t clinker"))).toMatchObject({
      value: 10.4,
      unit: "t CO2",
    });
    expect(multiply(quantity(2, "kt clinker"), quantity(0.52, "t CO2/t clinker"))).toMatchObject({
      value: 1040,
      unit: "t CO2",
    });
    expect(multiply(quantity(3, "TJ"), quantity(56100, "kg CO2/TJ"))).toMatchObject({ value: 168_300, unit: "kg CO2" });
    expect(multiply(quantity(100, "kg N"), quantity(0.01, "kg N2O-N/kg N"))).toMatchObject({
      value: 1,
      unit: "kg N2O-N",
    });
  });

  test.each(["dry waste", "dry", "d.m.", "dry matter", "Dry mass of straw", "dm"])(
    "never lets a tonne that is weighed wet, or does not say, stand for a tonne of %s",
    (dry) => {
      for (const unit of ["t", "kt wet waste", "t straw"]) {
        expect(() => convert(quantity(1, unit), `t ${dry}`)).toThrow("dry matter content (dm)");
        expect(multiply(quantity(20, unit), quantity(150, `g N2O/t ${dry}`)).unit).not.toBe("g N2O");
      }
      expect(convert(multiply(quantity(20, `t ${dry}`), quantity(150, `g N2O/t ${dry}`)), "kg N2O").value).toBe(3);
    },
  );

  test("lets a plain tonne stand for a tonne of a material, but not cement for clinker", () => {
    expect(multiply(quantity(20, "t"), quantity(0.5, "t CO2/t clinker")).unit).toBe("t CO2");
    expect(multiply(quantity(20, "t cement"), quantity(0.5, "t CO2/t clinker")).unit).toBe("t cement·t CO2/t clinker");
  });

  test("does not cancel CO2 with a plain tonne", () => {
    expect(multiply(quantity(20, "t"), quantity(3, "USD/t CO2")).unit).toBe("t·USD/t CO2");
  });

  test("division undoes it", () => {
    expect(divide(quantity(10.4, "t CO2"), quantity(20, "t clinker"))).toMatchObject({
      value: 0.52,
      unit: "t CO2/t clinker",
    });
    expect(() => divide(quantity(1, "t"), quantity(0, "t"))).toThrow("Division by 0 t is not possible.");
  });
});

describe("CO2e", () => {
  test("carries its metric", () => {
    expect(toCo2e(quantity(2, "kt CH4"), "AR6.GWP100")).toMatchObject({
      value: 55.8,
      unit: "kt CO2e AR6.GWP100",
      metric: "AR6.GWP100",
    });
    expect(toCo2e(quantity(2, "kt CH4 fossil"), "AR6.GWP100").value).toBe(59.6);
    expect(toCo2e(quantity(5, "kg CH4/head/yr"), "AR5.GWP100").unit).toBe("kg CO2e AR5.GWP100/head/yr");
  });

  test("cannot be made from biogenic CO2, from no gas, or from another metric", () => {
    expect(() => toCo2e(quantity(1, "t CO2 biogenic"), "AR6.GWP100")).toThrow(
      "Biogenic CO2 is not part of the inventory",
    );
    expect(() => toCo2e(quantity(1, "t"), "AR6.GWP100")).toThrow('"t" says no gas');
    expect(() => toCo2e(quantity(1, "t CO2e AR5.GWP100"), "AR6.GWP100")).toThrow("cannot become CO2e by AR6.GWP100");
  });

  test("of a blend needs a value for each component", () => {
    expect(() => toCo2e(quantity(1, "t R-454B"), "AR4.GWP100")).toThrow("HFO1234yf has no value in AR4.GWP100");
  });
});

// A double keeps fifteen decimal digits whatever they are; beyond, the shortest decimal may change by its last digit.
const decimal = fc
  .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: -6, max: 6 }))
  .map(([n, e]) => Number(`${n}e${e}`));
const massUnit = fc.constantFrom("g", "kg", "t", "kt", "Mt", "Gt", "Gg", "Tg", "mg");

describe("whatever the numbers", () => {
  test("a conversion there and back by powers of ten changes no digit", () => {
    fc.assert(
      fc.property(decimal, massUnit, massUnit, (value, from, to) => {
        const there = convert(quantity(value, `${from} CO2`), `${to} CO2`);
        expect(convert(there, `${from} CO2`).value === value).toBe(true);
      }),
    );
  });

  test("addition does not depend on the order", () => {
    fc.assert(
      fc.property(fc.array(decimal, { minLength: 1, maxLength: 12 }), (values) => {
        const parts = values.map((value) => quantity(value, "t CH4"));
        expect(total(parts).value).toBe(total(parts.toReversed()).value);
      }),
    );
  });

  test("every unit there is reads back as it is written", () => {
    for (const symbol of unitSymbols()) expect(parseUnit(parseUnit(symbol).text).text).toBe(symbol);
  });

  test("a product is the same whichever factor comes first", () => {
    const unit = fc.constantFrom("t", "kg CO2/TJ", "TJ", "1000 head", "t C/t", "kg CH4/head/yr", "yr");
    fc.assert(
      fc.property(decimal, decimal, unit, unit, (x, y, a, b) => {
        const [ab, ba] = [multiply(quantity(x, a), quantity(y, b)), multiply(quantity(y, b), quantity(x, a))];
        const back = convert(ba, ab.unit).value;
        expect(Math.abs(back - ab.value)).toBeLessThanOrEqual(4e-16 * Math.abs(ab.value));
      }),
    );
  });
});
