import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildEnergyActivity } from "./activity-energy.ts";
import { buildIndustryActivity } from "./activity-industry.ts";
import { buildLandActivity } from "./activity-land.ts";
import { buildAnnounced } from "./announced.ts";
import { buildAtmosphere } from "./atmosphere.ts";
import { buildBackgroundLinks } from "./background-link.ts";
import { buildBorderAdjustment } from "./border-adjustment.ts";
import { buildCarbonBudgets } from "./carbon-budget.ts";
import { buildGlobalBudget } from "./carbon-budget-global.ts";
import { buildCarbonCatalogue } from "./carbon-catalogue.ts";
import { buildCarbonPrices } from "./carbon-prices.ts";
import { openCases } from "./cases.ts";
import { catalogueText, type Shipped, ship } from "./catalogue.ts";
import { buildClassifications } from "./classifications.ts";
import { buildCountries, readCountries } from "./countries.ts";
import { buildElectricityMix } from "./electricity-mix.ts";
import { buildAfoluFactors } from "./factors-afolu.ts";
import { buildCompanyFactors } from "./factors-company.ts";
import { buildEnergyFactors } from "./factors-energy.ts";
import { buildHeatFactors } from "./factors-heat.ts";
import { buildIppuFactors } from "./factors-ippu.ts";
import { buildWasteFactors } from "./factors-waste.ts";
import { openFigures } from "./figures.ts";
import { buildFlowList } from "./flow-list.ts";
import { buildForestCarbon } from "./forest-carbon.ts";
import { buildGasesByCountry } from "./gases-countries.ts";
import { buildGdp } from "./gdp.ts";
import { buildGridFactors } from "./grid-factors.ts";
import { buildReportedInventories } from "./inventories-reported.ts";
import { buildLandUseChange } from "./land-use-change.ts";
import { buildLandUseRegions } from "./land-use-regions.ts";
import { buildReportedLandUse } from "./land-use-reported.ts";
import { buildLciaFactors } from "./lcia-factors.ts";
import { buildLiteratureRanges } from "./literature-ranges.ts";
import { buildMethaneBudget } from "./methane-budget.ts";
import { buildMoney } from "./money.ts";
import { buildMrio } from "./mrio.ts";
import { buildCarried } from "./mrio-carried.ts";
import { openMrio } from "./mrio-cells.ts";
import { buildMrioCo2 } from "./mrio-co2.ts";
import { readPositions } from "./mrio-position.ts";
import { buildMrio7 } from "./mrio7.ts";
import { buildNationalBySource } from "./national-by-source.ts";
import { buildNationalGases } from "./national-gases.ts";
import { buildNonCo2 } from "./nonco2.ts";
import { buildOecdTables } from "./oecd-tables.ts";
import { buildPopulation } from "./population.ts";
import { buildPowerHours } from "./power-hours.ts";
import { buildPremise } from "./premise.ts";
import { buildRegions } from "./regions.ts";
import { buildSectors } from "./sectors.ts";
import { buildSolarExports } from "./solar-exports.ts";
import { buildTechnologies } from "./technologies.ts";
import { buildUsImports } from "./us-imports.ts";
import { buildUseeio } from "./useeio.ts";
import { buildUslci } from "./uslci.ts";
import { openVerification } from "./verification.ts";
import { vocabularyText } from "./vocabulary.ts";
import { buildWindExports } from "./wind-exports.ts";
import { buildWindTurbines } from "./wind-turbine.ts";
import { buildWorld } from "./world.ts";

/** Builds every dataset from a folder of figures. The same figures give the same bytes. */
export async function buildCollection(figuresFolder: string): Promise<Shipped[]> {
  const figures = openFigures(figuresFolder);
  // The tables of reference figures, and their verification against sources, are in folders next to the figures.
  const cases = openCases(join(figuresFolder, "../cases"));
  const verification = openVerification(join(figuresFolder, "../verification"));
  const countries = await readCountries(figures);
  const positions = await readPositions(figures);
  const mrio = await openMrio(figures, positions);
  const datasets = [
    await buildRegions(figures, countries),
    await buildSectors(figures),
    ...(await buildMrio(mrio)),
    await buildMrioCo2(figures, positions),
    ...(await buildMrio7(mrio)),
    ...(await buildCarbonBudgets(figures, countries)),
    await buildPopulation(figures, countries),
    buildCountries(figures, countries),
    buildWorld(countries),
    buildEnergyFactors(cases, verification),
    buildIppuFactors(cases, verification),
    buildAfoluFactors(cases, verification),
    buildWasteFactors(cases, verification),
    ...buildClassifications(),
    await buildNationalBySource(figures, countries),
    ...(await buildGlobalBudget(figures)),
    await buildLandUseChange(figures, countries),
    await buildForestCarbon(figures, countries),
    await buildReportedLandUse(figures, countries),
    ...(await buildMethaneBudget(figures, countries)),
    ...(await buildAtmosphere(figures)),
    ...(await buildNationalGases(figures, countries)),
    ...(await buildSolarExports(figures, countries)),
    ...(await buildGridFactors(figures, countries)),
    ...(await buildCompanyFactors(figures)),
    ...(await buildHeatFactors(figures)),
    ...buildMoney(),
    ...(await buildEnergyActivity(figures, countries)),
    ...(await buildIndustryActivity(figures, countries)),
    ...(await buildLandActivity(figures, countries)),
    ...(await buildReportedInventories(figures, countries)),
    buildAnnounced(),
    buildLiteratureRanges(),
    await buildGdp(figures, countries),
    ...(await buildNonCo2(figures, countries)),
    await buildGasesByCountry(figures, countries),
    await buildLandUseRegions(figures),
    ...(await buildUsImports(figures)),
    ...(await buildOecdTables(figures)),
    await buildLciaFactors(figures),
    ...(await buildUslci(figures, countries)),
    ...(await buildFlowList(figures, countries)),
    ...(await buildUseeio(figures, countries)),
    ...(await buildPremise(figures, countries)),
    ...(await buildWindTurbines(figures, countries)),
    await buildBackgroundLinks(figures, countries),
    ...(await buildCarbonCatalogue(figures, countries)),
    await buildPowerHours(figures, countries),
    await buildElectricityMix(figures, countries),
    ...(await buildTechnologies(figures, countries)),
    await buildCarbonPrices(figures),
    ...(await buildBorderAdjustment(figures, cases, countries)),
    await buildWindExports(figures, countries),
  ];
  return [...datasets, ...(await buildCarried(datasets))].map(ship);
}

export function writeCollection(shipped: readonly Shipped[], folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const { entry, bytes } of shipped) writeFileSync(join(folder, entry.file), bytes);
  writeFileSync(join(folder, "catalogue.json"), catalogueText(shipped));
  const words = new Map(shipped.map(({ entry, words }) => [entry.name, words]));
  writeFileSync(join(folder, "vocabulary.json"), vocabularyText(words));
}
