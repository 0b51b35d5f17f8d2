import { float64, int16, int32, label, text } from "./column.ts";
import { must, type Origin, originOf, type TableDataset, table } from "./dataset.ts";
import { demandPacking, flowPacking, musd } from "./mrio.ts";
import { assertCells, type Cells, type MrioFigures } from "./mrio-cells.ts";

const year = 2011;
/** Four decimals at the source. */
const scale = 10_000;
const teaching =
  "A table for teaching: seven regions are coarser than the 41, and the difference is real (aggregation bias). East Asia's consumption is 9.2 % above its production here and 3.9 % there.";

const chinese: Readonly<Record<string, string>> = {
  EUZ: "欧元区",
  NEU: "欧元区以外的欧盟国家",
  NAFTA: "美国、加拿大、墨西哥",
  CHN: "中国",
  EAS: "日本、韩国、中国台湾",
  BRIIAT: "巴西、俄罗斯、印度、印度尼西亚、澳大利亚、土耳其",
  ROW: "世界其他地区",
};

/** The seven-region table of 2011: small enough for any machine and for teaching. */
export async function buildMrio7({ figures, positions, category }: MrioFigures): Promise<TableDataset[]> {
  const { sectors } = positions;
  const list = await figures.read("mrio7_region");
  const codes = list.texts("code");
  const n = codes.length * sectors.length;
  const regionAt = (row: number) => codes[Math.floor(row / sectors.length)]!;
  const sectorAt = (row: number) => sectors[row % sectors.length]!;

  const flows = await figures.read("mrio7_z_2011");
  const z: Cells = {
    row: flows.numbers("row_index"),
    col: flows.numbers("col_index"),
    value: flows.numbers("value_musd"),
  };
  assertCells(flows.entry.file, z, n, n);
  const demand = await figures.read("mrio7_y_2011");
  const position = demand.numbers("final_demand");
  const y: Cells = {
    row: demand.numbers("row_index"),
    col: demand.numbers("region").map((region, i) => (region - 1) * 5 + position[i]! - 1),
    value: demand.numbers("value_musd"),
  };
  assertCells(demand.entry.file, y, n, codes.length * 5);
  const output = await figures.read("mrio7_x_co2_2011");
  const x = output.numbers("output_musd");
  const sums = new Float64Array(n);
  for (const cells of [z, y])
    cells.value.forEach((value, i) => {
      sums[cells.row[i]!]! += value;
    });
  must(x.length === n, () => `${output.entry.file} has ${x.length} rows where the table has ${n}.`);
  x.forEach((value, row) => {
    must(
      Math.abs(sums[row]! - value) < 1e-8 * value + 1e-3,
      () => `${output.entry.file}, row ${row}: Z and Y sum to ${sums[row]} where the table says ${value}.`,
    );
  });
  const co2 = emissions(output.numbers("co2_kt"), list.numbers("household_co2_kt"), sectors.length);
  const years = [year, year] as const;
  const describe = { kind: "consumption", years } as const;

  return [
    regionsOf(originOf(list.entry), codes, list.texts("name_en"), list.texts("members_iso3")),
    table(
      {
        ...describe,
        name: "mrio7_flows",
        title: "Intermediate use between 7 regions and 35 sectors, 2011",
        title_zh: "七区域教学用投入产出表：中间使用（2011年）",
        summary: "The matrix Z of the seven-region table of the WIOD 2013 release, in the columns of mrio_flows.",
        traps: [
          teaching,
          "The labels of the regions in the source file are wrong; the blocks were told apart by their outputs, which agree exactly.",
        ],
      },
      originOf(flows.entry),
      [
        int16("year", new Int16Array(z.value.length).fill(year), "none", "Year"),
        int32("row", z.row, "none", "Position of the seller, 0 to 244"),
        int32("col", z.col, "none", "Position of the user, 0 to 244"),
        label("origin_region", z.row.map(regionAt), "Region of the seller"),
        label("origin_sector", z.row.map(sectorAt), "Sector of the seller"),
        label("destination_region", z.col.map(regionAt), "Region of the user"),
        label("destination_sector", z.col.map(sectorAt), "Sector of the user"),
        float64("value_musd", z.value, musd, "Intermediate delivery"),
      ],
      flowPacking(codes.length, sectors.length, scale),
    ),
    table(
      {
        ...describe,
        name: "mrio7_final_demand",
        title: "Final demand of 7 regions by category, 2011",
        title_zh: "七区域教学用投入产出表：最终需求（2011年）",
        summary: "The matrix Y of the seven-region table, in the columns of mrio_final_demand.",
        traps: [teaching, "Negative cells are drawn-down inventories: they belong to the balance."],
      },
      originOf(demand.entry),
      [
        int16("year", new Int16Array(y.value.length).fill(year), "none", "Year"),
        int32("row", y.row, "none", "Position of the seller, 0 to 244"),
        int32("col", y.col, "none", "Position of the final demand column, 0 to 34"),
        label("origin_region", y.row.map(regionAt), "Region of the seller"),
        label("origin_sector", y.row.map(sectorAt), "Sector of the seller"),
        label(
          "destination_region",
          y.col.map((col) => codes[Math.floor(col / 5)]!),
          "Region of final demand",
        ),
        label(
          "category",
          y.col.map((col) => category.codes[col % 5]!),
          "Final demand category, see mrio_final_demand_categories",
        ),
        float64("value_musd", y.value, musd, "Final delivery"),
      ],
      demandPacking(codes.length, sectors.length, scale),
    ),
    table(
      {
        ...describe,
        name: "mrio7_co2",
        title: "CO2 of 7 regions by sector and households, 2011",
        title_zh: "七区域教学用卫星账户：分部门二氧化碳排放（2011年）",
        summary: "The satellite account of the seven-region table, in the columns of mrio_co2.",
        traps: [teaching, "Accounts follow the resident, not the territory. Sector number 0 (HH) is households."],
      },
      originOf(output.entry),
      [
        int16("year", new Int16Array(co2.value.length).fill(year), "none", "Year"),
        int16("region_index", co2.region, "none", "Position of the region, from 0"),
        label(
          "region",
          co2.region.map((r) => codes[r]!),
          "Region",
        ),
        int16("sector_number", co2.sector, "none", "WIOD number, from 1; 0 for households"),
        label(
          "sector",
          co2.sector.map((s) => (s === 0 ? "HH" : sectors[s - 1]!)),
          "Sector, HH for households",
        ),
        float64("co2_kt", co2.value, "kt CO2", "Direct emissions"),
      ],
    ),
  ];
}

