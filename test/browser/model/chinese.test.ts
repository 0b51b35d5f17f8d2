import { LoggerWithoutDebug, Wllama } from "@wllama/wllama";
import wasm from "@wllama/wllama/esm/wasm/wllama.wasm?url";
import { afterEach, describe, expect, test } from "vitest";
import { FileModel } from "../../../app/session/model-file.ts";
import { answerSchema } from "../../../kernel/dialogue/model/answer-schema.ts";
import type { JsonSchema } from "../../../kernel/dialogue/model/json-schema.ts";
import { readAnswer } from "../../../kernel/dialogue/model/read-answer.ts";
import { toolCards } from "../../../kernel/dialogue/model/tool-cards.ts";
import type { ModelView } from "../../../kernel/dialogue/model/view.ts";
import { randomGguf } from "./random-gguf.ts";
import { bytePairs, sentencePieces } from "./vocabulary.ts";

const view: ModelView = {
  question: "中国2018年的二氧化碳排放，鬱𠮷🌍如何？",
  read: [{ slot: "place", value: "CHN", words: "中国" }],
  unexplained: ["鬱𠮷🌍"],
  tools: toolCards(new Set(["convert", "unit"])).filter(({ name }) => name === "quantity.convert"),
  datasets: [],
};

let model: FileModel | undefined;
afterEach(() => model?.unload());

describe.each([
  ["bytes and pieces of SentencePiece", sentencePieces],
  ["pairs of bytes, as GPT-2 has them", bytePairs],
])("A model whose tokens are %s", (_, vocabularyOf) => {
  const vocabulary = vocabularyOf();

  /** The pieces of an answer to a Chinese question. */
  async function ask(schema: JsonSchema, breaksCharacters = false): Promise<string[]> {
    const file = new File([randomGguf({ vocabulary, breaksCharacters })], "random.gguf");
    model = await FileModel.open(file);
    const pieces: string[] = [];
    for await (const { text } of model.propose(view, schema, new AbortController().signal)) pieces.push(text);
    return pieces;
  }

  test("reads Chinese words as their tokens, and other characters as bytes", async () => {
    const wllama = new Wllama(
      { default: new URL(wasm, location.href).href },
      { logger: LoggerWithoutDebug, suppressNativeLog: true },
    );
    wllama.setCompat(null);
    await wllama.loadModel([new File([randomGguf({ vocabulary })], "random.gguf")], { n_ctx: 2048, n_threads: 1 });
    const lengthOf = async (content: string) => {
      const { usage } = await wllama.createChatCompletion({ messages: [{ role: "user", content }], max_tokens: 1 });
      return usage!.prompt_tokens;
    };
    const none = await lengthOf("x");
    expect([(await lengthOf("x中国")) - none, (await lengthOf("x中国排放")) - none]).toEqual([1, 2]);
    expect([(await lengthOf("x鬱")) - none, (await lengthOf("x🌍")) - none]).toEqual([3, 4]);
    await wllama.exit();
  });

  test("gives Chinese whole, whether its tokens are words or parts of characters", async () => {
    const words = "中国的二氧化碳排放：鬱𠮷🌍。";
    const pieces = await ask({
      type: "object",
      properties: { say: { const: words } },
      required: ["say"],
      additionalProperties: false,
    });
    expect(readAnswer(pieces.join(""))).toEqual({ kind: "say", words });
    // No piece ends within a character.
    for (const piece of pieces)
      expect([piece, isWellFormed(piece) && !piece.includes("\ufffd")]).toEqual([piece, true]);
  });

  test("that writes characters of its own at random gives text, or nothing that is used", async () => {
    const text = (await ask(answerSchema(view), true)).join("");
    expect(isWellFormed(text)).toBe(true);
    const answer = readAnswer(text);
    expect(["plan", "ask", "say", "dropped"]).toContain(answer.kind);
    if (answer.kind === "dropped") expect(answer.because.zh).toMatch(/\p{Script=Han}/u);
  });
});

/** Whether a text has no half of a character beyond the sixteen-bit ones. */
function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
