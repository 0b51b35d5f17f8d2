import type { InputOutputTable } from "../../mrio/table.ts";
import type { DenseMatrix } from "../../numeric/matrix.ts";

/** One file of a saved table, as lines of text. */
export interface SavedFile {
  readonly path: string;
  lines(): Iterable<string>;
}

/**
 * A table as pymrio saves it (`save_all`, tab-separated): file_parameters.json, Z.txt, Y.txt, x.txt, unit.txt, and the
 * satellite account with its own file_parameters.json, F.txt, F_Y.txt and unit.txt. `pymrio.load_all(folder)` reads it.
 */
export function writePymrio(table: InputOutputTable, folder = ""): SavedFile[] {
  const { Y, F, FY, x, units } = table;
  const [regions, sectors, stressors, categories] = [
    table.regions,
    table.sectors,
    table.stressors,
    table.yCategories,
  ].map((labels) => labels.map(quoted)) as [string[], string[], string[], string[]];
  const N = sectors.length;
  const rows = Array.from(x, (_, i) => `${regions[Math.floor(i / N)]}\t${sectors[i % N]}`);
  const columnRegions = Array.from(x, (_, i) => regions[Math.floor(i / N)]!);
  const columnSectors = Array.from(x, (_, i) => sectors[i % N]!);
  const demandRegions = Array.from(table.yRegions, (region) => regions[region]!);
  const names = `region\tsector`;
  const head = (first: string, second: string, labels: readonly string[], more: readonly string[], pad: string) => [
    `${first}${pad}\t${labels.join("\t")}`,
    `${second}${pad}\t${more.join("\t")}`,
  ];
  const file = (path: string, lines: () => Iterable<string>): SavedFile => ({ path: folder + path, lines });
  const account = "satellite/";
  return [
    file("file_parameters.json", () => [parameters("IOSystem", "", { Z: [2, 2], Y: [2, 2], x: [2, 1], unit: [2, 1] })]),
    file("Z.txt", function* () {
      yield* head("region", "sector", columnRegions, columnSectors, "\t");
      yield `${names}${"\t".repeat(x.length)}`;
      yield* rowsOfZ(table, rows);
    }),
    file("Y.txt", function* () {
      yield* head("region", "category", demandRegions, categories, "\t");
      yield `${names}${"\t".repeat(Y.columns)}`;
      for (const [i, label] of rows.entries()) yield line(label, Y, i);
    }),
    file("x.txt", function* () {
      yield `${names}\tindout`;
      for (const [i, label] of rows.entries()) yield `${label}\t${x[i]}`;
    }),
    file("unit.txt", function* () {
      yield `${names}\tunit`;
      for (const label of rows) yield `${label}\t${units.money}`;
    }),
    file(`${account}file_parameters.json`, () => [
      parameters("Extension", "satellite", { F: [1, 2], F_Y: [1, 2], unit: [1, 1] }),
    ]),
    file(`${account}F.txt`, function* () {
      yield* head("region", "sector", columnRegions, columnSectors, "");
      yield `stressor${"\t".repeat(x.length)}`;
      for (const [k, name] of stressors.entries()) yield line(name, F, k);
    }),
    file(`${account}F_Y.txt`, function* () {
      yield* head("region", "category", demandRegions, categories, "");
      yield `stressor${"\t".repeat(Y.columns)}`;
      for (const [k, name] of stressors.entries()) yield line(name, FY, k);
    }),
    file(`${account}unit.txt`, function* () {
      yield "stressor\tunit";
      for (const [k, name] of stressors.entries()) yield `${name}\t${units.stressors[k]}`;
    }),
  ];
}

/** A label in quotes if it would be split or read as quoted; pandas reads it back. */
function quoted(label: string): string {
  return /["\t\r\n]/.test(label) ? `"${label.replaceAll('"', '""').replace(/[\r\n]+/g, " ")}"` : label;
}

function line(label: string, matrix: DenseMatrix, row: number): string {
  return `${label}\t${matrix.data.subarray(row * matrix.columns, (row + 1) * matrix.columns).join("\t")}`;
}

function* rowsOfZ({ Z }: InputOutputTable, labels: readonly string[]): Iterable<string> {
  const row = new Float64Array(Z.columns);
  for (const [i, label] of labels.entries()) {
    if (Z.kind === "dense") {
      yield line(label, Z, i);
      continue;
    }
    row.fill(0);
    for (let p = Z.rowStarts[i]!; p < Z.rowStarts[i + 1]!; p++) row[Z.columnIndices[p]!] = Z.values[p]!;
    yield `${label}\t${row.join("\t")}`;
  }
}

/** pymrio's own list of files: how many columns and rows of each are labels. */
function parameters(systemtype: string, name: string, files: Record<string, readonly [number, number]>): string {
  const entries = Object.entries(files).map(([name, [index, header]]) => [
    name,
    { name: `${name}.txt`, nr_index_col: String(index), nr_header: String(header) },
  ]);
  return JSON.stringify({ files: Object.fromEntries(entries), systemtype, ...(name && { name }) }, null, 4);
}
