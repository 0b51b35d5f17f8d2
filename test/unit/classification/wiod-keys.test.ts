import { describe, expect, test } from "vitest";
import { beaOrigins, beaToWiod35 } from "../../../lib/classification/bea-to-wiod.ts";
import { edgarBunkers, edgarToWiod35 } from "../../../lib/classification/edgar-to-wiod.ts";
import { oecd45ToWiod35 } from "../../../lib/classification/oecd-to-wiod.ts";
import { growthBySector, sectorKey } from "../../../lib/classification/sector-key.ts";
import { tableOf, textsOf } from "../datasets/shipped.ts";

const sectors = textsOf(tableOf("mrio_sectors"), "sector") as string[];
const regions = textsOf(tableOf("mrio_regions"), "region") as string[];

describe.each([
  ["BEA", beaToWiod35, "us_import_sectors", 140],
  ["OECD", oecd45ToWiod35, "oecd_industries", 45],
] as const)("the key from the codes of %s", (_, key, dataset, count) => {
  test("names every code once, and sectors of the table alone", () => {
    expect(key).toHaveLength(count);
    expect(new Set(key.map(({ code }) => code)).size).toBe(count);
    for (const { sectors: to, rule } of key) {
      expect(to.filter((sector) => !sectors.includes(sector))).toEqual([]);
      expect(rule).not.toBe("");
    }
  });

  test("reaches every sector, and is what the dataset ships", () => {
    const reached = new Set(key.flatMap(({ sectors: to }) => to));
    expect(sectors.filter((sector) => !reached.has(sector))).toEqual([]);
    const table = tableOf(dataset);
    const shipped = new Map(textsOf(table, "code").map((code, row) => [code, textsOf(table, "wiod_sectors")[row]]));
    for (const { code, sectors: to } of key) expect(shipped.get(code)).toBe(to.join(" ") || null);
  });
});

test("the origins of the import matrices hold every region but the importer, once", () => {
  const held = Object.values(beaOrigins).flat();
  expect([...held].sort()).toEqual(regions.filter((region) => region !== "USA").sort());
  expect(Object.keys(beaOrigins)).toEqual(textsOf(tableOf("us_import_origins"), "origin"));
});

describe("the key from EDGAR's sectors", () => {
  const shipped = tableOf("nonco2_countries");
  const [gas, sector, area, type] = ["gas", "sector", "area", "area_type"].map((name) => textsOf(shipped, name));

  test("has one row for each gas and sector that EDGAR has", () => {
    const pairs = new Set(gas!.map((each, row) => `${each} ${sector![row]}`));
    expect(edgarToWiod35.filter((row) => !pairs.has(`${row.gas} ${row.sector}`))).toEqual([]);
    const keyed = edgarToWiod35.map((row) => `${row.gas} ${row.sector}`);
    expect([...pairs].filter((pair) => !keyed.includes(pair))).toEqual([]);
    expect(new Set(keyed).size).toBe(keyed.length);
  });

  test("names sectors of the table and households, one where one takes all, and every bunker", () => {
    for (const { to, by } of edgarToWiod35) {
      expect(to.filter((code) => code !== "HH" && !sectors.includes(code))).toEqual([]);
      expect(to.length === 1).toBe(by === "whole");
    }
    const bunkers = new Set(area!.filter((_, row) => type![row] === "bunkers"));
    expect([...bunkers].sort()).toEqual(Object.keys(edgarBunkers).sort());
  });
});

test("growth is that of the sum over the codes that name a sector, and null where nothing was before", () => {
  const key = sectorKey("a b|c1|two codes\nb|c2|shared\nd|c3|new");
  const before = new Map([
    ["a", 10],
    ["b", 30],
  ]);
  const after = new Map([
    ["a", 20],
    ["b", 30],
    ["d", 5],
  ]);
  expect(growthBySector(key, ["c1", "c2", "c3", "c4"], before, after)).toEqual([50 / 40, 1, null, null]);
});
