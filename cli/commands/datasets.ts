import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { readArrow } from "../../kernel/services/arrow-file.ts";
import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import { unpackArrow } from "../../kernel/services/packed-arrow.ts";
import { valueTable } from "../../kernel/values/table.ts";
import { nearestName } from "../../lib/tool/nearest-name.ts";
import type { Command } from "../command.ts";
import { describeDataset, listDatasets } from "../datasets/describe.ts";
import { Misuse, refuseMisuse } from "../misuse.ts";
import { csvOf, parquetOf } from "../results/table-file.ts";
import { type DatasetFolders, findDatasets } from "../serve/dataset-folders.ts";

const tableFormats = ["csv", "parquet", "arrow"] as const;

type TableFormat = (typeof tableFormats)[number];

const help = `Usage: yuheng datasets [list] [--json]
       yuheng datasets show NAME [--json]
       yuheng datasets export NAME [--format csv|parquet|arrow] [--out FILE]

The datasets that ship, and those of the folder "datasets" here if it has a catalogue.json: what there is, what is in one, with
units, source and licence, and one as a file. Without --out the file goes to standard output. A file that is there already is
left alone. What the licence asks of you goes to standard error.

Exit code: 1 if a file cannot be read or written, 2 wrong use.
`;

/** `yuheng datasets`: lists, describes and exports the datasets. */
export const datasets: Command = {
  usage: "datasets [list | show NAME | export NAME]",
  summary: "list the datasets, show one with units, source and licence, or write it into a file",
  run: (args) => refuseMisuse("datasets", () => run(args)),
};

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: "boolean" },
      format: { type: "string" },
      out: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const [subcommand = "list", name, another] = positionals;
  if (!["list", "show", "export"].includes(subcommand)) {
    throw new Misuse(`“datasets ${subcommand}” is not known. There are list, show and export.`);
  }
  if (another !== undefined || (subcommand === "list" && name !== undefined))
    throw new Misuse("That is one word too many.");
  const folders = findDatasets(".");
  const { datasets: entries } = await folders.catalogue();
  if (subcommand === "list") {
    process.stdout.write(values.json ? `${JSON.stringify(entries, null, 2)}\n` : listDatasets(entries));
    return 0;
  }
  const entry = findEntry(entries, name);
  if (subcommand === "show") {
    process.stdout.write(values.json ? `${JSON.stringify(entry, null, 2)}\n` : describeDataset(entry));
    return 0;
  }
  await exportDataset(folders, entry, readFormat(values.format, values.out), values.out);
  return 0;
}

function findEntry(entries: readonly DatasetEntry[], name: string | undefined): DatasetEntry {
  if (name === undefined) throw new Misuse('Which dataset? "yuheng datasets" lists them.');
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

/** The requested format, or that of the file's extension. */
function readFormat(given: string | undefined, out: string | undefined): TableFormat {
  const wanted = given ?? tableFormats.find((format) => out?.endsWith(`.${format}`)) ?? "csv";
  const format = tableFormats.find((known) => known === wanted);
  if (!format) throw new Misuse(`There is no format “${wanted}”. There are ${tableFormats.join(", ")}.`);
  return format;
}

async function exportDataset(
  folders: DatasetFolders,
  entry: DatasetEntry,
  format: TableFormat,
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
    if (!process.stdout.write(content)) await once(process.stdout, "drain");
    return;
  }
  await writeFile(out, content, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EEXIST") throw new Misuse(`There is a file “${out}” already. Choose another name.`);
    if (error.code === "ENOENT") throw new Misuse(`There is no folder for “${out}”. Make it first.`);
    throw error;
  });
}
