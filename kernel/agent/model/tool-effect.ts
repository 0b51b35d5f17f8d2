import { loadTool } from "../../../lib/load-tools.ts";
import type { Tool } from "../../../lib/tool/tool.ts";

/**
 * What running a tool does: it reads shipped datasets, or it only computes. There are no others in the library, which has neither
 * files nor a network; what submits, writes or fetches is no tool of it.
 */
export type ToolEffect = "read" | "compute";

export function effectOf({ name, datasets = [] }: Pick<Tool, "name" | "datasets">): ToolEffect {
  return name === "data.query" || datasets.length > 0 ? "read" : "compute";
}

/** The tool of a name, if running it reads or computes and nothing else: a tool of the library. */
export async function harmlessTool(name: string): Promise<Tool | undefined> {
  return /^[a-z]+\.[a-zA-Z]+$/.test(name) ? loadTool(name) : undefined;
}
