import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newAccessToken } from "../../../../cli/api/access-token.ts";
import { ServedLibrary } from "../../../../cli/api/served-library.ts";
import { askTool } from "../../../../cli/mcp/ask-tool.ts";
import { chooseTools, libraryTools } from "../../../../cli/mcp/library-tools.ts";
import { type McpHttpServer, serveMcpHttp } from "../../../../cli/mcp/mcp-http.ts";
import { mcpServerFactory } from "../../../../cli/mcp/mcp-server.ts";
import { yuheng } from "../yuheng.ts";
import { ScriptedDialogue } from "./scripted-dialogue.ts";

const { token, stored } = newAccessToken("test", []);
let library: ServedLibrary;
let dialogue: ScriptedDialogue;
let server: McpHttpServer;

beforeAll(async () => {
  library = await ServedLibrary.open();
  dialogue = new ScriptedDialogue(library);
  const ask = askTool(async () => dialogue);
  const tools = [ask.tool, ...libraryTools(library, chooseTools(["quantity"]))];
  const factory = mcpServerFactory(library, tools, "1", { requestState: { verify: ask.verify } });
  server = await serveMcpHttp(factory, stored, 0, () => {});
});

afterAll(async () => {
  await server.close();
  await library.close();
});

type Choose = (title: string, options: readonly string[]) => string | null;

/** A client of the current protocol; `choose` is the person, who gives the position of an option, or declines. */
async function connect(choose?: Choose): Promise<Client> {
  const client = new Client(
    { name: "test", version: "1" },
    { versionNegotiation: { mode: "auto" }, capabilities: choose ? { elicitation: { form: {} } } : {} },
  );
  if (choose) {
    client.setRequestHandler("elicitation/create", async ({ params }) => {
      const { requestedSchema } = params as unknown as {
        requestedSchema: { properties: { choice: { oneOf: { title: string }[] } } };
      };
      const chosen = choose(
        params.message,
        requestedSchema.properties.choice.oneOf.map(({ title }) => title),
      );
      return chosen === null ? { action: "decline" } : { action: "accept", content: { choice: chosen } };
    });
  }
  const requestInit = { headers: { Authorization: `Bearer ${token}` } };
  await client.connect(new StreamableHTTPClientTransport(new URL(server.address), { requestInit }));
  return client;
}

const call = (client: Client, name: string, input: Record<string, unknown>) =>
  client.callTool({ name, arguments: input });

