import { loadTool } from "../../../lib/load-tools.ts";
import type { ToolDescription } from "./tool-description.ts";

/** The descriptions of existing tools; unknown names are skipped. */
export async function describeTools(names: readonly string[]): Promise<ToolDescription[]> {
  const tools = await Promise.all(names.map(loadTool));
  return tools.flatMap((tool) => {
    if (!tool) return [];
    const { name, title, summary, assumptions, references } = tool;
    return [{ name, title, summary, assumptions, references }];
  });
}
