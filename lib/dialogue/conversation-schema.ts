import { z } from "zod";
import { strict } from "../tool/strict.ts";
import type { Conversation } from "./conversation.ts";
import { jsonSchema, slots } from "./plan.ts";

const quotedCell = z.object({ name: z.string().max(200), text: z.string().max(20_000) });

const turn = z.union([
  z
    .string()
    .max(2000)
    .transform((text) => ({ text })),
  z.object({
    text: z.string().max(2000),
    chosen: z.partialRecord(z.enum(slots), jsonSchema).optional(),
    quoted: z.array(quotedCell).max(8).optional(),
  }),
]);

/** A conversation from outside: turns as texts, or with what was chosen; the language as `lang`. */
export const conversationSchema = strict(
  z.object({ turns: z.array(turn).min(1).max(100), lang: z.enum(["en", "zh"]).optional() }).transform(
    ({ turns, lang }): Conversation => ({
      turns: turns as Conversation["turns"],
      ...(lang ? { language: lang } : {}),
    }),
  ),
);
