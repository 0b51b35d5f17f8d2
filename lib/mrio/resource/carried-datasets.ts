/** The datasets of a carried table besides those of its base. They load when such a table is opened. */
export const carriedDatasets = [
  "gdp",
  "oecd_national_tables",
  "us_imports",
  "carbon_budget_countries",
  "nonco2_countries",
  "countries",
  "carried_errors",
] as const;
