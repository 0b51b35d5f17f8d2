import type { Table } from "apache-arrow";
import { messages } from "../../../lib/message/message.ts";
import { tableFromColumns } from "../../../lib/mrio/columns.ts";
import { conditionOf } from "../../../lib/tool/part.ts";
import { readArrow } from "../arrow-file.ts";
import { numbersOf, textsOf } from "./arrow-column.ts";
import type { Load } from "./load.ts";
import type { OpenedTable } from "./opened-table.ts";
import { lastShippedYear, shippedNames } from "./table-datasets.ts";
import type { TableRequest } from "./table-handle.ts";
import { TableRequestError } from "./table-request-error.ts";

const said = messages("compute", {
  noRegions: {
    en: "There is no table of {size} regions; those at hand have 41 and, for 2011, 7.",
    zh: "没有 {size} 个区域的表；现有 41 个区域的表，2011 年另有 7 个区域的表。",
  },
  noYear: {
    en: "There is no input–output table for {year}; WIOD 2013 covers {first} to {last}. Later emissions can be laid on a table with `emissionsYear`.",
    zh: "没有 {year} 年的投入产出表；WIOD 2013 覆盖 {first} 至 {last} 年。可用 `emissionsYear` 把以后年份的排放配到已有的表上。",
  },
  noYearOfSeven: {
    en: "The table of seven regions is of {last} alone, not of {year}.",
    zh: "7 个区域的表只有 {last} 年，没有 {year} 年。",
  },
  noEmissionsYear: {
    en: "There are no CO2 accounts by sector for {year}; they cover {first} to {last}. Name another year with `emissionsYear`.",
    zh: "没有 {year} 年的分部门 CO2 账户，现有 {first} 至 {last} 年。请用 `emissionsYear` 指定其他年份。",
  },
});

/** Years of the WIOD 2013 release. */
const first = 1995;
const last = lastShippedYear;

/** One of the tables that ship: WIOD 2013 of a year, or its seven-region table of 2011. Throws TableRequestError. */
export async function shippedTable(request: TableRequest, load: Load): Promise<OpenedTable> {
  const { year, emissionsYear = year, regions: size = 41 } = request;
  const isSmall = size === 7;
  if (!isSmall && size !== 41) {
    throw new TableRequestError(said.noRegions({ size }));
  }
  if (!Number.isInteger(year) || year < first || year > last) {
    throw new TableRequestError(said.noYear({ year, first, last }));
  }
  if (isSmall && year !== last) {
    throw new TableRequestError(said.noYearOfSeven({ last, year }));
  }
  const names = shippedNames(year, size);
  const [regions, sectors, flows, demand, co2] = (await Promise.all(
    [names.regions, names.sectors, names.flows, names.finalDemand, names.emissions].map(async (name) =>
      readArrow(await load(name), name),
    ),
  )) as [Table, Table, Table, Table, Table];
  const accounts = emissionsOf(co2, emissionsYear);
  const table = tableFromColumns({
    regions: textsOf(regions, "region"),
    sectors: textsOf(sectors, "sector"),
    flows: { row: numbersOf(flows, "row"), col: numbersOf(flows, "col"), value: numbersOf(flows, "value_musd") },
    finalDemand: {
      row: numbersOf(demand, "row"),
      region: textsOf(demand, "destination_region"),
      category: textsOf(demand, "category"),
      value: numbersOf(demand, "value_musd"),
    },
    emissions: [accounts],
    money: "million USD",
    names: { regions: textsOf(regions, "name_en"), sectors: textsOf(sectors, "name_en") },
  });
  const whole = (dataset: string, { numRows }: Table) => ({ dataset, where: "", rows: numRows, of: numRows });
  const ofYear = conditionOf({ year: emissionsYear });
  return {
    table,
    rows: [
      whole(names.regions, regions),
      whole(names.sectors, sectors),
      whole(names.flows, flows),
      whole(names.finalDemand, demand),
      { dataset: names.emissions, where: ofYear, rows: accounts.value.length, of: co2.numRows },
    ],
  };
}

/** CO2 of one year. Sectors count from 1 in the accounts and from 0 in the table; households, 0 there, are −1 here. */
function emissionsOf(co2: Table, year: number) {
  const years = numbersOf(co2, "year");
  const index = Array.from(years.keys()).filter((i) => years[i] === year);
  if (index.length === 0) {
    const known = [...new Set(years)].sort((a, b) => a - b);
    throw new TableRequestError(said.noEmissionsYear({ year, first: known[0]!, last: known.at(-1)! }));
  }
  const region = textsOf(co2, "region");
  const sector = numbersOf(co2, "sector_number");
  const value = numbersOf(co2, "co2_kt");
  return {
    stressor: "CO2",
    unit: "kt",
    region: index.map((i) => region[i]!),
    sector: index.map((i) => sector[i]! - 1),
    value: index.map((i) => value[i]!),
  };
}
