import { fossilSigmaOf } from "../../lib/indicators/tools/sources.ts";
import { type NationalSeries, WORLD } from "../../lib/panorama/national-series.ts";
import { Revisions } from "../../lib/panorama/revisions.ts";
import { editionOf } from "../../lib/panorama/tools/editions.ts";
import { cedsOf } from "../../lib/panorama/tools/sources.ts";
import type { DatasetColumns } from "../../lib/tool/read.ts";
import { Z95 } from "../../lib/uncertainty/distributions/normal-law.ts";
import { Count, type ShippedInterval } from "./interval.ts";
import { read } from "./shipped.ts";

/** Revisions of years this near are not independent of the one that is tested. */
const NEAR = 5;

/** Fossil CO2 of countries and the world, and what trade moves: editions of the Global Carbon Budget, and CEDS. */
export async function countryBudgets(): Promise<ShippedInterval[]> {
  const query = { regions: "all", years: [] } as const;
  const [now, then, ceds, sigma, tables] = await Promise.all([
    editionOf("GCB 2025", query, read),
    editionOf("GCB 2024", query, read),
    cedsOf(query, read),
    fossilSigmaOf(read),
    read("mrio_accounts"),
  ]);
  const revisions = new Revisions(now, then);
  const [byEdition, byCeds, world, worldByCeds] = [new Count(), new Count(), new Count(), new Count()];
  const [consumption, transfer, share, lastShare] = [new Count(), new Count(), new Count(), new Count()];
  const lastYear = Math.min(now.transfer.span[1], lastCountryYear(then.transfer));
  for (const iso3 of [...now.production.countries, WORLD])
    for (const year of now.production.years(iso3)) {
      const produced = now.production.at(iso3, year)!;
      const half = Z95 * sigma * Math.abs(produced);
      const [other, theirs] = [then.production.at(iso3, year), ceds.at(iso3, year)];
      if (other !== null) (iso3 === WORLD ? world : byEdition).add(other, produced - half, produced + half);
      if (theirs !== null) (iso3 === WORLD ? worldByCeds : byCeds).add(theirs, produced - half, produced + half);
      const [moved, before] = [now.transfer.at(iso3, year), then.transfer.at(iso3, year)];
      const heldOut = revisions.of(iso3, (each) => Math.abs(each - year) > NEAR);
      if (moved === null || before === null || other === null || heldOut === null || other <= 0 || produced <= 0)
        continue;
      const own = heldOut.sd * produced;
      const around = (value: number) => Z95 * Math.hypot(sigma * value, own);
      transfer.add(before, moved - around(moved), moved + around(moved));
      const used = produced + moved;
      consumption.add(other + before, used - around(used), used + around(used));
      for (const count of year === lastYear ? [share, lastShare] : [share])
        count.add(before / other, moved / produced - Z95 * heldOut.sd, moved / produced + Z95 * heldOut.sd);
    }
  const [shareByTables, transferByTables, consumptionByTables] = [new Count(), new Count(), new Count()];
  for (const { region, year, production, consumption: theirs } of accountsOfTables(tables)) {
    const [produced, moved] = [now.production.at(region, year), now.transfer.at(region, year)];
    const revised = revisions.of(region);
    if (!produced || moved === null || revised === null) continue;
    const around = (count: Count, value: number, other: number, common: number) => {
      const half = Z95 * Math.hypot(common * value, revised.sd * (common === 0 ? 1 : produced));
      count.add(other, value - half, value + half);
    };
    around(shareByTables, moved / produced, theirs / production - 1, 0);
    around(transferByTables, moved, theirs - production, sigma);
    around(consumptionByTables, produced + moved, theirs, sigma);
  }
  const editions = ["carbon_budget_countries", "carbon_budget_countries_2024"];
  const fossil = ["panorama.ladder", "indicators.national", ...editions, "panorama"];
  return [
    {
      name: "fossil CO2 of a country",
      shownBy: fossil,
      nominal: "95 %",
      tests: [byEdition.against("otherEdition"), byCeds.against("ceds")],
    },
    {
      name: "fossil CO2 of the world",
      shownBy: fossil,
      nominal: "95 %",
      tests: [world.against("otherEdition"), worldByCeds.against("ceds")],
    },
    {
      name: "net transfer of a country",
      shownBy: ["panorama.ladder", ...editions],
      nominal: "95 %",
      tests: [transfer.against("otherEditionHeldOut"), transferByTables.against("residentTables")],
    },
    {
      name: "consumption of a country",
      shownBy: ["panorama.ladder", "indicators.national", ...editions],
      nominal: "95 %",
      tests: [consumption.against("otherEditionHeldOut"), consumptionByTables.against("residentTables")],
    },
    {
      name: "consumption relative to production",
      shownBy: ["panorama.ladder", "welcome", "panorama"],
      nominal: "95 %",
      tests: [
        share.against("otherEditionHeldOut"),
        lastShare.against("lastCommonYear"),
        shareByTables.against("residentTables"),
      ],
    },
  ];
}

/** The last year in which the countries of a series have a value: the world may go on. */
function lastCountryYear(series: NationalSeries): number {
  return Math.max(...series.countries.flatMap((iso3) => series.years(iso3).at(-1) ?? []));
}

/** Production and consumption by the multi-regional tables of each year, Mt CO2. */
function accountsOfTables(columns: DatasetColumns) {
  const [region, year] = [columns.texts("region"), columns.numbers("year")];
  const [made, used] = [columns.numbers("production_mtco2"), columns.numbers("consumption_mtco2")];
  return Array.from({ length: columns.rows }, (_, row) => {
    return { region: region[row]!, year: year[row]!, production: made[row]!, consumption: used[row]! };
  });
}
