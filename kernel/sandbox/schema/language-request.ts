import * as z from "zod/mini";
import type { LanguageRequest } from "../../services/language.ts";
import { cellId, count, name } from "./plain.ts";

const at = { cell: cellId, offset: count };

/** A request of an editor to the language service. */
export const languageRequest = z.discriminatedUnion("type", [
  z.object({ type: z.literal("wake") }),
  z.object({ type: z.literal("complete"), ...at }),
  z.object({ type: z.literal("describe"), ...at, name }),
  z.object({ type: z.literal("hover"), ...at }),
  z.object({ type: z.literal("signature"), ...at }),
  z.object({ type: z.literal("diagnose"), cell: cellId }),
  z.object({ type: z.literal("define"), ...at }),
  z.object({ type: z.literal("find-name"), ...at }),
  z.object({ type: z.literal("rename"), ...at, to: name }),
]) satisfies z.ZodMiniType<LanguageRequest>;
