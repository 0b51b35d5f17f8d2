import type { WrittenReply } from "../../lib/dialogue/write-reply.ts";
import { writeValue } from "../../lib/dialogue/write-reply.ts";

/** A reply as lines of a terminal: the sentence, then ways to go on, then the cells if they are wanted. */
export function writeTerminalReply(reply: WrittenReply, withCells: boolean): string {
  const lines = [reply.text];
  for (const { label, effect = [] } of reply.ask?.options ?? []) {
    const figures = effect.map((each) => writeValue(each)).join(", ");
    lines.push(`  · ${label}${figures === "" ? "" : `: ${figures}`}`);
  }
  for (const { question } of reply.refuse?.nearest ?? []) lines.push(`  → ${question}`);
  if (withCells) for (const { source } of reply.cells) lines.push("", source);
  return lines.join("\n");
}
