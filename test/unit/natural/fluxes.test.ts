import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { airSeaFlux } from "../../../lib/natural/air-sea-flux.ts";
import { standCarbon } from "../../../lib/natural/forest-stand.ts";
import { cellAreas, EARTH_RADIUS_M } from "../../../lib/natural/grid-area.ts";
import { literatureRangesOf } from "../../../lib/natural/literature-ranges.ts";
import { oceanUptake } from "../../../lib/natural/ocean-uptake.ts";
import { organicSoil, organicSoilUses } from "../../../lib/natural/organic-soil.ts";
import { waterMethane } from "../../../lib/natural/wetland.ts";
import { shipped } from "../inventory/company/calling.ts";

const water = { temperature_C: 15, salinity: 35, wind_m_s: 7, fco2_water_uatm: 390, fco2_air_uatm: 400 };

describe("the cells of a grid", () => {
  test("cover the sphere, however fine the grid is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 800 }), (rows, columns) => {
        const sum = cellAreas({ rows, columns }).reduce((sofar, area) => sofar + area * columns, 0);
        expect(Math.abs(sum / (4 * Math.PI * EARTH_RADIUS_M ** 2) - 1)).toBeLessThan(1e-12);
      }),
    );
  });
});

describe("the flux between sea and air", () => {
  test("changes its sign with the difference of fugacities, and is nothing under ice", () => {
    const into = airSeaFlux(water).flux_mol_m2_yr;
    const out = airSeaFlux({ ...water, fco2_water_uatm: 410 }).flux_mol_m2_yr;
    expect(into).toBeLessThan(0);
    expect(out).toBeCloseTo(-into, 12);
    expect(airSeaFlux({ ...water, ice: 1 }).flux_mol_m2_yr).toBeCloseTo(0, 15);
  });

  test("of one state everywhere is that flux times the area of the globe", async () => {
    const field = (value: number) => new Float64Array(36).fill(value);
    const row = {
      temperature_C: field(15),
      salinity: field(35),
      wind_m_s: field(7),
      fco2_water_uatm: field(390),
      fco2_air_uatm: field(400),
    };
    const { uptake, area_m2, missing } = await oceanUptake({ rows: 18, columns: 36 }, Array(18).fill(row));
    const expected = (-airSeaFlux(water).flux_mol_m2_yr * 4 * Math.PI * EARTH_RADIUS_M ** 2 * 12.011) / 1e15;
    expect(uptake.value).toBeCloseTo(expected, 9);
    expect(missing).toBe(0);
    expect(area_m2).toBeGreaterThan(5.1e14);
    const holed = { ...row, salinity: field(35).fill(Number.NaN, 0, 18) };
    const half = await oceanUptake({ rows: 18, columns: 36 }, Array(18).fill(holed));
    expect(half.uptake.value).toBeCloseTo(expected / 2, 9);
    expect(half.missing).toBe(18 * 18);
  });

  test("of a grid that lacks a row is refused", async () => {
    await expect(oceanUptake({ rows: 3, columns: 1 }, [])).rejects.toThrow("has 3 rows, but the data have only 0");
  });
});

describe("a stand of forest", () => {
  test("adds up over its life to what stands, and soil comes to its new stock", () => {
    const stand = {
      area_ha: 10,
      biomass_t_ha: 200,
      rate: 0.05,
      shape: 2,
      rootToShoot: 0.25,
      carbonFraction: 0.47,
      soilNow_tC_ha: 50,
      soilThen_tC_ha: 70,
      soilYears: 20,
    };
    const years = standCarbon(stand, 400);
    const sum = years.reduce((sofar, { sink }) => sofar + sink.value, 0);
    const last = years.at(-1)!;
    expect(sum).toBeCloseTo(last.biomass_tC + last.soil_tC - 500, 8);
    expect(last.biomass_tC).toBeCloseTo(10 * 200 * 1.25 * 0.47, 3);
  });
});

describe("estimates", () => {
  test("have their value within their range, with a source and a method", async () => {
    const soils = organicSoilUses.flatMap((use) => Object.values(organicSoil(use, 1000)));
    for (const { value, lo, hi, source, method, unit } of [
      ...soils,
      ...literatureRangesOf(await shipped("natural_flux_ranges")),
    ]) {
      expect(lo).toBeLessThanOrEqual(value);
      expect(hi).toBeGreaterThanOrEqual(value);
      for (const text of [source, method, unit]) expect(text).not.toBe("");
    }
  });

  test("of rewetted soils have more methane and less CO2 than of the same soil drained", () => {
    const drained = organicSoil("drained grassland, temperate, nutrient-rich, shallow", 100);
    const wet = organicSoil("rewetted, temperate, nutrient-rich", 100);
    expect(wet.CH4.value).toBeGreaterThan(drained.CH4.value);
    expect(wet.CO2.value).toBeLessThan(drained.CO2.value);
  });

  test("of a lake double for each ten degrees at a Q10 of two, and need both temperatures", () => {
    const lake = { name: "lake", area_km2: 1000, flux_mg_m2_day: 100, days: 200 };
    expect(waterMethane(lake).value).toBeCloseTo(0.02, 12);
    expect(waterMethane({ ...lake, temperature_C: 20, reference_C: 10 }).value).toBeCloseTo(0.04, 12);
    expect(() => waterMethane({ ...lake, temperature_C: 20 })).toThrow(
      "set both temperature_C and reference_C, or neither",
    );
  });
});
