import { afterEach, expect, test } from "vitest";
import { FileModel } from "../../../app/session/model-file.ts";
import { answerSchema } from "../../../kernel/dialogue/model/answer-schema.ts";
import { readAnswer } from "../../../kernel/dialogue/model/read-answer.ts";
import { toolCards } from "../../../kernel/dialogue/model/tool-cards.ts";
import type { ModelView } from "../../../kernel/dialogue/model/view.ts";
import { randomGguf } from "./random-gguf.ts";

const view: ModelView = {
  question: "Please reckon 40 kt in Mt.",
  read: [],
  unexplained: ["reckon"],
  tools: toolCards(new Set(["convert", "unit"])).filter(({ name }) => name === "quantity.convert"),
  datasets: [],
};

let model: FileModel | undefined;

afterEach(() => model?.unload());

async function open(): Promise<FileModel> {
  model = await FileModel.open(new File([randomGguf()], "random weights.gguf"));
  return model;
}

test("a model of random weights is held to the shape of an answer, and asks nothing of the network", async () => {
  const provider = await open();
  expect(provider.model).toBe("random-weights");
  let text = "";
  for await (const delta of provider.propose(view, answerSchema(view), new AbortController().signal))
    text += delta.text;
  expect(text).toMatch(/^\s*\{\s*"(?:tool|steps|ask|say)"/);
  expect(["plan", "ask", "say", "dropped"]).toContain(readAnswer(text).kind);
  const fetched = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  for (const { protocol, host } of fetched)
    expect([protocol, host === location.host || protocol === "blob:"]).toEqual([protocol, true]);
});

test("a grammar that leaves one text gives that text", async () => {
  const provider = await open();
  const schema = {
    type: "object",
    properties: { say: { const: "No." } },
    required: ["say"],
    additionalProperties: false,
  };
  let text = "";
  for await (const delta of provider.propose(view, schema, new AbortController().signal)) text += delta.text;
  expect(readAnswer(text)).toEqual({ kind: "say", words: "No." });
});

test("stops when it is told to, and answers the next question", async () => {
  const provider = await open();
  const abort = new AbortController();
  const schema = { type: "object", properties: { say: { type: "string" } }, required: ["say"] };
  const reading = (async () => {
    for await (const _ of provider.propose(view, schema, abort.signal)) abort.abort(new Error("stopped"));
  })();
  await expect(reading).rejects.toThrow("stopped");
  const one = { type: "object", properties: { say: { const: "No." } }, required: ["say"] };
  let text = "";
  for await (const delta of provider.propose(view, one, new AbortController().signal)) text += delta.text;
  expect(readAnswer(text).kind).toBe("say");
});

test("a file of another kind, and a broken one, are refused with a sentence", async () => {
  await expect(FileModel.open(new File(["PK.."], "a.zip"))).rejects.toThrow("“a.zip” is no model");
  await expect(FileModel.open(new File(["GGUF, and nothing else"], "a.gguf"))).rejects.toThrow("could not be loaded");
});