function emissions(sectors: readonly number[], households: readonly number[], N: number) {
  const cells = households.flatMap((household, region) =>
    [household, ...sectors.slice(region * N, region * N + N)].map((value, sector) => ({ region, sector, value })),
  );
  return {
    region: cells.map(({ region }) => region),
    sector: cells.map(({ sector }) => sector),
    value: cells.map(({ value }) => value),
  };
}

function regionsOf(
  origin: Origin,
  codes: readonly string[],
  names: readonly string[],
  members: readonly string[],
): TableDataset {
  return table(
    {
      name: "mrio7_regions",
      title: "The 7 regions of the teaching table",
      title_zh: "教学用七区域表的区域",
      kind: "consumption",
      summary: "The regions of the seven-region table in table order, with the members of each.",
      years: null,
      traps: [teaching, "The Chinese names are a translation made for this notebook."],
    },
    origin,
    [
      int16(
        "region_index",
        codes.map((_, i) => i),
        "none",
        "Position of the region in the table, from 0",
      ),
      text("region", codes, "Region code"),
      text("name_en", names, "English name"),
      text(
        "name_zh",
        codes.map((code) => chinese[code] ?? code),
        "Chinese name",
      ),
      text("members", members, "Members in the table of 41 regions, separated by spaces"),
    ],
  );
}
