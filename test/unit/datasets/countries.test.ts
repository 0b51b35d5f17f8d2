import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { catalogueFile, numbersOf, tableOf, textsOf } from "./shipped.ts";

const countries = tableOf("countries");
const codes = new Set(textsOf(countries, "iso3"));

describe.each([
  { name: "carbon_budget_countries", edition: 2025, anchors: { CHN: -11.0, USA: 10.1, JPN: 16.7 } },
  { name: "carbon_budget_countries_2024", edition: 2024, anchors: { CHN: -9.2, USA: 11.1, JPN: 15.9 } },
])("the Global Carbon Budget $edition", ({ name, anchors }) => {
  const table = tableOf(name);
  const iso3 = textsOf(table, "iso3");
  const type = textsOf(table, "entity_type");
  const year = numbersOf(table, "year");
  const production = table.getChild("production_mtco2")!;
  const consumption = table.getChild("consumption_mtco2")!;

  test.each(Object.entries(anchors))(
    "has the published consumption of %s in 2022, %d %% beside production",
    (code, percent) => {
      const row = iso3.findIndex((candidate, i) => candidate === code && year[i] === 2022);
      expect(100 * (consumption.get(row) / production.get(row) - 1)).toBeCloseTo(percent, 1);
    },
  );

  test("gives a code to countries alone, and each is in the country table", () => {
    expect(iso3.filter((code, i) => (code !== null) !== (type[i] === "country"))).toEqual([]);
    expect(iso3.filter((code) => code !== null && !codes.has(code))).toEqual([]);
  });

  test("sums from countries and bunkers to the world in 2022", () => {
    const total = (...types: string[]) =>
      type.reduce(
        (sum, kind, i) => sum + (year[i] === 2022 && types.includes(kind!) ? (production.get(i) ?? 0) : 0),
        0,
      );
    expect(Math.abs(total("country", "bunkers", "statistical_difference") - total("world"))).toBeLessThan(0.6);
  });

  test("derives net import as consumption minus production, and null where either is missing", () => {
    const net = table.getChild("net_import_mtco2")!;
    const wrong = year.filter((_, i) => {
      const [p, c] = [production.get(i), consumption.get(i)];
      return net.get(i) !== (p === null || c === null ? null : c - p);
    });
    expect(wrong).toHaveLength(0);
  });
});

describe("population", () => {
  const table = tableOf("population");
  const type = textsOf(table, "entity_type");
  const year = numbersOf(table, "year");
  const persons = numbersOf(table, "population");

  test.each([1950, 1990, 2010, 2023])("sums over countries to the world in %d, former states left out", (chosen) => {
    const total = (kind: string) =>
      [...persons].reduce((sum, value, i) => sum + (year[i] === chosen && type[i] === kind ? value : 0), 0);
    expect(Math.abs(total("country") / total("world") - 1)).toBeLessThan(1e-5);
  });

  test("holds the code of a country for each row but the world and former states", () => {
    const wrong = textsOf(table, "iso3").filter((code, i) => type[i] === "country" && !codes.has(code));
    expect(wrong).toEqual([]);
  });
});

describe("countries", () => {
  test("each have a code of their own and a Chinese name", () => {
    expect(codes.size).toBe(250);
    expect(textsOf(countries, "name_zh").filter((name) => !/^\p{Script=Han}/u.test(name ?? ""))).toEqual([]);
  });

  test("lie each in one of the 41 regions of the input-output table, and fill them all", () => {
    expect(new Set(textsOf(countries, "wiod_region"))).toEqual(new Set(textsOf(tableOf("mrio_regions"), "region")));
  });

  test("join with the world map by number and by code", () => {
    const map: {
      objects: { countries: { geometries: { id?: string; properties: { name: string; iso3: string | null } }[] } };
    } = JSON.parse(readFileSync(new URL("world-110m.json", catalogueFile), "utf8"));
    const byNumber = new Map(
      textsOf(countries, "iso_numeric").map((number, i) => [number, textsOf(countries, "iso3")[i]]),
    );
    const { geometries } = map.objects.countries;
    expect(geometries.filter(({ id, properties }) => id !== undefined && byNumber.get(id) !== properties.iso3)).toEqual(
      [],
    );
    expect(geometries.filter(({ id }) => id === undefined).map(({ properties }) => properties)).toEqual([
      { name: "N. Cyprus", iso3: null },
      { name: "Somaliland", iso3: null },
      { name: "Kosovo", iso3: "XKX" },
    ]);
  });
});
