import { accessSync, constants } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer } from "vite";
import { isFree } from "./free-port.ts";

const root = join(import.meta.dirname, "../..");

/** What the workbench is opened with. */
export interface WorkbenchOptions {
  /** The port; taken as a wish unless `strict`. */
  readonly port: number;
  readonly strict: boolean;
  /** Whether a browser is opened. */
  readonly open: boolean;
  /** The folder of notebooks; left out, those of the project. */
  readonly notebooks?: string;
  /** A folder of a person's own datasets, with a catalogue. */
  readonly datasets?: string;
}

/** Serves the workbench on this machine and gives its address. Rejects if the port is taken and no other will do. */
export async function serveWorkbench({ port, strict, open, notebooks, datasets }: WorkbenchOptions): Promise<string> {
  // Vite asks only after it has begun to build.
  if (strict && !(await isFree(port))) throw new Error(`Port ${port} is already in use`);
  // The configuration reads them when it is loaded, as it does for the tests.
  if (notebooks !== undefined) process.env.YUHENG_NOTEBOOKS = notebooks;
  if (datasets !== undefined) process.env.YUHENG_DATASETS = datasets;
  const { default: configuration } = await import("../../vite.config.ts");
  const server = await createServer({
    ...configuration,
    configFile: false,
    ...(isWritable(root) ? {} : { cacheDir: join(tmpdir(), `yuheng-${process.getuid?.() ?? "cache"}`) }),
    server: { ...configuration.server, port, strictPort: strict, open },
  });
  try {
    await server.listen();
  } catch (error) {
    // What it has begun to build would hold the process.
    await server.close();
    throw error;
  }
  const address = server.httpServer?.address();
  return `http://localhost:${typeof address === "object" && address ? address.port : port}/`;
}

/** A package that was installed for all may be read only. */
function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
