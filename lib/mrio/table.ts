import { Fault } from "../message/fault.ts";
import { type Message, messages } from "../message/message.ts";
import { cellsOf, columnSums, type Matrix, rowSums } from "../numeric/csr.ts";
import { type DenseMatrix, dense } from "../numeric/matrix.ts";

const said = messages("mrio", {
  lengthOfOutput: {
    en: "x has {count} entries, but {size} are needed.",
    zh: "x 有 {count} 个数，应为 {size} 个。",
  },
  size: {
    en: "{regions} regions × {sectors} sectors = {rows}",
    zh: "{regions} 个区域 × {sectors} 个部门 = {rows}",
  },
  sizeOfAccount: { en: "{stressors} stressors and {size}", zh: "{stressors} 个压力因子；{size}" },
  sizeOfDemandAccount: {
    en: "{stressors} stressors and the columns of Y",
    zh: "{stressors} 个压力因子与 Y 的列数",
  },
  unitsOfStressors: {
    en: "units.stressors has {count} entries, but there are {stressors} stressors.",
    zh: "units.stressors 有 {count} 项，而压力因子有 {stressors} 个。",
  },
  accountsOfStressors: {
    en: "accounts has {count} entries, but there are {stressors} stressors.",
    zh: "accounts 有 {count} 项，而压力因子有 {stressors} 个。",
  },
  categoriesOfDemand: {
    en: "yCategories has {count} entries, but Y has {columns} columns.",
    zh: "yCategories 有 {count} 项，而 Y 有 {columns} 列。",
  },
  noRegionsOfDemand: {
    en: "yRegions is missing: Y has {columns} columns and there are {count} regions, so the region of each column must be named.",
    zh: "缺少 yRegions：Y 有 {columns} 列而区域有 {count} 个，须写明每列所属的区域。",
  },
  regionsOfDemand: {
    en: "yRegions has {count} entries, but Y has {columns} columns.",
    zh: "yRegions 有 {count} 项，而 Y 有 {columns} 列。",
  },
  unknownRegionOfDemand: {
    en: "yRegions[{at}] is {given}, which is none of the regions.",
    zh: "yRegions[{at}] 为 {given}，不在区域之列。",
  },
  emptyNames: {
    en: "{field} is empty; at least one is needed.",
    zh: "{field} 为空，至少需要一项。",
  },
  doubleName: {
    en: '{field} names "{name}" twice; names must differ.',
    zh: "{field} 中“{name}”出现了两次；名称不能重复。",
  },
  shape: {
    en: "{field} is {rows} × {columns}, but {neededRows} × {neededColumns} is needed ({why}).",
    zh: "{field} 为 {rows} × {columns}，应为 {neededRows} × {neededColumns}（{why}）。",
  },
  notNumber: {
    en: "{field} is {values} at position {at}; every value must be a number.",
    zh: "{field} 在位置 {at} 处为 {values}；每个值都必须是数字。",
  },
});

/**
 * A multi-regional input–output table with its satellite account. R regions × N sectors = n rows, region by region:
 * row `r · N + s`. Rows sell to columns. Symbols follow pymrio (Stadler 2021, J. Open Res. Softw. 9: 8,
 * doi:10.5334/jors.251).
 */
export interface InputOutputTable {
  readonly regions: readonly string[];
  readonly sectors: readonly string[];
  /** Intermediate deliveries, n × n, in `units.money`. */
  readonly Z: Matrix;
  /** Final demand, n × C, in `units.money`. Negative cells (inventories) are legitimate. */
  readonly Y: DenseMatrix;
  /** The consuming region (its index) of each column of Y. Several categories may belong to one region. */
  readonly yRegions: Int32Array;
  /** The final-demand category of each column of Y. */
  readonly yCategories: readonly string[];
  /** Gross output, n. Row sums of Z and Y unless given. */
  readonly x: Float64Array;
  /** Satellite account of production, K × n, in `units.stressors`. */
  readonly F: DenseMatrix;
  /** Direct emissions of final demand (households), K × C. */
  readonly FY: DenseMatrix;
  readonly stressors: readonly string[];
  /** The satellite account of each stressor (emissions, land), if there are several. */
  readonly accounts?: readonly string[];
  readonly units: TableUnits;
  /** English names of regions and sectors, if known. */
  readonly names?: TableNames;
  /** For a table that was not published: what it is, for captions and notes. */
  readonly modelled?: ModelledTable;
}

