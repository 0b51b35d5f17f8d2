import { loadTool } from "../../../lib/load-tools.ts";
import type { ToolDescription } from "./tool-description.ts";

/** Those of the tools that there are. */
export async function describeTools(names: readonly string[]): Promise<ToolDescription[]> {
  const tools = await Promise.all(names.map(loadTool));
  return tools.flatMap((tool) => {
    if (!tool) return [];
    const { name, title, summary, assumptions, references } = tool;
    return [{ name, title, summary, assumptions, references }];
  });
}
