import { describe, expect, test } from "vitest";
import { z } from "zod";
import { writeMessage } from "../../../../lib/message/write.ts";
import { notesOnInput, notesOnRefused } from "../../../../lib/tool/input-notes.ts";
import { sheetRowsOf } from "../../../../lib/tool/sheet-rows.ts";
import { numberIn, siblingUnit } from "../../../../lib/tool/unit.ts";
import { call, company } from "../../inventory/company/calling.ts";

const notesOf = (schema: z.ZodType, input: unknown) => notesOnInput(schema, input).map((note) => writeMessage(note));
/** The answer's notes, or the sentence that refuses. */
async function answerOf(tool: string, input: object): Promise<string> {
  try {
    const { notes = [], problems = [], note = "" } = await call(tool, input);
    return [...notes, ...problems, note].join("\n");
  } catch (error) {
    return (error as Error).message;
  }
}

describe("What is noted on any input", () => {
  const percent = numberIn("%");
  const schema = z.object({ a: percent, b: z.array(percent).default([]) });

  test("are percentages that are all below one, of which shares may be meant", () => {
    expect(notesOf(schema, { a: 0.4, b: [0.05] })).toEqual([
      "a is 0.4 %, less than one per cent. If a share is meant, write 40; it was used as given.",
    ]);
    for (const usual of [
      { a: 0, b: [] },
      { a: 0.4, b: [7] },
      { a: 7, b: [] },
      { a: -0.4, b: [] },
    ])
      expect(notesOf(schema, usual)).toEqual([]);
    expect(notesOnRefused(schema, { a: 0.4, b: [7] })).toHaveLength(1);
  });

  test("is more CO2 than fuels give, in any unit of energy, and of no other gas", () => {
    const factor = z.object({ value: numberIn(siblingUnit), unit: z.string() });
    expect(notesOf(factor, { value: 581, unit: "t CO2/MWh" })).toEqual([
      expect.stringMatching(/^value is 581, above 4: lignite.*Check the value and its unit/),
    ]);
    for (const unit of ["g CO2/kWh", "kg CO2e AR5.GWP100/MWh"])
      expect(notesOf(factor, { value: 581, unit })).toEqual([]);
    expect(notesOf(factor, { value: 4001, unit: "g CO2/kWh" })).toHaveLength(1);
    expect(notesOf(factor, { value: 94_600, unit: "kg CO2/TJ NCV" })).toEqual([]);
    expect(notesOf(factor, { value: 2e6, unit: "kg CO2/TJ NCV" })).toHaveLength(1);
    expect(notesOf(factor, { value: 581, unit: "t CH4/MWh" })).toEqual([]);
  });

  test("is a name that a list has twice, but not where its entries may repeat", () => {
    const selection = z.union([z.string(), z.array(z.string())]);
    expect(notesOf(z.object({ region: selection }), { region: ["DEU", "FRA", "DEU"] })).toEqual([
      "region names DEU more than once; it was used as often. Delete the copies.",
    ]);
    expect(notesOf(z.object({ region: selection }), { region: ["DEU", "FRA"] })).toEqual([]);
    expect(notesOf(z.object({ to: z.array(z.string()) }), { to: ["A", "A", "B", "B"] })).toEqual([
      "to names A more than once; it was used as often. Delete the copies.",
      "to names B more than once; it was used as often. Delete the copies.",
    ]);
    const units = z.array(z.string()).meta({ mayRepeat: true });
    expect(notesOf(z.object({ units: units.optional() }), { units: ["kt", "kt"] })).toEqual([]);
    const years = z.union([z.int(), z.array(z.int())]);
    expect(notesOf(z.object({ year: years }), { year: [2020, 2020] })).toHaveLength(1);
    expect(notesOf(z.object({ mask: z.array(z.int()) }), { mask: [1, 1] })).toEqual([]);
  });

  test("is a table without rows, but none that may be left out", () => {
    const rows = z.array(z.object({ name: z.string() }));
    expect(notesOf(z.object({ rows }), { rows: [] })).toEqual(["rows has no rows: the result is that of nothing."]);
    expect(notesOf(z.object({ rows: rows.default([]) }), { rows: [] })).toEqual([]);
    expect(notesOf(z.object({ rows }), { rows: [{ name: "a" }] })).toEqual([]);
  });

  test("is a misspelt column of a sheet, but none that has a name of its own", () => {
    const sheet = z.object({ rows: sheetRowsOf(["province", "amount"]) });
    expect(notesOf(sheet, { rows: [{ provnce: "CN-SD", amount: 1, remark: "none" }] })).toEqual([
      'rows: the column "provnce" is not read. Did you mean "province"?',
    ]);
    expect(notesOf(sheet, { rows: [{ provnce: "CN-SD", province: "CN-SD" }] })).toEqual([]);
  });
});

