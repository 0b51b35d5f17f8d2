/**
 * Regions of the default factors of livestock, IPCC 2006 Guidelines, Vol 4 Tables 10.10 and 10.11, by the UN M49 subregion of a
 * country. The tables name regions without listing their countries: this key is a choice of this collection.
 */
const bySubregion: Readonly<Record<string, string>> = {
  "Northern America": "North America",
  "Northern Europe": "Western Europe",
  "Western Europe": "Western Europe",
  "Southern Europe": "Western Europe",
  "Eastern Europe": "Eastern Europe",
  "Central Asia": "Eastern Europe",
  "Australia and New Zealand": "Oceania",
  Melanesia: "Oceania",
  Micronesia: "Oceania",
  Polynesia: "Oceania",
  Caribbean: "Latin America",
  "Central America": "Latin America",
  "South America": "Latin America",
  "Eastern Asia": "Asia",
  "South-eastern Asia": "Asia",
  "Southern Asia": "Indian Subcontinent",
  "Northern Africa": "Africa and Middle East",
  "Eastern Africa": "Africa and Middle East",
  "Middle Africa": "Africa and Middle East",
  "Southern Africa": "Africa and Middle East",
  "Western Africa": "Africa and Middle East",
  "Western Asia": "Africa and Middle East",
};

/** Countries that the subregion would place wrongly. */
const byCountry: Readonly<Record<string, string>> = { IRN: "Africa and Middle East", CYP: "Western Europe" };

/** The region of a country's livestock; undefined for places without one, such as Antarctica. */
export function livestockRegionOf(iso3: string, subregion: string): string | undefined {
  return byCountry[iso3] ?? bySubregion[subregion];
}

const developedSubregions = new Set([
  "Northern America",
  "Northern Europe",
  "Western Europe",
  "Southern Europe",
  "Eastern Europe",
  "Australia and New Zealand",
]);
/** Developed by the former UN M49 grouping, outside of the subregions above. */
const developedCountries = new Set(["JPN", "ISR", "CYP"]);

/** The group of Table 10.10, by the UN M49 grouping of developed regions as it stood until 2021. */
export function developmentOf(iso3: string, subregion: string): "developed countries" | "developing countries" {
  return developedSubregions.has(subregion) || developedCountries.has(iso3)
    ? "developed countries"
    : "developing countries";
}
