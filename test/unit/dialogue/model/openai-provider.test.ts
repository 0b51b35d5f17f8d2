import { describe, expect, it } from "vitest";
import { OpenAiProvider } from "../../../../kernel/dialogue/model/openai-provider.ts";
import type { ModelView } from "../../../../kernel/dialogue/model/view.ts";

const view: ModelView = { question: "q", read: [], unexplained: [], tools: [], datasets: [] };

/** What a provider gives for an answer of its server. */
async function read(body: string | ReadableStream, type: string, status = 200): Promise<string> {
  const provider = new OpenAiProvider({
    base: "http://models.example/v1/",
    model: "a <b>",
    name: "s",
    fetch: async () => new Response(body, { status, headers: { "Content-Type": type } }),
  });
  let text = "";
  for await (const delta of provider.propose(view, {}, new AbortController().signal)) text += delta.text;
  return text;
}

const event = (content: string) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}`;
const whole = (content: unknown) => JSON.stringify({ choices: [{ message: { content } }] });

describe("A model behind chat completions", () => {
  it("is read as it streams, wherever its pieces are cut", async () => {
    const bytes = new TextEncoder().encode(
      `: hi\r\n\r\n${event("中")}\r\n\r\n${event("国")}\n\ndata: [DONE]\n\n${event("no")}`,
    );
    const stream = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    expect(await read(stream, "text/event-stream; charset=utf-8")).toBe("中国");
  });

  it("is read from a server that does not stream, and one that says nothing", async () => {
    expect(await read(whole("x"), "application/json")).toBe("x");
    expect(await read(whole(null), "application/json")).toBe("");
    expect(await read("", "text/event-stream")).toBe("");
  });

  it.each([
    ["garbage in an event", "data: {]\n\n", "text/event-stream"],
    ["an event of another form", 'data: {"text": "x"}\n\n', "text/event-stream"],
    ["another form", '{"answer": "x"}', "application/json"],
    ["a page", "<html>", "text/html"],
  ])("rejects %s with a sentence", async (_, body, type) => {
    await expect(read(body, type)).rejects.toThrow("did not answer in the form of chat completions");
  });

  it.each([
    ["whole", "application/json", "x".repeat(64 * 1024)],
    ["in events", "text/event-stream", `${event("x")}\n\n`.repeat(1000)],
  ])("leaves a server whose answer, %s, does not end", async (_, type, part) => {
    let sent = 0;
    let isLeft = false;
    const bytes = new TextEncoder().encode(part);
    const endless = new ReadableStream({
      pull(controller) {
        sent += bytes.length;
        controller.enqueue(bytes);
      },
      cancel() {
        isLeft = true;
      },
    });
    await expect(read(endless, type)).rejects.toThrow("has more than 4 MiB");
    // What the stream holds ready beside what was read is a few parts.
    expect([isLeft, sent < 5 * 1024 * 1024]).toEqual([true, true]);
  });

  it("rejects a refusal of its server, and names itself by a plain name", async () => {
    await expect(read("no", "text/plain", 503)).rejects.toThrow("status 503");
    const provider = new OpenAiProvider({ base: "x", model: "<b>`a`</b> 1:0.5b", name: "s", fetch });
    expect(provider.model).toBe("b-a-/b-1:0.5b");
  });
});
