import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newAccessToken } from "../../../../cli/api/access-token.ts";
import { ServedLibrary } from "../../../../cli/api/served-library.ts";
import { askTool } from "../../../../cli/mcp/ask-tool.ts";
import { offeredTools } from "../../../../cli/mcp/library-tools.ts";
import { type McpHttpServer, serveMcpHttp } from "../../../../cli/mcp/mcp-http.ts";
import { mcpServerFactory } from "../../../../cli/mcp/mcp-server.ts";
import { notebookTools } from "../../../../cli/mcp/notebook-tools.ts";
import { NotebookWorkspace } from "../../../../cli/mcp/notebook-workspace.ts";
import { tools as everyTool } from "../../../../lib/tools.ts";

const { token, stored } = newAccessToken("test", []);
let folder: string;
let library: ServedLibrary;
let server: McpHttpServer;
let client: Client;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "yuheng-mcp-"));
  library = await ServedLibrary.open();
  const tools = [
    askTool(() => library.dialogue()).tool,
    ...offeredTools(library, "found"),
    ...notebookTools(new NotebookWorkspace(folder), false),
  ];
  server = await serveMcpHttp(mcpServerFactory(library, tools, "1"), stored, 0, () => {});
  client = new Client({ name: "test", version: "1" }, { versionNegotiation: { mode: "auto" } });
  const requestInit = { headers: { Authorization: `Bearer ${token}` } };
  await client.connect(new StreamableHTTPClientTransport(new URL(server.address), { requestInit }));
});

afterAll(async () => {
  await client.close();
  await server.close();
  await library.close();
  await rm(folder, { recursive: true, force: true });
});

/** What a tool gives; the sentence of an error. */
async function call(name: string, input: Record<string, unknown>) {
  const { structuredContent, content, isError } = await client.callTool({ name, arguments: input });
  if (isError) return (content as { text: string }[])[0]!.text;
  return structuredContent as Record<string, never>;
}

type Found = { readonly tools: { readonly name: string }[]; readonly more: number; readonly namespaces?: string[] };
const search = async (input: Record<string, unknown>) => (await call("tool_search", input)) as unknown as Found;

describe("The list of tools that finds the others", { timeout: 60_000 }, () => {
  test("is short: a client sends it along with every request", async () => {
    const { tools } = await client.listTools();
    const names = tools.map(({ name }) => name).filter((name) => !name.startsWith("notebook"));
    expect(names).toEqual(["ask", "data_query", "tool_search", "tool_describe", "tool_call"]);
    expect(JSON.stringify(tools).length).toBeLessThan(60_000);
    expect(client.getInstructions()).toContain("`tool_search`");
  });

  test.each([
    ["convert an amount into another unit", "quantity.convert"],
    ["单位换算", "quantity.convert"],
    ["decoupling of emissions from growth", "indicators.decoupling"],
    ["生命周期评价 碳足迹", "lifecycle"],
  ])("finds for “%s” the tool %s", async (words, wanted) => {
    const { tools } = await search({ words });
    expect(tools.map(({ name }) => name)).toEqual(expect.arrayContaining([expect.stringContaining(wanted)]));
    expect(tools.length).toBeLessThanOrEqual(8);
  });

  test("lists a namespace as a whole, so that every tool can be found", async () => {
    const { namespaces = [] } = await search({ words: "zzz" });
    const found = await Promise.all(namespaces.map((namespace) => search({ namespace })));
    const names = found.flatMap(({ tools }) => tools.map(({ name }) => name));
    expect(names.sort()).toEqual(everyTool.map(({ name }) => name).sort());
  });

  test("describes what a tool takes, and calls it by that", async () => {
    const described = (await call("tool_describe", { names: ["quantity.convert"] })) as unknown as {
      tools: { input: { properties: object }; output?: object }[];
    };
    expect(Object.keys(described.tools[0]!.input.properties)).toEqual(expect.arrayContaining(["value", "from", "to"]));
    expect(described.tools[0]).not.toHaveProperty("output");
    const input = { value: 1, from: "kWh", to: "MJ" };
    const direct = { result: expect.objectContaining({ value: 3.6 }), sources: [] };
    expect(await call("tool_call", { name: "quantity.convert", input })).toEqual(direct);
    expect(await call("tool_call", { name: "quantity_convert", input })).toEqual(direct);
  });

  test.each([
    ["tool_call", { name: "quantity.convrt" }, "Did you mean `quantity.convert`?"],
    ["tool_describe", { names: ["constructor"] }, "look for one with `tool_search`"],
    ["tool_call", { name: "quantity.convert", input: { value: "one", from: "kWh", to: "MJ" } }, "value"],
    ["tool_call", { name: "notebook_run", input: {} }, "There is no tool `notebook_run`"],
    ["tool_search", { query: "footprint" }, 'the input has no field "query"; it has words, namespace and most.'],
    ["tool_search", { words: "footprint", mots: 3 }, 'Did you mean "most"?'],
    ["tool_describe", { name: "quantity.convert" }, 'Did you mean "names"?'],
    ["tool_call", { name: "quantity.convert", arguments: {} }, 'the input has no field "arguments"'],
    ["tool_call", { name: "quantity.convert", input: { value: 1, form: "kWh", to: "MJ" } }, 'Did you mean "from"?'],
    ["data_query", { dataset: "population", were: {} }, 'Did you mean "where"?'],
    ["ask", { question: "emissions of France in 2020", language: "en" }, 'the input has no field "language"'],
    ["notebook_list", { folder: "." }, 'the input has no field "folder": it has no fields.'],
  ])("refuses %s %j with a sentence", async (name, input, sentence) => {
    expect(await call(name, input)).toEqual(expect.stringContaining(sentence));
  });

  test("refuses an input that is nested without end", async () => {
    let deep: unknown = 1;
    for (let level = 0; level < 2_000; ++level) deep = [deep];
    const refused = await call("tool_call", { name: "quantity.convert", input: { value: deep } });
    expect(refused).toEqual(expect.stringContaining("is nested more than 32 levels deep"));
  });

  test("lists closed inputs, so that a client sees which arguments there are", async () => {
    const { tools } = await client.listTools();
    for (const { name, inputSchema } of tools) expect(inputSchema, name).toMatchObject({ additionalProperties: false });
  });
});
