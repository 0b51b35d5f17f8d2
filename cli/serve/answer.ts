import type { ServerResponse } from "node:http";

/** Ends a request with a value as JSON. */
export function answer(response: ServerResponse, status: number, body: unknown): void {
  response.statusCode = status;
  response.setHeader("Content-Type", "application/json; charset=utf-8");
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.end(JSON.stringify(body));
}

/** Ends a request with a sentence that says why it is not done, and with what else is to be known. */
export function refuse(response: ServerResponse, status: number, sentence: string, more: object = {}): void {
  answer(response, status, { error: sentence, ...more });
}
