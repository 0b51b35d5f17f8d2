import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Factor } from "../../../lib/factors/factor.ts";
import { readFactors } from "../../../lib/factors/factor-table.ts";
import { selectFactor } from "../../../lib/factors/selection.ts";
import { inEnglish } from "../../../lib/message/english.ts";
import { shippedFactors } from "./shipped-factors.ts";

const row = { category: "1.A.1.a", activity: "coal", value: 95_000, unit: "kg CO2/TJ", source: "measured" };
const one = (more: Record<string, unknown>): Factor => readFactors([{ ...row, ...more }]).factors[0]!;

describe("a table of factors", () => {
  test("is read from rows as CSV gives them", () => {
    const { factors, problems } = readFactors([
      { ...row, value: "95000", lo: "90000", hi: "", year_from: "2010", value_status: "source", value_read: "p. 7" },
    ]);
    expect(problems).toEqual([]);
    expect(factors[0]).toMatchObject({
      gas: "CO2",
      parameter: "EF",
      value: 95_000,
      lo: 90_000,
      hi: null,
      years: [2010, Number.POSITIVE_INFINITY],
      valueStatus: "source",
      valueRead: "p. 7",
      boundsStatus: null,
    });
  });

  test("names row and column of what is wrong, and the other rows go on", () => {
    const { factors, problems } = readFactors([
      row,
      { ...row, source: "" },
      { ...row, category: "1.A.9" },
      { ...row, unit: "kg CO2 per furlong" },
      { ...row, value: "many" },
      { ...row, lo: 96_000, hi: 97_000 },
      { ...row, distribution: "beta" },
      { ...row, value_status: "verified" },
    ]);
    expect(factors).toHaveLength(1);
    expect(inEnglish(problems.map(({ message }) => message))).toEqual([
      "Row 2, column source: it is empty; where the value comes from is expected.",
      'Row 3, column category: "1.A.9" is no category of the IPCC 2006 Guidelines; a code such as 1.A.1.a is expected.',
      'Row 4, column unit: "kg CO2 per furlong" is not a unit: "furlong" should begin with a symbol such as t, kg, TJ, kWh, m3, ha or head.',
      'Row 5, column value: "many" is not a number.',
      "Row 6, column value: 95000 is outside its own bounds 96000 to 97000.",
      'Row 7, column distribution: "beta" is unknown; normal, lognormal, triangular, uniform are expected.',
      'Row 8, column value_status: "verified" is unknown; source, transcription, memory are expected.',
    ]);
  });
});