describe("Absurd input is refused or noted", () => {
  const water = (T: number) => ({
    population: 1e6,
    BOD: { value: 40, unit: "g/person/d" },
    Bo: 0.6,
    pathways: [
      { pathway: "septic", T, MCF: 0.5 },
      { pathway: "aerobic", T: 0.5, MCF: 0 },
    ],
  });
  const steel = (mass: number) => ({
    goesIn: [{ material: "coke", mass: { value: 1000, unit: "t" }, carbon: 0.83 }],
    goesOut: [{ material: "steel", mass: { value: mass, unit: "t" }, carbon: 0.01 }],
  });
  const rice = (days: number) => ({ area: { value: 1000, unit: "ha" }, days, baseline: 1.3, water: 1, before: 1 });
  const sources = (factor: unknown) => ({
    sources: [{ category: "1.A", gas: "CO2", base: 100, year: 90, activity: 5, factor }],
    draws: 1000,
  });
  const cattle = (digestible: number) => ({
    animal: "dairy cow",
    head: 1000,
    weight: 600,
    Cfi: 0.386,
    Ca: 0,
    digestible,
    Ym: 6.5,
    milk: 20,
    fat: 4,
  });
  const emissions = [
    { category: "1.A.1", year: 2000, value: 10, unit: "kt CO2" },
    { category: "1.A.1", year: 2010, value: 12, unit: "kt CO2" },
    { category: "2.A.1", year: 2000, value: 8, unit: "kt CO2" },
  ];
  const keys = (value: unknown) => ({
    base: 2000,
    year: 2010,
    emissions: [...emissions, { category: "2.A.1", year: 2010, value, unit: "kt CO2" }],
  });
  const obligation = (year: number) => ({ good: "72081000", origin: "CHN", mass_t: 1000, price: 80, year });

  test.each<[string, string, object, RegExp]>([
    ["shares of 1.4", "inventory.wastewater", water(0.9), /pathways: the shares sum to 1\.4/],
    ["more carbon out than in", "inventory.steel", steel(2e5), /CO2 is below 0: .*more leaves in products/],
    ["12,000 days in a year", "inventory.rice", rice(12_000), /t \(days of cultivation\) is 12.?000 days; .* 366/],
    ["an error of 900 %", "uncertainty.approachTwo", sources(900), /factor is 900, above 200: with such an error/],
    ["a bound 150 % below", "uncertainty.approachTwo", sources({ lo: 150, hi: 20 }), /factor\.lo is 150 %/],
    ["a share for a percentage", "inventory.cattle", cattle(0.7), /digestible is 0\.7 %, less than one per cent/],
    ["a blank year", "inventory.keyCategories", keys(null), /CO2 of 2\.A\.1 has a number for 2000 but none for 2010/],
    ["a key for a year", "inventory.keyCategories", keys("NE"), /CO2 of 2\.A\.1 has a number for 2000 but none/],
    [
      "a negative row",
      "inventory.completeness",
      { year: 2000, emissions: [emissions[2], { ...emissions[0], value: -5 }] },
      /-5/,
    ],
    ["a year before a group", "classification.members", { group: "BRICS", year: 1990 }, /no members .* in 2009/],
    ["a year after a schedule", "cbam.obligation", obligation(2050), /2050 is after 2034, the last year/],
  ])("%s: %s", async (_what, tool, input, sentence) => {
    expect(await answerOf(tool, input)).toMatch(sentence);
  });

  test.each<[string, object]>([
    ["inventory.wastewater", water(0.5)],
    ["inventory.steel", steel(1000)],
    ["inventory.rice", rice(120)],
    ["uncertainty.approachTwo", sources(20)],
    ["inventory.cattle", cattle(70)],
    ["inventory.keyCategories", keys(9)],
  ])("and what %s usually gets is not", async (tool, input) => {
    expect(await answerOf(tool, input)).toBe("");
  });

  test("a misspelt column of a company's sheet", async () => {
    const row = {
      scope: 2,
      category: "electricity",
      activity: "electricity",
      amount: 500,
      unit: "MWh",
      country: "CHN",
    };
    const { notes } = await company([{ ...row, provnce: "CN-SD" }]);
    expect(notes).toEqual(['rows: the column "provnce" is not read. Did you mean "province"?']);
    expect((await company([{ ...row, province: "CN-SD" }])).notes).toBeUndefined();
  });
});
