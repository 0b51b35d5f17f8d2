import type { Table } from "apache-arrow";
import { messages } from "../../../lib/message/message.ts";
import { inputOutputTable } from "../../../lib/mrio/table.ts";
import type { Matrix } from "../../../lib/numeric/csr.ts";
import { type DenseMatrix, dense } from "../../../lib/numeric/matrix.ts";
import { readArrow } from "../arrow-file.ts";
import { importedNames } from "../imported-names.ts";
import { numbersOf, textsOf } from "./arrow-column.ts";
import type { Load } from "./load.ts";
import type { OpenedTable } from "./opened-table.ts";
import type { TableRequest } from "./table-handle.ts";
import { TableRequestError } from "./table-request-error.ts";

const said = messages("compute", {
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

/** A table that was imported into the browser's own storage, from its datasets. Throws TableRequestError. */
export async function importedTable(request: TableRequest, load: Load): Promise<OpenedTable> {
  const { source = "", year, emissionsYear = year } = request;
  if (emissionsYear !== year || request.regions !== undefined) {
    throw new TableRequestError(said.importedRequest());
  }
  const names = importedNames(source, year);
  const open = async (name: string) => readArrow(await load(name), name);
  const [output, columns, demand, stressors, emissions] = (await Promise.all(
    [names.output, names.demandColumns, names.finalDemand, names.stressors, names.emissions].map(open),
  )) as [Table, Table, Table, Table, Table];
  const flows = await open(names.flows);
  const regions = [...new Set(textsOf(output, "region"))];
  const sectors = [...new Set(textsOf(output, "sector"))];
  const n = regions.length * sectors.length;
  if (output.numRows !== n) {
    throw new TableRequestError(said.importedRows({ source, year, rows: output.numRows, needed: n }));
  }
  const categories = textsOf(columns, "category");
  const C = categories.length;
  const stressorNames = textsOf(stressors, "stressor");
  if (stressorNames.length === 0) {
    throw new TableRequestError(said.importedWithoutEmissions({ source, year }));
  }
  const Y = dense(n, C);
  add(Y, numbersOf(demand, "row"), numbersOf(demand, "col"), numbersOf(demand, "value"));
  const F = dense(stressorNames.length, n);
  const FY = dense(stressorNames.length, C);
  const [stressor, row, column, value] = ["stressor_index", "row", "demand_column", "value"].map((name) =>
    numbersOf(emissions, name),
  );
  value!.forEach((amount, p) => {
    if (row![p]! >= 0) F.data[stressor![p]! * n + row![p]!]! += amount;
    else FY.data[stressor![p]! * C + column![p]!]! += amount;
  });
  const table = inputOutputTable({
    regions,
    sectors,
    Z: flowsOf(flows, n),
    Y,
    yRegions: textsOf(columns, "region"),
    yCategories: categories,
    x: numbersOf(output, "output") as Float64Array,
    F,
    FY,
    stressors: stressorNames,
    units: {
      money: flows.schema.fields.find(({ name }) => name === "value")?.metadata.get("unit") ?? "",
      stressors: textsOf(stressors, "unit"),
    },
  });
  const opened = { output, flows, finalDemand: demand, demandColumns: columns, stressors, emissions };
  const rows = Object.entries(opened).map(([part, { numRows }]) => {
    return { dataset: names[part as keyof typeof opened], where: "", rows: numRows, of: numRows };
  });
  return { table, rows };
}

function add(to: DenseMatrix, row: ArrayLike<number>, col: ArrayLike<number>, value: ArrayLike<number>): void {
  for (let p = 0; p < value.length; p++) to.data[row[p]! * to.columns + col[p]!]! += value[p]!;
}

/** Above this share of cells that are not zero a full matrix is smaller than the lists, 8 bytes a cell against 16. */
const DENSE_FILL = 0.5;

/**
 * The flows as a matrix. A full table becomes a dense one in ordinary memory, and its file can be forgotten: the kernels'
 * own memory is for its coefficients, which `systemOf` writes there once. A sparse one keeps the file's bytes, whose cells
 * stand in row order.
 */
function flowsOf(flows: Table, n: number): Matrix {
  const row = numbersOf(flows, "row");
  const columnIndices = numbersOf(flows, "col") as Int32Array;
  const values = numbersOf(flows, "value") as Float64Array;
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
