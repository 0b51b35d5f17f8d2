import { describe, expect, test } from "vitest";
import { shippedDatasets } from "../../cli/serve/shipped-datasets.ts";
import { readOnce } from "../../kernel/services/compute/read-dataset.ts";
import { convergenceTool } from "../../lib/indicators/tools/convergence.ts";
import { decouplingTool } from "../../lib/indicators/tools/decoupling.ts";
import { gasesTool } from "../../lib/indicators/tools/gases.ts";
import { nationalIndicators } from "../../lib/indicators/tools/national.ts";
import { uninterrupted } from "../../lib/numeric/work.ts";
import { panoramaLadder } from "../../lib/panorama/tools/ladder.ts";
import { callTool } from "../../lib/tool/call.ts";
import cases from "./quantity/ghg-2022-by-gas.json" with { type: "json" };

// The indicators on the datasets as they ship.
const read = readOnce(shippedDatasets());
const national = (input: object) => callTool(nationalIndicators, input, uninterrupted, read);
const decoupled = (input: object) => callTool(decouplingTool, input, uninterrupted, read);
const converged = (input: object) => callTool(convergenceTool, input, uninterrupted, read);

type Rows = Awaited<ReturnType<typeof national>>["rows"];
const of = (rows: Rows, indicator: string, region?: string) =>
  rows.find((row) => row.indicator === indicator && (region === undefined || row.region === region))!;

/** Sum of a column over the rows of a dataset that fit, added up here. */
async function added(
  dataset: string,
  column: string,
  fits: (row: Record<string, unknown>) => boolean,
): Promise<number> {
  const columns = await read(dataset);
  const names = ["iso3", "entity_type", "area_type", "year", "gas", "model"].filter((name) => columns.has(name));
  const values = columns.numbers(column);
  let sum = 0;
  for (let row = 0; row < columns.rows; row++)
    if (fits(Object.fromEntries(names.map((name) => [name, columns.texts(name)[row]])))) sum += values[row] ?? 0;
  return sum;
}

// Sums in another order: a few roundings of numbers of this size.
const ROUNDED = 1e-12;
const near = (actual: number, expected: number) =>
  expect(Math.abs(actual / expected - 1), `${actual} beside ${expected}`).toBeLessThan(ROUNDED);

