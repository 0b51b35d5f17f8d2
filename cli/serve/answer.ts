import type { ServerResponse } from "node:http";
import type { Sentence } from "../../lib/message/message.ts";
import { writeMessage } from "../../lib/message/write.ts";

/** Ends a request with a value as JSON. */
export function answer(response: ServerResponse, status: number, body: unknown): void {
  response.statusCode = status;
  response.setHeader("Content-Type", "application/json; charset=utf-8");
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.end(JSON.stringify(body));
}

/**
 * Ends a request with the reason of its refusal, in English for a program and as a message for the page, and with further fields.
 */
export function refuse(response: ServerResponse, status: number, sentence: Sentence, more: object = {}): void {
  answer(response, status, { error: writeMessage(sentence), said: sentence, ...more });
}
