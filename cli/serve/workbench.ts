import { accessSync, constants } from "node:fs";
import { createServer as createSocketServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer } from "vite";

const root = join(import.meta.dirname, "../..");

/** How the workbench is served. */
export interface WorkbenchOptions {
  /** The preferred port; with `strict` no other will do. */
  readonly port: number;
  readonly strict: boolean;
  /** Whether a browser is opened. */
  readonly open: boolean;
  /** The folder of notebooks; those of the project if omitted. */
  readonly notebooks?: string;
  /** A folder of a user's own datasets, with a catalogue. */
  readonly datasets?: string;
}

/** Serves the workbench on this machine and resolves to its address. Rejects if the port is taken and `strict`. */
export async function serveWorkbench({ port, strict, open, notebooks, datasets }: WorkbenchOptions): Promise<string> {
  // Vite checks the port only after it has begun to build.
  if (strict && !(await isFree(port))) throw new Error(`Port ${port} is already in use`);
  // The configuration reads these when it is loaded, as it does for the tests.
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
    // The build that it has begun would keep the process alive.
    await server.close();
    throw error;
  }
  const address = server.httpServer?.address();
  return `http://localhost:${typeof address === "object" && address ? address.port : port}/`;
}

/** Whether nothing listens at a port of this machine. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createSocketServer();
    probe.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(false) : reject(error),
    );
    probe.listen(port, "localhost", () => probe.close(() => resolve(true)));
  });
}

/** A globally installed package may be read-only. */
function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
