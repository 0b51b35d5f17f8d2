import { answer } from "../serve/answer.ts";
import type { Endpoint } from "./endpoint.ts";
import { parseQuery } from "./endpoints.ts";
import { jsonBody } from "./exchange.ts";
import type { ServedLibrary } from "./served-library.ts";
import { readConversation, sentConversation, writeReply, writtenReply } from "./written-reply.ts";

/** Answers a question in words. */
export function askEndpoint(library: ServedLibrary): Endpoint {
  return {
    id: "ask",
    method: "POST",
    path: "/v1/ask",
    scope: "compute",
    title: { en: "Answers a question in words, asks back, or refuses", zh: "回答文字提问，或反问，或拒绝" },
    parameters: {},
    body: sentConversation,
    answers: { "application/json": writtenReply },
    answer: async (exchange) => {
      const sent = parseQuery("ask", sentConversation, await jsonBody(exchange));
      const { conversation, language } = readConversation(sent);
      const dialogue = await library.dialogue();
      answer(exchange.response, 200, writeReply(await dialogue.ask(conversation, exchange.signal), language));
    },
  };
}
