import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import { unpackArrow } from "../../kernel/services/packed-arrow.ts";
import { valueTable } from "../../kernel/values/table.ts";
import { readArrow } from "../../lib/files/arrow/arrow-file.ts";
import { nearestName } from "../../lib/tool/nearest-name.ts";
import { describeDataset, listDatasets } from "../datasets/describe.ts";
import { editionReport } from "../datasets/edition.ts";
import { exported, type listed, type shown } from "../declarations/datasets.ts";
import type { Program } from "../declarations/declaration.ts";
import { Misuse } from "../input/misuse.ts";
import { writeJson } from "../json/write-json.ts";
import { csvOf, parquetOf } from "../results/table-file.ts";
import { type DatasetFolders, findDatasets } from "../serve/dataset-folders.ts";
import { writeDocument } from "../terminal/wall.ts";

/** `yuheng datasets list`. */
export const list: Program<typeof listed> = async ({ options }) => {
  const { datasets: entries } = await findDatasets(".").catalogue();
  const today = new Date();
  if (options.json)
    writeJson(
      "datasets list",
      entries.map((entry) => withEdition(entry, today)),
    );
  else process.stdout.write(listDatasets(entries, today));
  return 0;
};

/** `yuheng datasets show`. */
export const show: Program<typeof shown> = async ({ operands, options }) => {
  const { datasets: entries } = await findDatasets(".").catalogue();
  const entry = findEntry(entries, operands[0]!);
  const today = new Date();
  if (options.json) writeJson("datasets show", withEdition(entry, today));
  else process.stdout.write(describeDataset(entry, today));
  return 0;
};

/** `yuheng datasets export`. */
export const exportOne: Program<typeof exported> = async ({ operands, options: { format: given, out, json } }) => {
  if (json && out === undefined)
    throw new Misuse("Standard output takes the table or the report as JSON: name a file for the table with --out.");
  const folders = findDatasets(".");
  const entry = findEntry((await folders.catalogue()).datasets, operands[0]!);
  const format = given ?? exported.options.format.of.find((known) => out?.endsWith(`.${known}`)) ?? "csv";
  await exportDataset(folders, entry, format, out);
  const { name, licence, citation } = entry;
  if (json && out !== undefined) writeJson("datasets export", { name, file: out, format, licence, citation });
  return 0;
};

function withEdition(entry: DatasetEntry, today: Date) {
  return { ...entry, edition: editionReport(entry, today) };
}

function findEntry(entries: readonly DatasetEntry[], name: string): DatasetEntry {
  const entry = entries.find((candidate) => candidate.name === name);
  if (entry) return entry;
  const near = nearestName(
    name,
    entries.map((candidate) => candidate.name),
  );
  throw new Misuse(
    `There is no dataset “${name}”. ${near ? `Did you mean “${near}”?` : '"yuheng datasets" lists them.'}`,
  );
}

async function exportDataset(
  folders: DatasetFolders,
  entry: DatasetEntry,
  format: "csv" | "parquet" | "arrow",
  out: string | undefined,
): Promise<void> {
  if (entry.format !== "arrow") {
    throw new Misuse(
      `\`${entry.name}\` is a map in TopoJSON and has no rows; its file is ${await folders.find(entry.file)}.`,
    );
  }
  const file = new Uint8Array(await folders.read(entry.file));
  const bytes = entry.encoding ? await unpackArrow(file) : file;
  const table = valueTable(readArrow(bytes, entry.file));
  if (!table) throw new Error(`${entry.file} holds no table`);
  await write(format === "arrow" ? bytes : format === "csv" ? csvOf(table) : parquetOf(table, aboutOf(entry)), out);
  const unconfirmed = entry.licence === "" ? "The catalogue gives no licence." : `Licence: ${entry.licence}.`;
  process.stderr.write(`${unconfirmed} ${entry.citation}\n`);
}

/** The metadata of the exported file. */
function aboutOf({
  name,
  title,
  publisher,
  vintage,
  licence,
  citation,
  columns,
}: DatasetEntry): Record<string, string> {
  const units = JSON.stringify(Object.fromEntries(columns.map(({ name: column, unit }) => [column, unit])));
  return { name, title, publisher, vintage, licence, citation, units };
}

async function write(content: string | Uint8Array, out: string | undefined): Promise<void> {
  if (out === undefined) {
    if (!writeDocument(content)) await once(process.stdout, "drain");
    return;
  }
  await writeFile(out, content, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EEXIST") throw new Misuse(`There is a file “${out}” already. Choose another name.`);
    if (error.code === "ENOENT") throw new Misuse(`There is no folder for “${out}”. Make it first.`);
    throw error;
  });
}
