import { join } from "node:path";
import { afterAll } from "vitest";
import type { ExecutedNotebook } from "../../../kernel/headless/executed-notebook.ts";
import { type NodeServices, openNodeServices } from "../../../kernel/headless/node-services.ts";
import { type RunOptions, runNotebook } from "../../../kernel/headless/run-notebook.ts";
import { notebookText, type TestCell } from "../../e2e/notebook-text.ts";

const root = join(import.meta.dirname, "../../..");

/** Services on the shipped data for the tests of one file; `notebooks` are those that others may import. */
export function openServices(notebooks: Readonly<Record<string, string>> = {}): NodeServices {
  const services = openNodeServices({
    datasets: join(root, "datasets"),
    notebook: (name) =>
      name in notebooks
        ? Promise.resolve(notebooks[name]!)
        : Promise.reject(new Error(`There is no notebook ${name}.html.`)),
  });
  afterAll(() => services.close());
  return services;
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
