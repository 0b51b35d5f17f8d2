import type { IncomingMessage, ServerResponse } from "node:http";
import type { Language } from "../../lib/dialogue/conversation.ts";
import { messages } from "../../lib/message/message.ts";
import { beyondLimits } from "../../lib/tool/input-limits.ts";
import { fieldOf } from "../../lib/tool/input-problems.ts";
import { Refusal } from "../serve/refusal.ts";
import { bodyOf } from "../serve/request-body.ts";
import { Problem } from "./problem.ts";

const texts = messages("interface", {
  tooLarge: {
    en: "What was sent is larger than {most} MiB.",
    zh: "发送的内容超过 {most} MiB。",
  },
  notJson: {
    en: "What was sent is not JSON in UTF-8. Send a JSON object with the header Content-Type: application/json.",
    zh: "发送的内容不是 UTF-8 编码的 JSON。请发送 JSON 对象，并设置标头 Content-Type: application/json。",
  },
});

/** The largest body of a request, in bytes: an input–output table of some hundred sectors. */
const MOST_BYTES = 32 * 1024 * 1024;

/** A request that was let in, and its answer. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The parts of the path that are in braces in the endpoint's own. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly language: Language;
  /** Aborted when the client has gone, or waited too long. */
  readonly signal: AbortSignal;
}

/** The body of a request as JSON, not checked yet. Rejects with Problem. */
export async function jsonBody({ request }: Exchange): Promise<unknown> {
  const tooLarge = () => new Refusal(413, texts.tooLarge({ most: MOST_BYTES / 1024 / 1024 }));
  let bytes: Uint8Array;
  try {
    bytes = await bodyOf(request, { most: MOST_BYTES, tooLarge });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Problem(error.status === 413 ? "too-large" : "malformed-request", error.said);
  }
  // Another type could be sent by a form of any page, without the browser asking this server.
  const isJson = /^application\/json\s*(;|$)/i.test(request.headers["content-type"] ?? "");
  try {
    if (isJson) return withinLimits(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch (error) {
    if (error instanceof Problem) throw error;
    // The same sentence serves both.
  }
  throw new Problem("malformed-request", texts.notJson());
}

/** Depth and size are checked before anything walks through the value. Throws Problem. */
function withinLimits(body: unknown): unknown {
  const beyond = beyondLimits(body);
  if (beyond) throw new Problem("wrong-input", beyond.say(fieldOf(beyond.path)));
  return body;
}

/** Whether the client accepts this media type and names it. */
export function asksFor({ request }: Exchange, mediaType: string): boolean {
  const accepted = (request.headers.accept ?? "").split(",").map((part) => part.split(";")[0]!.trim().toLowerCase());
  return accepted.includes(mediaType);
}
