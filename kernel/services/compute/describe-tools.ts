import { findTool } from "../../../lib/tools.ts";
import type { ToolDescription } from "./tool-description.ts";

/** Those of the tools that there are. */
export function describeTools(names: readonly string[]): ToolDescription[] {
  return names.flatMap((name) => {
    const tool = findTool(name);
    if (!tool) return [];
    const { title, summary, assumptions, references } = tool;
    return [{ name, title, summary, assumptions, references }];
  });
}
