import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** Whether the token of this start was sent; null without a token. */
export function hasToken({ headers }: Pick<IncomingMessage, "headers">, token: string): boolean | null {
  const given = headers["x-yuheng-token"];
  if (given === undefined) return null;
  const bytes = Buffer.from(String(given));
  const wanted = Buffer.from(token);
  return bytes.length === wanted.length && timingSafeEqual(bytes, wanted);
}
