import { z } from "zod";
import { wordsOf } from "../../kernel/dialogue/model/fit.ts";
import { fittingTools } from "../../kernel/dialogue/model/tool-cards.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { nearestName } from "../../lib/tool/nearest-name.ts";
import { schemasOf } from "../../lib/tool/schema.ts";
import type { Tool } from "../../lib/tool/tool.ts";
import { tools as library } from "../../lib/tools.ts";
import type { ServedLibrary } from "../api/served-library.ts";
import { checkedTool, type McpTool, mcpName } from "./mcp-tool.ts";
import { annotationsOf } from "./tool-annotations.ts";
import { dataResult } from "./tool-result.ts";

const texts = messages("mcp", {
  noTool: {
    en: "There is no tool `{name}`: look for one with `tool_search`.",
    zh: "没有工具 `{name}`：请用 `tool_search` 查找。",
  },
  noToolNear: {
    en: "There is no tool `{name}`. Did you mean `{near}`?",
    zh: "没有工具 `{name}`。您是不是要用 `{near}`？",
  },
});

/** The most tools that a search gives, and that are described at once. */
const MOST_FOUND = 30;
const MOST_DESCRIBED = 5;

const namespaces = [...new Set(library.map(namespaceOf))];
const name = z.string().min(1).max(100).describe("The name of a tool, as tool_search gives it");
const reading = { readOnlyHint: true, idempotentHint: true, openWorldHint: false };

/**
 * Tools that find, describe and call those of the library. A client pays for every tool of its list with each request, so the list has
 * these three in the place of all: an assistant searches, reads the schema of what it has found, and calls it.
 */
export function toolFinder(served: Pick<ServedLibrary, "call">): readonly McpTool[] {
  return [
    checkedTool({
      name: "tool.search",
      title: "Find tools of the library · 查找工具",
      description: `Finds tools of the library by words in English or Chinese, the best first: names, titles and what they do. There are ${library.length}, in the namespaces ${namespaces.join(", ")}. A namespace without words lists its tools.`,
      input: z.object({
        words: z.string().max(300).default("").describe("What the tool should do: “footprint of a country by sector”"),
        namespace: z
          .enum(namespaces as [string, ...string[]])
          .optional()
          .describe("Only tools of this namespace"),
        most: z.int().min(1).max(MOST_FOUND).default(8),
      }),
      annotations: reading,
      run: async ({ words, namespace, most }) => {
        const among = namespace === undefined ? library : library.filter((tool) => namespaceOf(tool) === namespace);
        const found = words.trim() === "" && namespace !== undefined ? among : fittingTools(among, wordsOf([words]));
        const shown = words.trim() === "" ? found : found.slice(0, most);
        return dataResult({
          tools: shown.map(({ name, title, summary }) => ({ name, title: title.en, summary: summary.en })),
          more: found.length - shown.length,
          // Without a hit the namespaces say where to look.
          ...(found.length === 0 ? { namespaces } : {}),
        });
      },
    }),
    checkedTool({
      name: "tool.describe",
      title: "Describe tools of the library · 说明工具",
      description:
        "Gives what a call of a tool takes, as a JSON Schema with units, and its formula, assumptions and references; with `output` also the schema of its result.",
      input: z.object({
        names: z.array(name).min(1).max(MOST_DESCRIBED),
        output: z.boolean().default(false).describe("Whether the schema of the result is wanted, too"),
      }),
      annotations: reading,
      run: async ({ names, output }) =>
        dataResult({ tools: names.map((each) => describedTool(toolNamed(each), output)) }),
    }),
    checkedTool({
      name: "tool.call",
      title: "Call a tool of the library · 调用工具",
      description: "Calls a tool of the library and gives its result, with the rows of datasets on which it depends.",
      input: z.object({
        name,
        input: z.record(z.string(), z.unknown()).default({}).describe("What it takes, as tool_describe says"),
      }),
      annotations: annotationsOf(library),
      run: async ({ name: called, input }, { signal }) => {
        const { result, sources } = await served.call(toolNamed(called).name, input, signal);
        return dataResult({ result, sources });
      },
    }),
  ];
}

function describedTool(tool: Tool, withOutput: boolean) {
  const { name, title, summary, formula, assumptions, references } = tool;
  const { input, output } = schemasOf(tool);
  return {
    name,
    title: title.en,
    summary: summary.en,
    input,
    ...(withOutput ? { output } : {}),
    ...(formula === undefined ? {} : { formula }),
    assumptions,
    references,
  };
}

/** The tool of a name, with its dot or as clients write it. Throws a Fault. */
function toolNamed(given: string): Tool {
  const found = library.find(({ name }) => name === given || mcpName(name) === given);
  if (found) return found;
  const near = nearestName(
    given,
    library.map(({ name }) => name),
  );
  throw new Fault(near === undefined ? texts.noTool({ name: given }) : texts.noToolNear({ name: given, near }));
}

function namespaceOf({ name }: Tool): string {
  return name.split(".")[0]!;
}
