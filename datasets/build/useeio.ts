import { copiedTable } from "./copied-table.ts";
import type { CountryKey } from "./countries.ts";
import type { TableDataset } from "./dataset.ts";
import type { Figures } from "./figures.ts";

type Copied = Parameters<typeof copiedTable>[2];
type Part = Pick<Copied, "title" | "title_zh" | "summary" | "traps" | "columns"> & Pick<Copied, "years">;

/** The models that ship: id, name and the matrices that each has. */
const models = [
  { id: "v201", name: "USEEIO v2.0.1", matrices: ["a", "a_d", "c", "d", "n"] },
  { id: "v12", name: "USEEIO v1.2", matrices: ["a", "b", "c", "d", "n"] },
] as const;

/**
 * Two editions of the environmentally extended input–output model of the United States: sectors, indicators, flows, final demand
 * and matrices. The Leontief inverse is not shipped: it is computed from A.
 */
export async function buildUseeio(figures: Figures, countries: CountryKey): Promise<TableDataset[]> {
  const datasets: TableDataset[] = [];
  for (const { id, name, matrices } of models) {
    const parts: [string, Part][] = [
      ...Object.entries(lists(name)),
      ...(id === "v201" ? ([["output", output(name)]] as [string, Part][]) : []),
      ...matrices.map((key): [string, Part] => [key, matrix(name, key)]),
    ];
    for (const [part, described] of parts) {
      const table = `useeio_${id}_${part}`;
      datasets.push(await copiedTable(figures, countries, { kind: "lifecycle", of: table, name: table, ...described }));
    }
  }
  return datasets;
}

const sectorIndex = { type: "int16", description: "Position of the sector in the matrices, from 0" } as const;
const indicatorIndex = { type: "int16", description: "Position of the indicator in the matrices, from 0" } as const;
const flowIndex = { type: "int16", description: "Position of the flow in the matrices, from 0" } as const;
const prices =
  "Dollars of the model's year at producer prices, not purchaser prices of today: convert before you use it.";

function lists(name: string): Readonly<Record<"sector" | "indicator" | "flow" | "demand", Part>> {
  return {
    sector: {
      title: `${name}: sectors`,
      title_zh: `${name}：部门`,
      summary: "Commodities of the economy of the United States, in the order of the rows and columns of the matrices.",
      years: null,
      traps: ["The editions v1.2 and v2.0.1 have 388 and 411 sectors: join them by code, not by position."],
      columns: {
        sector_index: sectorIndex,
        sector_id: { type: "text", description: "Identifier: code and location" },
        code: { type: "text", description: "Code of the US Bureau of Economic Analysis, or of the model" },
        name: { type: "text", description: "Name" },
        location: { type: "label", description: "Location" },
        description: { type: "text", description: "Industry groups, or a description" },
      },
    },
    indicator: {
      title: `${name}: indicators`,
      title_zh: `${name}：指标`,
      summary: "Indicators, in the order of the rows of C, D and N.",
      years: null,
      traps: ["Energy, land, water and minerals are inventories, not impacts. The greenhouse gases are in AR4 GWP100."],
      columns: {
        indicator_index: indicatorIndex,
        code: { type: "label", description: "Code" },
        name: { type: "label", description: "Name" },
        unit: { type: "label", description: "Unit of the indicator" },
        indicator_group: { type: "label", description: "Group" },
      },
    },
    flow: {
      title: `${name}: flows`,
      title_zh: `${name}：流`,
      summary: "Elementary and other flows, in the order of the columns of C (and of the rows of B, where it ships).",
      years: null,
      traps: ["Flows of v2.0.1 have the names of the Federal Elementary Flow List; those of v1.2 are older."],
      columns: {
        flow_index: flowIndex,
        flowable: { type: "text", description: "Substance or resource" },
        context: { type: "label", description: "Compartment" },
        unit: { type: "label", description: "Unit" },
      },
    },
    demand: {
      title: `${name}: final demand, {years}`,
      title_zh: `${name}：最终需求（{years}年）`,
      summary: "Final demand of the United States by sector, for production and consumption perspectives.",
      traps: ["Sectors without demand are left out.", prices],
      columns: {
        demand_id: { type: "label", description: "Identifier of the vector" },
        demand_type: { type: "label", description: "Production or Consumption" },
        demand_system: { type: "label", description: "Complete, Domestic or Full System" },
        year: { type: "int16", unit: "none", description: "Year" },
        sector_index: sectorIndex,
        amount_usd: { type: "float64", unit: "USD", description: "Final demand" },
      },
    },
  };
}

function output(name: string): Part {
  return {
    title: `${name}: output of commodities and industries`,
    title_zh: `${name}：商品与行业产出`,
    summary: "Total output by commodity (q) and by industry (x).",
    years: null,
    traps: ["x runs over industries, q over commodities: the position is the same, what it counts is not.", prices],
    columns: {
      sector_index: sectorIndex,
      commodity_output_usd: { type: "float64", unit: "USD of 2012", description: "Output of the commodity, q" },
      industry_output_usd: { type: "float64", unit: "USD of 2012", description: "Output of the industry, x" },
    },
  };
}

type MatrixKey = "a" | "a_d" | "b" | "c" | "d" | "n";

/** A matrix as its cells other than zero. */
function matrix(name: string, key: MatrixKey): Part {
  const { what, what_zh, unit, row, column } = matrixTexts[key];
  const symbol = key === "a_d" ? "A_d" : key.toUpperCase();
  const [rowName, columnName] =
    row === "sector" ? ["sector_index_row", "sector_index_col"] : [`${row}_index`, `${column}_index`];
  return {
    title: `${name}: matrix ${symbol}, ${what}`,
    title_zh: `${name}：矩阵 ${symbol}，${what_zh}`,
    summary: `The cells of ${symbol} other than zero (${row}s by ${column}s): ${what}.`,
    years: null,
    traps: [
      key === "n"
        ? "It follows from D and A: N = D·(I − A)⁻¹."
        : "Cells that are absent are zero. The Leontief inverse is not shipped: compute it from A.",
      ...(key === "c" ? [] : [prices]),
    ],
    columns: {
      [rowName!]: { type: "int16", description: `Position of the ${row} of the row, from 0` },
      [columnName!]: { type: "int16", description: `Position of the ${column} of the column, from 0` },
      value: { type: "float64", unit, description: "Cell" },
    },
  };
}

const matrixTexts = {
  a: {
    what: "direct requirements per dollar, imports included",
    what_zh: "直接消耗系数（含进口）",
    unit: "USD/USD",
    row: "sector",
    column: "sector",
  },
  a_d: {
    what: "direct requirements per dollar from domestic producers",
    what_zh: "直接消耗系数（仅国内）",
    unit: "USD/USD",
    row: "sector",
    column: "sector",
  },
  b: {
    what: "direct flows per dollar of output",
    what_zh: "单位产出的直接流",
    unit: "flow unit/USD",
    row: "flow",
    column: "sector",
  },
  c: {
    what: "characterisation factors",
    what_zh: "特征化因子",
    unit: "indicator unit/flow unit",
    row: "indicator",
    column: "flow",
  },
  d: {
    what: "direct impacts per dollar of output",
    what_zh: "单位产出的直接影响",
    unit: "indicator unit/USD",
    row: "indicator",
    column: "sector",
  },
  n: {
    what: "direct and indirect impacts per dollar of final demand",
    what_zh: "单位最终需求的完全影响",
    unit: "indicator unit/USD",
    row: "indicator",
    column: "sector",
  },
} as const satisfies Readonly<Record<MatrixKey, object>>;
