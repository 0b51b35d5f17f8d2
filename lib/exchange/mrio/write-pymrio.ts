import type { InputOutputTable } from "../../mrio/table.ts";
import type { DenseMatrix } from "../../numeric/matrix.ts";
import { type FrameLabels, frameLines, type LabelledFrame } from "./labelled-frame.ts";
import { namesInAccounts } from "./stressor-names.ts";
import { satellite } from "./table-draft.ts";

/** The forms in which pymrio saves tables. */
export type PymrioForm = "txt" | "parquet";

/** One file of a saved table: lines of text, or a frame that becomes a Parquet file. */
export type SavedFile =
  | { readonly path: string; lines(): Iterable<string>; readonly frame?: undefined }
  | { readonly path: string; readonly frame: LabelledFrame };

/**
 * A table as pymrio saves it (`save_all`): file_parameters.json, Z, Y, x and unit, and for each satellite account a folder with its
 * own file_parameters.json, F, F_Y and unit. `pymrio.load_all(folder)` reads it, in either form.
 */
export function writePymrio(table: InputOutputTable, folder = "", form: PymrioForm = "txt"): SavedFile[] {
  const { Y, x, units, sectors, regions } = table;
  const N = sectors.length;
  const rows: FrameLabels = {
    names: ["region", "sector"],
    levels: [Array.from(x, (_, i) => regions[Math.floor(i / N)]!), Array.from(x, (_, i) => sectors[i % N]!)],
  };
  const demand: FrameLabels = {
    names: ["region", "category"],
    levels: [Array.from(table.yRegions, (region) => regions[region]!), table.yCategories],
  };
  const file = (path: string, frame: LabelledFrame): SavedFile =>
    form === "parquet"
      ? { path: `${folder}${path}.parquet`, frame }
      : { path: `${folder}${path}.txt`, lines: () => frameLines(frame) };
  const json = (path: string, text: string): SavedFile => ({ path: folder + path, lines: () => [text] });
  return [
    json("file_parameters.json", parameters(form, "IOSystem", "", { Z: [2, 2], Y: [2, 2], x: [2, 1], unit: [2, 1] })),
    file("Z", { rows, columns: rows, isText: false, row: rowsOfZ(table) }),
    file("Y", { rows, columns: demand, isText: false, row: rowsOf(Y) }),
    file("x", { rows, columns: named("indout"), isText: false, row: (at) => x.subarray(at, at + 1) }),
    file("unit", { rows, columns: named("unit"), isText: true, row: () => [units.money] }),
    ...accountsOf(table).flatMap(({ name, stressors }) => {
      const of: FrameLabels = { names: ["stressor"], levels: [stressors.map(({ label }) => label)] };
      const part = (matrix: DenseMatrix) => {
        const row = rowsOf(matrix);
        return (at: number) => row(stressors[at]!.k);
      };
      return [
        json(
          `${name}/file_parameters.json`,
          parameters(form, "Extension", name, { F: [1, 2], F_Y: [1, 2], unit: [1, 1] }),
        ),
        file(`${name}/F`, { rows: of, columns: rows, isText: false, row: part(table.F) }),
        file(`${name}/F_Y`, { rows: of, columns: demand, isText: false, row: part(table.FY) }),
        file(`${name}/unit`, {
          rows: of,
          columns: named("unit"),
          isText: true,
          row: (at) => [units.stressors[stressors[at]!.k]!],
        }),
      ];
    }),
  ];
}

/** The satellite accounts in the order of their first stressors, each with its stressors and their rows in F. */
function accountsOf({ stressors, accounts }: InputOutputTable) {
  const of = stressors.map((name, k) => ({ name, account: accounts?.[k] || satellite }));
  const labels = namesInAccounts(of);
  const found = new Map<string, { readonly k: number; readonly label: string }[]>();
  of.forEach(({ account }, k) => {
    const known = found.get(account) ?? [];
    known.push({ k, label: labels[k]! });
    found.set(account, known);
  });
  const folders = new Set<string>();
  return Array.from(found, ([account, stressors]) => {
    // A name that no folder may have; two that become one are told apart by a number.
    const name = account.replace(/[\\/:*?"<>|\p{Cc}]+/gu, "_").replace(/^\.+$/, "_");
    let folder = name;
    for (let i = 2; folders.has(folder.toLowerCase()); i++) folder = `${name}_${i}`;
    folders.add(folder.toLowerCase());
    return { name: folder, stressors };
  });
}

function named(column: string): FrameLabels {
  return { names: [undefined], levels: [[column]] };
}

function rowsOf({ data, columns }: DenseMatrix) {
  return (at: number) => data.subarray(at * columns, (at + 1) * columns);
}

function rowsOfZ({ Z }: InputOutputTable) {
  if (Z.kind === "dense") return rowsOf(Z);
  const row = new Float64Array(Z.columns);
  return (at: number) => {
    row.fill(0);
    for (let p = Z.rowStarts[at]!; p < Z.rowStarts[at + 1]!; p++) row[Z.columnIndices[p]!] = Z.values[p]!;
    return row;
  };
}

/** pymrio's own list of files: how many columns and rows of each are labels. */
function parameters(
  form: PymrioForm,
  systemtype: string,
  name: string,
  files: Record<string, readonly [number, number]>,
): string {
  const entries = Object.entries(files).map(([name, [index, header]]) => [
    name,
    { name: `${name}.${form}`, nr_index_col: String(index), nr_header: String(header) },
  ]);
  return JSON.stringify({ files: Object.fromEntries(entries), systemtype, ...(name && { name }) }, null, 4);
}
