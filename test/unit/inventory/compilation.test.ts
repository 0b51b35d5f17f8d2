import { describe, expect, test } from "vitest";
import { readFactors } from "../../../lib/factors/factor-table.ts";
import { readActivity } from "../../../lib/inventory/account/activity-table.ts";
import { activityTemplate } from "../../../lib/inventory/account/activity-template.ts";
import { compileInventory } from "../../../lib/inventory/account/compilation.ts";
import { compiledTotals } from "../../../lib/inventory/account/compiled-totals.ts";
import { totals } from "../../../lib/inventory/account/totals.ts";
import { inEnglish } from "../../../lib/message/english.ts";
import { shippedFactors } from "../factors/shipped-factors.ts";

const { factors: shipped } = shippedFactors();
const mapping = { category: "IPCC", activity: "Fuel", unit: "Unit", year: "Year", value: "Amount" };
const line = (IPCC: string, Fuel: string, Amount: unknown, Unit = "TJ", Year: unknown = 2020) => ({
  IPCC,
  Fuel,
  Year,
  Amount,
  Unit,
});

describe("a sheet of activity data", () => {
  test("is read by its mapped columns, a row a year or a column a year", () => {
    const long = readActivity([line("1A1a", "Anthracite", "12.5")], mapping);
    expect(long.records).toMatchObject([{ row: 1, category: "1A1a", year: 2020, value: 12.5, unit: "TJ" }]);
    const wide = readActivity([{ IPCC: "1.A.1.a", Fuel: "Anthracite", "2019": 3, "2020": "", "2021": "NO" }], {
      category: "IPCC",
      activity: "Fuel",
      unit: "=TJ",
    });
    expect(wide.records.map(({ year, value, unit }) => [year, value, unit])).toEqual([
      [2019, 3, "TJ"],
      [2021, "NO", "TJ"],
    ]);
  });

  test("names row, column and what was expected, and the other rows go on", () => {
    const { records, problems } = readActivity(
      [
        line("1.A.1.a", "Anthracite", 5),
        line("1.A.9", "Anthracite", 5),
        line("1.A.1.a", "Anthracite", -5),
        line("1.A.1.a", "Anthracite", "1,234.5"),
        line("1.A.1.a", "Anthracite", ""),
        line("1.A.1.a", "Anthracite", 5, "TJ", ""),
        line("1.A.1.a", "", 5),
        line("1.A.1.a", "Anthracite", 5, "barrels"),
      ],
      mapping,
    );
    expect(records).toHaveLength(1);
    expect(inEnglish(problems.map(({ message }) => message))).toEqual([
      'Row 2, column IPCC: "1.A.9" is no category of the IPCC 2006 Guidelines; a code such as 1.A.1.a is expected.',
      "Row 3, column Amount: the activity is -5; 0 or more is expected.",
      'Row 4, column Amount: "1,234.5" is neither a number nor one of NA, NE, NO, IE, C. Write it without separators of thousands, with a point before decimals.',
      "Row 5, column Amount: it is empty; a number or one of NA, NE, NO, IE, C is expected.",
      "Row 6, column Year: it is empty; a whole number such as 2022 is expected.",
      "Row 7, column Fuel: it is empty; a fuel, product, animal or practice is expected.",
      'Row 8, column Unit: "barrels" is not a unit: "barrels" should begin with a symbol such as t, kg, TJ, kWh, m3, ha or head.',
    ]);
  });

  test("with merged headers, or without a mapped column, is refused as a whole", () => {
    const merged = [{ IPCC: "1.A.1.a", Fuel: "x", __EMPTY: 1, __EMPTY_1: 2 }];
    expect(inEnglish(readActivity(merged, mapping).problems.map(({ message }) => message))).toEqual([
      "Header: 2 columns have no name, as where header cells are merged; give every column its own name in one row.",
      'Header: there is no column "Unit" for the unit; there are "IPCC", "Fuel", "__EMPTY", "__EMPTY_1".',
      'Header: there is no column "Year" for the year; there are "IPCC", "Fuel", "__EMPTY", "__EMPTY_1".',
      'Header: there is no column "Amount" for the value; there are "IPCC", "Fuel", "__EMPTY", "__EMPTY_1".',
    ]);
  });
});

