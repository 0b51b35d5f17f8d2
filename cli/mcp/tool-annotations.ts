import { isHarmless } from "../../lib/tool/effect.ts";
import type { Tool } from "../../lib/tool/tool.ts";
import type { McpTool } from "./mcp-tool.ts";

/** What a client may think of calling any of these tools of the library, by the effects that they declare. */
export function annotationsOf(tools: readonly Tool[]): McpTool["annotations"] {
  const harmless = tools.every(isHarmless);
  return { readOnlyHint: harmless, destructiveHint: !harmless, idempotentHint: harmless, openWorldHint: !harmless };
}
