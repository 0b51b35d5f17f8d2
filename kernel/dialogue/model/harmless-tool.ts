import { loadTool } from "../../../lib/load-tools.ts";
import { isHarmless } from "../../../lib/tool/effect.ts";
import type { Tool } from "../../../lib/tool/tool.ts";

/** The tool of a name, if a model may have it run unasked: a tool of the library that reads or computes and nothing else. */
export async function harmlessTool(name: string): Promise<Tool | undefined> {
  const tool = /^[a-z]+\.[a-zA-Z]+$/.test(name) ? await loadTool(name) : undefined;
  return tool && isHarmless(tool) ? tool : undefined;
}
