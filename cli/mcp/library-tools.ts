import type { Tool } from "../../lib/tool/tool.ts";
import { tools } from "../../lib/tools.ts";
import type { ServedLibrary } from "../api/served-library.ts";
import { Misuse } from "../misuse.ts";
import { type McpTool, mcpName } from "./mcp-tool.ts";
import { dataResult } from "./tool-result.ts";

/** The tools of the library for clients of MCP. */
export function libraryTools(library: ServedLibrary, chosen: readonly Tool[] = tools): readonly McpTool[] {
  return chosen.map(({ name, title, summary, input }) => ({
    name: mcpName(name),
    title: `${title.en} (${title.zh})`,
    description: `${summary.en}\n${summary.zh}`,
    input,
    annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
    call: async (given, { signal }) => {
      const { result, sources } = await library.call(name, given as Readonly<Record<string, unknown>>, signal);
      return dataResult({ result, sources });
    },
  }));
}

/** The tools of these namespaces and names; all if none are given. Throws Misuse. */
export function chooseTools(names: readonly string[]): readonly Tool[] {
  if (names.length === 0) return tools;
  const isOf = (given: string) => (tool: Tool) => tool.name === given || tool.name.startsWith(`${given}.`);
  const unknown = names.find((given) => !tools.some(isOf(given)));
  if (unknown !== undefined)
    throw new Misuse(`There is no namespace and no tool “${unknown}”. "yuheng tools" lists them.`);
  return tools.filter((tool) => names.some((given) => isOf(given)(tool)));
}
