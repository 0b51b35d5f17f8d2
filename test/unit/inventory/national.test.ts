import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { molarMass } from "../../../lib/inventory/equations/constants.ts";
import type { Activity } from "../../../lib/inventory/national/national-line.ts";
import { nearYear } from "../../../lib/inventory/national/near-year.ts";
import { messages } from "../../../lib/message/message.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import { uninterrupted } from "../../../lib/numeric/work.ts";
import { callTool } from "../../../lib/tool/call.ts";
import { findTool } from "../../../lib/tools.ts";
import { shipped } from "./company/calling.ts";

const texts = messages("inventory", { table: { en: "table of {year}", zh: "{year} 年表" } });
const known =
  (values: Readonly<Record<number, number>>) =>
  (year: number): Activity | null =>
    values[year] === undefined ? null : { amount: values[year], unit: "kt", source: texts.table({ year }), error: 5 };

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

interface Found {
  readonly lines: readonly {
    name: string;
    gas: string;
    value: number | null;
    key: string | null;
    data: string | null;
    category: string;
    edition: string | null;
    factor: number | null;
    factors: readonly { unit: string; source: string }[];
    notes: readonly string[];
  }[];
  readonly total: Readonly<Record<"withoutLulucf" | "withLulucf", number>> &
    Readonly<Record<"lo" | "hi" | "uncertainty", number | null>> & {
      readonly noInterval: string | null;
      readonly estimated: { value: number; lo: number; hi: number; withoutError: readonly { name: string }[] } | null;
    };
  readonly notes: readonly string[];
  readonly series: readonly { year: number; withoutLulucf: number; like: number }[];
  readonly coverage: readonly { gas: string; source: string; share: number }[];
  readonly breaks: readonly {
    year: number;
    kind: string;
    lulucf: boolean;
    lines: readonly { name: string; value: number }[];
    value: number;
    share: number | null;
    note: string;
  }[];
  readonly trend: {
    from: number;
    to: number;
    change: number;
    leftOut: readonly { name: string }[];
    keyCategories: readonly { name: string }[];
  } | null;
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

const cement = (amount: number) => ({ category: "2.A.1", activity: "cement", amount, unit: "Mt", source: "me" });

describe("inventory.national", () => {
  test("gives every line a number or a notation key, with where the number comes from", async () => {
    const { lines, total } = await call({ region: "BRA", year: 2019 });
    for (const { value, key, data, name } of lines) {
      expect((value === null) === (key !== null), name).toBe(true);
      if (value !== null) expect(data, name).not.toBeNull();
    }
    const { estimated } = total;
    expect(estimated!.lo).toBeLessThan(estimated!.value);
    expect(estimated!.hi).toBeGreaterThan(estimated!.value);
    expect(estimated!.value).toBeLessThan(total.withoutLulucf);
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
    const { lines } = await call({ region: "CHN", year: 2009, irrigatedRice: 0.5, edition: "2019" });
    const of = (name: string) => lines.find((line) => line.name === name)!;
    // FAO's kt; Table 11.1A; EF1 0.01, on flooded fields 0.004; the table has no nitrogen for roots of rice.
    const [wheat, rice] = [115_115 * 0.89 * (1.3 * 0.006 + 2.3 * 0.23 * 0.009), 195_103 * 0.89 * 1.4 * 0.007];
    expect(of("wheat residues").value).toBeCloseTo(wheat * 0.01 * N2O_PER_N, 9);
    expect(of("rice residues").value).toBeCloseTo(rice * (0.01 + 0.004) * 0.5 * N2O_PER_N, 9);
    const crops = lines.filter(({ name }) => name.endsWith(" residues"));
    expect(crops).toHaveLength(13);
    const dry = crops.reduce((sum, { name, value }) => sum + (name === "rice residues" ? 0 : value!), 0) / 0.01;
    expect(of("residues leached").value).toBeCloseTo((dry + rice * N2O_PER_N) * 0.24 * 0.011, 9);
  });

  test("has no crops after 2012, but own harvests of any year", async () => {
    const none = await call({ region: "DEU", year: 2022, edition: "2019" });
    expect(none.lines.find(({ name }) => name === "crop residues")).toMatchObject({ value: null, key: "NE" });
    const own = [{ category: "3.C.4", activity: "rye residues", amount: 1, unit: "Mt", source: "my fields" }];
    const { lines } = await call({ region: "DEU", year: 2022, own, edition: "2019" });
    const rye = 1000 * 0.88 * 1.6 * 0.005;
    expect(lines.filter(({ name }) => /residues/.test(name)).map(({ name, value }) => [name, value])).toEqual([
      ["rye residues", expect.closeTo(rye * 0.01 * N2O_PER_N, 12)],
      ["residues leached", expect.closeTo(rye * 0.24 * 0.011 * N2O_PER_N, 12)],
    ]);
  });

  test("has no crop residues by the 2006 Guidelines, whose shares are not at hand, and says so of own harvests too", async () => {
    const own = [{ category: "3.C.4", activity: "rye residues", amount: 1, unit: "Mt", source: "my fields" }];
    const { lines } = await call({ region: "DEU", year: 2009, own });
    const residues = lines.filter(({ name }) => /residues/.test(name));
    expect(residues.map(({ name, key }) => [name, key])).toEqual([
      ["crop residues", "NE"],
      ["rye residues", "NE"],
    ]);
    for (const { notes } of residues) expect(notes.join()).toContain('edition: "2019"');
  });

  test("takes every line's factors from one edition, and rice by 2006 as 1.3 kg CH4 a day and hectare with its own scaling", async () => {
    for (const region of ["CHN", "IND", "DEU", "BRA", "VNM"])
      for (const [year, edition] of [
        [2008, "2006"],
        [2008, "2019"],
        [2019, "2006"],
      ] as const) {
        const { lines } = await call({ region, year, edition });
        for (const line of lines) {
          const of = new Set(line.factors.map(({ source }) => (/2019/.test(source) ? "2019" : "2006")));
          expect([...of], `${region} ${year} ${line.name}`).toEqual(line.factors.length === 0 ? [] : [line.edition]);
          if (edition === "2006") expect(line.edition).not.toBe("2019");
        }
      }
    const { lines } = await call({ region: "CHN", year: 2008 });
    const rice = lines.find(({ name }) => name === "rice")!;
    expect(rice.edition).toBe("2006");
    // kt/ha: 1.3 × 113 d × 0.78 × 1.22; a mix of the editions gave 128 kg.
    expect(rice.factor).toBeCloseTo((1.3 * 113 * 0.78 * 1.22) / 1e6, 12);
  });

  test("never multiplies waste as it is weighed by a factor of dry waste", async () => {
    for (const region of ["DEU", "USA", "JPN"])
      for (const { category, name, factors } of (await call({ region, year: 2019 })).lines)
        if (category.startsWith("4"))
          for (const { unit } of factors) expect(unit, `${region} ${name}`).not.toMatch(/dry/);
  });

  test("does not make a history of landfills from the share of one report", async () => {
    for (const region of ["DEU", "USA", "NGA"]) {
      const landfill = (await call({ region, year: 2019 })).lines.find(({ category }) => category === "4.A")!;
      expect(landfill, region).toMatchObject({ value: null, key: "NE" });
      expect(landfill.notes.join(" ")).toContain("past fifty years");
    }
  });

  test("claims an interval of what is estimated, and none of a total of which a published figure has much more", async () => {
    const { total, coverage, notes } = await call({ region: "IND", year: 2019 });
    expect([total.lo, total.hi, total.uncertainty]).toEqual([null, null, null]);
    expect(total.noInterval).toContain("EDGAR 2024 has");
    expect(total.noInterval).toContain("Manure management");
    expect(notes[0]).toBe(total.noInterval);
    expect(total.estimated!.withoutError.map(({ name }) => name)).toContain("cement");
    for (const { share } of coverage) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }
    const methane = coverage.find(({ gas, source }) => gas === "CH4" && source === "EDGAR 2024")!;
    expect(methane.share).toBeGreaterThan(0.3);
    expect(methane.share).toBeLessThan(0.6);
  });

  test("breaks a series aloud where a table ends, and compares years over what both estimate", async () => {
    const { series, breaks, trend, notes } = await call({ region: "BGD", year: 2014, since: 2011 });
    const rice = breaks.find(({ lines }) => lines.some(({ name }) => name === "rice"))!;
    expect(rice).toMatchObject({ year: 2013, kind: "ends", lulucf: false });
    const [before, after] = [2012, 2013].map((when) => series.find(({ year }) => year === when)!);
    // Without rice the year rises by what the rest does.
    expect(before!.withoutLulucf - after!.withoutLulucf).toBeGreaterThan(40_000);
    expect(before!.withoutLulucf - before!.like).toBeCloseTo(rice.value, 6);
    expect(after!.like).toBeGreaterThan(before!.like);
    expect(rice.share).toBeGreaterThan(25);
    expect(notes).toContain(rice.note);
    expect(rice.note).toContain("not a change of emissions");
    expect(trend!.leftOut.map(({ name }) => name)).toEqual(["rice"]);
    expect(trend!.change).toBeGreaterThan(0);
    expect(trend!.keyCategories.map(({ name }) => name)).not.toContain("rice");
    expect(notes.some((note) => /Left out, .*: Rice/.test(note))).toBe(true);
  });

  test("sees no break where a table states petroleum by product and the next as a whole", async () => {
    const { breaks, lines } = await call({ region: "IND", year: 2021, since: 1997 });
    expect(lines.some(({ name }) => name === "diesel")).toBe(true);
    expect(breaks.flatMap((one) => one.lines.map(({ name }) => name))).not.toContain("oil");
    expect(breaks.flatMap((one) => one.lines.map(({ name }) => name))).not.toContain("diesel");
  });

  test("gives a series that ends with the year itself", async () => {
    const { series, total } = await call({ region: "DEU", year: 2019, since: 2015 });
    expect(series.map(({ year }) => year)).toEqual([2015, 2016, 2017, 2018, 2019]);
    expect(series.at(-1)!.withoutLulucf).toBe(total.withoutLulucf);
    for (const { like, withoutLulucf } of series) expect(like).toBeLessThanOrEqual(withoutLulucf);
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
      { region: "DEU", year: 2019, own: [cement(30), cement(30)] },
      'own[1]: "cement" of 2.A.1 is given twice. Give one amount, or the sum of both.',
    ],
    [
      { region: "DEU", year: 2019, own: [cement(-30)] },
      'own[0]: the amount of "cement" in 2.A.1 is -30 Mt; an activity is 0 or more.',
    ],
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
