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
  });
});

describe("The origin", () => {
  test("without a value of its own takes that of other countries, as a whole row", async () => {
    const other = await obliged({ origin: "TCD" });
    expect(other).toMatchObject({ default: 4.048689, matched: { otherCountries: true } });
    expect(other.notes[0]).toContain("“Other countries and territories”");
  });

  test("is refused if there is no such country, or if it is in the Union", async () => {
    await expect(obliged({ origin: "CHI" })).rejects.toThrow(/origin is "CHI".*nearest are CHE, CHL, CHN/);
    await expect(obliged({ origin: "DEU" })).rejects.toThrow(/member of the European Union/);
  });
});

describe("The year", () => {
  test("must be given with the price, and be of the definitive period", async () => {
    const { year: _, ...without } = asked;
    await expect(call("cbam.obligation", without)).rejects.toThrow(/year is missing/);
    await expect(obliged({ year: 2025 })).rejects.toThrow(/begins in 2026/);
  });

  test("after the schedule deducts nothing, with the last mark-up, and says what was recalled", async () => {
    const late = await obliged({ year: 2040 });
    expect(late).toMatchObject({ factor: 0, freeAllocation_t: 0, markup: 0.3, factorConfirmation: "recalled" });
    expect(late.notes).toContain("The CBAM factor of 2040 was recalled, not read in the Directive.");
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

test("Of several benchmarks the lowest is used and all are named; a route chooses another", async () => {
  const tool = await obliged({ good: "72249002" });
  expect(tool.benchmark).toBe(1.409);
  expect(tool.notes.join(" ")).toContain("F/1: 1.577, F/2: 1.409");
  expect((await obliged({ good: "72249002", route: "F/1" })).benchmark).toBe(1.577);
  await expect(obliged({ route: "F" })).rejects.toThrow(/route is "F", but the benchmarks of 7208 are for C, D, E/);
});

test("A carbon price paid abroad above the price of certificates costs nothing more", async () => {
  expect(await obliged({ paid: 100 })).toMatchObject({ cost: 0 });
});

test("At or below 50 t the threshold is mentioned", async () => {
  expect((await obliged({ mass_t: 50 })).notes.join(" ")).toContain("at most 50 t");
});
