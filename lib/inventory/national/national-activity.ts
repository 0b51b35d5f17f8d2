import { CountryYears, noYears } from "../../classification/country-years.ts";
import type { Part } from "../../tool/part.ts";
import type { DatasetColumns, Read } from "../../tool/read.ts";
import { knownSum } from "./known-sum.ts";
import { countryRows, seriesBy } from "./series-by.ts";

/** Municipal waste of a country's last report: t a year, shares in %. Null where the report is silent. */
export interface WasteReport {
  readonly population: number;
  readonly msw: number | null;
  readonly composition: Readonly<
    Record<"food" | "garden" | "paper" | "wood" | "plastic" | "rubber" | "other", number | null>
  >;
  readonly treatment: Readonly<
    Record<"managed" | "unspecified" | "dump" | "incinerated" | "composted" | "digested", number | null>
  >;
}

/** Activity data of all countries, indexed. */
export interface NationalActivity {
  /** TJ net a year, by the fuels of `fuels`. */
  readonly heat: Readonly<Record<Fuel, CountryYears>>;
  /** Physical quantities of the Factbook by fuel and flow: t, bbl/d, m3. */
  readonly physical: (fuel: Fuel, flow: string) => CountryYears;
  /** India by product and flow, of calendar years with twelve months: Mt, million m3. */
  readonly india: (item: string, flow: string) => CountryYears;
  /** kt a year. */
  readonly minerals: (product: string) => CountryYears;
  /** The edition that states a country's product in a year. */
  readonly mineralEdition: (product: string, iso3: string, year: number) => string | undefined;
  /** kt of coal mined, thousand barrels a day, 10⁹ m3. */
  readonly mined: CountryYears;
  /** Head by item. */
  readonly animals: (item: string) => CountryYears;
  /** t of nitrogen. */
  readonly fertiliser: CountryYears;
  /** 1000 ha harvested a year. */
  readonly rice: CountryYears;
  /** kt harvested a year by item of the food balance. */
  readonly crops: (item: string) => CountryYears;
  /** 1000 ha, and t C/ha by pool. */
  readonly forest: Readonly<Record<"area" | "above" | "below" | "deadWood" | "litter", CountryYears>>;
  readonly waste: ReadonlyMap<string, WasteReport>;
  readonly population: CountryYears;
  /** t a year by substance. */
  readonly fluorinated: ReadonlyMap<string, CountryYears>;
}

export const fuels = ["coal", "oil", "gas"] as const;
export type Fuel = (typeof fuels)[number];

/** The datasets of activities. */
export const activityDatasets = [
  "energy_consumption_eia",
  "energy_production_eia",
  "energy_factbook",
  "energy_india_monthly",
  "mineral_production_countries",
  "livestock_countries",
  "nitrogen_fertiliser_countries",
  "rice_countries",
  "crop_production_countries",
  "forest_carbon_countries",
  "waste_countries",
  "population",
  "fluorinated_gases_countries",
] as const;

const made = new WeakMap<DatasetColumns, NationalActivity>();

/** Reads the activity data of all countries. @param part the rows that a result depends on, for the trail. */
export async function readNationalActivity(read: Read, part: Part): Promise<NationalActivity> {
  const table = Object.fromEntries(
    await Promise.all(
      activityDatasets.map(async (name) => [name, await read(name, name === "energy_india_monthly" ? {} : part)]),
    ),
  ) as Readonly<Record<(typeof activityDatasets)[number], DatasetColumns>>;
  const heat = table.energy_consumption_eia;
  const known = made.get(heat);
  if (known) return known;
  const mineral = readMinerals(table.mineral_production_countries);
  const activity: NationalActivity = {
    heat: {
      coal: seriesBy(heat, [], "coal_tj_ncv")(),
      oil: seriesBy(heat, [], "oil_tj_ncv")(),
      gas: seriesBy(heat, [], "gas_tj_ncv")(),
    },
    physical: seriesBy(table.energy_factbook, ["fuel", "flow"], "value"),
    india: wholeYears(table.energy_india_monthly),
    minerals: mineral.of,
    mineralEdition: mineral.edition,
    mined: seriesBy(table.energy_production_eia, [], "coal_kt")(),
    animals: seriesBy(table.livestock_countries, ["item"], "head"),
    fertiliser: seriesBy(table.nitrogen_fertiliser_countries, ["flow"], "n_t")("use"),
    rice: seriesBy(table.rice_countries, [], "harvested_area_kha")(),
    crops: seriesBy(table.crop_production_countries, ["item"], "production_kt"),
    forest: {
      area: seriesBy(table.forest_carbon_countries, [], "forest_area_kha")(),
      above: seriesBy(table.forest_carbon_countries, [], "above_ground_tc_ha")(),
      below: seriesBy(table.forest_carbon_countries, [], "below_ground_tc_ha")(),
      deadWood: seriesBy(table.forest_carbon_countries, [], "dead_wood_tc_ha")(),
      litter: seriesBy(table.forest_carbon_countries, [], "litter_tc_ha")(),
    },
    waste: readWaste(table.waste_countries),
    population: seriesBy(table.population, [], "population")(),
    fluorinated: readSubstances(table.fluorinated_gases_countries),
  };
  made.set(heat, activity);
  return activity;
}

