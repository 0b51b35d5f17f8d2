import { describe, expect, test } from "vitest";
import { tableOf } from "./shipped.ts";

interface ForestRow {
  readonly iso3: string;
  readonly year: number;
  readonly forest_area_kha: number;
  readonly above_ground_tc_ha: number | null;
  readonly soil_tc_ha: number | null;
}

const rows = Array.from(tableOf("forest_carbon_countries"), (row) => row.toJSON() as unknown as ForestRow);

describe("forest carbon by country", () => {
  test("has Brazil's carbon per hectare of 2020 as its report gives it, pool by pool", () => {
    expect(rows.filter(({ iso3, year }) => iso3 === "BRA" && year === 2020)).toEqual([
      {
        iso3: "BRA",
        entity: "Brazil",
        year: 2020,
        forest_area_kha: 496619.6,
        above_ground_tc_ha: 84.71,
        below_ground_tc_ha: 19.96,
        dead_wood_tc_ha: 5.09,
        litter_tc_ha: 2.44,
        soil_tc_ha: 41.37,
      },
    ]);
  });

  test("has one row a country and year, and null where a report gives nothing", () => {
    expect(new Set(rows.map(({ iso3, year }) => `${iso3} ${year}`)).size).toBe(rows.length);
    const years = [1990, 2000, 2010, 2015, 2020];
    for (const of of years) expect(rows.filter(({ year }) => year === of)).toHaveLength(236);
    expect(rows).toHaveLength(236 * years.length);
    expect(rows.filter(({ soil_tc_ha }) => soil_tc_ha === null)).toHaveLength(rows.length - 408);
    expect(rows.filter(({ above_ground_tc_ha }) => above_ground_tc_ha === null)).toHaveLength(rows.length - 1002);
  });
});