describe("a template", () => {
  test("of a sector has a row for each activity, and can be read and compiled as it is once numbers are in it", () => {
    const { rows, columns, csv } = activityTemplate("1.A.1", shipped, 2022);
    expect(rows).toHaveLength(53);
    expect(csv.split("\n")[0]).toBe("category,activity,technology,unit,year,value,note");
    const filled = rows
      .filter((row) => row[1] !== "")
      .map((row) => Object.fromEntries(columns.map((name, i) => [name, name === "value" ? "1" : row[i]])));
    const names = Object.fromEntries(columns.map((name) => [name, name])) as unknown as Parameters<
      typeof readActivity
    >[1];
    const { records, problems } = readActivity(filled, names);
    expect(problems).toEqual([]);
    expect(compileInventory(records, { shipped }).problems).toEqual([]);
  });

  test("of a whole sector asks for a fuel where it is burnt, not once more for all of combustion", () => {
    const coal = activityTemplate("1", shipped, 2022).rows.filter((row) => row[1] === "Anthracite");
    expect(coal.map(([category]) => category)).toEqual(["1.A.1", "1.A.2", "1.A.4.a", "1.A.4.b", "1.A.4.c"]);
  });

  test("quotes what holds a comma, and names a sector that is not there", () => {
    expect(activityTemplate("4.D", shipped, 2022).csv).toMatch(/^4\.D\.2,,,,2022,,$/m);
    expect(activityTemplate("1.A.3", shipped, 2022).csv).toContain('"low-mileage light-duty, 1995 or later"');
    expect(() => activityTemplate("7", shipped, 2022)).toThrow('There is no sector "7"');
  });
});

