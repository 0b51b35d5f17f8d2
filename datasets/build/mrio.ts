import { float64, int16, int32, label, text } from "./column.ts";
import { originOf, type TableDataset, table } from "./dataset.ts";
import { type MrioFigures, type MrioYear, readMrioYear } from "./mrio-cells.ts";
import type { Packing } from "./packed-arrow.ts";

/** The year whose table has names without a year: the last of the WIOD 2013 release. */
const latest = 2011;
const first = 1995;
export const musd = "million USD (current, basic prices)";
const dated = "The structure is that of 2011 and WIOD 2013 has none later: date it wherever it is shown.";

export const categoriesZh = [
  "居民消费支出",
  "为居民服务的非营利机构消费支出",
  "政府消费支出",
  "固定资本形成总额",
  "存货变动和贵重物品净获得",
];

/** The transactions tables of all years: one Z and one Y per year, x and the final demand categories. */
export async function buildMrio(source: MrioFigures): Promise<TableDataset[]> {
  const years: MrioYear[] = [];
  for (let year = latest; year >= first; year--) years.push(await readMrioYear(source, year));
  const [last, ...earlier] = years as [MrioYear, ...MrioYear[]];
  return [
    flowsOf(source, last),
    finalDemandOf(source, last),
    categoriesOf(source),
    outputOf(source, "mrio_output", [last]),
    ...[...earlier].reverse().flatMap((year) => [flowsOf(source, year), finalDemandOf(source, year)]),
    outputOf(source, "mrio_output_years", [...years].reverse()),
  ];
}

function nameOf(noun: string, year: number): string {
  return year === latest ? noun : `${noun}_${year}`;
}

function datedTrap(year: number): string {
  return year === latest ? dated : `The structure is that of ${year}, in the prices of ${year}.`;
}

export function flowPacking(regions: number, sectors: number, scale = 1): Packing {
  const width = regions * sectors;
  return {
    row: "row",
    col: "col",
    width,
    derived: {
      year: { divide: 1, modulo: 1 },
      origin_region: { divide: width * sectors, modulo: regions },
      origin_sector: { divide: width, modulo: sectors },
      destination_region: { divide: sectors, modulo: regions },
      destination_sector: { divide: 1, modulo: sectors },
    },
    values: { value_musd: scale },
  };
}

export function demandPacking(regions: number, sectors: number, scale = 1): Packing {
  const width = regions * 5;
  return {
    row: "row",
    col: "col",
    width,
    derived: {
      year: { divide: 1, modulo: 1 },
      origin_region: { divide: width * sectors, modulo: regions },
      origin_sector: { divide: width, modulo: sectors },
      destination_region: { divide: 5, modulo: regions },
      category: { divide: 1, modulo: 5 },
    },
    values: { value_musd: scale },
  };
}

function flowsOf({ figures, positions }: MrioFigures, { year, z, anomalies }: MrioYear): TableDataset {
  const { regionAt, sectorAt, regions, sectors } = positions;
  const columns = anomalies.overdrawn.length === 1 ? "Column" : "Columns";
  return table(
    {
      name: nameOf("mrio_flows", year),
      title: `Intermediate use between 41 regions and 35 sectors, ${year}`,
      title_zh: `多区域投入产出表：中间使用（${year}年）`,
      kind: "consumption",
      summary: `The non-zero cells of the matrix Z of the WIOD 2013 table of ${year}: what each sector of each region sold to each sector of each region.`,
      years: [year, year],
      traps: [
        datedTrap(year),
        "The table is sparse: a cell that is absent is zero.",
        `Values were rounded to whole millions of USD at the source, so the rows balance to ${(anomalies.gapShare * 100).toFixed(2)} % of output and no closer.`,
        "Position: row and col = region_index * 35 + sector_index, from 0. Rows sell to columns.",
        ...(anomalies.overdrawn.length === 0
          ? []
          : [
              `${columns} above 1, reported and not clipped, with the intermediates bought and the row sum of output: ${anomalies.overdrawn.join(", ")}.`,
            ]),
      ],
    },
    originOf(figures.entry(`mrio_z_${year}`)),
    [
      int16("year", new Int16Array(z.value.length).fill(year), "none", "Year"),
      int32("row", z.row, "none", "Position of the seller, 0 to 1434"),
      int32("col", z.col, "none", "Position of the user, 0 to 1434"),
      label("origin_region", z.row.map(regionAt), "Region of the seller"),
      label("origin_sector", z.row.map(sectorAt), "Sector of the seller"),
      label("destination_region", z.col.map(regionAt), "Region of the user"),
      label("destination_sector", z.col.map(sectorAt), "Sector of the user"),
      float64("value_musd", z.value, musd, "Intermediate delivery"),
    ],
    flowPacking(regions.length, sectors.length),
  );
}