describe("selection", () => {
  const world = one({});
  const europe = one({ region: "EU", value: 94_000 });
  const germany = one({ region: "DEU", value: 93_000 });
  const plant = one({ region: "DEU", plant: "Neurath", value: 92_000 });
  const all = [world, europe, germany, plant];
  const wanted = { category: "1.A.1.a", activity: "Coal", gas: "CO2", year: 2020 };

  test("takes plant before national before regional before default", () => {
    const taken = (more: object) => selectFactor({ ...wanted, ...more }, all).factor.value;
    expect(taken({ region: "DEU", plant: "Neurath" })).toBe(92_000);
    expect(taken({ region: "DEU" })).toBe(93_000);
    expect(taken({ region: "FRA" })).toBe(94_000);
    expect(taken({ region: "GBR", year: 2021 })).toBe(95_000);
    expect(taken({ region: "GBR", year: 2019 })).toBe(94_000);
    expect(taken({})).toBe(95_000);
  });

  test("says which it took and why, and what it passed over", () => {
    const { why, passedOver } = selectFactor({ ...wanted, region: "DEU" }, all);
    expect(inEnglish(why)).toBe(
      "The national value for DEU of category 1.A.1.a (measured), before 2 others that fit: it is of a more specific level.",
    );
    expect(passedOver).toEqual([europe, world]);
  });

  test("takes among equals the one whose value was read nearest to the source, and one from memory last", () => {
    const [source, copied, silent, memory] = ["source", "transcription", "", "memory"].map((value_status, i) =>
      one({ value_status, value: i + 1 }),
    ) as [Factor, Factor, Factor, Factor];
    expect(selectFactor(wanted, [memory, silent, copied, source]).factor).toBe(source);
    expect(selectFactor(wanted, [memory, silent, copied]).factor).toBe(copied);
    expect(inEnglish(selectFactor(wanted, [memory, silent]).why)).toContain("its value was read nearer to the source");
    expect(selectFactor(wanted, [memory, silent]).factor).toBe(silent);
  });

  test("lets the user's own tables override shipped ones of any level", () => {
    const own = one({ value: 91_000, source: "my laboratory" });
    const selection = selectFactor({ ...wanted, region: "DEU", plant: "Neurath" }, all, [own]);
    expect(selection.factor).toBe(own);
    expect(selection.own).toBe(true);
    expect(inEnglish(selection.why)).toContain("it is from your own table");
  });

  test("keeps to the years and the technology asked for", () => {
    const early = one({ year_to: 2005, value: 1 });
    const late = one({ year_from: 2006, value: 2 });
    expect(selectFactor({ ...wanted, year: 2005 }, [early, late]).factor).toBe(early);
    expect(selectFactor({ ...wanted, year: 2006 }, [early, late]).factor).toBe(late);
    const stoker = one({ technology: "stoker", value: 3 });
    expect(selectFactor({ ...wanted, technology: "Stoker" }, [world, stoker]).factor).toBe(stoker);
    expect(selectFactor(wanted, [stoker, world]).factor).toBe(world);
    expect(() => selectFactor({ ...wanted, technology: "grate" }, [stoker])).toThrow("There are: CO2 · stoker.");
  });

  test("says what there is where none fits", () => {
    expect(() => selectFactor({ ...wanted, activity: "peat" }, all)).toThrow(
      'There is no EF of CO2 for "peat" in 1.A.1.a. Activities there: coal.',
    );
    expect(() => selectFactor({ ...wanted, gas: "N2O" }, all)).toThrow(
      'There is no EF of N2O for "Coal" in 1.A.1.a as asked for.',
    );
    expect(() => selectFactor({ ...wanted, category: "2.A.1" }, all)).toThrow(
      "Add a factor of your own, with its source.",
    );
    expect(() => selectFactor({ ...wanted, category: "9.Z" }, all)).toThrow('There is no category "9.Z"');
  });

  test("does not depend on the order of the tables", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(all, { minLength: 4 }),
        fc.constantFrom("DEU", "FRA", "CHN"),
        (shuffled, region) => {
          expect(selectFactor({ ...wanted, region }, shuffled).factor).toBe(
            selectFactor({ ...wanted, region }, all).factor,
          );
        },
      ),
    );
  });
});

