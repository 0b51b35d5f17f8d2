import { describe, expect, test } from "vitest";
import { call } from "../../inventory/company/calling.ts";

const asked = { good: "7208", origin: "CHN", mass_t: 1000, year: 2026, price: 80 };
const obliged = (more: object) => call("cbam.obligation", { ...asked, ...more });

describe("The code of a good", () => {
  test.each([
    ["72083700", "7208"],
    ["7208 37", "7208"],
    ["7224.90.02", "72249002"],
    ["2523100010", "25231000"],
    ["73041910", "730419"],
  ])("%s is found as %s", async (good, code) => {
    expect((await obliged({ good })).matched.code).toBe(code);
  });

  test("of ten digits tells white from grey clinker, as the route does", async () => {
    const white = await obliged({ good: "2523100010" });
    expect([white.matched.description, white.default, white.benchmark]).toEqual(["White clinker", 1.3, 0.859]);
    expect(await obliged({ good: "25231000", route: "B" })).toMatchObject({ default: 1.3, benchmark: 0.859 });
    expect((await obliged({ good: "25231000" })).notes[0]).toContain("White clinker (2523100010)");
  });

  test("is refused with the nearest ones if the annex does not have it", async () => {
    await expect(obliged({ good: "84119999" })).rejects.toThrow(/no good with CN code 84119999.*nearest codes are/);
    await expect(obliged({ good: "7211" })).rejects.toThrow(/7211 is a heading.*72111300/);
    await expect(obliged({ good: "steel" })).rejects.toThrow(/CN code of 4 to 8 digits/);
    await expect(obliged({ good: "76151010" })).rejects.toThrow(/no benchmark for 76151010/);
    await expect(obliged({ good: "2716 00 00" })).rejects.toThrow(/electricity.*per MWh/);
  });
});

describe("The origin", () => {
  test("without a value of its own takes that of other countries, as a whole row", async () => {
    const other = await obliged({ origin: "TCD" });
    expect(other).toMatchObject({ default: 4.048689, matched: { otherCountries: true } });
    expect(other.notes[0]).toContain("“Other countries and territories”");
  });

  test("is refused if there is no such country, or if the mechanism does not apply to its goods", async () => {
    await expect(obliged({ origin: "CHI" })).rejects.toThrow(/origin is "CHI".*nearest are CHE, CHL, CHN/);
    await expect(obliged({ origin: "DEU" })).rejects.toThrow(/member of the European Union/);
    await expect(obliged({ origin: "NOR" })).rejects.toThrow(/do not fall under the mechanism.*Annex III/);
  });
});

describe("The year", () => {
  test("must be given with the price, and be of the definitive period", async () => {
    const { year: _, ...without } = asked;
    await expect(call("cbam.obligation", without)).rejects.toThrow(/year is missing/);
    await expect(obliged({ year: 2025 })).rejects.toThrow(/begins in 2026/);
  });

  test("after the schedule deducts nothing, with the last mark-up", async () => {
    expect(await obliged({ year: 2040 })).toMatchObject({ factor: 0, freeAllocation_t: 0, markup: 0.3 });
    expect((await obliged({})).notes).toEqual([]);
  });
});

describe("Actual emissions", () => {
  test("have no mark-up, and count without indirect ones in the steel sector", async () => {
    const actual = await obliged({ actual: { direct: 1.9, indirect: 0.4 } });
    expect(actual).toMatchObject({ values: "actual", markup: 0, specific: 1.9, default: 3.186893 });
    expect(actual.certificates).toBeCloseTo((1.9 - 0.975 * 1.37) * 1000, 9);
    expect(actual.notes.join(" ")).toContain("Indirect emissions do not count for 7208");
    expect(actual.notes.join(" ")).toContain("column A");
  });

  test("of cement count with indirect ones, which must be stated", async () => {
    const clinker = { good: "25231000", benchmark: 0.6 };
    expect((await obliged({ ...clinker, actual: { direct: 0.8, indirect: 0.05 } })).specific).toBeCloseTo(0.85, 14);
    await expect(obliged({ ...clinker, actual: { direct: 0.8 } })).rejects.toThrow(/actual\.indirect is missing/);
  });

  test("below the benchmark need no certificates, and none are given back", async () => {
    expect(await obliged({ actual: { direct: 1 } })).toMatchObject({ certificates: 0, cost: 0 });
  });
});

describe("The benchmark", () => {
  test("is that of the production year, as the annex marks it", async () => {
    const tool = { good: "72249002" };
    for (const [year, value] of [
      [2027, 1.577],
      [2028, 1.409],
      [2033, 1.409],
    ])
      expect(await obliged({ ...tool, year })).toMatchObject({ benchmark: value, matched: { route: "F" } });
    expect((await obliged({ good: "72026000" })).benchmark).toBe(2.39);
    expect(await obliged({ ...tool, route: "(J)" })).toMatchObject({
      benchmark: 0.95,
      matched: { routeName: "high-alloy steel, EAF" },
    });
    expect((await obliged({ ...tool, route: "F/2" })).benchmark).toBe(1.409);
  });

  test("of a route that the code does not have is that of the same process for another grade", async () => {
    const strip = await obliged({ good: "72251990", origin: "IND" });
    expect(strip).toMatchObject({ benchmark: 1.488, matched: { route: "C" } });
    expect(strip.notes.join(" ")).toContain("names route F (low-alloy steel, BF/BOF)");
    await expect(obliged({ route: "F" })).rejects.toThrow(
      /route is "F", but the benchmarks of 7208 are for C \(carbon/,
    );
  });

  test("is the lowest of those that may apply, which are named, where no route is known", async () => {
    const tube = await obliged({ good: "73063018" });
    expect(tube.benchmark).toBe(0.072);
    expect(tube.notes.join(" ")).toContain("C (carbon steel, BF/BOF): 1.37, D (carbon steel, DRI/EAF): 0.481");
    expect((await obliged({ good: "731815" })).notes.join(" ")).toContain("any route: 1.154 (CN 73181535, ");
  });

  test("of a code between those of the table is what its neighbours agree on; else they are named", async () => {
    const ingots = await obliged({ good: "7601 10 00" });
    expect(ingots.benchmark).toBe(1.423);
    expect(ingots.notes.join(" ")).toContain("76011000 has no benchmark of its own: 76011010, 76011090 have 1.423");
    await expect(obliged({ good: "73181599" })).rejects.toThrow(/those around it differ: C .*: 1.364 \(CN 73181520/);
  });
});

test("A carbon price paid abroad above the price of certificates costs nothing more", async () => {
  expect(await obliged({ paid: 100 })).toMatchObject({ cost: 0 });
});

test("At or below 50 t the threshold is mentioned, which does not hold for hydrogen", async () => {
  expect((await obliged({ mass_t: 50 })).notes.join(" ")).toContain("at most 50 t");
  expect((await obliged({ mass_t: 50, good: "28041000" })).notes).toEqual([]);
});
