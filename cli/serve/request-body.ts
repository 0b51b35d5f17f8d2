import type { IncomingMessage } from "node:http";
import { messages } from "../../lib/message/message.ts";
import { Refusal } from "./refusal.ts";

const texts = messages("server", {
  requestCut: {
    en: "The request ended before it was whole.",
    zh: "请求在发送完整之前中断。",
  },
});

/** Of a body that is too large so many times the limit is still read, so that its sender receives the refusal. */
const DRAINED = 4;

export interface BodyLimit {
  /** In bytes. */
  readonly most: number;
  readonly tooLarge: () => Refusal;
}

/**
 * The body of a request. One that is too large is refused before its end; a sender that continues nevertheless is cut off. Rejects
 * with a Refusal.
 */
export function bodyOf(request: IncomingMessage, { most, tooLarge }: BodyLimit): Promise<Buffer<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let length = 0;
    const refuseSize = () => {
      parts.length = 0;
      reject(tooLarge());
    };
    if (Number(request.headers["content-length"] ?? 0) > most) refuseSize();
    request.on("data", (part: Buffer) => {
      length += part.length;
      if (length <= most) parts.push(part);
      else if (length > DRAINED * most) request.destroy();
      else refuseSize();
    });
    request.on("end", () => resolve(Buffer.concat(parts)));
    // A sender that disconnects gets no answer, and its request is not done.
    request.on("close", () => reject(new Refusal(400, texts.requestCut())));
    request.on("error", () => reject(new Refusal(400, texts.requestCut())));
  });
}
