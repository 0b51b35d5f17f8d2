import type { Origin } from "./dataset.ts";

/** Who made the results of the carried table, and from what. */
export const origin: Origin = {
  publisher: "this collection",
  citation:
    "Computed from the WIOD 2013 release (Timmer et al. 2015), JRC accounts (Corsatea et al. 2019), World Bank GDP, OECD (2021), BEA (2024), Global Carbon Budget 2025 and EDGAR 2024 by GRAS: Lenzen, Wood and Gallego (2007), Econ. Syst. Res. 19: 461–465.",
  vintage: "tables to 2011, totals to 2022",
  licence: "CC-BY-4.0",
  licence_confirmed: false,
  source:
    "computed by lib/mrio/carried from the datasets mrio_*, gdp, oecd_national_tables, us_imports, carbon_budget_countries and nonco2_countries",
};

/** Whole kilotonnes: the same bytes on every machine. */
export const mt = (kt: number) => Math.round(kt) / 1000;

/** Per cent of a share, to three decimals. */
export const percent = (part: number) => Math.round(part * 1e5) / 1e3;

/** The unit of a gas in the accounts of carried tables. */
export const gasUnit = (gas: string) => (gas === "CO2" ? "Mt CO2" : "Mt CO2e AR5.GWP100");
