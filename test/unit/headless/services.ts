import { join } from "node:path";
import { afterAll } from "vitest";
import type { ExecutedNotebook } from "../../../kernel/headless/executed-notebook.ts";
import { type NodeServices, openNodeServices } from "../../../kernel/headless/node-services.ts";
import { type RunOptions, runNotebook } from "../../../kernel/headless/run-notebook.ts";
import type { KernelBuilds } from "../../../lib/numeric/load-kernels.ts";
import { notebookText, type TestCell } from "../../e2e/notebook-text.ts";

const root = join(import.meta.dirname, "../../..");

let opened: NodeServices | undefined;

/**
 * Services on the shipped data; `notebooks` are those that others may import. Files that share a process share its threads, which take
 * seconds to load the library, and end with it. They compute in TypeScript, unless the first that opens them gives compiled kernels.
 */
export function openServices(
  notebooks: Readonly<Record<string, string>> = {},
  builds: KernelBuilds = {},
): NodeServices {
  const notebook = async (name: string) => {
    const text = notebooks[name];
    if (text === undefined) throw new Error(`There is no notebook ${name}.html.`);
    return text;
  };
  opened ??= openNodeServices({ datasets: join(root, "datasets"), notebook, builds });
  return { ...opened, notebook };
}

/** A database as a notebook has it, for the tests of one file. */
export async function openDatabase(services: NodeServices): Promise<Awaited<ReturnType<NodeServices["openDatabase"]>>> {
  const database = await services.openDatabase();
  afterAll(() => database.close());
  return database;
}

export function runCells(
  services: NodeServices,
  cells: readonly TestCell[],
  options: Partial<RunOptions> = {},
): Promise<ExecutedNotebook> {
  return runNotebook(notebookText("A test", cells), { services, ...options });
}
