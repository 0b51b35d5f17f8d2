import { stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { upstreamOf } from "../command-line/upstream-options.ts";
import type { Program } from "../declarations/declaration.ts";
import type { serve as declaration } from "../declarations/serve.ts";
import { Misuse } from "../input/misuse.ts";
import { writeJson } from "../json/write-json.ts";
import { findDatasets } from "../serve/dataset-folders.ts";
import { isName } from "../serve/notebook-store.ts";

/** `yuheng serve`: serves the workbench for a folder of notebooks, or for that of one notebook; with `--api` the HTTP interface. */
export const serve: Program<typeof declaration> = async ({ operands: [given], options }) => {
  const port = readPort(options.port);
  if (options.api) return serveTools(given, port, options);
  const [ofApi] = (["host", "tokens", "new-token", "rate", "client"] as const).filter(
    (name) => options[name] !== undefined,
  );
  if (ofApi) throw new Misuse(`--${ofApi} is an option of the HTTP interface: give --api, too.`);
  const llm = upstreamOf({ llm: options.llm, models: options["llm-model"] });
  const { folder, notebook } = await find(given ?? ".");
  const datasets = await ownDatasets(folder);
  const { serveWorkbench } = await import("../serve/workbench.ts");
  const address = await serveWorkbench({
    port: port ?? 5173,
    strict: port !== undefined,
    open: options.open,
    notebooks: folder,
    ...(notebook === null ? {} : { notebook }),
    ...(datasets === undefined ? {} : { datasets }),
    ...(llm === null ? {} : { llm }),
    building: () => void process.stderr.write("Building the workbench (once) …\n"),
  });
  if (options.json) writeJson("serve", { address, folder, notebook });
  else process.stdout.write(`Yuheng Notebook: ${address}  for ${folder}  (Ctrl+C ends it)\n`);
  await new Promise(() => {}); // until it is ended
  return 0;
};

/** `yuheng serve --api`. */
async function serveTools(
  given: string | undefined,
  port: number | undefined,
  options: Parameters<Program<typeof declaration>>[0]["options"],
): Promise<number> {
  if (given !== undefined) throw new Misuse("--api serves tools and datasets, no folder: leave it out.");
  if (options.llm !== undefined || options["llm-model"].length > 0)
    throw new Misuse("--api answers without a model: leave out --llm and --llm-model.");
  if (options.open) throw new Misuse("--api serves programs: it opens no browser.");
  const { host, tokens, rate, client, json } = options;
  const { serveApiCommand } = await import("../api/serve-command.ts");
  return serveApiCommand({ host, port, tokens, newToken: options["new-token"], rate, client, json });
}

/** The folder that is served, and the name of the notebook if a file is named. Throws Misuse. */
async function find(named: string): Promise<{ folder: string; notebook: string | null }> {
  const path = resolve(named);
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) return { folder: path, notebook: null };
  if (!found?.isFile()) throw new Misuse(`There is no ${named.endsWith(".html") ? "file" : "folder"} “${named}”.`);
  const name = basename(path, ".html");
  if (!path.endsWith(".html")) throw new Misuse(`“${named}” is no notebook: notebooks are .html files.`);
  if (!isName(name))
    throw new Misuse(`“${name}” cannot be the name of a notebook here: letters, digits, - and _. Rename it.`);
  return { folder: dirname(path), notebook: name };
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
