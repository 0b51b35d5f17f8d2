import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { upstreamOf } from "../../../../cli/command-line/upstream-options.ts";
import { llmRoutes } from "../../../../cli/serve/llm/llm-routes.ts";
import { listenerOf } from "../../../../cli/serve/routes.ts";
import { OpenAiProvider } from "../../../../kernel/dialogue/model/openai-provider.ts";
import type { ModelView } from "../../../../kernel/dialogue/model/view.ts";
import { FakeUpstream, sendEvents, serve } from "./fake-upstream.ts";

const key = "sk-secret-of-the-server";
let upstream: FakeUpstream;
let proxy: { address: string; stop(): Promise<void> };

beforeEach(async () => {
  upstream = new FakeUpstream();
  const forwarded = upstreamOf({ llm: await upstream.start(), models: ["small", "large"] }, { YUHENG_LLM_KEY: key });
  proxy = await serve(listenerOf([["/llm", llmRoutes(forwarded!, "token")]]));
});

afterEach(async () => {
  await proxy.stop();
  await upstream.stop();
});

const chat = { model: "small", messages: [{ role: "user", content: "Hello" }] };

function ask(
  body: unknown = chat,
  {
    token = "token",
    path = "/v1/chat/completions",
    method = "POST",
    signal,
  }: {
    token?: string;
    path?: string;
    method?: string;
    signal?: AbortSignal;
  } = {},
) {
  return fetch(`${proxy.address}/llm${path}`, {
    method,
    headers: { "X-Yuheng-Token": token, "Content-Type": "application/json" },
    ...(method === "GET" ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  });
}

describe("The proxy to a server of models", () => {
  test("lists the allowed models, asks the upstream for none, and shows no key", async () => {
    const listed = await (await ask(null, { path: "/v1/models", method: "GET" })).text();
    expect(JSON.parse(listed).data.map(({ id }: { id: string }) => id)).toEqual(["small", "large"]);
    expect(listed).not.toContain(key);
    expect(upstream.received).toEqual([]);
  });

  test("forwards nothing where no server of models is named", async () => {
    const none = await serve(listenerOf([["/llm", llmRoutes(null, "token")]]));
    const headers = { "X-Yuheng-Token": "token" };
    expect(await (await fetch(`${none.address}/llm/v1/models`, { headers })).json()).toEqual({
      object: "list",
      data: [],
    });
    const asked = await fetch(`${none.address}/llm/v1/chat/completions`, {
      method: "POST",
      headers,
      body: JSON.stringify(chat),
    });
    expect(asked.status).toBe(404);
    await none.stop();
  });

  test("forwards what belongs to a chat, with the key, and streams the answer", async () => {
    const response = await ask({ ...chat, stream: true, tools: [{ type: "web_search" }], store: true, user: "me" });
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    const text = await response.text();
    expect(text).toContain("Good.");
    expect(text).not.toContain(key);
    const [{ url, headers, body }] = upstream.received as [FakeUpstream["received"][number]];
    expect([url, headers.authorization, headers["x-yuheng-token"]]).toEqual([
      "/v1/chat/completions",
      `Bearer ${key}`,
      undefined,
    ]);
    expect(JSON.parse(body)).toEqual({ ...chat, stream: true, max_tokens: 1024 });
  });

  test.each([
    ["another token", chat, { token: "stale" }, 403, "earlier start"],
    ["another model", { ...chat, model: "huge" }, {}, 403, "small and large"],
    ["another address", chat, { path: "/v1/embeddings" }, 404, "no such address"],
    ["another method", chat, { method: "PUT" }, 404, "no such address"],
    ["no messages", { model: "small" }, {}, 400, "chat completions"],
    ["text that is no JSON", "{", {}, 400, "chat completions"],
    [
      "the role of the assistant",
      { ...chat, messages: [{ role: "assistant", content: "x" }] },
      {},
      400,
      "chat completions",
    ],
    [
      "a body that is too large",
      { ...chat, messages: [{ role: "user", content: "x".repeat(600_000) }] },
      {},
      413,
      "too large",
    ],
  ])("refuses %s with a sentence and does not ask the upstream", async (_, body, options, status, words) => {
    const response = await ask(body, options);
    const { error, said } = (await response.json()) as { error: string; said: { texts: { zh: string } } };
    expect([response.status, error]).toEqual([status, expect.stringContaining(words)]);
    expect(said.texts.zh).toMatch(/\p{Script=Han}/u);
    expect(upstream.received).toEqual([]);
  });

  test.each([
    [401, "refuses the key"],
    [403, "refuses the key"],
    [404, "does not know this model"],
    [429, "too much to do"],
    [500, "could not answer"],
  ])("tells a failure of the upstream with status %s in its own words", async (status, words) => {
    upstream.respond = (response) => response.writeHead(status).end(`{"error": "Bearer ${key} is not <b>known</b>"}`);
    const response = await ask();
    const text = await response.text();
    expect([response.status >= 500, text]).toEqual([true, expect.stringContaining(words)]);
    expect(text).not.toContain(key);
  });

  test("follows no redirect, and forwards nothing but answers", async () => {
    const other = new FakeUpstream();
    const place = await other.start();
    upstream.respond = (response) => response.writeHead(307, { Location: `${place}/chat/completions` }).end();
    expect((await ask()).status).toBe(502);
    expect(other.received).toEqual([]);
    await other.stop();
    upstream.respond = (response) => response.writeHead(200, { "Content-Type": "text/html" }).end("<script>x</script>");
    expect(await (await ask()).text()).toContain("a form that is not forwarded");
  });

  test("says so where the upstream is not running", async () => {
    await upstream.stop();
    const response = await ask();
    expect([response.status, await response.text()]).toEqual([502, expect.stringContaining("cannot be reached")]);
    upstream = new FakeUpstream();
    await upstream.start();
  });

  test("stops the upstream when the page leaves", async () => {
    const abort = new AbortController();
    upstream.respond = (response) => {
      response.writeHead(200, { "Content-Type": "text/event-stream" });
      response.write(": begun\n\n");
    };
    const response = await ask({ ...chat, stream: true }, { signal: abort.signal });
    expect(response.status).toBe(200);
    abort.abort();
    await upstream.left;
  });

  test("carries a provider of the page from its view to the answer, in pieces", async () => {
    upstream.respond = (response) => sendEvents(response, ['{"say": ', '"Good', '."}']);
    const provider = new OpenAiProvider({
      base: `${proxy.address}/llm/v1`,
      model: "large",
      name: "server",
      headers: { "X-Yuheng-Token": "token" },
      fetch,
    });
    const view: ModelView = { question: "q", read: [], unexplained: [], tools: [], datasets: [] };
    let text = "";
    for await (const delta of provider.propose(view, { type: "object" }, new AbortController().signal))
      text += delta.text;
    expect(text).toBe('{"say": "Good."}');
    const sent = JSON.parse(upstream.received[0]!.body);
    expect([sent.model, sent.response_format.json_schema.schema]).toEqual(["large", { type: "object" }]);
    expect(sent.messages[1].content).toBe(JSON.stringify(view));
  });
});

describe("The server of models that the options name", () => {
  const of =
    (llm: string | undefined, models: string[], environment: Record<string, string> = {}) =>
    () =>
      upstreamOf({ llm, models }, environment);

  test("is none without them", () => {
    expect(of(undefined, [])()).toBeNull();
  });

  test("has its models and the key of the environment", () => {
    expect(of("https://models.example/v1/?x=1#y", ["a"], { YUHENG_LLM_KEY: "k" })()).toEqual({
      base: "https://models.example/v1",
      models: ["a"],
      key: "k",
    });
  });

  test.each([
    [of("http://localhost:1/v1", []), "at least one --llm-model"],
    [of(undefined, ["a"]), "with --llm, too"],
    [of("nowhere", ["a"]), "no address"],
    [of("file:///etc/passwd", ["a"]), "no address"],
    [of("https://user:key@models.example/v1", ["a"]), "does not belong in the address"],
    [of("http://models.example/v1", ["a"], { YUHENG_LLM_KEY: "k" }), "unencrypted"],
    // A name that somebody owns, whatever it begins with.
    [of("http://127.0.0.1.nip.io/v1", ["a"], { YUHENG_LLM_KEY: "k" }), "unencrypted"],
    [of("http://localhost.example/v1", ["a"], { YUHENG_LLM_KEY: "k" }), "unencrypted"],
  ])("is refused with a sentence: %#", (open, sentence) => {
    expect(open).toThrow(sentence);
  });
});
