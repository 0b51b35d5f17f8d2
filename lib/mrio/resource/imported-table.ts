import { messages } from "../../message/message.ts";
import type { Matrix } from "../../numeric/csr.ts";
import { type DenseMatrix, dense } from "../../numeric/matrix.ts";
import type { DatasetColumns, Read } from "../../tool/read.ts";
import { type InputOutputTable, inputOutputTable } from "../table.ts";
import { importedNames } from "./dataset-names.ts";
import { filled, labelsOf } from "./filled-column.ts";
import type { TableRequest } from "./request.ts";
import { TableRequestError } from "./table-request-error.ts";

const texts = messages("mrio", {
  importedRequest: {
    en: "An imported table has its own emissions and regions; name source and year alone.",
    zh: "导入的表自带排放和区域，只需给出来源和年份。",
  },
  importedRows: {
    en: "The imported table {source} of {year} has {rows} rows where {needed} are needed.",
    zh: "导入的 {source} {year} 年表有 {rows} 行，应为 {needed} 行。",
  },
  importedWithoutEmissions: {
    en: "The table {source} of {year} was imported without emissions. Import its files again and keep at least one stressor.",
    zh: "{year} 年的表 {source} 导入时没有保留任何排放。请重新导入其文件，并至少保留一项压力因子。",
  },
});

/** A table from its datasets in the browser's own storage, where it was imported. Throws TableRequestError. */
export async function importedTable(request: TableRequest, read: Read): Promise<InputOutputTable> {
  const { source = "", year, emissionsYear = year } = request;
  if (emissionsYear !== year || request.regions !== undefined) {
    throw new TableRequestError(texts.importedRequest());
  }
  const names = importedNames(source, year);
  const [output, columns, demand, stressors, emissions] = await Promise.all([
    read(names.output),
    read(names.demandColumns),
    read(names.finalDemand),
    read(names.stressors),
    read(names.emissions),
  ]);
  const flows = await read(names.flows);
  const regions = [...new Set(labelsOf(output, "region"))];
  const sectors = [...new Set(labelsOf(output, "sector"))];
  const n = regions.length * sectors.length;
  if (output.rows !== n) {
    throw new TableRequestError(texts.importedRows({ source, year, rows: output.rows, needed: n }));
  }
  const categories = labelsOf(columns, "category");
  const C = categories.length;
  const stressorNames = labelsOf(stressors, "stressor");
  if (stressorNames.length === 0) {
    throw new TableRequestError(texts.importedWithoutEmissions({ source, year }));
  }
  const Y = dense(n, C);
  add(Y, filled(demand, "row"), filled(demand, "col"), filled(demand, "value"));
  const F = dense(stressorNames.length, n);
  const FY = dense(stressorNames.length, C);
  const [stressor, row, column, value] = ["stressor_index", "row", "demand_column", "value"].map((name) =>
    filled(emissions, name),
  );
  for (let p = 0; p < emissions.rows; p++) {
    if (row![p]! >= 0) F.data[stressor![p]! * n + row![p]!]! += value![p]!;
    else FY.data[stressor![p]! * C + column![p]!]! += value![p]!;
  }
  return inputOutputTable({
    regions,
    sectors,
    Z: flowsOf(flows, n),
    Y,
    yRegions: labelsOf(columns, "region"),
    yCategories: categories,
    x: filled(output, "output") as Float64Array,
    F,
    FY,
    stressors: stressorNames,
    // Tables that were imported before accounts were kept apart have none.
    ...(stressors.has("account") && { accounts: labelsOf(stressors, "account") }),
    units: { money: flows.unit("value") ?? "", stressors: labelsOf(stressors, "unit") },
  });
}

function add(to: DenseMatrix, row: ArrayLike<number>, col: ArrayLike<number>, value: ArrayLike<number>): void {
  for (let p = 0; p < value.length; p++) to.data[row[p]! * to.columns + col[p]!]! += value[p]!;
}

/** Above this share of non-zero cells a dense matrix is smaller than lists of cells: 8 bytes per cell instead of 16. */
const DENSE_FILL = 0.5;

/**
 * The flows as a matrix. A full table becomes a dense one in ordinary memory, and its file can be released: the kernels'
 * memory is for the coefficients, which `systemOf` writes there once. A sparse one keeps the file's bytes, whose cells
 * are in row order.
 */
function flowsOf(flows: DatasetColumns, n: number): Matrix {
  const row = filled(flows, "row");
  const columnIndices = filled(flows, "col") as Int32Array;
  const values = filled(flows, "value") as Float64Array;
  if (row.length > DENSE_FILL * n * n) {
    const Z = dense(n, n);
    add(Z, row, columnIndices, values);
    return Z;
  }
  const rowStarts = new Int32Array(n + 1);
  for (let p = 0; p < row.length; p++) rowStarts[row[p]! + 1]!++;
  for (let i = 0; i < n; i++) rowStarts[i + 1]! += rowStarts[i]!;
  return { kind: "csr", rows: n, columns: n, rowStarts, columnIndices, values };
}