function finalDemandOf({ figures, positions, category }: MrioFigures, { year, y, anomalies }: MrioYear): TableDataset {
  const { regionAt, sectorAt, regions, sectors } = positions;
  const { negativeDemand, negativeInventories } = anomalies;
  return table(
    {
      name: nameOf("mrio_final_demand", year),
      title: `Final demand of 41 regions by category, ${year}`,
      title_zh: `多区域投入产出表：最终需求（${year}年）`,
      kind: "consumption",
      summary: `The non-zero cells of the matrix Y of the WIOD 2013 table of ${year}: what each sector of each region sold to final demand in each region.`,
      years: [year, year],
      traps: [
        datedTrap(year),
        `${negativeDemand} cells are negative: ${negativeInventories} changes in inventories (c42) and ${negativeDemand - negativeInventories} of gross fixed capital formation (c41). They belong to the balance: do not clip them and do not take their logarithm.`,
        "The table is sparse: a cell that is absent is zero.",
        "Position: row = region_index * 35 + sector_index, col = destination region_index * 5 + category_index, from 0.",
      ],
    },
    originOf(figures.entry("mrio_y")),
    [
      int16("year", new Int16Array(y.value.length).fill(year), "none", "Year"),
      int32("row", y.row, "none", "Position of the seller, 0 to 1434"),
      int32("col", y.col, "none", "Position of the final demand column, 0 to 204"),
      label("origin_region", y.row.map(regionAt), "Region of the seller"),
      label("origin_sector", y.row.map(sectorAt), "Sector of the seller"),
      label(
        "destination_region",
        y.col.map((col) => regions[Math.floor(col / 5)]!),
        "Region of final demand",
      ),
      label(
        "category",
        y.col.map((col) => category.codes[col % 5]!),
        "Final demand category, see mrio_final_demand_categories",
      ),
      float64("value_musd", y.value, musd, "Final delivery"),
    ],
    demandPacking(regions.length, sectors.length),
  );
}

function categoriesOf({ figures, category }: MrioFigures): TableDataset {
  return table(
    {
      name: "mrio_final_demand_categories",
      title: "The 5 categories of final demand",
      title_zh: "最终需求的5个类别",
      kind: "consumption",
      summary:
        "Consumption of households, of non-profit organisations and of government, capital formation and inventories, in table order.",
      years: null,
      traps: ["Inventories (c42) have negative cells.", "The Chinese names are a translation made for this notebook."],
    },
    originOf(figures.entry("mrio_final_demand")),
    [
      int16(
        "category_index",
        category.codes.map((_, i) => i),
        "none",
        "Position within the region's final demand, from 0",
      ),
      text("category", category.codes, "WIOD code"),
      text("name_en", category.names, "English name"),
      text("name_zh", categoriesZh, "Chinese name"),
    ],
  );
}

function outputOf({ figures, positions }: MrioFigures, name: string, years: readonly MrioYear[]): TableDataset {
  const { regionAt, sectorAt, count } = positions;
  const [from, to] = [years[0]!.year, years.at(-1)!.year];
  const span = from === to ? `${to}` : `${from}–${to}`;
  const spanZh = from === to ? `${to}年` : `${from}至${to}年`;
  const rows = years.flatMap(() => Array.from({ length: count }, (_, row) => row));
  const gap = Math.max(...years.map(({ anomalies }) => anomalies.largestGap));
  const share = Math.max(...years.map(({ anomalies }) => anomalies.gapShare));
  const zero = years.map(({ anomalies }) => anomalies.zeroOutput);
  const negative = years.flatMap(({ year, anomalies }) =>
    anomalies.negativeOutput.map((place) => (from === to ? place : `${year} ${place}`)),
  );
  return table(
    {
      name,
      title: `Gross output of 41 regions and 35 sectors, ${span}`,
      title_zh: `多区域投入产出表：总产出（${spanZh}）`,
      kind: "consumption",
      summary:
        "The vector x of the WIOD 2013 table, defined as the row sum of Z and Y, with the output WIOD publishes beside it.",
      years: [from, to],
      traps: [
        from === to ? datedTrap(to) : "Each year is in its own prices.",
        `output_musd is the sum of the row (Z plus Y), so that production and consumption close; output_published_musd is WIOD's own figure, which differs by rounding (at most ${gap} million USD, ${(share * 100).toFixed(2)} % in total).`,
        `${Math.min(...zero) === Math.max(...zero) ? zero[0] : `${Math.min(...zero)} to ${Math.max(...zero)}`} sectors have a row sum of zero${negative.length > 0 ? `, and some a negative one by rounded inventories where WIOD publishes zero: ${negative.join(", ")}` : ""}: take their coefficients as zero instead of dividing.`,
        ...(to === latest
          ? ["The sectors with zero output emit 1.7 Mt CO2 in 2011, which no consumer is charged with."]
          : []),
      ],
    },
    originOf(figures.entry("mrio_x")),
    [
      int16(
        "year",
        rows.map((_, i) => years[Math.floor(i / count)]!.year),
        "none",
        "Year",
      ),
      int32("row", rows, "none", "Position, 0 to 1434"),
      label("region", rows.map(regionAt), "Region"),
      label("sector", rows.map(sectorAt), "Sector"),
      float64(
        "output_musd",
        years.flatMap(({ output }) => output.rowSum),
        musd,
        "Gross output: sum of the intermediate and final deliveries of the row",
      ),
      float64(
        "output_published_musd",
        years.flatMap(({ output }) => output.published),
        musd,
        "Gross output as WIOD publishes it",
      ),
    ],
    from === to
      ? undefined
      : {
          row: "year",
          col: "row",
          width: count,
          derived: {
            region: { divide: positions.sectors.length, modulo: positions.regions.length },
            sector: { divide: 1, modulo: positions.sectors.length },
          },
          values: { output_musd: 1, output_published_musd: 1 },
        },
  );
}
