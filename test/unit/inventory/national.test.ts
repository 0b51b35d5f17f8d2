import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CountryYears } from "../../../lib/classification/country-years.ts";
import { molarMass } from "../../../lib/inventory/equations/constants.ts";
import type { Activity } from "../../../lib/inventory/national/national-line.ts";
import { nearYear } from "../../../lib/inventory/national/near-year.ts";
import { PopulationDecay } from "../../../lib/inventory/national/population-decay.ts";
import { decayedMethane } from "../../../lib/inventory/waste/decay-series.ts";
import { firstOrderDecay } from "../../../lib/inventory/waste/landfill.ts";
import { messages } from "../../../lib/message/message.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import { uninterrupted } from "../../../lib/numeric/work.ts";
import { callTool } from "../../../lib/tool/call.ts";
import { findTool } from "../../../lib/tools.ts";
import { shipped } from "./company/calling.ts";

const said = messages("inventory", { table: { en: "table of {year}", zh: "{year} 年表" } });
const known =
  (values: Readonly<Record<number, number>>) =>
  (year: number): Activity | null =>
    values[year] === undefined ? null : { amount: values[year], unit: "kt", source: said.table({ year }), error: 5 };

describe("An activity of a year", () => {
  test.each([
    ["is that of the year", { 2010: 7, 2011: 9 }, 2010, 7, "table of 2010"],
    ["is interpolated between years at most five apart", { 2010: 10, 2014: 18 }, 2011, 12, "interpolated between 2010"],
    ["is carried on for three years", { 2010: 7 }, 2013, 7, "that of 2010 is carried on"],
    ["is carried back, too", { 2010: 7 }, 2008, 7, "that of 2010 is carried on"],
    ["is carried on where the gap is longer", { 2010: 7, 2020: 9 }, 2012, 7, "that of 2010 is carried on"],
  ])("%s", (_, values, year, amount, source) => {
    const found = nearYear(known(values), year)!;
    expect(found.amount).toBeCloseTo(amount, 12);
    expect(writeMessage(found.source)).toContain(source);
  });

  test("is unknown further away", () => {
    expect(nearYear(known({ 2010: 7 }), 2014)).toBeNull();
    expect(nearYear(known({}), 2014)).toBeNull();
  });

  test("lies between its neighbours, whatever they are", () => {
    const amounts = fc.double({ min: 0, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(amounts, amounts, fc.integer({ min: 1, max: 4 }), (before, after, at) => {
        const { amount } = nearYear(known({ 2000: before, 2005: after }), 2000 + at)!;
        expect(amount).toBeGreaterThanOrEqual(Math.min(before, after) * (1 - 1e-12));
        expect(amount).toBeLessThanOrEqual(Math.max(before, after) * (1 + 1e-12));
      }),
    );
  });
});

describe("Decay as a series", () => {
  const deposited = [100, 0, 50, 75, 25, 60];
  const [DOC, DOCf, MCF, k, F] = [0.15, 0.5, 0.8, 0.185, 0.5];

  test("has the numbers of the first-order decay with its steps", () => {
    const steps = firstOrderDecay({ firstYear: 1990, streams: [{ waste: "food", deposited, DOC, k, MCF }], DOCf, F });
    const series = decayedMethane(
      deposited.map((mass) => mass * DOC * DOCf * MCF),
      k,
      F,
    );
    for (const [t, { generated }] of steps.entries()) expect(series[t]).toBeCloseTo(generated, 12);
  });

  test("of a population serves every year alike", () => {
    const population = new CountryYears();
    for (let year = 1950; year <= 2020; year++) population.add("AAA", year, 1000 + year);
    const decay = new PopulationDecay(population);
    const people = Array.from({ length: 71 }, (_, i) => 2950 + i);
    const series = decayedMethane(people, k, F);
    for (const year of [2020, 1950, 1985]) expect(decay.of("AAA", year, k, F)).toBeCloseTo(series[year - 1950]!, 9);
    expect(decay.of("BBB", 2000, k, F)).toBe(0);
  });
});

interface Found {
  readonly lines: readonly {
    name: string;
    gas: string;
    value: number | null;
    key: string | null;
    data: string | null;
  }[];
  readonly total: Readonly<Record<"withoutLulucf" | "withLulucf" | "lo" | "hi", number>>;
  readonly notes: readonly string[];
  readonly series: readonly { year: number; withoutLulucf: number }[];
  readonly keyCategories: readonly { isKey: boolean; cumulative: number }[];
  readonly beside: readonly {
    gas: string;
    ours: number;
    theirs: number;
    difference: number;
    boundary: number | null;
    bySource: number | null;
  }[];
}

const N2O_PER_N = molarMass("N2O").value / molarMass("N2").value;

const national = findTool("inventory.national")!;
const call = async (input: object) =>
  JSON.parse(JSON.stringify(await callTool(national, input, uninterrupted, shipped))) as Found;

describe("inventory.national", () => {
  test("gives every line a number or a notation key, with where the number comes from", async () => {
    const { lines, total } = await call({ region: "BRA", year: 2019 });
    for (const { value, key, data, name } of lines) {
      expect((value === null) === (key !== null), name).toBe(true);
      if (value !== null) expect(data, name).not.toBeNull();
    }
    expect(total.lo).toBeLessThan(total.withoutLulucf);
    expect(total.hi).toBeGreaterThan(total.withoutLulucf);
    // Brazil's forests lost carbon between the reports.
    expect(total.withLulucf).toBeGreaterThan(total.withoutLulucf);
  });

  test("splits every difference to others into boundary and source without a rest", async () => {
    const { beside } = await call({ region: "USA", year: 2019 });
    expect(new Set(beside.map(({ gas }) => gas))).toEqual(new Set(["CO2", "CH4", "N2O", "F-gases", "all"]));
    for (const { ours, theirs, difference, boundary, bySource } of beside) {
      expect(difference).toBeCloseTo(theirs - ours, 9);
      if (boundary !== null) expect(boundary + bySource!).toBeCloseTo(difference, 9);
    }
  });

  test("takes own data in place of a line's, in any unit of its kind", async () => {
    const own = [{ category: "2.A.1", activity: "cement", amount: 30, unit: "Mt", source: "my survey" }];
    const { lines } = await call({ region: "DEU", year: 2019, own });
    const cement = lines.find(({ name }) => name === "cement")!;
    expect(cement.value).toBeCloseTo(30_000 * 0.75 * 0.52, 6);
    expect(cement.data).toBe("own data: my survey");
  });

  test("makes N2O of crop residues from harvests by Eq 11.6, and of what leaches from all of them", async () => {
    const { lines, notes } = await call({ region: "CHN", year: 2009, irrigatedRice: 0.5 });
    expect(notes[0]!.split(/[:,.] /).filter((name) => name.startsWith("Crop residues"))).toEqual(["Crop residues"]);
    const of = (name: string) => lines.find((line) => line.name === name)!;
    // FAO's kt; Table 11.1A; EF1 0.01, on flooded fields 0.003; the table has no nitrogen for roots of rice.
    const [wheat, rice] = [115_115 * 0.89 * (1.3 * 0.006 + 2.3 * 0.23 * 0.009), 195_103 * 0.89 * 1.4 * 0.007];
    expect(of("wheat residues").value).toBeCloseTo(wheat * 0.01 * N2O_PER_N, 9);
    expect(of("rice residues").value).toBeCloseTo(rice * (0.01 + 0.003) * 0.5 * N2O_PER_N, 9);
    const crops = lines.filter(({ name }) => name.endsWith(" residues"));
    expect(crops).toHaveLength(13);
    const dry = crops.reduce((sum, { name, value }) => sum + (name === "rice residues" ? 0 : value!), 0) / 0.01;
    expect(of("residues leached").value).toBeCloseTo((dry + rice * N2O_PER_N) * 0.3 * 0.0075, 9);
  });

  test("has no crops after 2012, but own harvests of any year", async () => {
    const none = await call({ region: "DEU", year: 2022 });
    expect(none.lines.find(({ name }) => name === "crop residues")).toMatchObject({ value: null, key: "NE" });
    const own = [{ category: "3.C.4", activity: "rye residues", amount: 1, unit: "Mt", source: "my fields" }];
    const { lines } = await call({ region: "DEU", year: 2022, own });
    const rye = 1000 * 0.88 * 1.6 * 0.005;
    expect(lines.filter(({ name }) => /residues/.test(name)).map(({ name, value }) => [name, value])).toEqual([
      ["rye residues", expect.closeTo(rye * 0.01 * N2O_PER_N, 12)],
      ["residues leached", expect.closeTo(rye * 0.3 * 0.0075 * N2O_PER_N, 12)],
    ]);
  });

  test("gives a series that ends with the year itself", async () => {
    const { series, total } = await call({ region: "DEU", year: 2019, since: 2015 });
    expect(series.map(({ year }) => year)).toEqual([2015, 2016, 2017, 2018, 2019]);
    expect(series.at(-1)!.withoutLulucf).toBe(total.withoutLulucf);
  });

  test("ranks key categories up to 95 % of the sum", async () => {
    const { keyCategories } = await call({ region: "IND", year: 2019 });
    const last = keyCategories.filter(({ isKey }) => isKey).at(-1)!;
    expect(last.cumulative).toBeGreaterThanOrEqual(0.95);
    expect(keyCategories.find(({ isKey }) => !isKey)!.cumulative).toBeGreaterThan(0.95);
  });

  test.each([
    [
      { region: "XXX", year: 2019 },
      'region: "XXX" is no country of the table; give its code of ISO 3166 alpha-3, such as CHN.',
    ],
    [{ region: "DEU", year: 2019, since: 2020 }, "since: 2020 is after year, 2019."],
    [
      {
        region: "DEU",
        year: 2019,
        own: [{ category: "2.A.1", activity: "bricks", amount: 1, unit: "kt", source: "me" }],
      },
      'own: there is no line "bricks" in 2.A.1 for DEU 2019.',
    ],
  ])("refuses %j and says what to do", async (input, sentence) => {
    await expect(call(input)).rejects.toThrow(sentence);
  });
});
