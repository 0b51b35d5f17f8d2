import { describe, expect, test } from "vitest";
import { membersOf } from "../../../lib/classification/groups.ts";
import { catalogue, numbersOf, tableOf, textsOf } from "./shipped.ts";

const table = tableOf("land_use_reported");
const [iso3, entity, source] = ["iso3", "entity", "source"].map((column) => textsOf(table, column)) as [
  (string | null)[],
  (string | null)[],
  (string | null)[],
];
const [year, mtco2] = [numbersOf(table, "year"), numbersOf(table, "net_mtco2")];
const submission = Array.from(table.getChild("submission")! as Iterable<number | null>);
const rows = iso3.map((code, row) => ({
  region: code ?? entity[row]!,
  year: year[row]!,
  value: mtco2[row]!,
  submission: submission[row]!,
  source: source[row]!,
}));
const of = (region: string, at: number) => rows.find((row) => row.region === region && row.year === at);

describe("land use as reported to the UNFCCC", () => {
  test.each([
    ["CHN", 2021, -1346.499, 2024],
    ["USA", 2022, -973.902, null],
    ["JPN", 2022, -52.705, 2026],
    ["BRA", 2022, 751.467, 2024],
    ["DEU", 2022, 49.85, 2026],
    ["IND", 2020, -565.061, 2026],
  ])("has the net CO2 of %s in %i that the inventory has, and its submission", (region, at, value, submitted) => {
    expect(of(region, at)).toMatchObject({ value, submission: submitted });
  });

  test("names the submission of each row, and no row is from memory", () => {
    expect([...new Set(textsOf(table, "value_status"))]).toEqual(["transcription"]);
    for (const row of rows)
      expect(row.source).toBe(
        row.region === "EU27"
          ? "Sum of 27 national UNFCCC submissions, as compiled by Andrew (CICERO)"
          : `UNFCCC submission of ${row.submission ?? "a year that is not stated"}, as compiled by Andrew (CICERO)`,
      );
  });

  test("has a country and year once, and an exact zero in none", () => {
    expect(new Set(rows.map((row) => `${row.region} ${row.year}`)).size).toBe(rows.length);
    expect(rows.filter(({ value }) => value === 0)).toEqual([]);
    expect(new Set(rows.map(({ region }) => region)).size).toBe(104);
  });

  test("has the EU27 as the sum of its 27 members, in every year in which all of them have a value and in no other", () => {
    const members = membersOf("EU27", 2022);
    for (let at = 1986; at <= 2024; at++) {
      const parts = members.map((member) => of(member, at)?.value);
      const union = of("EU27", at)?.value;
      if (parts.includes(undefined)) expect(union, String(at)).toBeUndefined();
      else
        expect(union, String(at)).toBeCloseTo(
          parts.reduce<number>((sum, part) => sum + part!, 0),
          9,
        );
    }
    expect(rows.filter(({ region }) => region === "EU27").map((row) => row.year)).toHaveLength(35);
  });

  test("has the Parties in Annex I for every year from 1990 to 2023, as the panorama says, and others for fewer", () => {
    const annex = membersOf("Annex I", 2023);
    const counted = [...new Set(rows.map(({ region }) => region))].map((region) => ({
      region,
      years: rows.filter((row) => row.region === region && row.year >= 1990 && row.year <= 2023).length,
    }));
    const whole = counted.filter(({ years }) => years === 34).map(({ region }) => region);
    expect(whole.sort()).toEqual([...annex, "EU27"].sort());
  });

  test("calls a country as the tables beside it do", () => {
    const budget = tableOf("carbon_budget_countries");
    const [codes, names] = [textsOf(budget, "iso3"), textsOf(budget, "entity")];
    const named = new Map(codes.map((code, row) => [code, names[row]]));
    const different = iso3.flatMap((code, row) =>
      code !== null && named.get(code) !== entity[row] ? [entity[row]] : [],
    );
    expect([...new Set(different)]).toEqual(["Monaco"]);
  });

  test("leaves Côte d'Ivoire out for the reason that its trap gives", () => {
    expect(rows.some(({ region }) => region === "CIV")).toBe(false);
    const land = tableOf("land_use_change_countries");
    const [codes, years, mtc] = [textsOf(land, "iso3"), numbersOf(land, "year"), numbersOf(land, "mtc")];
    const models = codes.flatMap((code, row) => (code === "CIV" && years[row] === 2022 ? [mtc[row]! * 3.664] : []));
    expect(models).toHaveLength(3);
    expect(2153 / (models.reduce((sum, value) => sum + value, 0) / 3)).toBeCloseTo(40, -1);
  });

  test("says in its traps which countries have no year of submission and which years China and India have", () => {
    const traps = catalogue.datasets.find(({ name }) => name === "land_use_reported")!.traps.join("\n");
    const unstated = rows.flatMap((row, at) => (row.submission === null && row.region !== "EU27" ? [entity[at]!] : []));
    expect(traps).toContain(`(${[...new Set(unstated)].join(", ")})`);
    const yearsOf = (region: string) => rows.filter((row) => row.region === region).map((row) => row.year);
    expect(traps).toContain("Some countries have few years (China 2005, 2020 and 2021; India 2005 and 2020 to 2022");
    expect(yearsOf("CHN")).toEqual([2005, 2020, 2021]);
    expect(yearsOf("IND")).toEqual([2005, 2020, 2021, 2022]);
  });
});
