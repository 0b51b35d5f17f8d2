import { languageOf } from "../../lib/dialogue/conversation.ts";
import { conversationSchema } from "../../lib/dialogue/conversation-schema.ts";
import { writeReply } from "../../lib/dialogue/write-reply.ts";
import { answer } from "../serve/answer.ts";
import type { Endpoint } from "./endpoint.ts";
import { parseQuery } from "./endpoints.ts";
import { jsonBody } from "./exchange.ts";
import { replySchema } from "./reply-schema.ts";
import type { ServedLibrary } from "./served-library.ts";

/** Answers a question in words. */
export function askEndpoint(library: ServedLibrary): Endpoint {
  return {
    id: "ask",
    method: "POST",
    path: "/v1/ask",
    scope: "compute",
    title: { en: "Answers a question in words, asks back, or refuses", zh: "回答文字提问，或反问，或拒绝" },
    parameters: {},
    body: conversationSchema,
    answers: { "application/json": replySchema },
    answer: async (exchange) => {
      const conversation = parseQuery("ask", conversationSchema, await jsonBody(exchange));
      const language = conversation.language ?? languageOf(conversation.turns.at(-1)!.text);
      const dialogue = await library.dialogue();
      const reply = await dialogue.ask({ ...conversation, language }, exchange.signal);
      answer(exchange.response, 200, writeReply(reply, language));
    },
  };
}
