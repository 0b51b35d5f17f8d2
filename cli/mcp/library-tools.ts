import type { Tool } from "../../lib/tool/tool.ts";
import { tools } from "../../lib/tools.ts";
import type { ServedLibrary } from "../api/served-library.ts";
import { Misuse } from "../input/misuse.ts";
import { type McpTool, mcpName } from "./mcp-tool.ts";
import { annotationsOf } from "./tool-annotations.ts";
import { toolFinder } from "./tool-finder.ts";
import { dataResult } from "./tool-result.ts";

/** Always in the list: most questions of figures are one query. */
const QUERY = "data.query";

/** What of the library stands in a client's list: the query of datasets with the three that find the rest, all, or these. */
export function offeredTools(library: ServedLibrary, offered: "found" | "all" | readonly Tool[]): readonly McpTool[] {
  if (offered === "all") return libraryTools(library, tools);
  if (offered !== "found") return libraryTools(library, offered);
  return [...libraryTools(library, chooseTools([QUERY])), ...toolFinder(library)];
}

/** Tools of the library for clients of MCP. */
export function libraryTools(library: ServedLibrary, chosen: readonly Tool[]): readonly McpTool[] {
  return chosen.map((tool) => ({
    name: mcpName(tool.name),
    title: `${tool.title.en} (${tool.title.zh})`,
    description: `${tool.summary.en}\n${tool.summary.zh}`,
    input: tool.input,
    annotations: annotationsOf([tool]),
    call: async (given, { signal }) => {
      const { result, sources } = await library.call(tool.name, given as Readonly<Record<string, unknown>>, signal);
      return dataResult({ result, sources });
    },
  }));
}

/** The tools of these namespaces and names. Throws Misuse. */
export function chooseTools(names: readonly string[]): readonly Tool[] {
  const isOf = (given: string) => (tool: Tool) => tool.name === given || tool.name.startsWith(`${given}.`);
  const unknown = names.find((given) => !tools.some(isOf(given)));
  if (unknown !== undefined)
    throw new Misuse(`There is no namespace and no tool “${unknown}”. "yuheng tools" lists them.`);
  return tools.filter((tool) => names.some((given) => isOf(given)(tool)));
}