/** Sums of twelve months; a year with fewer is left out. */
function wholeYears(columns: DatasetColumns): (item: string, flow: string) => CountryYears {
  const months = new Map<string, { sum: number; count: number }>();
  const [item, flow] = [columns.texts("item"), columns.texts("flow")];
  const [year, value] = [columns.numbers("year"), columns.numbers("value")];
  for (let row = 0; row < columns.rows; row++) {
    const amount = value[row];
    if (amount === null || amount === undefined) continue;
    const key = `${item[row]}\t${flow[row]}\t${year[row]}`;
    const sum = months.get(key) ?? { sum: 0, count: 0 };
    months.set(key, { sum: sum.sum + amount, count: sum.count + 1 });
  }
  const all = new Map<string, CountryYears>();
  for (const [key, { sum, count }] of months) {
    if (count !== 12) continue;
    const [name, way, when] = key.split("\t") as [string, string, string];
    const series = all.get(`${name}\t${way}`) ?? new CountryYears();
    all.set(`${name}\t${way}`, series);
    series.add("IND", Number(when), sum);
  }
  return (name, way) => all.get(`${name}\t${way}`) ?? noYears;
}

/** Each number of its newest edition; the yearbook, which counts by country, before the summaries. */
function readMinerals(columns: DatasetColumns) {
  const best = new Map<string, { value: number; edition: string }>();
  const [iso3, product, edition] = [columns.texts("iso3"), columns.texts("product"), columns.texts("edition")];
  const [year, value] = [columns.numbers("year"), columns.numbers("production_kt")];
  const isCountry = countryRows(columns);
  const rank = (name: string) => (name.startsWith("MYB") ? 1e6 : 0) + Number(/\d{4}/.exec(name)?.[0] ?? 0);
  for (let row = 0; row < columns.rows; row++) {
    const amount = value[row];
    if (!iso3[row] || !isCountry(row) || amount === null || amount === undefined) continue;
    const key = `${product[row]}\t${iso3[row]}\t${year[row]}`;
    const found = best.get(key);
    if (!found || rank(edition[row]!) > rank(found.edition)) best.set(key, { value: amount, edition: edition[row]! });
  }
  const all = new Map<string, CountryYears>();
  for (const [key, { value: amount }] of best) {
    const [name, code, when] = key.split("\t") as [string, string, string];
    const series = all.get(name) ?? new CountryYears();
    all.set(name, series);
    series.add(code, Number(when), amount);
  }
  return {
    of: (name: string) => all.get(name) ?? noYears,
    edition: (name: string, code: string, when: number) => best.get(`${name}\t${code}\t${when}`)?.edition,
  };
}

function readWaste(columns: DatasetColumns): Map<string, WasteReport> {
  const iso3 = columns.texts("iso3");
  const number = (name: string, row: number) => columns.numbers(name)[row] ?? null;
  const reports = new Map<string, WasteReport>();
  for (let row = 0; row < columns.rows; row++) {
    if (!iso3[row]) continue;
    const share = (name: string) => number(`${name}_pct`, row);
    const managed = [share("sanitary_landfill_gas"), share("controlled_landfill")];
    reports.set(iso3[row]!, {
      population: number("population", row) ?? 0,
      msw: number("msw_t", row),
      composition: {
        food: share("food_organic"),
        garden: share("garden"),
        paper: share("paper"),
        wood: share("wood"),
        plastic: share("plastic"),
        rubber: share("rubber_leather"),
        other: share("other"),
      },
      treatment: {
        managed: knownSum(managed),
        unspecified: share("landfill_unspecified"),
        dump: share("open_dump"),
        incinerated: share("incineration"),
        composted: share("compost"),
        digested: share("anaerobic_digestion"),
      },
    });
  }
  return reports;
}

function readSubstances(columns: DatasetColumns): Map<string, CountryYears> {
  const all = new Map<string, CountryYears>();
  const [iso3, substance] = [columns.texts("iso3"), columns.texts("substance")];
  const [year, tonnes] = [columns.numbers("year"), columns.numbers("emissions_t")];
  for (let row = 0; row < columns.rows; row++) {
    if (!iso3[row]) continue;
    const series = all.get(substance[row]!) ?? new CountryYears();
    all.set(substance[row]!, series);
    series.add(iso3[row]!, year[row]!, tonnes[row] ?? null);
  }
  return all;
}
