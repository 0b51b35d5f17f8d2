import { messages } from "../message/message.ts";
import { csrFromTriplets } from "../numeric/csr.ts";
import { dense } from "../numeric/matrix.ts";
import { type InputOutputTable, inputOutputTable, TableError, type TableNames, type TableUnits } from "./table.ts";

const texts = messages("mrio", {
  unknownEmissionSector: {
    en: "emissions[{stressor}].sector[{at}] is {sector}, but there are {count} sectors (0 … {last}, −1 for households).",
    zh: "emissions[{stressor}].sector[{at}] 为 {sector}，而部门只有 {count} 个（0 … {last}，−1 表示居民）。",
  },
  notInTable: {
    en: "{field} is {given}, which is not a {noun} of the table.",
    zh: "{field} 为 {given}，表中没有这个{noun}。",
  },
  columnLength: {
    en: "{field}.{name} has {count} entries, but {field}.{first} has {expected}.",
    zh: "{field}.{name} 有 {count} 个数，而 {field}.{first} 有 {expected} 个。",
  },
  rowOutside: {
    en: "{field}[{at}] is {index}, but the table has rows 0 … {last}.",
    zh: "{field}[{at}] 为 {index}，而表的行号为 0 … {last}。",
  },
});

/** Columns as an Arrow table gives them (`table.getChild(name).toArray()`); rows and columns of Z are 0 … n − 1. */
export interface TableColumns {
  readonly regions: readonly string[];
  readonly sectors: readonly string[];
  readonly flows: {
    readonly row: ArrayLike<number>;
    readonly col: ArrayLike<number>;
    readonly value: ArrayLike<number>;
  };
  /** `region` is a code or an index 0 … R − 1; without `category`, Y has one column per region. */
  readonly finalDemand: {
    readonly row: ArrayLike<number>;
    readonly region: ArrayLike<string | number>;
    readonly category?: ArrayLike<string | number>;
    readonly value: ArrayLike<number>;
  };
  /** One entry per stressor: emissions of sectors, index 0 … N − 1; a negative sector (−1) is households. */
  readonly emissions: readonly EmissionColumns[];
  /** Gross output, if the publisher's own is used instead of the row sums. */
  readonly x?: Float64Array;
  readonly money?: string;
  readonly names?: TableNames;
}

export interface EmissionColumns {
  readonly stressor: string;
  readonly unit: string;
  readonly region: ArrayLike<string | number>;
  readonly sector: ArrayLike<number>;
  readonly value: ArrayLike<number>;
}

/**
 * Builds the table from columns of cells. Duplicate cells are added. The direct emissions of households go to the first
 * final-demand column of their region (category order of appearance).
 * Throws TableError if a code, a row or a column is not in the table.
 */
export function tableFromColumns(columns: TableColumns): InputOutputTable {
  const { regions, sectors, flows, finalDemand, emissions } = columns;
  const n = regions.length * sectors.length;
  const regionIndex = indexer("region", regions);
  requireEqualLengths("flows", flows);
  requireWithin("flows.row", flows.row, n);
  requireWithin("flows.col", flows.col, n);
  const Z = csrFromTriplets(n, n, flows.row, flows.col, flows.value);

  requireEqualLengths("finalDemand", finalDemand);
  requireWithin("finalDemand.row", finalDemand.row, n);
  const categories = categoriesOf(finalDemand.category);
  const C = regions.length * categories.length;
  const Y = dense(n, C);
  const place = new Map(categories.map((category, c) => [category, c]));
  for (let p = 0; p < finalDemand.value.length; p++) {
    const category = finalDemand.category ? place.get(String(finalDemand.category[p]))! : 0;
    const region = regionIndex(finalDemand.region[p]!, `finalDemand.region[${p}]`);
    Y.data[finalDemand.row[p]! * C + region * categories.length + category]! += Number(finalDemand.value[p]!);
  }

  const F = dense(emissions.length, n);
  const FY = dense(emissions.length, C);
  emissions.forEach((emission, k) => {
    requireEqualLengths(`emissions[${k}]`, { region: emission.region, sector: emission.sector, value: emission.value });
    for (let p = 0; p < emission.value.length; p++) {
      const region = regionIndex(emission.region[p]!, `emissions[${k}].region[${p}]`);
      const sector = Number(emission.sector[p]!);
      const value = Number(emission.value[p]!);
      if (sector < 0) FY.data[k * C + region * categories.length]! += value;
      else if (sector < sectors.length) F.data[k * n + region * sectors.length + sector]! += value;
      else {
        throw new TableError(
          `emissions[${k}].sector[${p}]`,
          texts.unknownEmissionSector({ stressor: k, at: p, sector, count: sectors.length, last: sectors.length - 1 }),
        );
      }
    }
  });
  return inputOutputTable({
    regions,
    sectors,
    Z,
    Y,
    yRegions: Int32Array.from({ length: C }, (_, c) => Math.floor(c / categories.length)),
    yCategories: Array.from({ length: C }, (_, c) => categories[c % categories.length]!),
    ...(columns.x ? { x: columns.x } : {}),
    F,
    FY,
    stressors: emissions.map(({ stressor }) => stressor),
    units: { money: columns.money ?? "", stressors: emissions.map(({ unit }) => unit) } satisfies TableUnits,
    ...(columns.names ? { names: columns.names } : {}),
  });
}

function categoriesOf(column: ArrayLike<string | number> | undefined): string[] {
  if (!column) return ["final demand"];
  const found = new Set<string | number>();
  for (let p = 0; p < column.length; p++) found.add(column[p]!);
  // Numbered categories in numeric order, named ones in order of appearance.
  const list = [...found];
  if (list.every((category) => typeof category === "number")) list.sort((a, b) => Number(a) - Number(b));
  return list.map(String);
}

function indexer(noun: string, codes: readonly string[]): (code: string | number, field: string) => number {
  const known = new Map(codes.map((code, index) => [code, index]));
  return (code, field) => {
    const index = typeof code === "string" ? known.get(code) : Number(code);
    if (index !== undefined && Number.isInteger(index) && index >= 0 && index < codes.length) return index;
    throw new TableError(field, texts.notInTable({ field, given: JSON.stringify(code), noun }));
  };
}

function requireEqualLengths(field: string, parts: Record<string, ArrayLike<unknown> | undefined>): void {
  const given = Object.entries(parts).filter((part): part is [string, ArrayLike<unknown>] => part[1] !== undefined);
  const [first] = given;
  for (const [name, column] of given) {
    if (first && column.length !== first[1].length) {
      throw new TableError(
        `${field}.${name}`,
        texts.columnLength({ field, name, count: column.length, first: first[0], expected: first[1].length }),
      );
    }
  }
}

function requireWithin(field: string, indices: ArrayLike<number>, n: number): void {
  for (let p = 0; p < indices.length; p++) {
    const index = indices[p]!;
    if (!(index >= 0 && index < n)) {
      throw new TableError(`${field}[${p}]`, texts.rowOutside({ field, at: p, index, last: n - 1 }));
    }
  }
}
