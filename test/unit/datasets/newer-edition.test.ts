import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { buildAtmosphere } from "../../../datasets/build/atmosphere.ts";
import { buildCarbonBudgets } from "../../../datasets/build/carbon-budget.ts";
import { buildGlobalBudget } from "../../../datasets/build/carbon-budget-global.ts";
import type { TableDataset } from "../../../datasets/build/dataset.ts";
import { buildCompanyFactors } from "../../../datasets/build/factors-company.ts";
import { buildForestCarbon } from "../../../datasets/build/forest-carbon.ts";
import { buildGridFactors } from "../../../datasets/build/grid-factors.ts";
import { buildLandUseChange } from "../../../datasets/build/land-use-change.ts";
import { buildNationalGases } from "../../../datasets/build/national-gases.ts";
import { buildPopulation } from "../../../datasets/build/population.ts";
import { buildSolarExports } from "../../../datasets/build/solar-exports.ts";
import { spanOf } from "../../../datasets/build/year-span.ts";
import {
  type NewTable,
  newFigures,
  type Row,
  shippedCountries,
  shippedRows,
  withNextYear,
  yearsIn,
} from "./newer-figures.ts";
import { catalogue } from "./shipped.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "newer-"));
});
afterEach(() => rmSync(folder, { recursive: true }));
const figuresOf = (tables: Readonly<Record<string, NewTable>>) => newFigures(folder, tables);
const countries = shippedCountries();

const entryOf = (name: string) => catalogue.datasets.find((entry) => entry.name === name)!;
const byName = (built: readonly TableDataset[], name: string) => built.find((of) => of.name === name)!;

/** A dataset ships its newer edition if title, years and vintage are the old ones with the new numbers in their places. */
function expectNewer(built: TableDataset, replaced: Readonly<Record<string, string>>, vintage: string) {
  const old = entryOf(built.name);
  // In one pass, so that no year is replaced twice.
  const any = new RegExp(Object.keys(replaced).join("|"), "g");
  const newer = (text: string) => text.replace(any, (before) => replaced[before]!);
  expect(built.title).toBe(newer(old.title));
  expect(built.title_zh).toBe(newer(old.title_zh));
  expect(built.title).not.toBe(old.title);
  expect(built.origin.vintage).toBe(vintage);
  expect(built.years).toEqual(yearsIn(built));
}

