import type { CommandDeclaration } from "./declaration.ts";
import { model } from "./model.ts";

/** `yuheng ask`. */
export const ask = {
  summary: "answer a question in words, from the datasets and tools",
  description:
    "Reads a question in English or Chinese, plans calls of tools, runs them, and answers with figures that name their cell and source. It works without a network and without a model. What the words leave open is asked back; what is not there is refused, with the nearest that is. Without a question it reads one from standard input, or, at a terminal, holds a conversation. With --llm and --llm-model a language model may propose how to read what is not understood; its key stands in the variable YUHENG_LLM_KEY.",
  operands: [{ name: "QUESTION", optional: true, many: true }],
  options: {
    json: { type: "flag", summary: 'print the answer as JSON; standard input may hold {"turns": [...], "lang": "en"}' },
    jsonl: { type: "flag", summary: "one conversation a line in, one answer a line out" },
    lang: {
      type: "choice",
      of: ["en", "zh"],
      hint: "LANG",
      summary: "the language of the answer; by default that of the question",
    },
    cells: { type: "flag", summary: "print the cells, too" },
    ...model,
  },
  examples: [
    ['yuheng ask "fossil CO2 of Spain in 2018"', "an answer"],
    ["yuheng ask", "a conversation at the terminal"],
    ['yuheng ask --json "韩国2010年的排放" | jq .values', "figures with their cells, hashes and sources"],
  ],
  exits: { 0: "answered, asked back or refused", 2: "wrong use" },
} as const satisfies CommandDeclaration;
