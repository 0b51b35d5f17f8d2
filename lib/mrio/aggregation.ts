import { messages } from "../message/message.ts";
import { csrFromDense, csrFromTriplets } from "../numeric/csr.ts";
import { type DenseMatrix, dense } from "../numeric/matrix.ts";
import { type InputOutputTable, TableError } from "./table.ts";

const texts = messages("mrio", {
  unknownCode: {
    en: 'The concordance names "{code}", which is none of the {field}.',
    zh: "对照表中的“{code}”不在 {field} 之列。",
  },
});

/** Code of the table → code of its group. An omitted code stays itself. */
export type Concordance = Readonly<Record<string, string>>;

/**
 * Aggregates regions, sectors or both: Z* = P Z Pᵀ, Y* = P Y, F* = F Pᵀ. Nothing is weighted, so totals are preserved;
 * the differences between the members of a group are lost (aggregation bias).
 * Groups are in the order of their first members. Several categories of final demand stay separate.
 * Miller & Blair (2009), chapter 4; Steen-Olsen et al. (2014), doi:10.1080/09535314.2014.934325.
 * Throws TableError if a concordance has a code that is not in the table.
 */
export function aggregate(
  table: InputOutputTable,
  concordance: { readonly regions?: Concordance; readonly sectors?: Concordance },
): InputOutputTable {
  const regions = group("regions", table.regions, concordance.regions);
  const sectors = group("sectors", table.sectors, concordance.sectors);
  const N = table.sectors.length;
  const n = table.x.length;
  const wide = sectors.names.length;
  const place = Int32Array.from({ length: n }, (_, i) => {
    return regions.of[Math.floor(i / N)]! * wide + sectors.of[i % N]!;
  });
  const size = regions.names.length * wide;
  const columns = groupColumns(table, regions.of);
  return {
    regions: regions.names,
    sectors: sectors.names,
    Z: mergeCells(table, place, size),
    Y: mergeMatrix(table.Y, place, size, columns.of, columns.regions.length),
    yRegions: Int32Array.from(columns.regions),
    yCategories: columns.categories,
    x: mergeVector(table.x, place, size),
    F: mergeMatrix(table.F, undefined, table.F.rows, place, size),
    FY: mergeMatrix(table.FY, undefined, table.FY.rows, columns.of, columns.regions.length),
    stressors: table.stressors,
    ...(table.accounts && { accounts: table.accounts }),
    units: table.units,
    ...(table.modelled && { modelled: { label: table.modelled.label } }),
  };
}

/** Columns of one group of regions and one category become one. */
function groupColumns(table: InputOutputTable, regionOf: Int32Array) {
  const keys = new Map<string, number>();
  const regions: number[] = [];
  const categories: string[] = [];
  const of = Int32Array.from(table.yCategories, (category, c) => {
    const region = regionOf[table.yRegions[c]!]!;
    const key = `${region} ${category}`;
    const known = keys.get(key);
    if (known !== undefined) return known;
    keys.set(key, regions.length);
    categories.push(category);
    return regions.push(region) - 1;
  });
  return { of, regions, categories };
}

function group(
  field: string,
  codes: readonly string[],
  concordance: Concordance = {},
): { names: string[]; of: Int32Array } {
  for (const code of Object.keys(concordance)) {
    if (!codes.includes(code)) throw new TableError(field, texts.unknownCode({ code, field }));
  }
  const names: string[] = [];
  const of = Int32Array.from(codes, (code) => {
    const name = concordance[code] ?? code;
    const known = names.indexOf(name);
    return known >= 0 ? known : names.push(name) - 1;
  });
  return { names, of };
}

function mergeCells({ Z }: InputOutputTable, place: Int32Array, size: number) {
  if (Z.kind === "dense") return mergeMatrix(Z, place, size, place, size);
  const { rowStarts, columnIndices, values } = Z;
  // A coarse table is small: cells are added in a dense matrix. A fine one would be mostly empty, so its cells are sorted.
  if (size * size <= 4 * values.length) {
    const sums = dense(size, size);
    for (let i = 0; i < Z.rows; i++) {
      const row = place[i]! * size;
      for (let p = rowStarts[i]!, end = rowStarts[i + 1]!; p < end; p++) {
        sums.data[row + place[columnIndices[p]!]!]! += values[p]!;
      }
    }
    return csrFromDense(sums);
  }
  const rows = new Int32Array(values.length);
  for (let i = 0; i < Z.rows; i++) rows.fill(place[i]!, rowStarts[i], rowStarts[i + 1]);
  const columns = columnIndices.map((j) => place[j]!);
  return csrFromTriplets(size, size, rows, columns, values);
}

function mergeMatrix(
  matrix: DenseMatrix,
  rowPlace: Int32Array | undefined,
  rows: number,
  columnPlace: Int32Array,
  columns: number,
): DenseMatrix {
  const result = dense(rows, columns);
  for (let i = 0; i < matrix.rows; i++) {
    const row = rowPlace ? rowPlace[i]! : i;
    for (let j = 0; j < matrix.columns; j++) {
      result.data[row * columns + columnPlace[j]!]! += matrix.data[i * matrix.columns + j]!;
    }
  }
  return result;
}

function mergeVector(vector: Float64Array, place: Int32Array, size: number): Float64Array {
  const result = new Float64Array(size);
  vector.forEach((value, i) => {
    result[place[i]!]! += value;
  });
  return result;
}
