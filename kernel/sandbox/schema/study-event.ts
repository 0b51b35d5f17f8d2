import * as z from "zod/mini";
import type { StudyEvent } from "../../lesson/study.ts";
import { count, key, name, text } from "./plain.ts";

/** An event of a reader in an exercise. */
export const studyEvent = z.discriminatedUnion("type", [
  z.object({ type: z.literal("meet"), id: key, title: text(500), hash: name, hints: count }),
  z.object({ type: z.literal("try"), id: key, answer: text(2_000), right: z.boolean(), reply: text(2_000) }),
  z.object({ type: z.literal("place"), id: key, place: count }),
  z.object({ type: z.literal("hint"), id: key }),
  z.object({ type: z.literal("solution"), id: key }),
  z.object({ type: z.literal("forget") }),
]) satisfies z.ZodMiniType<StudyEvent>;
