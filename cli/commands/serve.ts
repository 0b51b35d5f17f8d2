import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Command } from "../command.ts";
import { Misuse, refuseMisuse } from "../misuse.ts";
import { findDatasets } from "../serve/dataset-folders.ts";

const help = `Usage: yuheng serve [FOLDER] [--port PORT] [--open]

Serves the workbench on this machine for the notebooks of a folder, this one if none is named: they are read from there and
saved there. A folder "datasets" in it with a catalogue.json adds its data to those that ship; an entry needs a name and a
file (.arrow or .json), the rest is found in the file.

  --port PORT  the port, 5173 or the next that is free if left out
  --open       open a browser

Ctrl+C ends it. Exit code: 1 if it cannot be served, 2 wrong use.
`;

/** `yuheng serve`: serves the workbench for a folder of notebooks. */
export const serve: Command = {
  usage: "serve [FOLDER] [--port PORT] [--open]",
  summary: "the workbench on a folder of notebooks, with its own datasets beside those that ship",
  run: (args) => refuseMisuse("serve", () => run(args)),
};

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { port: { type: "string" }, open: { type: "boolean" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const [named = ".", another] = positionals;
  if (another !== undefined) throw new Misuse("One folder is served at a time.");
  const folder = resolve(named);
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) throw new Misuse(`There is no folder “${named}”.`);
  const port = readPort(values.port);
  const datasets = await ownDatasets(folder);
  const { serveWorkbench } = await import("../serve/workbench.ts");
  const address = await serveWorkbench({
    port: port ?? 5173,
    strict: port !== undefined,
    open: values.open === true,
    notebooks: folder,
    ...(datasets === undefined ? {} : { datasets }),
    building: () => void process.stderr.write("Building the workbench (once) …\n"),
  });
  process.stdout.write(`Yuheng Notebook: ${address}  for ${folder}  (Ctrl+C ends it)\n`);
  await new Promise(() => {}); // until it is ended
  return 0;
}

function readPort(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const port = Number(given);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Misuse(`“${given}” is no port.`);
  return port;
}

/** The folder of own datasets, if there is one. Rejects with CatalogueError before anything is served. */
async function ownDatasets(folder: string): Promise<string | undefined> {
  const found = findDatasets(folder);
  await found.catalogue();
  return found.folders[1];
}