describe("indicators of countries", () => {
  test("are the account over population and GDP of the year, with the ± of the account", async () => {
    const { rows, notes } = await national({ region: "CHN", year: 2019 });
    const china = (row: Record<string, unknown>) => row.iso3 === "CHN" && row.year === 2019;
    const emissions = await added("carbon_budget_countries", "production_mtco2", china);
    const persons = await added("population", "population", china);
    near(of(rows, "emissions").value, emissions);
    near(of(rows, "per head").value, (emissions * 1e6) / persons);
    near(of(rows, "per GDP, market").value, (emissions * 1e3) / (await added("gdp", "gdp_musd_current", china)));
    near(of(rows, "per GDP, PPP").value, (emissions * 1e3) / (await added("gdp", "gdp_ppp_m2017usd", china)));
    // 5 % is what the budget states.
    const head = of(rows, "per head");
    near(head.sd!, 0.05 * head.value);
    near(head.hi! - head.lo!, 2 * 1.959963984540054 * head.sd!);
    expect(head).toMatchObject({ unit: "t CO2/person", bounds: "range by error laws", metric: "" });
    // The σ of the world holds fewer figures of other sources for a country than an interval of 95 % would.
    expect(head.coverage!.share).toBeLessThan(0.85);
    expect(of(rows, "per GDP, PPP").unit).toBe("kg CO2/USD");
    expect(notes[0]).toContain("σ = 5 %");
  });

  test("are an interval of 95 % for the world alone, whose σ it is", async () => {
    const { rows } = await national({ region: "WORLD", year: 2019, account: "all gases" });
    const world = of(rows, "emissions");
    expect(world.bounds).toBe("95 % interval of a part");
    expect(world.coverage!.share).toBeGreaterThan(0.85);
  });

  test("have of consumption the ± that the ladder has: the country's own revisions beside σ", async () => {
    const input = { regions: ["DEU"], year: 2022, boundary: "fossil", uncertainty: { draws: 4096 } };
    const ladder = await callTool(panoramaLadder, input as never, uninterrupted, read);
    const drawn = ladder.rows.find(({ step }) => step === "consumption")!.distribution!;
    const { sd, value } = of((await national({ region: "DEU", year: 2022, account: "consumption" })).rows, "emissions");
    expect(sd!).toBeGreaterThan(0.05 * value);
    // 4096 draws give a standard deviation to about 1 %.
    expect(Math.abs(sd! / drawn.sd - 1)).toBeLessThan(0.05);
  });

  test("name the table that ends when a year is missing, and give the rest", async () => {
    const { rows, lacks } = await national({ region: "CHN", year: 2024, since: 1750, land: true });
    expect(rows.map(({ indicator }) => indicator)).toEqual(["emissions", "world share"]);
    expect(lacks).toEqual([
      "population (UN WPP 2024, HYDE, Gapminder) ends in 2023: no emissions per head of 2024.",
      "GDP in current US$ (World Bank) ends in 2023: no emissions per GDP at market exchange rates of 2024.",
      "GDP in 2017 US$ at PPP (Penn World Table 10.01) ends in 2019: no emissions per GDP at purchasing power parities of 2024.",
      "Global Carbon Budget 2024 ends in 2023: no cumulative emissions to 2024.",
      "Global Carbon Budget 2023, land-use change ends in 2022: no land-use change of 2024.",
    ]);
  });

  test("add up fossil CO2 from 1750 by the edition of 2024 alone, and from 1990 by that of 2025", async () => {
    const since = async (first: number, region: string) =>
      of((await national({ region, year: 2022, since: first })).rows, "cumulative");
    const usa = await since(1750, "USA");
    const sumOf = (dataset: string, first: number) =>
      added(
        dataset,
        "production_mtco2",
        (row) => row.iso3 === "USA" && Number(row.year) >= first && Number(row.year) <= 2022,
      );
    near(usa.value, await sumOf("carbon_budget_countries_2024", 1750));
    expect(usa).toMatchObject({ source: "Global Carbon Budget 2024", method: "sum from 1800 to 2022, of one edition" });
    const late = await since(1990, "USA");
    near(late.value, await sumOf("carbon_budget_countries", 1990));
    expect(late.source).toBe("Global Carbon Budget 2025");
    const { notes } = await national({ region: "USA", year: 2022, since: 1750 });
    expect(notes.at(-1)).toContain("The two are never joined.");
  });

  test("give consumption and all gases no sum from before 1990", async () => {
    for (const account of ["consumption", "all gases"]) {
      const { rows, lacks } = await national({ region: "DEU", year: 2022, since: 1900, account });
      expect(of(rows, "cumulative")).toBeUndefined();
      expect(lacks.some((lack) => lack.endsWith("begins in 1990: no cumulative emissions from 1900 on."))).toBe(true);
    }
  });

  test("of all gases are the budget's CO2 and EDGAR's others by AR5, with ± of CO2 alone", async () => {
    const { rows, notes } = await national({ region: "CHN", year: 2022, account: "all gases" });
    const { edgar_ch4_ar5, edgar_n2o_ar5, edgar_fgases_ar5 } = cases.expected.CHN;
    const co2 = of((await national({ region: "CHN", year: 2022 })).rows, "emissions");
    const all = of(rows, "emissions");
    near(all.value, co2.value + edgar_ch4_ar5 + edgar_n2o_ar5 + edgar_fgases_ar5);
    near(all.sd!, co2.sd!);
    expect(all).toMatchObject({ unit: "Mt CO2e", metric: "AR5.GWP100", bounds: "range by error laws" });
    expect(notes.join(" ")).toContain("± is that of CO2 alone");
  });

  test("put land-use change beside the account as a range of three models, in no other row", async () => {
    const [bare, landed] = [
      await national({ region: "BRA", year: 2022, since: 1850 }),
      await national({ region: "BRA", year: 2022, since: 1850, land: true }),
    ];
    const isLand = ({ indicator }: { indicator: string }) => indicator.includes("land-use change");
    expect(landed.rows.filter((row) => !isLand(row))).toEqual(bare.rows);
    const sum = of(landed.rows, "cumulative land-use change");
    const models = await Promise.all(
      ["BLUE", "H&C2023", "OSCAR"].map((model) =>
        added("land_use_change_countries", "mtc", (row) => row.iso3 === "BRA" && row.model === model),
      ),
    );
    near(sum.lo!, 3.664 * Math.min(...models));
    near(sum.hi!, 3.664 * Math.max(...models));
    expect(sum.bounds).toBe("range of sources");
  });

  test("answer for all countries in one call; their shares and the bunkers make the world", async () => {
    const { rows } = await national({ region: "all", year: 2022, since: 1850 });
    const shares = rows.filter(({ indicator }) => indicator === "world share");
    expect(shares.length).toBeGreaterThan(200);
    const part = await added(
      "carbon_budget_countries",
      "production_mtco2",
      (row) =>
        row.year === 2022 &&
        row.entity_type !== "country" &&
        row.entity_type !== "group" &&
        row.entity_type !== "world",
    );
    const world = of((await national({ region: "WORLD", year: 2022 })).rows, "emissions").value;
    const sum = shares.reduce((total, { value }) => total + value, 0) + (100 * part) / world;
    // The source cuts each country after three decimals of Mt C: 0.6 Mt of 37,528 in all.
    expect(Math.abs(sum - 100)).toBeLessThan((100 * 0.6) / world);
  });

  test("refuse what is no region, and an empty list, with a sentence", async () => {
    await expect(national({ region: "Atlantis", year: 2022 })).rejects.toThrow(/There is no region "Atlantis"/);
    await expect(national({ region: "CHN", year: [2022, 1999], since: 2000 })).rejects.toThrow(
      "since is 2000, but year is 1999",
    );
    await expect(national({ region: [], year: 2022 })).rejects.toThrow("region is a list of 0");
  });
});

