import { messages } from "../../message/message.ts";
import type { DatasetColumns, Read } from "../../tool/read.ts";
import { firstCarriedYear, lastCarriedYear } from "../carried/carried-year.ts";
import { tableFromColumns } from "../columns.ts";
import type { InputOutputTable } from "../table.ts";
import { firstShippedYear as first, lastShippedYear as last, shippedNames } from "./dataset-names.ts";
import { filled, labelsOf } from "./filled-column.ts";
import type { TableRequest } from "./request.ts";
import { TableRequestError } from "./table-request-error.ts";

const texts = messages("mrio", {
  noRegions: {
    en: "There is no table with {size} regions; the shipped tables have 41 and, for 2011, 7.",
    zh: "没有 {size} 个区域的表；现有 41 个区域的表，2011 年另有 7 个区域的表。",
  },
  noYear: {
    en: "There is no input–output table for {year}; WIOD 2013 covers {first} to {last}. Later emissions can be combined with a table by `emissionsYear`.",
    zh: "没有 {year} 年的投入产出表；WIOD 2013 覆盖 {first} 至 {last} 年。可用 `emissionsYear` 把以后年份的排放配到已有的表上。",
  },
  modelledYear: {
    en: "There is no published input–output table for {year}; WIOD 2013 ends in {last}. With `modelled: true` you get the table of {last} carried to {year}, a model with stated errors.",
    zh: "没有已发表的 {year} 年投入产出表；WIOD 2013 止于 {last} 年。加上 `modelled: true` 可得由 {last} 年推算至 {year} 年的表，这是附有误差说明的模型结果。",
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

/** A shipped table: WIOD 2013 of a year, or its seven-region table of 2011. Throws TableRequestError. */
export async function shippedTable(request: TableRequest, read: Read): Promise<InputOutputTable> {
  const { year, emissionsYear = year, regions: size = 41 } = request;
  const isSmall = size === 7;
  if (!isSmall && size !== 41) {
    throw new TableRequestError(texts.noRegions({ size }));
  }
  if (!Number.isInteger(year) || year < first || year > last) {
    const isCarried = !isSmall && year >= firstCarriedYear && year <= lastCarriedYear;
    throw new TableRequestError((isCarried ? texts.modelledYear : texts.noYear)({ year, first, last }));
  }
  if (isSmall && year !== last) {
    throw new TableRequestError(texts.noYearOfSeven({ last, year }));
  }
  const names = shippedNames(year, size);
  const [regions, sectors, flows, demand, co2] = await Promise.all([
    read(names.regions),
    read(names.sectors),
    read(names.flows),
    read(names.finalDemand),
    read(names.emissions, { year: emissionsYear }),
  ]);
  return tableFromColumns({
    regions: labelsOf(regions, "region"),
    sectors: labelsOf(sectors, "sector"),
    flows: { row: filled(flows, "row"), col: filled(flows, "col"), value: filled(flows, "value_musd") },
    finalDemand: {
      row: filled(demand, "row"),
      region: labelsOf(demand, "destination_region"),
      category: labelsOf(demand, "category"),
      value: filled(demand, "value_musd"),
    },
    emissions: [emissionsOf(co2, emissionsYear)],
    money: "million USD",
    names: { regions: labelsOf(regions, "name_en"), sectors: labelsOf(sectors, "name_en") },
  });
}

/** CO2 of one year. Sectors count from 1 in the accounts and from 0 in the table; households, 0 there, are −1 here. */
function emissionsOf(co2: DatasetColumns, year: number) {
  const years = filled(co2, "year");
  const index = Array.from({ length: co2.rows }, (_, i) => i).filter((i) => years[i] === year);
  if (index.length === 0) {
    const known = [...new Set(Array.from(years))].sort((a, b) => a - b);
    throw new TableRequestError(texts.noEmissionsYear({ year, first: known[0]!, last: known.at(-1)! }));
  }
  const region = labelsOf(co2, "region");
  const sector = filled(co2, "sector_number");
  const value = filled(co2, "co2_kt");
  return {
    stressor: "CO2",
    unit: "kt",
    region: index.map((i) => region[i]!),
    sector: index.map((i) => sector[i]! - 1),
    value: index.map((i) => value[i]!),
  };
}