/** Statements on a modelled table. */
export interface ModelledTable {
  /** One sentence: from what, how, and what was known. */
  readonly label: Message;
  /** The largest relative errors of consumption emissions, stressor × region, in cases whose table is known; lost by aggregation. */
  readonly errors?: {
    readonly from: readonly number[];
    readonly to: number;
    readonly byGas: readonly (readonly number[])[];
  };
}

/** Names in the order of the codes. */
export interface TableNames {
  readonly regions?: readonly string[];
  readonly sectors?: readonly string[];
}

export interface TableUnits {
  readonly money: string;
  /** One unit per stressor. */
  readonly stressors: readonly string[];
}

/** Input of the constructor; parts that follow from the others may be omitted. */
export interface TableInput {
  readonly regions: readonly string[];
  readonly sectors: readonly string[];
  readonly Z: Matrix;
  readonly Y: DenseMatrix;
  /** Region codes or indices; default 0 … R − 1 if Y has one column per region, or there is one region. */
  readonly yRegions?: ArrayLike<string | number>;
  readonly yCategories?: readonly string[];
  readonly x?: Float64Array;
  readonly F: DenseMatrix;
  readonly FY?: DenseMatrix;
  readonly stressors: readonly string[];
  readonly accounts?: readonly string[];
  readonly units?: Partial<TableUnits>;
  readonly names?: TableNames;
}

/** Thrown if the parts of a table do not fit. `field` names the part. */
export class TableError extends Fault {
  override readonly name = "TableError";
  declare readonly field: string;
  constructor(field: string, said: Message) {
    super(said, { field });
  }
}

/** Checks that all parts fit and derives omitted parts. Throws TableError. */
export function inputOutputTable(input: TableInput): InputOutputTable {
  const { regions, sectors, Z, Y, F, stressors } = input;
  requireNames("regions", regions);
  requireNames("sectors", sectors);
  requireNames("stressors", stressors);
  const n = regions.length * sectors.length;
  const size = said.size({ regions: regions.length, sectors: sectors.length, rows: n });
  requireShape("Z", Z, n, n, size);
  requireShape("Y", Y, n, Y.columns, size);
  requireShape("F", F, stressors.length, n, said.sizeOfAccount({ stressors: stressors.length, size }));
  const FY = input.FY ?? dense(stressors.length, Y.columns);
  requireShape("FY", FY, stressors.length, Y.columns, said.sizeOfDemandAccount({ stressors: stressors.length }));
  requireFinite("Z", cellsOf(Z));
  requireFinite("Y", Y.data);
  requireFinite("F", F.data);
  requireFinite("FY", FY.data);
  const x = input.x ?? calcX(Z, Y);
  if (x.length !== n) throw new TableError("x", said.lengthOfOutput({ count: x.length, size }));
  requireFinite("x", x);
  const units = {
    money: input.units?.money ?? "",
    stressors: input.units?.stressors ?? stressors.map(() => ""),
  };
  if (units.stressors.length !== stressors.length) {
    throw new TableError(
      "units.stressors",
      said.unitsOfStressors({ count: units.stressors.length, stressors: stressors.length }),
    );
  }
  const { accounts } = input;
  if (accounts && accounts.length !== stressors.length) {
    throw new TableError("accounts", said.accountsOfStressors({ count: accounts.length, stressors: stressors.length }));
  }
  const yRegions = regionsOfDemand(regions, Y.columns, input.yRegions);
  const yCategories = input.yCategories ?? numberedCategories(yRegions);
  if (yCategories.length !== Y.columns) {
    throw new TableError("yCategories", said.categoriesOfDemand({ count: yCategories.length, columns: Y.columns }));
  }
  const more = { ...(accounts && { accounts }), ...(input.names && { names: input.names }) };
  return { regions, sectors, Z, Y, yRegions, yCategories, x, F, FY, stressors, units, ...more };
}