describe("the shipped factors", () => {
  const { factors, problems } = shippedFactors();

  test("are all accepted by the reader", () => {
    expect(problems).toEqual([]);
    expect(factors.length).toBeGreaterThan(1800);
    for (const factor of factors) expect(factor.source).toMatch(/IPCC|2013 Wetlands|2019 Refinement/);
  });

  test.each([
    ["1.A.1.a", "Anthracite", "CO2", {}, 98_300, "kg CO2/TJ NCV", "transcription"],
    ["1.A.4.b", "Other Bituminous Coal", "CH4", {}, 300, "kg CH4/TJ NCV", "transcription"],
    ["1.A.1.a", "Wood/Wood Waste", "CO2", {}, 112_000, "kg CO2 biogenic/TJ NCV", "transcription"],
    ["1.A.1.a", "Sub-Bituminous Coal", "CH4", {}, 1, "kg CH4/TJ NCV", "source"],
    ["2.A.1", "clinker", "CO2", {}, 0.52, "t CO2/t clinker", "transcription"],
    ["2.C.3", "aluminium", "CF4", { technology: "SWPB" }, 1.6, "kg CF4/t Al", "transcription"],
    ["2.C.1", "steel", "CO2", {}, 1.06, "t CO2/t", "transcription"],
    ["3.A.1.a.i", "dairy cattle", "CH4", { within: ["Western Europe"] }, 117, "kg CH4/head/yr", "transcription"],
    ["3.A.2", "dairy cattle", "CH4", { within: ["Asia"], technology: "10" }, 9, "kg CH4/head/yr", "transcription"],
    ["3.C.4", "managed soils", "N2O", { parameter: "EF1" }, 0.01, "kg N2O-N/kg N", "transcription"],
    [
      "3.C.4",
      "managed soils",
      "N2O",
      { parameter: "EF1", edition: "2019", technology: "all N, dry" },
      0.005,
      "kg N2O-N/kg N",
      "transcription",
    ],
    [
      "4.A.1",
      "food sewage sludge",
      undefined,
      { parameter: "k", technology: "boreal temperate wet" },
      0.185,
      "1/yr",
      "transcription",
    ],
    ["3.C.7", "flooded pre-season over 30 days", undefined, { parameter: "SFp" }, 1.9, "1", "transcription"],
    ["3.C.7", "non-flooded pre-season over 180 days", undefined, { parameter: "SFp" }, 0.68, "1", "transcription"],
    ["2.B.5", "calcium carbide (carbide produced)", "CO2", {}, 1.09, "t CO2/t carbide", "transcription"],
    ["4.C.2", "municipal waste", "N2O", { technology: "open burning" }, 150, "g N2O/t dry waste", "transcription"],
    ["4.C.2", "municipal waste", "CH4", { technology: "open burning" }, 6500, "g CH4/t wet waste", "transcription"],
    [
      "4.A",
      "industrial waste: food, beverages and tobacco",
      undefined,
      { parameter: "DOC" },
      0.15,
      "kg C/kg wet waste",
      "source",
    ],
  ] as const)(
    "give for %s, %s, %s %o the guidelines' %d %s",
    (category, activity, gas, more, value, unit, valueStatus) => {
      const { factor } = selectFactor({ category, activity, ...(gas ? { gas } : {}), ...more }, factors);
      expect(factor).toMatchObject({ value, unit, valueStatus });
    },
  );

  test("say of value and bounds each what was done and where, and nothing of bounds where there are none", () => {
    for (const factor of factors) {
      const name = JSON.stringify([factor.category, factor.activity, factor.parameter, factor.gas, factor.technology]);
      expect(factor.valueStatus, name).not.toBeNull();
      expect(factor.valueRead === null, name).toBe(factor.valueStatus === "memory");
      const hasBounds = factor.lo !== null || factor.hi !== null;
      expect(factor.boundsStatus !== null, name).toBe(hasBounds);
      expect(factor.boundsRead !== null, name).toBe(hasBounds && factor.boundsStatus !== "memory");
      expect(`${factor.valueRead} ${factor.boundsRead} ${factor.note}`, name).not.toMatch(
        /copy no\.|shipped has none|rename the/,
      );
    }
    const count = (status: string) => factors.filter(({ valueStatus }) => valueStatus === status).length;
    expect(count("memory")).toBe(17);
    expect(count("source")).toBeGreaterThan(150);
  });

  test("have two rows of water before rice that are not 1.22 or 1, and no third one of 0.68", () => {
    const before = factors.filter(({ parameter }) => parameter === "SFp");
    expect(before.map(({ activity, value }) => [activity, value])).toEqual([
      ["aggregated", 1.22],
      ["non-flooded pre-season over 180 days", 0.68],
      ["non-flooded pre-season under 180 days", 1],
      ["flooded pre-season over 30 days", 1.9],
    ]);
  });

  test("ship no range of classes and no standard deviation as 95 % bounds, and no bounds that meet in the value", () => {
    const [coal] = factors.filter(({ category, parameter }) => category === "1.B.1.a.i" && parameter === "EF mining");
    expect(coal).toMatchObject({ value: 18, lo: null, hi: null, valueStatus: "source" });
    expect(coal!.note).toContain("low and high class: 10 and 25");
    for (const { lo, hi, distribution } of factors) {
      if (lo !== null) expect(hi!).toBeGreaterThan(lo);
      if (lo === null) expect(distribution).toBeNull();
    }
    for (const { value, lo, hi, distribution } of factors)
      if (distribution === "lognormal") expect(hi! - value).toBeGreaterThan(value - lo!);
  });

  test("give CO2 of fuels that agrees with their carbon content: 44/12 of it, within rounding to three digits", () => {
    const by = (parameter: string) =>
      new Map(
        factors.filter((f) => f.category === "1.A" && f.parameter === parameter).map((f) => [f.activity, f.value]),
      );
    const carbon = by("CC");
    const co2 = by("EF");
    expect(co2.size).toBe(53);
    for (const [fuel, value] of co2)
      expect(Math.abs(value / ((carbon.get(fuel)! * 44_000) / 12) - 1), fuel).toBeLessThan(0.012);
  });
});
