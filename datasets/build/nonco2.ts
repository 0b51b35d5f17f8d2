import { metricValue } from "../../lib/quantity/co2e.ts";
import { float64, int16, label } from "./column.ts";
import type { CountryKey } from "./countries.ts";
import { must, originOf, type TableDataset, table } from "./dataset.ts";
import type { Figures } from "./figures.ts";
import { compressed } from "./packed-arrow.ts";

const gases = ["CH4", "N2O", "F-gases"];

/** Parts of the world as they are named here; "other" are two former states that EDGAR keeps, without a code. */
const areaTypes: Readonly<Record<string, string>> = {
  country: "country",
  other: "other",
  bunker: "bunkers",
  group: "group",
  world: "world",
};

/**
 * Each row has six significant digits, so the parts of a world's total lie within 1e-5 of it, for each gas, sector and year.
 */
const CLOSURE = 1e-5;

/** GWP100 of N2O in the Fifth Assessment Report, by which the source weighs it. */
const GWP_OF_N2O = metricValue("N2O", "AR5.GWP100").value;

/** The greenhouse gases besides CO2 by country and sector, in CO2 equivalents of the Fifth Assessment Report (EDGAR). */
export async function buildNonCo2(figures: Figures, countries: CountryKey): Promise<TableDataset[]> {
  const figure = await figures.read("edgar2024_nonco2");
  const { file } = figure.entry;
  const [gas, sector, area] = [figure.texts("gas"), figure.texts("sector"), figure.texts("area")];
  const [iso3, year, mass] = [
    figure.maybeTexts("iso3"),
    figure.numbers("year"),
    figure.numbers("emissions_mtco2e_ar5"),
  ];
  const seen = new Set<string>();
  const totals = new Map<string, { parts: number; world: number }>();
  const type = figure.texts("area_type").map((given, row) => {
    const place = `${file}, row ${row}`;
    const kind = areaTypes[given];
    must(kind !== undefined, () => `${place}: the area type ${given} is unknown.`);
    must(gases.includes(gas[row]!), () => `${place}: the gas ${gas[row]} is unknown.`);
    const code = iso3[row] ?? null;
    must((kind === "country") === (code !== null), () => `${place}: ${area[row]} is a ${kind} with the code ${code}.`);
    must(code === null || countries.has(code), () => `${place}: ${code} is not in the country table.`);
    must(mass[row]! >= 0, () => `${place}: an emission of ${mass[row]} is below zero.`);
    const key = `${gas[row]} ${sector[row]} ${area[row]} ${year[row]}`;
    must(!seen.has(key), () => `${place}: ${key} occurs twice.`);
    seen.add(key);
    const sum = `${gas[row]}, ${sector[row]}, ${year[row]}`;
    const total = totals.get(sum) ?? { parts: 0, world: 0 };
    totals.set(sum, total);
    if (kind === "world") total.world += mass[row]!;
    else if (kind !== "group") total.parts += mass[row]!;
    return kind;
  });
  for (const [key, { parts, world }] of totals)
    must(
      Math.abs(parts - world) <= CLOSURE * world,
      () => `${file}, ${key}: countries, bunkers and others sum to ${parts} where the world has ${world}.`,
    );
  const bySector = table(
    {
      name: "nonco2_countries",
      title: "CH4, N2O and fluorinated gases by country and sector, 1990–2023 (EDGAR 2024)",
      title_zh: "各国各部门甲烷、氧化亚氮和含氟气体排放，1990—2023年（EDGAR 2024版）",
      kind: "production",
      summary:
        "Greenhouse gases besides CO2 in CO2 equivalents (GWP100 of AR5), by eight sectors, without land use; 206 countries, bunkers, the EU of 27 and the world.",
      years: [Math.min(...new Set(year)), Math.max(...new Set(year))],
      traps: [
        "Filter area_type before summing: countries, bunkers and other add up to the world; the group EU27 is contained in its countries.",
        "CO2 equivalents by the GWP100 of AR5: N2O converts exactly to AR6 (273/265), CH4 and fluorinated gases cannot be converted from a total.",
        "The source does not say whether fossil methane was weighted by 30 or by 28.",
        "Serbia and Montenegro stand as one, and so does Curaçao as other, without a code: these three countries have no row of their own.",
        "Land use, land-use change and forestry are not in it: see land_use_regions.",
        "There is no CO2 in it: that of EDGAR rests on data whose licence forbids derivatives.",
        "Countries without emissions of a gas and sector have no rows. Values have six significant digits.",
      ],
    },
    originOf(figure.entry),
    [
      label("gas", gas, "CH4, N2O or F-gases (all fluorinated gases together)"),
      label(
        "sector",
        sector,
        "Agriculture, Buildings, Fuel Exploitation, Industrial Combustion, Power Industry, Processes, Transport or Waste",
      ),
      label("iso3", iso3, "ISO 3166 alpha-3; null for all that is no country"),
      label("area", area, "Name in the source"),
      label("area_type", type, "country, other (no code), bunkers, group (contained in countries) or world"),
      int16("year", year, "none", "Year"),
      float64("emissions_mtco2e_ar5", mass, "Mt CO2e (GWP100 of AR5)", "Emissions"),
    ],
    compressed,
  );
  const nitrousOf = new Map<string, number>();
  for (const [row, kind] of type.entries()) {
    if (gas[row] !== "N2O" || kind === "group") continue;
    const key = `${iso3[row] ?? ""}\t${kind}\t${area[row]}\t${year[row]}`;
    nitrousOf.set(key, (nitrousOf.get(key) ?? 0) + mass[row]!);
  }
  const keys = [...nitrousOf.keys()].sort();
  const part = (at: number) => keys.map((key) => key.split("\t")[at]!);
  const nitrous = table(
    {
      name: "nitrous_oxide_countries",
      title: `N2O by country, ${Math.min(...new Set(year))}–${Math.max(...new Set(year))} (EDGAR 2024)`,
      title_zh: `各国氧化亚氮排放，${Math.min(...new Set(year))}—${Math.max(...new Set(year))}年（EDGAR 2024版）`,
      kind: "production",
      summary: "N2O of all sectors without land use: nonco2_countries summed over its sectors, in mass.",
      years: [Math.min(...new Set(year)), Math.max(...new Set(year))],
      traps: [
        "Filter area_type before summing: countries, bunkers and other add up to the world.",
        "The mass follows from CO2 equivalents of AR5 by division with 265, the factor of the source: exact, as one gas has one factor.",
      ],
    },
    originOf(figure.entry),
    [
      label(
        "iso3",
        part(0).map((code) => code || null),
        "ISO 3166 alpha-3; null for all that is no country",
      ),
      label("area_type", part(1), "country, other (no code), bunkers or world"),
      label("area", part(2), "Name in the source"),
      int16("year", part(3).map(Number), "none", "Year"),
      float64(
        "emissions_kt",
        keys.map((key) => (1000 * nitrousOf.get(key)!) / GWP_OF_N2O),
        "kt N2O",
        "Emissions",
      ),
    ],
    compressed,
  );
  return [bySector, nitrous];
}
