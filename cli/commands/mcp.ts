import { readFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { newAccessToken, storedForm } from "../api/access-token.ts";
import { ServedLibrary } from "../api/served-library.ts";
import type { Call, Program } from "../declarations/declaration.ts";
import type { mcp as declaration } from "../declarations/mcp.ts";
import { Misuse } from "../input/misuse.ts";
import { root } from "../installation/root.ts";
import { writeJson } from "../json/write-json.ts";
import { askTool } from "../mcp/ask-tool.ts";
import { chooseTools, offeredTools } from "../mcp/library-tools.ts";
import { serveMcpHttp } from "../mcp/mcp-http.ts";
import { mcpServerFactory } from "../mcp/mcp-server.ts";
import { serveMcpStdio } from "../mcp/mcp-stdio.ts";
import { notebookTools } from "../mcp/notebook-tools.ts";
import { NotebookWorkspace } from "../mcp/notebook-workspace.ts";
import { Interrupted, untilInterrupted } from "../run/interruption.ts";

const DEFAULT_PORT = 5190;

/** The variable of the environment with a token for HTTP. */
const TOKEN = "YUHENG_MCP_TOKEN";

/** `yuheng mcp`: serves tools, datasets and notebooks to clients of MCP. */
export const mcp: Program<typeof declaration> = async ({ options }) => {
  const port = readPort(options);
  for (const option of ["read-only", "allow-run"] as const)
    if (options[option] && options.notebooks === undefined)
      throw new Misuse(`--${option} is about notebooks: name their folder with --notebooks.`);
  if (options["read-only"] && options["allow-run"]) throw new Misuse("--allow-run contradicts --read-only.");
  const offered = readOffered(options);
  const workspace = options.notebooks === undefined ? null : new NotebookWorkspace(await folderOf(options.notebooks));
  const library = await ServedLibrary.open();
  try {
    const ask = askTool(() => library.dialogue());
    const tools = [
      ask.tool,
      ...offeredTools(library, offered),
      ...(workspace ? notebookTools(workspace, options["read-only"]) : []),
    ];
    if (options["allow-run"]) await workspace?.rights.allow();
    const factory = mcpServerFactory(library, tools, ownVersion(), { requestState: { verify: ask.verify } });
    await untilInterrupted(async (signal) => {
      if (!options.http) return serveMcpStdio(factory, signal, log);
      const { token, stored } = tokenOf(process.env[TOKEN]);
      const server = await serveMcpHttp(factory, stored, port, log).catch((error: NodeJS.ErrnoException) => {
        throw error.code === "EADDRINUSE" ? new Misuse(`Port ${port} is already in use.`) : error;
      });
      if (token !== null) process.stderr.write(`Token, shown only now: ${token}\n`);
      if (options.json) writeJson("mcp", { address: server.address });
      else process.stdout.write(`Yuheng Notebook, MCP: ${server.address}  (Ctrl+C ends it)\n`);
      try {
        await new Promise<void>((end) => signal.addEventListener("abort", () => end()));
        signal.throwIfAborted();
      } finally {
        await server.close();
      }
    });
    return 0;
  } catch (error) {
    if (error instanceof Interrupted) return error.exitCode;
    throw error;
  } finally {
    await workspace?.rights.end();
    await library.close();
  }
};

function log(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
}

/** The token of the environment, which is not shown, or a new one. Throws Misuse for one that could be guessed. */
function tokenOf(given: string | undefined) {
  if (given === undefined) return newAccessToken("mcp", []);
  if (given.length < 24)
    throw new Misuse(`The token in ${TOKEN} is short enough to be guessed: give at least 24 characters.`);
  return { token: null, stored: storedForm(given, "mcp", []) };
}

function readPort({ http, port, json }: Call<typeof declaration>["options"]): number {
  if (!http && port !== undefined) throw new Misuse("--port is about HTTP: give --http, too.");
  if (!http && json) throw new Misuse("Standard output is the protocol's: --json goes with --http.");
  const number = Number(port ?? DEFAULT_PORT);
  if (!Number.isInteger(number) || number < 1 || number > 65535) throw new Misuse(`“${port}” is no port.`);
  return number;
}

/** Which tools of the library stand in the list. Throws Misuse. */
function readOffered({ tools, "all-tools": all }: Call<typeof declaration>["options"]) {
  if (tools.length === 0) return all ? "all" : "found";
  if (all) throw new Misuse("--all-tools lists every tool: leave out --tools.");
  return chooseTools(tools.flatMap((names) => names.split(",")).map((name) => name.trim()));
}

/** Throws Misuse. */
async function folderOf(named: string): Promise<string> {
  const folder = resolve(named);
  if ((await stat(folder).catch(() => null))?.isDirectory()) return folder;
  throw new Misuse(`There is no folder “${named}”.`);
}

function ownVersion(): string {
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;
}
