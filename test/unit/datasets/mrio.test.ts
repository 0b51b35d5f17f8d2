import { describe, expect, test } from "vitest";
import { arrowEntries, numbersOf, tableOf, textsOf } from "./shipped.ts";

const regions = textsOf(tableOf("mrio_regions"), "region");
const sectors = textsOf(tableOf("mrio_sectors"), "sector");
const size = regions.length * sectors.length;
const z = tableOf("mrio_flows");
const y = tableOf("mrio_final_demand");
const x = tableOf("mrio_output");
const co2 = tableOf("mrio_co2");

/** CO2 of a year in kt: by position in the table, and of households by region. */
function emissions(year: number) {
  const [inYear, region, sector, kt] = ["year", "region_index", "sector_number", "co2_kt"].map((name) =>
    numbersOf(co2, name),
  );
  const table = new Float64Array(size);
  const households = new Float64Array(regions.length);
  for (let i = 0; i < co2.numRows; i++) {
    if (inYear![i] !== year) continue;
    if (sector![i] === 0) households[region![i]!]! += kt![i]!;
    else table[region![i]! * sectors.length + sector![i]! - 1]! += kt![i]!;
  }
  return { table, households };
}

const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);

describe("the input-output table of 2011", () => {
  test("has 41 regions of 35 sectors", () => {
    expect([regions.length, sectors.length, x.numRows]).toEqual([41, 35, 1435]);
  });

  test("sums by row, intermediate use and final demand together, to gross output exactly", () => {
    const rows = new Float64Array(size);
    for (const table of [z, y]) {
      const row = numbersOf(table, "row");
      const value = numbersOf(table, "value_musd");
      for (let i = 0; i < row.length; i++) rows[row[i]!]! += value[i]!;
    }
    expect(rows).toEqual(numbersOf(x, "output_musd"));
  });

  test("has the world output of 141.77 trillion USD that WIOD publishes", () => {
    expect(sum(numbersOf(x, "output_published_musd") as Float64Array) / 1e6).toBeCloseTo(141.77, 2);
  });

  test("has 22 sectors without output, two of them one million below zero by rounding", () => {
    const output = [...numbersOf(x, "output_musd")];
    expect(output.filter((value) => value <= 0)).toHaveLength(22);
    expect(output.filter((value) => value < 0)).toEqual([-1, -1]);
  });

  test("keeps the 352 negative cells of final demand", () => {
    expect([...numbersOf(y, "value_musd")].filter((value) => value < 0)).toHaveLength(352);
  });

  test.each([
    [z, "row", "origin_region", "origin_sector"],
    [z, "col", "destination_region", "destination_sector"],
    [y, "row", "origin_region", "origin_sector"],
    [x, "row", "region", "sector"],
  ] as const)("labels each position with its region and sector (%#)", (table, position, region, sector) => {
    const regionNames = textsOf(table, region);
    const sectorNames = textsOf(table, sector);
    const wrong = [...numbersOf(table, position)].filter(
      (at, i) => regionNames[i] !== regions[Math.floor(at / 35)] || sectorNames[i] !== sectors[at % 35],
    );
    expect(wrong).toHaveLength(0);
  });

  test("labels each column of final demand with its region and category", () => {
    const categories = textsOf(tableOf("mrio_final_demand_categories"), "category");
    const region = textsOf(y, "destination_region");
    const category = textsOf(y, "category");
    const wrong = [...numbersOf(y, "col")].filter(
      (col, i) => region[i] !== regions[Math.floor(col / 5)] || category[i] !== categories[col % 5],
    );
    expect(wrong).toHaveLength(0);
  });

  test("gives row, col and value as typed arrays over the bytes of the file", () => {
    const arrays = ["row", "col", "value_musd"].map((name) => numbersOf(z, name));
    expect(arrays.map((array) => array.constructor)).toEqual([Int32Array, Int32Array, Float64Array]);
    for (const array of arrays) {
      expect(array.length).toBe(z.numRows);
      expect(array.buffer.byteLength).toBeGreaterThan(9e6);
    }
  });

  test("has no null in any numeric column", () => {
    for (const { name, columns } of arrowEntries.filter((entry) => entry.name.startsWith("mrio_")))
      for (const column of columns.filter(({ type }) => /^(Int|Float)/.test(type)))
        expect(tableOf(name).getChild(column.name)?.nullCount, `${name}.${column.name}`).toBe(0);
  });
});

describe("the CO2 accounts", () => {
  test("sum to 35,013.4 Mt in 2011, households included", () => {
    const { table, households } = emissions(2011);
    expect(Math.abs((sum(table) + sum(households)) / 1000 - 35_013.4)).toBeLessThan(0.1);
  });

  test("sum to 36,652.3 Mt in 2016, the year furthest beyond the table", () => {
    const { table, households } = emissions(2016);
    expect(Math.abs((sum(table) + sum(households)) / 1000 - 36_652.3)).toBeLessThan(0.1);
  });

  test("hold one row for each year, region and sector, households as HH", () => {
    expect(co2.numRows).toBe(17 * 41 * 36);
    const sector = textsOf(co2, "sector");
    const wrong = [...numbersOf(co2, "sector_number")].filter((n, i) => sector[i] !== (n === 0 ? "HH" : `c${n}`));
    expect(wrong).toHaveLength(0);
  });

  test("give with the table the published anchors of consumption against production", () => {
    const { table, households } = emissions(2011);
    const output = numbersOf(x, "output_musd");
    const inverse = Float64Array.from(output, (value) => (value > 0 ? 1 / value : 0));
    const intensity = table.map((kt, i) => kt * inverse[i]!);
    const [row, col, flow] = ["row", "col", "value_musd"].map((name) => numbersOf(z, name));
    // m = f + m A, repeated until it stands: the multipliers f (I - A)^-1.
    let multipliers = intensity.slice();
    for (let round = 0; round < 120; round++) {
      const next = intensity.slice();
      for (let i = 0; i < flow!.length; i++) next[col![i]!]! += multipliers[row![i]!]! * flow![i]! * inverse[col![i]!]!;
      multipliers = next;
    }
    const consumption = households.slice();
    const [sold, bought, value] = ["row", "col", "value_musd"].map((name) => numbersOf(y, name));
    for (let i = 0; i < value!.length; i++)
      consumption[Math.floor(bought![i]! / 5)]! += multipliers[sold![i]!]! * value![i]!;
    const production = households.map((kt, r) => kt + sum(table.subarray(r * 35, r * 35 + 35)));
    const percent = (code: string) =>
      100 * (consumption[regions.indexOf(code)]! / production[regions.indexOf(code)]! - 1);
    expect(percent("CHN")).toBeCloseTo(-16.74, 1);
    expect(percent("USA")).toBeCloseTo(15.61, 1);
    expect(percent("JPN")).toBeCloseTo(19.16, 1);
    expect(Math.abs(sum(consumption) / 1000 - 35_011.7)).toBeLessThan(0.1);
  });
});
