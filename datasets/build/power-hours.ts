import { float64, int16, label } from "./column.ts";
import type { CountryKey } from "./countries.ts";
import { must, originOf, type TableDataset, table } from "./dataset.ts";
import type { Figures } from "./figures.ts";
import { compressed } from "./packed-arrow.ts";
import { spanOf } from "./year-span.ts";

/** Columns with numbers, with unit and description. */
const measured: Readonly<Record<string, readonly [unit: string, description: string]>> = {
  load_mw: ["MW", "Load"],
  solar_mw: ["MW", "Solar generation"],
  wind_mw: ["MW", "Wind generation"],
  wind_onshore_mw: ["MW", "Onshore wind generation"],
  wind_offshore_mw: ["MW", "Offshore wind generation; null where the country has none in the source"],
  solar_capacity_mw: ["MW", "Installed solar capacity, where published"],
  wind_capacity_mw: ["MW", "Installed wind capacity, where published"],
  price_per_mwh: ["GBP/MWh", "Day-ahead price, where published (Great Britain)"],
};

/** Load, wind and solar generation by hour of a few countries, as drivers of simulated plants and stores. */
export async function buildPowerHours(figures: Figures, countries: CountryKey): Promise<TableDataset> {
  const figure = await figures.read("hourly_load_wind_solar");
  const { file } = figure.entry;
  const [iso3, utc] = [figure.texts("iso3"), figure.dates("utc")];
  const rows = [...iso3.keys()].sort(
    (a, b) => (iso3[a]! < iso3[b]! ? -1 : iso3[a]! > iso3[b]! ? 1 : 0) || utc[a]!.getTime() - utc[b]!.getTime(),
  );
  const numbers = Object.fromEntries(Object.keys(measured).map((name) => [name, figure.maybeNumbers(name)]));
  const prices = numbers.price_per_mwh!;
  for (const [at, row] of rows.entries()) {
    const before = rows[at - 1];
    must(countries.has(iso3[row]!), () => `${file}, row ${row}: ${iso3[row]} is not in the country table.`);
    must(
      utc[row]!.getTime() % 3_600_000 === 0,
      () => `${file}, row ${row}: ${utc[row]!.toISOString()} does not begin an hour.`,
    );
    must(
      before === undefined || iso3[before] !== iso3[row] || utc[before]!.getTime() < utc[row]!.getTime(),
      () => `${file}, row ${row}: ${iso3[row]} ${utc[row]!.toISOString()} occurs twice.`,
    );
    for (const [name, column] of Object.entries(numbers))
      must(
        name === "price_per_mwh" || column[row] === null || column[row]! >= 0,
        () => `${file}, row ${row}: ${name} is ${column[row]}.`,
      );
    // The unit of a price is that of the country: a price of another one would need a column of its own.
    must(
      prices[row] === null || iso3[row] === "GBR",
      () => `${file}, row ${row}: ${iso3[row]} has a price, whose currency the column does not carry.`,
    );
    const [all, on, off] = [numbers.wind_mw!, numbers.wind_onshore_mw!, numbers.wind_offshore_mw!].map(
      (of) => of[row]!,
    );
    must(
      // The source rounds each to 0.01 MW and some to whole megawatts.
      Math.abs(all! - on! - (off ?? 0)) <= 1.01,
      () => `${file}, row ${row}: wind is ${all} MW, onshore and offshore are ${on} and ${off ?? 0} MW.`,
    );
  }
  const span = spanOf(utc.map((time) => time.getUTCFullYear()));
  return table(
    {
      name: "power_hours",
      title: `Load, wind and solar generation by hour in ${new Set(iso3).size} countries, ${span.en}`,
      title_zh: `${new Set(iso3).size}国逐小时电力负荷、风电与光伏发电量，${span.zh}`,
      kind: "electricity",
      summary:
        "One year of hours each: load, wind and solar generation, capacity and day-ahead price where published, as reported by transmission system operators.",
      years: span.years,
      traps: [
        "Generation of the fleet as it was, not a resource potential: a capacity factor is generation over the capacity of the hour, and only where capacity is published (Great Britain in part, Switzerland, Germany).",
        "The years differ: Great Britain and Greece run from October 2019 to September 2020, the other countries are calendar 2019. Do not add hours of different countries without saying so.",
        "Germany has wind only. A few hours are missing, as absent rows or as null: count the hours before you use a year.",
        "Great Britain's load has hours far below the rest (6.7 GW), which look like gaps in reporting. They ship as published.",
        "Hours are those of UTC, not of the country.",
      ],
    },
    originOf(figure.entry),
    [
      label(
        "iso3",
        rows.map((row) => iso3[row]!),
        "ISO 3166 alpha-3",
      ),
      int16(
        "year",
        rows.map((row) => utc[row]!.getUTCFullYear()),
        "none",
        "Year of the day, in UTC",
      ),
      label(
        "date",
        rows.map((row) => utc[row]!.toISOString().slice(0, 10)),
        "Day of UTC, as 2019-01-31",
      ),
      int16(
        "hour",
        rows.map((row) => utc[row]!.getUTCHours()),
        "none",
        "Hour of UTC at which the hour begins, 0 to 23",
      ),
      ...Object.entries(measured).map(([name, [unit, description]]) =>
        float64(
          name,
          rows.map((row) => numbers[name]![row]!),
          unit,
          description,
        ),
      ),
    ],
    compressed,
  );
}
