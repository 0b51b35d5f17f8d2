import { messages } from "../../message/message.ts";
import { isEvidence } from "../../quantity/evidence.ts";
import type { DatasetColumns, Read } from "../../tool/read.ts";
import { PanoramaError } from "../account.ts";
import type { Edition } from "../edition.ts";
import { type GasSources, type GasTransfer, type GasTransfers, readMasses } from "../gas-accounts.ts";
import { NationalSeries, WORLD } from "../national-series.ts";
import type { ResidenceSources } from "../panorama.ts";
import { type ReportedFlux, ReportedLand } from "../reported-land.ts";
import {
  type AccountsQuery,
  CO2_OF_CARBON,
  cachedResult,
  codeOf,
  editionDatasets,
  ofCountries,
  withWorld,
} from "./editions.ts";

const texts = messages("panorama", {
  noRegions: {
    en: "regions is empty; list codes, or use all.",
    zh: "regions 为空；请给出代码或 all。",
  },
});

/** Territorial CO2 by CEDS, Mt. */
export async function cedsOf(query: AccountsQuery, read: Read): Promise<NationalSeries> {
  const columns = await read("ceds_countries", { gas: "CO2", ...ofCountries(query) });
  return cachedResult(columns, "CO2", () => {
    const series = new NationalSeries("CEDS");
    const [gas, iso3] = [columns.texts("gas"), columns.texts("iso3")];
    const [year, kt] = [columns.numbers("year"), columns.numbers("emissions_kt")];
    for (let row = 0; row < columns.rows; row++) {
      if (gas[row] !== "CO2") continue;
      if (iso3[row]) series.add(iso3[row]!, year[row]!, kt[row]! / 1000);
      series.add(WORLD, year[row]!, kt[row]! / 1000);
    }
    return series;
  });
}

/** CH4, N2O and fluorinated gases by a metric, and what tables of trade move of them. */
export async function gasesOf(metric: string, query: AccountsQuery, read: Read): Promise<GasSources> {
  const [ceds, edgar, fluorinated, carried] = await Promise.all([
    read("ceds_countries", { gas: "CH4", ...ofCountries(query) }),
    read("nitrous_oxide_countries", ofCountries(query)),
    read("fluorinated_gases_countries", ofCountries(query)),
    read("carried_accounts", { year: query.years }),
  ]);
  const common = (columns: DatasetColumns) => ({
    rows: columns.rows,
    iso3: columns.texts("iso3"),
    year: columns.numbers("year"),
  });
  const methane = { ...common(ceds), gas: ceds.texts("gas"), mass: ceds.numbers("emissions_kt") };
  // The world is the sum of its parts; its own row, which has no code, would count them twice.
  const isPart = edgar.texts("area_type");
  const nitrous = {
    ...common(edgar),
    gas: Array.from(isPart, (type) => (type === "world" ? "" : "N2O")),
    mass: edgar.numbers("emissions_kt"),
  };
  const others = {
    ...common(fluorinated),
    gas: fluorinated.texts("substance"),
    mass: fluorinated.numbers("emissions_t"),
  };
  return {
    metric,
    methane: cachedResult(ceds, metric, () => readMasses("CEDS", methane, metric, 1e-3, "CH4")),
    nitrous: cachedResult(edgar, metric, () => readMasses("EDGAR 2024", nitrous, metric, 1e-3, "N2O")),
    transfers: transfersOf(carried),
    fluorinated: cachedResult(fluorinated, metric, () => readMasses("EDGAR 2024", others, metric, 1e-6)),
  };
}

type CountryYearTransfers = Map<number, Map<string, GasTransfer>>;

/** Shares of production that the tables of trade of 2011 to 2022 move, by region, year and gas, where that may be used. */
function transfersOf(columns: DatasetColumns): GasTransfers {
  const known = cachedResult(columns, "transfers", () => {
    const [region, gas] = [columns.texts("region"), columns.texts("gas")];
    const [year, made, used] = [
      columns.numbers("year"),
      columns.numbers("production_mt"),
      columns.numbers("consumption_mt"),
    ];
    const [error, verdict] = [columns.numbers("error_percent"), columns.texts("verdict")];
    const found = new Map<string, CountryYearTransfers>();
    for (let row = 0; row < columns.rows; row++) {
      if (!(made[row]! > 0) || !["usable", "published"].includes(verdict[row] ?? "")) continue;
      const share = used[row]! / made[row]! - 1;
      const ofModel = error[row]! > 0 ? ((error[row]! / 100) * used[row]!) / made[row]! : null;
      const iso3 = region[row]!;
      const ofCountry = found.get(iso3) ?? new Map<number, Map<string, GasTransfer>>();
      found.set(iso3, ofCountry);
      const ofYear = ofCountry.get(year[row]!) ?? new Map<string, GasTransfer>();
      ofCountry.set(year[row]!, ofYear);
      ofYear.set(gas[row]!, { share, error: ofModel });
    }
    return found;
  });
  return (iso3, year, gas) => known.get(iso3)?.get(year)?.get(gas) ?? null;
}

