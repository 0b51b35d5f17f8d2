import { type Axis, type ColumnDeclaration, textColumn } from "../../tool/table.ts";
import type { TableNames, TableUnits } from "../table.ts";

/** The keys of rows in results on a table. */
export interface TableLabels {
  readonly regions: readonly string[];
  readonly sectors: readonly string[];
  readonly stressors: readonly string[];
  readonly units?: Partial<TableUnits> | undefined;
  readonly names?: TableNames;
  readonly finalDemand?: DemandLabels;
}

/** The region and category of each column of final demand. */
export interface DemandLabels {
  readonly regions: readonly string[];
  readonly categories: readonly string[];
}

type Columns = Readonly<Record<string, ColumnDeclaration>>;
type Axes = Readonly<Record<string, Axis | undefined>>;

const ofStressors: Columns = {
  stressor: textColumn({ en: "The stressor, where the table has several.", zh: "压力因子；表中有多个时才有此列。" }),
  unit: textColumn({
    en: "The unit of the row's emissions, where stressors differ in it.",
    zh: "该行排放的单位；各压力因子单位不同时才有此列。",
  }),
};

export const regionCode = textColumn({ en: "Code of the region.", zh: "区域代码。" });
export const regionName = textColumn({
  en: "English name of the region; its code where none is known.",
  zh: "区域的英文名称；未知时为代码。",
});
const sectorCode = textColumn({ en: "Code of the sector.", zh: "部门代码。" });
const sectorName = textColumn({
  en: "English name of the sector; its code where none is known.",
  zh: "部门的英文名称；未知时为代码。",
});

/** The columns of rows that are regions, sectors of regions, or pairs of regions, once for each stressor. */
export const regionColumns: Columns = { ...ofStressors, region: regionCode, name: regionName };

export const sectorColumns: Columns = {
  ...ofStressors,
  region: regionCode,
  sector: sectorCode,
  regionName,
  sectorName,
};

/** The key columns of rows for columns of final demand. */
export const demandColumns: Columns = {
  ...regionColumns,
  category: textColumn({ en: "Category of final demand, where it is known.", zh: "最终需求类别；已知时才有此列。" }),
};

/** The columns of pairs: origin and destination region. */
export function pairColumns(from: string, to: string): Columns {
  return {
    ...ofStressors,
    [from]: regionCode,
    [to]: regionCode,
    [`${from}Name`]: regionName,
    [`${to}Name`]: regionName,
  };
}

/** The columns of final products: origin, sector and consumer. */
export const productColumns: Columns = {
  ...pairColumns("origin", "consumer"),
  sector: sectorCode,
  sectorName,
};

/** The labels of RN × R numbers for each stressor, or for one stressor. */
export function productAxes(labels: TableLabels, stressors: "each" | "one"): Axes {
  const { regions, sectors, names } = labels;
  const R = regions.length;
  const N = sectors.length;
  return {
    ...(stressors === "each" ? stressorAxes(labels, R * N * R) : {}),
    origin: { labels: regions, each: N * R },
    consumer: { labels: regions, each: 1 },
    originName: { labels: regionNames(labels), each: N * R },
    consumerName: { labels: regionNames(labels), each: 1 },
    sector: { labels: sectors, each: R },
    sectorName: { labels: names?.sectors ?? sectors, each: R },
  };
}

/** The labels of K × R numbers. */
export function regionAxes(labels: TableLabels): Axes {
  const { regions } = labels;
  return {
    ...stressorAxes(labels, regions.length),
    region: { labels: regions, each: 1 },
    name: { labels: regionNames(labels), each: 1 },
  };
}

/** The labels of K × C numbers. Plain tables have the region of each column as in the input, and no category. */
export function demandAxes(
  labels: TableLabels & { readonly yRegions?: readonly (string | number)[] },
  columns: number,
): Axes {
  const { regions, names, finalDemand, yRegions } = labels;
  const given = yRegions?.map((region) => (typeof region === "number" ? regions[region]! : region));
  const one = Array.from({ length: columns }, (_, c) => regions[c % regions.length]!);
  const codes = finalDemand?.regions ?? given ?? one;
  return {
    ...stressorAxes(labels, columns),
    region: { labels: codes, each: 1 },
    name: { labels: codes.map((code) => names?.regions?.[regions.indexOf(code)] ?? code), each: 1 },
    category: finalDemand ? { labels: finalDemand.categories, each: 1 } : undefined,
  };
}

/** The labels of K × RN numbers. */
export function sectorAxes(labels: TableLabels): Axes {
  const { regions, sectors, names } = labels;
  const N = sectors.length;
  return {
    ...stressorAxes(labels, regions.length * N),
    region: { labels: regions, each: N },
    sector: { labels: sectors, each: 1 },
    regionName: { labels: regionNames(labels), each: N },
    sectorName: { labels: names?.sectors ?? sectors, each: 1 },
  };
}

/** The labels of K times R × R numbers. */
export function pairAxes(labels: TableLabels, from: string, to: string): Axes {
  const { regions } = labels;
  const R = regions.length;
  return {
    ...stressorAxes(labels, R * R),
    [from]: { labels: regions, each: R },
    [to]: { labels: regions, each: 1 },
    [`${from}Name`]: { labels: regionNames(labels), each: R },
    [`${to}Name`]: { labels: regionNames(labels), each: 1 },
  };
}

/** Stressor and unit, each repeated for so many rows; neither for a single stressor. */
function stressorAxes({ stressors, units }: TableLabels, each: number): Axes {
  if (stressors.length === 1) return {};
  const own = units?.stressors ?? [];
  return {
    stressor: { labels: stressors, each },
    unit: new Set(own).size > 1 ? { labels: own, each } : undefined,
  };
}

function regionNames({ regions, names }: TableLabels): readonly string[] {
  return names?.regions ?? regions;
}