/**
 * Gross output x = Z 1 + Y 1 (n). Units of Z.
 * Miller & Blair (2009), Input–Output Analysis, 2nd ed., chapter 2.
 */
export function calcX(Z: Matrix, Y: DenseMatrix): Float64Array {
  const x = rowSums(Z);
  const demand = rowSums(Y);
  for (let i = 0; i < x.length; i++) x[i]! += demand[i]!;
  return x;
}

/**
 * Value added v = x − 1ᵀ Z (n), including taxes less subsidies and all other non-intermediate inputs.
 * Units of Z. Miller & Blair (2009), chapter 2.
 */
export function calcValueAdded(Z: Matrix, x: Float64Array): Float64Array {
  const inputs = columnSums(Z);
  return x.map((output, j) => output - inputs[j]!);
}

/** "CHN.c17": region and sector of row i, for display. */
export function labelOf(table: Pick<InputOutputTable, "regions" | "sectors">, i: number): string {
  const N = table.sectors.length;
  return `${table.regions[Math.floor(i / N)]}.${table.sectors[i % N]}`;
}

function regionsOfDemand(
  regions: readonly string[],
  columns: number,
  given: ArrayLike<string | number> | undefined,
): Int32Array {
  if (!given) {
    if (regions.length === 1) return new Int32Array(columns);
    if (columns === regions.length) return Int32Array.from(regions, (_, r) => r);
    throw new TableError("yRegions", said.noRegionsOfDemand({ columns, count: regions.length }));
  }
  if (given.length !== columns) {
    throw new TableError("yRegions", said.regionsOfDemand({ count: given.length, columns }));
  }
  const known = new Map(regions.map((region, r) => [region, r]));
  return Int32Array.from({ length: columns }, (_, c) => {
    const region = given[c]!;
    const index = typeof region === "number" ? region : (known.get(region) ?? -1);
    if (Number.isInteger(index) && index >= 0 && index < regions.length) return index;
    throw new TableError(`yRegions[${c}]`, said.unknownRegionOfDemand({ at: c, given: JSON.stringify(region) }));
  });
}

/** "final demand", numbered within each region if it has several columns: columns of one name are one category. */
function numberedCategories(yRegions: Int32Array): string[] {
  const several = new Set(yRegions).size < yRegions.length;
  const seen = new Map<number, number>();
  return Array.from(yRegions, (region) => {
    const number = (seen.get(region) ?? 0) + 1;
    seen.set(region, number);
    return several ? `final demand ${number}` : "final demand";
  });
}

function requireNames(field: string, names: readonly string[]): void {
  if (names.length === 0) throw new TableError(field, said.emptyNames({ field }));
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) throw new TableError(field, said.doubleName({ field, name }));
    seen.add(name);
  }
}

function requireShape(
  field: string,
  matrix: { rows: number; columns: number },
  rows: number,
  columns: number,
  why: Message,
): void {
  if (matrix.rows === rows && matrix.columns === columns) return;
  throw new TableError(
    field,
    said.shape({ field, rows: matrix.rows, columns: matrix.columns, neededRows: rows, neededColumns: columns, why }),
  );
}

function requireFinite(field: string, values: Float64Array): void {
  for (let at = 0; at < values.length; at++) {
    if (Number.isFinite(values[at])) continue;
    throw new TableError(field, said.notNumber({ field, values: values[at], at }));
  }
}