/** Land-use change by each bookkeeping model, Mt CO2. */
export async function landUseOf(query: AccountsQuery, read: Read): Promise<NationalSeries[]> {
  const columns = await read("land_use_change_countries", withWorld(query));
  return cachedResult(columns, "models", () => {
    const models = new Map<string, NationalSeries>();
    const [model, iso3, type] = [columns.texts("model"), columns.texts("iso3"), columns.texts("entity_type")];
    const [year, mtc] = [columns.numbers("year"), columns.numbers("mtc")];
    for (let row = 0; row < columns.rows; row++) {
      const code = type[row] === "world" ? WORLD : iso3[row];
      if (!code || year[row]! < 1990) continue;
      const name = model[row]!;
      const series = models.get(name) ?? new NationalSeries(name);
      models.set(name, series);
      series.add(code, year[row]!, mtc[row]! * CO2_OF_CARBON);
    }
    return [...models.values()];
  });
}

/** The edition of the bookkeeping models, which identifies their rows. */
export const landEdition = "Global Carbon Budget 2023, land-use change";

/**
 * Land as reported by national inventories. All years of a region are read, so that a note on a missing year can name the
 * others.
 */
export async function reportedLandOf({ regions, years }: AccountsQuery, read: Read): Promise<ReportedLand> {
  const { iso3: countries } = ofCountries({ regions, years });
  const columns = await read("land_use_reported", countries === undefined ? {} : { iso3: countries });
  return cachedResult(columns, "reported", () => {
    const [iso3, source, status] = [columns.texts("iso3"), columns.texts("source"), columns.texts("value_status")];
    const [year, value] = [columns.numbers("year"), columns.numbers("net_mtco2")];
    const fluxes: ReportedFlux[] = [];
    for (let row = 0; row < columns.rows; row++) {
      const region = iso3[row];
      // The table has a row for the EU27 too; here every group is the sum of its members.
      if (!region) continue;
      const written = status[row] ?? "";
      fluxes.push({
        region,
        year: year[row]!,
        value: value[row]!,
        source: source[row]!,
        status: isEvidence(written) ? written : "memory",
      });
    }
    return new ReportedLand(fluxes);
  });
}

/** Used if the boundary is not managed land: reported fluxes are not read. */
export const nothingReported = new ReportedLand([]);

/** Water transport and air transport. */
const transportSectors: readonly string[] = ["c24", "c25"];

/** CO2 by residents with their water and air transport (sectors c24 and c25), and the bunker fuels of the world. */
export async function residenceOf({ years }: AccountsQuery, read: Read): Promise<ResidenceSources> {
  const [accounts, budget] = [
    // A region's share of the world's transport needs all regions.
    await read("mrio_co2", { sector: transportSectors, year: years }),
    await read(editionDatasets["GCB 2025"], { entity_type: "bunkers", year: years }),
  ];
  const series = cachedResult(accounts, "residence", () => {
    const [residence, transport] = [new NationalSeries("JRC"), new NationalSeries("JRC, water and air transport")];
    const [region, sector] = [accounts.texts("region"), accounts.texts("sector")];
    const [year, kt] = [accounts.numbers("year"), accounts.numbers("co2_kt")];
    for (let row = 0; row < accounts.rows; row++) {
      const isTransport = transportSectors.includes(sector[row]!);
      for (const iso3 of [region[row]!, WORLD]) {
        residence.add(iso3, year[row]!, kt[row]! / 1000);
        if (isTransport) transport.add(iso3, year[row]!, kt[row]! / 1000);
      }
    }
    return { residence, transport };
  });
  const bunkers = cachedResult(budget, "bunkers", () => {
    const fuels = new NationalSeries("bunkers");
    const [type, year, value] = [
      budget.texts("entity_type"),
      budget.numbers("year"),
      budget.numbers("production_mtco2"),
    ];
    for (let row = 0; row < budget.rows; row++)
      if (type[row] === "bunkers") fuels.add(WORLD, year[row]!, value[row] ?? null);
    return fuels;
  });
  return { name: "JRC accounts, Global Carbon Budget 2025", ...series, bunkers };
}

/** Used without trade: emissions by residents are not read. */
export const noResidence: ResidenceSources = {
  name: "",
  residence: new NationalSeries("none"),
  transport: new NationalSeries("none"),
  bunkers: new NationalSeries("none"),
};

/** The codes of "all". Throws PanoramaError for an empty list. */
export function regionsOf(regions: readonly string[] | "all", edition: Edition): readonly string[] {
  if (regions === "all") return edition.production.countries;
  if (regions.length === 0) throw new PanoramaError("regions", texts.noRegions());
  return regions.map(codeOf);
}