describe("decoupling", () => {
  test("by production and by consumption, at constant prices", async () => {
    const { rows, lacks } = await decoupled({ region: "GBR", from: 2005, to: 2019 });
    expect(lacks).toEqual([]);
    expect(rows.map(({ account }) => account)).toEqual(["production", "consumption"]);
    const gdp = (year: number) => added("gdp", "gdp_na_m2017usd", (row) => row.iso3 === "GBR" && row.year === year);
    const growth = (await gdp(2019)) / (await gdp(2005)) - 1;
    for (const row of rows) {
      near(row.gdpChange, 100 * growth);
      near(row.elasticity!, (row.emissionsTo / row.emissionsFrom - 1) / growth);
      expect(row).toMatchObject({ state: "strong decoupling", decoupling: "absolute", unit: "Mt CO2" });
    }
  });

  test("says that real GDP ends in 2019, and takes one of your own with its source", async () => {
    const input = { region: "CHN", from: 2010, to: 2022, accounts: ["production"] };
    const { rows, lacks } = await decoupled(input);
    expect(rows).toEqual([]);
    expect(lacks).toEqual([
      "GDP at constant national prices (Penn World Table 10.01) ends in 2019: no decoupling with 2022.",
    ]);
    const ownGdp = [2010, 2022].map((year, at) => ({ region: "CHN", year, value: 100 + 100 * at, source: "a source" }));
    const own = await decoupled({ ...input, ownGdp });
    expect(own.rows[0]).toMatchObject({ gdpChange: 100, source: "Global Carbon Budget 2025; a source" });
  });

  test("refuses years in the wrong order, and leaves out emissions that are not positive", async () => {
    await expect(decoupled({ region: "CHN", from: 2010, to: 2010 })).rejects.toThrow("expected a later year in to");
    // Panama's consumption of 2006 is below zero, as published.
    const { rows, lacks } = await decoupled({ region: "PAN", from: 2006, to: 2019, accounts: ["consumption"] });
    expect(rows).toEqual([]);
    expect(lacks[0]).toContain("not positive");
  });
});