describe("compilation", () => {
  const compile = (rows: readonly Record<string, unknown>[], more: object = {}) =>
    compileInventory(readActivity(rows, mapping).records, { shipped, ...more });

  test("multiplies activities by the most specific factors, for every gas, and keeps what it took", () => {
    const { inventory, lines, problems } = compile(
      [
        line("1.A.1.a", "Anthracite", 1000),
        line("1.A.1.a", "Anthracite", 1, "kt", 2021),
        line("2.A.1", "clinker", 2, "Mt"),
        line("4.B", "composting", 100, "kt wet waste"),
        line("3.A.1.c", "sheep", 3, "1000000 head"),
      ],
      { within: ["developed countries"] },
    );
    expect(problems).toEqual([]);
    expect(lines.map(({ category, gas, year, value }) => [category, gas, year, Math.round(value * 1e9) / 1e9])).toEqual(
      [
        ["1.A.1.a", "CO2", 2020, 98.3],
        ["1.A.1.a", "CH4", 2020, 0.001],
        ["1.A.1.a", "N2O", 2020, 0.0015],
        ["1.A.1.a", "CO2", 2021, 2.62461],
        ["1.A.1.a", "CH4", 2021, 0.0000267],
        ["1.A.1.a", "N2O", 2021, 0.00004005],
        ["2.A.1", "CO2", 2020, 1040],
        ["4.B", "CH4", 2020, 0.4],
        ["4.B", "N2O", 2020, 0.024],
        ["3.A.1.c", "CH4", 2020, 24],
      ],
    );
    expect(inEnglish(lines[0]!.why)).toContain("(IPCC 2006 V2 Table 1.4)");
    expect(lines[0]!.factor.valueStatus).toBe("transcription");
    expect(totals(inventory, "AR5.GWP100").withLulucf[0]).toBeCloseTo(
      98.3 + 0.001 * 28 + 0.0015 * 265 + 1040 + 0.4 * 28 + 0.024 * 265 + 24 * 28,
      9,
    );
  });

  test("has totals that say what was left out and how much rests on factors that were read in no source", () => {
    const sheet = readActivity(
      [
        line("1.A.1.a", "Anthracite", 1000),
        line("1.A.1.a", "Anthracite", -1),
        line("1.A.1.a", "unobtainium", 5),
        line("2.B.3", "adipic acid", 1, "t"),
      ],
      mapping,
    );
    const factors = shipped.map((factor) =>
      factor.activity === "adipic acid" ? { ...factor, valueStatus: "memory" as const } : factor,
    );
    const compiled = compileInventory(sheet.records, { shipped: factors });
    const { lacks, unverifiedShare, withLulucf } = compiledTotals(compiled, sheet.problems, "AR5.GWP100");
    expect(inEnglish(lacks[0])).toBe("2 rows are left out, in whole or in part: rows 2–3.");
    // 300 kg of N2O a tonne of adipic acid as if from memory; the rest was read.
    expect(unverifiedShare).toBeCloseTo((0.0003 * 265) / withLulucf[0]!, 12);
  });

  test("lets own factors override, with their region", () => {
    const own = readFactors([
      {
        category: "1.A.1.a",
        activity: "Anthracite",
        value: 99_000,
        unit: "kg CO2/TJ",
        source: "own analysis",
        region: "DEU",
      },
    ]).factors;
    const { lines } = compile([line("1.A.1.a", "Anthracite", 1000)], { own, region: "DEU" });
    expect(lines.find(({ gas }) => gas === "CO2")).toMatchObject({ value: 99 });
    expect(lines.find(({ gas }) => gas === "CH4")).toMatchObject({ value: 0.001 });
  });

  test("keeps biomass apart, and carries notation keys to each gas", () => {
    const { inventory } = compile([line("1.A.1.a", "Wood/Wood Waste", 10), line("1.A.2.a", "Anthracite", "NO")]);
    expect(totals(inventory, "AR5.GWP100").biogenicCo2[0]).toBeCloseTo(1.12, 12);
    expect([...inventory.keys].filter((key) => key === 3)).toHaveLength(3);
  });

  test("never multiplies wet waste by a factor of dry waste, and keeps the gases whose factors fit", () => {
    const burnt = (unit: string) =>
      compile([{ ...line("4.C.2", "municipal waste", 100, unit), technology: "open burning" }]);
    for (const unit of ["kt", "kt wet waste"]) {
      const { lines, problems } = burnt(unit);
      expect(lines.map(({ gas, value }) => [gas, Math.round(value * 1e9) / 1e9])).toEqual([["CH4", 0.65]]);
      expect(inEnglish(problems.map(({ message }) => message))).toEqual([
        expect.stringMatching(/^Row 1, column activity: .* the factor of g N2O\/t dry waste gives /),
      ]);
    }
    expect(burnt("kt dry waste").lines.map(({ gas, value }) => [gas, Math.round(value * 1e9) / 1e9])).toEqual([
      ["N2O", 0.015],
    ]);
  });

  test("names the rows that have no factor or do not fit theirs, and the total goes on without them", () => {
    const { inventory, problems } = compile([
      line("1.A.1.a", "Anthracite", 1000),
      line("1.A.1.a", "unobtainium", 5),
      line("1.A.1.a", "Anthracite", 5, "TJ GCV"),
      line("2.A.1", "clinker", 5, "TJ"),
    ]);
    expect(inEnglish(problems.map(({ message }) => message))).toEqual([
      expect.stringMatching(
        /^Row 2, column activity: There is no EF for "unobtainium" in 1\.A\.1\.a\. Activities there: Crude Oil, /,
      ),
      expect.stringMatching(
        /^Row 3, column activity: TJ GCV of Anthracite times the factor of kg CO2\/TJ NCV gives .* the unit does not fit the factor\.$/,
      ),
      expect.stringMatching(/^Row 4, column activity: TJ of clinker times the factor of t CO2\/t clinker gives /),
    ]);
    expect(totals(inventory, "AR5.GWP100").withLulucf[0]).toBeCloseTo(98.3 + 0.028 + 0.3975, 9);
  });
});