describe("A newer edition of the same source", () => {
  test("of population ships with one more year", async () => {
    const rows = withNextYear(shippedRows("population")).map((row) => ({
      ...row,
      entity_type: row.entity_type === "former" ? "country" : row.entity_type!,
    }));
    const built = await buildPopulation(figuresOf({ population: { vintage: "2025", rows } }), countries);
    expectNewer(built, { "2023": "2024" }, "2025");
    expect(built.years).toEqual([1800, 2024]);
  });

  test("of intensities, margins and solar exports ships under its own years", async () => {
    const intensity = withNextYear(shippedRows("electricity_intensity"));
    const margins = shippedRows("grid_margins").map((row) => ({
      iso3: row.iso3!,
      area: row.area!,
      om_g_per_kwh: row.operating_g_per_kwh!,
      ...Object.fromEntries(
        ["intermittent", "firm", "efficiency", "consumption"].map((project) => [
          `cm_${project}_g_per_kwh`,
          row[`combined_${project}_g_per_kwh`]!,
        ]),
      ),
    }));
    const month = (year: number, at: number): Row => ({
      iso3: "DEU",
      area: "Germany",
      area_type: "country",
      product: "panels",
      capacity_mw: 1,
      month: new Date(Date.UTC(year, at, 1)),
    });
    const exports = [2017, 2018].flatMap((year) => Array.from({ length: 12 }, (_, at) => month(year, at)));
    const built = await buildSolarExports(
      figuresOf({
        ember_china_solar_exports: { vintage: "2019", rows: [...exports, month(2019, 0)] },
        electricity_intensity: { vintage: "2026 edition", rows: intensity },
        ifi_grid_factor: { vintage: "2024 v4.0", rows: margins },
      }),
      countries,
    );
    expectNewer(byName(built, "electricity_intensity"), { "2024": "2025" }, "2026 edition");
    expectNewer(byName(built, "grid_margins"), { "2021": "2024" }, "2024 v4.0");
    expectNewer(byName(built, "solar_exports_china"), { "2025": "2019" }, "2019");
    expectNewer(byName(built, "solar_exports_china_monthly"), { "2025": "2019" }, "2019");
    for (const name of ["solar_exports_china", "solar_exports_china_monthly"])
      expect(byName(built, name).traps).toContain("2019 does not cover all months.");
    expect(byName(built, "grid_margins").traps).toContain("The state of 2024; grids have changed since.");
  });

  test("of China's grids and of residual mixes ships with one more year, and still without the recalled factors", async () => {
    const china = shippedRows("grid_factors_china").map((row) => ({
      level: row.level === "regional grid" ? "region" : row.level!,
      iso_3166_2: row.level === "province" ? row.place! : row.level === "country" ? "CN" : null,
      name_en: row.name!,
      name_zh: row.name_zh!,
      year: row.year!,
      factor_kg_per_kwh: row.factor_kg_per_kwh!,
    }));
    const of2023 = china.filter(({ year, level }) => year === 2022 && level !== "country");
    const nation = (year: number) => ({ ...china.find(({ level }) => level === "country")!, year });
    // The row of 2024 is made by the builder.
    const published = shippedRows("residual_mixes").filter(({ year }) => year !== 2024);
    const mixes = published.map(({ iso3, year, factor_g_per_kwh }) => ({
      iso3: iso3!,
      year: year!,
      factor_g_per_kwh: factor_g_per_kwh!,
      note: factor_g_per_kwh === null ? "full disclosure" : null,
    }));
    const built = await buildGridFactors(
      figuresOf({
        china_grid_factor: {
          vintage: "2021 to 2023; national 2024",
          rows: [...china, ...of2023.map((row) => ({ ...row, year: 2023 })), nation(2021), nation(2022), nation(2024)],
        },
        eu_residual_mix: { vintage: "2026 v1.0", rows: withNextYear(mixes) },
      }),
      countries,
    );
    const grids = byName(built, "grid_factors_china");
    expectNewer(grids, { "2023": "2024" }, "2021 to 2023; national 2024");
    // 30 provinces and 7 grids in three years, and the country in two: those of 2021 and 2022 are left out.
    expect(grids.columns[0]!.content.values).toHaveLength(3 * 37 + 2);
    expectNewer(
      byName(built, "residual_mixes"),
      { "2023, 2025": "2023, 2025, 2026", "2023、2025": "2023、2025、2026" },
      "2026 v1.0",
    );
  });

  test("of CEDS, EDGAR and Climate TRACE ships under its own years, edition and without the numbers of the one before", async () => {
    const built = await buildNationalGases(
      figuresOf({
        ceds_country_total: {
          vintage: "v_2026_01_05 (to 2023)",
          rows: withNextYear(shippedRows("ceds_countries")).map((row) => ({
            ...row,
            emissions_kt: 1.1 * Number(row.emissions_kt),
          })),
        },
        edgar_fgases: {
          vintage: "EDGAR_2026_GHG",
          rows: withNextYear(shippedRows("fluorinated_gases_countries")).map((row) => ({
            ...row,
            iso3: row.iso3 ?? "SCG",
          })),
        },
        climate_trace_sector: { vintage: "2024-11-01", rows: withNextYear(shippedRows("climate_trace_countries")) },
      }),
      countries,
    );
    expectNewer(byName(built, "ceds_countries"), { "2022": "2023" }, "v_2026_01_05 (to 2023)");
    expectNewer(
      byName(built, "fluorinated_gases_countries"),
      { "EDGAR 2024": "EDGAR 2026", "2023": "2024" },
      "EDGAR_2026_GHG",
    );
    const trace = byName(built, "climate_trace_countries");
    expectNewer(trace, { "2021": "2022" }, "2024-11-01");
    expect(trace.traps.join()).not.toContain("China 2021");
  });

  describe("of the Global Carbon Budget", () => {
    // The source has a row without production, which the builder leaves out.
    const namibia: Row = {
      iso3: "NAM",
      entity: "Namibia",
      entity_type: "country",
      year: 1990,
      production_mtco2: null,
      consumption_mtco2: 0,
    };
    const national = (name: string): Row[] => [
      namibia,
      ...shippedRows(name).map(({ iso3, entity, entity_type, year, production_mtco2, consumption_mtco2 }) => ({
        iso3: iso3!,
        entity: entity!,
        entity_type: { bunkers: "bunker", memo: "group" }[String(entity_type)] ?? entity_type!,
        year: year!,
        production_mtco2: production_mtco2!,
        consumption_mtco2: consumption_mtco2!,
      })),
    ];
    const sigma = shippedRows("carbon_budget_sigma");
    const tables = () => ({
      gcb2026_national: {
        vintage: "Global Carbon Budget 2026 v1.0",
        // Its source has mended the row.
        rows: withNextYear(national("carbon_budget_countries").slice(1)),
      },
      gcb2025_national: { vintage: "Global Carbon Budget 2025 v1.0", rows: national("carbon_budget_countries") },
      gcb2024_national: { vintage: "Global Carbon Budget 2024", rows: national("carbon_budget_countries_2024") },
      gcb2025_sigma: { vintage: "Global Carbon Budget 2025 v1.0", rows: sigma },
      gcb2026_sigma: { vintage: "Global Carbon Budget 2026 v1.0", rows: sigma },
      gcb2026_global: {
        vintage: "Global Carbon Budget 2026 v1.0",
        rows: withNextYear(shippedRows("carbon_budget_global")),
      },
      gcb2024_ensembles: { vintage: "Global Carbon Budget 2024 v1.0", rows: shippedRows("carbon_budget_models") },
    });

    test("is found by its id, and ships by country under the name of the one before", async () => {
      const built = await buildCarbonBudgets(figuresOf(tables()), countries);
      const newest = byName(built, "carbon_budget_countries");
      expectNewer(newest, { "2025": "2026" }, "Global Carbon Budget 2026 v1.0");
      expect(newest.years).toEqual([1990, 2025]);
      expect(newest.summary).toContain("Territorial emissions 1990–2025, consumption emissions 1990–2023");
      expect(newest.uncertainty?.[0]?.origin.en).toContain("the Global Carbon Budget 2026 states");
      expect(newest.uncertainty?.[1]?.origin.zh).toContain("在2024版与2026版之间");
      // What was counted between two other editions is not said of this one.
      expect(newest.traps.join()).not.toMatch(/Russia|Namibia/);
      const before = byName(built, "carbon_budget_countries_2024");
      expect([before.title, before.summary, before.traps]).toEqual([
        entryOf(before.name).title,
        (entryOf(before.name) as unknown as { summary: string }).summary,
        entryOf(before.name).traps,
      ]);
    });

    test("ships for the world, with the models of the edition that they are of", async () => {
      const built = await buildGlobalBudget(figuresOf(tables()));
      const world = byName(built, "carbon_budget_global");
      expectNewer(world, { "2025": "2026", "2024": "2025" }, "Global Carbon Budget 2026 v1.0");
      expect(world.uncertainty?.[0]?.origin.en).toBe("1σ, as the Global Carbon Budget 2026 states it");
      expect(byName(built, "carbon_budget_models").traps.join()).toContain("not beside the budget of 2026");
    });
  });

  test("of the atmosphere, of fires and of nitrous oxide ships under its own years", async () => {
    const built = await buildAtmosphere(
      figuresOf({
        noaa_gml_annual: { vintage: "files of May 2027", rows: withNextYear(shippedRows("atmosphere_annual")) },
        tian_n2o: { vintage: "2024", years: "2010-2019", rows: shippedRows("nitrous_oxide_budget") },
        gfed5_fire: { vintage: "GFED5.1, data to 2023", rows: withNextYear(shippedRows("fire_emissions")) },
      }),
    );
    expectNewer(byName(built, "atmosphere_annual"), { "2025": "2026" }, "files of May 2027");
    expectNewer(byName(built, "fire_emissions"), { "2022": "2023" }, "GFED5.1, data to 2023");
    const n2o = byName(built, "nitrous_oxide_budget");
    expect([n2o.title, n2o.title_zh]).toEqual([
      "The global nitrous oxide budget: sources 2010–2019",
      "全球氧化亚氮收支：排放源（2010—2019年）",
    ]);
  });

  test("of land-use change says of its own last year how far the models are apart", async () => {
    const rows = withNextYear(shippedRows("land_use_change_countries")).map(({ entity, ...row }) => ({
      ...row,
      country: entity!,
      mtc: Number(row.mtc) * (row.iso3 === "CHN" && row.year === 2023 ? 1.01 : 1),
    }));
    const built = await buildLandUseChange(
      figuresOf({ luc_national: { vintage: "Global Carbon Budget 2024 v1.0", rows } }),
      countries,
    );
    expectNewer(built, { "2022": "2023" }, "Global Carbon Budget 2024 v1.0");
    const china = shippedRows("land_use_change_countries").filter(({ iso3, year }) => iso3 === "CHN" && year === 2022);
    const first = Math.round(1.01 * Number(china.find(({ model }) => model === "BLUE")!.mtc));
    expect(built.traps.join()).toContain(`China 2023: +${first}, `);
    expect(built.traps).toContain(
      "Edition of 2024: the sums are not those of another edition of the Global Carbon Budget.",
    );
  });

  test("of forests lists its own years, and does not say that a later assessment revised them", async () => {
    const variables = {
      forest_area_kha: ["forest_area", "1000 ha"],
      above_ground_tc_ha: ["carbon_above_ground", "t C/ha"],
    };
    const rows = withNextYear(shippedRows("forest_carbon_countries")).flatMap((row) =>
      Object.entries(variables).flatMap(([column, [variable, unit]]) =>
        row[column] === null
          ? []
          : [
              {
                iso3: row.iso3!,
                area: row.entity!,
                year: row.year!,
                variable: variable!,
                value: row[column]!,
                unit: unit!,
              },
            ],
      ),
    );
    const built = await buildForestCarbon(figuresOf({ fra_forest: { vintage: "FRA 2025 edition", rows } }), countries);
    expectNewer(built, { "2020": "2021" }, "FRA 2025 edition");
    expect(built.summary).toContain("for 1990, 2000, 2010, 2015, 2020 and 2021.");
    expect(built.traps).toContain("6 years, not a series.");
  });

  test("of company factors is found by its id, with the year of its dollars", async () => {
    const level = (name: string, factor: number): Row => ({
      factor_id: name,
      level_1: "Freighting goods",
      level_2: name,
      level_3: null,
      level_4: null,
      column_text: null,
      uom: "tonne.km",
      ghg_unit: "kg CO2e",
      factor,
    });
    const spend: Row = {
      naics2017: "111110",
      title: "Soybeans",
      ghg: "All GHGs",
      unit: "kg CO2e/2024 USD, purchaser price",
      factor_without_margins: 1,
      margins: 0.1,
      factor_with_margins: 1.1,
    };
    const built = await buildCompanyFactors(
      figuresOf({
        defra_2025_scope3: { vintage: "2025", rows: [level("old", 1)] },
        defra_2026_scope3: { vintage: "2026", rows: [level("new", 2)] },
        epa_supply_chain_factors: { vintage: "v1.4.0", rows: [spend] },
      }),
    );
    const [activity, money] = [byName(built, "factors_value_chain_uk"), byName(built, "factors_spend_us")];
    expect(activity.title).toBe(entryOf(activity.name).title.replace("2025", "2026"));
    expect(activity.columns.find(({ name }) => name === "factor")?.content.values).toEqual([2]);
    expect(activity.columns.find(({ name }) => name === "year")?.content.values).toEqual([2026]);
    expect(money.title_zh).toBe(entryOf(money.name).title_zh.replace("2022", "2024"));
    expect(money.columns.find(({ name }) => name === "with_margins")?.unit).toBe("kg CO2e AR5.GWP100/USD 2024");
  });
});