describe("convergence", () => {
  test("compares the same countries in each year, nearly all people, and names those left out", async () => {
    const { years, countries, lacks, unit } = await converged({ years: [2022, 1990], target: 2050 });
    expect(years.map(({ year }) => year)).toEqual([1990, 2022]);
    for (const { personsShare } of years) expect(personsShare).toBeGreaterThan(99);
    expect(unit).toBe("t CO2/person");
    expect(lacks[0]).toContain("NAM");
    expect(countries.some(({ region }) => region === "NAM")).toBe(false);
    const usa = countries.find(({ region }) => region === "USA")!;
    near(usa.needed!, (years[1]!.mean - usa.perHead) / (2050 - 2022));
    // With two years the line goes through both: it reaches the mean where the distance is used up.
    const head = async (year: number) => of((await national({ region: "USA", year })).rows, "per head").value;
    const [before, after] = [(await head(1990)) - years[0]!.mean, (await head(2022)) - years[1]!.mean];
    expect(usa.reaches).toBe(Math.ceil(2022 + (after * 32) / (before - after)));
    expect(usa.byTarget).toBe(usa.reaches! <= 2050);
  });

  test("refuses a year that a table does not have, by its name", async () => {
    await expect(converged({ years: [2024] })).rejects.toThrow("has 1800 to 2023");
  });
});

describe("the gases by two sources", () => {
  test.each(Object.entries(cases.expected))("stand beside each other for %s in 2022", async (region, expected) => {
    const { rows, comparisons } = await callTool(gasesTool, { region, year: 2022 }, uninterrupted, read);
    const value = (gas: string, source: string, metric: string) =>
      rows.find((row) => row.gas === gas && row.source === source && row.metric === metric)!.value;
    const close = (actual: number, wanted: number) =>
      expect(Math.abs(actual / wanted - 1)).toBeLessThanOrEqual(cases.tolerance_relative);
    close(value("CO2", "Jones et al. 2024", ""), expected.jones_co2_incl_luc);
    close(value("CH4", "Jones et al. 2024", "AR6.GWP100"), expected.jones_ch4_ar6);
    close(value("N2O", "Jones et al. 2024", "AR6.GWP100"), expected.jones_n2o_ar6);
    close(value("N2O", "Jones et al. 2024", "AR5.GWP100"), expected.jones_n2o_as_ar5);
    close(value("CH4", "EDGAR 2024", "AR5.GWP100"), expected.edgar_ch4_ar5);
    close(value("F-gases", "EDGAR 2024", "AR5.GWP100"), expected.edgar_fgases_ar5);
    expect(comparisons).toHaveLength(1);
    close(comparisons[0]!.ratio, expected.n2o_ratio_edgar_to_jones);
  });

  test("of the world are those of the sources: CH4 and N2O within 0.1 % of their countries", async () => {
    const { rows } = await callTool(gasesTool, { region: "WORLD", year: 2022 }, uninterrupted, read);
    for (const gas of ["CH4", "N2O"]) {
      const world = rows.find((row) => row.gas === gas && row.source === "EDGAR 2024")!.value;
      const parts = await added(
        "nonco2_countries",
        "emissions_mtco2e_ar5",
        (row) =>
          row.gas === gas && row.year === 2022 && ["country", "bunkers", "other"].includes(String(row.area_type)),
      );
      expect(Math.abs(parts / world - 1)).toBeLessThan(1e-3);
    }
  });
});