describe("MCP over HTTP", { timeout: 60_000 }, () => {
  test("lists tools by names that every client takes, and calls them", async () => {
    const client = await connect();
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(expect.arrayContaining(["ask", "quantity_convert"]));
    for (const { name, annotations, inputSchema } of tools) {
      expect(name).toMatch(/^[a-zA-Z0-9_-]{1,64}$/);
      expect(annotations?.readOnlyHint).toBe(true);
      expect(inputSchema.type).toBe("object");
    }
    const { structuredContent, isError } = await call(client, "quantity_convert", { value: 1, from: "kWh", to: "MJ" });
    expect([structuredContent, isError]).toEqual([
      { result: expect.objectContaining({ value: 3.6 }), sources: [] },
      undefined,
    ]);
    const wrong = await call(client, "quantity_convert", { value: "one", from: "kWh", to: "MJ" });
    expect(wrong).toMatchObject({ isError: true, content: [{ text: expect.stringMatching(/value/) }] });
    await client.close();
  });

  test("keeps a connection that is not used for a minute, and says so", async () => {
    expect((await fetch(server.address)).headers.get("keep-alive")).toBe("timeout=65");
  });

  test("gives datasets as resources, with a limit on rows", async () => {
    const client = await connect();
    const { resources } = await client.listResources();
    expect(resources.map(({ uri }) => uri)).toEqual(expect.arrayContaining(["dataset://population"]));
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toContain("dataset://{name}/rows");
    const read = async (uri: string) => {
      const [content] = (await client.readResource({ uri })).contents;
      return JSON.parse((content as { text: string }).text);
    };
    expect(await read("dataset://population")).toMatchObject({ name: "population", columns: expect.any(Array) });
    const rows = await read("dataset://population/rows");
    expect(rows.rows).toHaveLength(500);
    expect(rows.of).toBeGreaterThan(500);
    await expect(client.readResource({ uri: "dataset://populatin" })).rejects.toThrow("Did you mean `population`?");
    await client.close();
  });

  test("asks the person through the client, and answers with the choice", async () => {
    const questions: unknown[] = [];
    const client = await connect((message, options) => {
      questions.push([message, options]);
      return "1";
    });
    const answered = await call(client, "ask", { question: "convert one kWh" });
    expect(questions).toEqual([["Into which unit?", ["MJ: 3.6\u00a0MJ", "kcal: 860\u00a0kcal"]]]);
    expect(answered.content).toEqual([{ type: "text", text: "One kWh is 860\u00a0kcal." }]);
    expect(answered.structuredContent).toMatchObject({
      kind: "answer",
      values: [{ name: "energy", unit: "kcal", primary: true, cell: "energy" }],
      plan: [{ tool: "quantity.convert", args: { to: "kcal" } }],
    });
    expect(dialogue.asked.at(-1)).toEqual({
      turns: [{ text: "convert one kWh", chosen: { unit: "kcal" } }],
      language: "en",
    });
    const chinese = await call(client, "ask", { question: "换算一度电" });
    expect(questions.at(-1)).toEqual(["换算为哪个单位？", expect.any(Array)]);
    expect(chinese.content).toEqual([{ type: "text", text: "一 kWh 为 860\u00a0kcal。" }]);
    await client.close();
  });

  test("says so if the person declines", async () => {
    const client = await connect(() => null);
    const { content, isError } = await call(client, "ask", { question: "convert one kWh" });
    expect([content, isError]).toEqual([
      [{ type: "text", text: "Nothing was chosen, so there is no answer. convert one kWh" }],
      undefined,
    ]);
    await client.close();
  });

  test("tells a client that asks nobody what to ask", async () => {
    const client = await connect();
    const asked = await call(client, "ask", { question: "convert one kWh" });
    expect(asked.content).toEqual([
      {
        type: "text",
        text: 'Into which unit? Ask the person, then call this tool again with chosen.unit set to one of: "MJ" (MJ) or "kcal" (kcal).',
      },
    ]);
    const answered = await call(client, "ask", { question: "convert one kWh", chosen: { unit: "MJ" } });
    expect(answered.content).toEqual([{ type: "text", text: "One kWh is 3.6\u00a0MJ." }]);
    await client.close();
  });

  test("refuses with a result and what is near", async () => {
    const client = await connect();
    const { content, structuredContent, isError } = await call(client, "ask", { question: "a forecast" });
    expect(isError).toBeUndefined();
    expect(content).toEqual([{ type: "text", text: "There are no forecasts here. Near it: Convert 1 kWh." }]);
    expect(structuredContent).toMatchObject({ kind: "refuse", refuse: { reason: "a forecast" } });
    await client.close();
  });

  test("takes back no state that it has not given", async () => {
    const client = await connect(() => "0");
    const state = Buffer.from(JSON.stringify({ p: {}, exp: 9e9 })).toString("base64url");
    const forged = client.request({
      method: "tools/call",
      params: {
        name: "ask",
        arguments: { question: "convert one kWh" },
        requestState: `v1.${state}.AAAA`,
        inputResponses: { choice: { action: "accept", content: { choice: "0" } } },
      },
    });
    await expect(forged).rejects.toThrow("requestState");
    await client.close();
  });

  test.each([
    ["without the token", {}, 401],
    ["with another token", { Authorization: "Bearer yuheng_other" }, 401],
    ["from a page of another site", { Authorization: `Bearer ${token}`, Origin: "https://evil.example" }, 403],
  ])("does not answer %s", async (_, headers, status) => {
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list" });
    const sent = { "Content-Type": "application/json", Accept: "application/json, text/event-stream", ...headers };
    const response = await fetch(server.address, { method: "POST", headers: sent, body });
    expect([response.status, response.headers.get("content-type")]).toEqual([
      status,
      "application/problem+json; charset=utf-8",
    ]);
  });
});

describe("yuheng mcp refuses with a sentence", () => {
  test.each([
    [["--read-only"], "name their folder with --notebooks"],
    [["--allow-run"], "name their folder with --notebooks"],
    [["--allow-run", "--read-only", "--notebooks", "."], "contradicts --read-only"],
    [["--all-tools", "--tools", "data"], "leave out --tools"],
    [["--port", "5190"], "give --http, too"],
    [["--notebooks", "nowhere"], "There is no folder “nowhere”."],
    [["--tools", "quantty"], "There is no namespace and no tool “quantty”."],
    [["--json"], "--json goes with --http"],
  ])("%j", async (args, sentence) => {
    const { code, out, err } = await yuheng(["mcp", ...args]);
    expect([code, out, err]).toEqual([2, "", expect.stringContaining(sentence)]);
  });
});