describe("What an edition must hold", () => {
  test("is still checked in a newer one: a country that is not in the table stops the build", async () => {
    const rows = shippedRows("climate_trace_countries").map((row) => ({ ...row, iso3: "QQQ" }));
    const other: NewTable = {
      vintage: "2030",
      rows: [{ year: 2000, gas: "CO2", iso3: "CHN", area: "China", emissions_kt: 1 }],
    };
    const fgas: NewTable = { vintage: "2030", rows: [{ iso3: "CHN", substance: "SF6", year: 2000, emissions_t: 1 }] };
    const figures = figuresOf({
      ceds_country_total: other,
      edgar_fgases: fgas,
      climate_trace_sector: { vintage: "2030-01-01", rows },
    });
    await expect(buildNationalGases(figures, countries)).rejects.toThrow("QQQ is not in the country table");
  });

  test("of a known edition is checked with its own numbers", async () => {
    const rows = shippedRows("ceds_countries").map((row) => ({ ...row, emissions_kt: 1.1 * Number(row.emissions_kt) }));
    const figures = figuresOf({ ceds_country_total: { vintage: entryOf("ceds_countries").vintage, rows } });
    await expect(buildNationalGases(figures, countries)).rejects.toThrow("China 2022 is not 11595 Mt CO2");
  });

  test("an edition without a year in its vintage stops where the year is needed", async () => {
    const rows = shippedRows("land_use_change_countries").map(({ entity, ...row }) => ({ ...row, country: entity! }));
    const figures = figuresOf({ luc_national: { vintage: "v2.0", rows } });
    await expect(buildLandUseChange(figures, countries)).rejects.toThrow("its edition, “v2.0”, names no year");
  });
});

test("The span of a single year is that year, and of none there is none", () => {
  expect(spanOf([2021, 2021])).toEqual({ years: [2021, 2021], en: "2021", zh: "2021年" });
  expect(spanOf([2003, 2001])).toMatchObject({ en: "2001–2003", zh: "2001—2003年" });
  expect(() => spanOf([])).toThrow("A table without a year");
});
