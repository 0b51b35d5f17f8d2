import { z } from "zod";
import { sentence } from "../../kernel/boundary/message.ts";

/** What the page sends to the worker of a model. */
export const modelRequest = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("load"), file: z.instanceof(File) }),
  z.object({
    kind: z.literal("ask"),
    id: z.int(),
    messages: z.array(z.object({ role: z.enum(["system", "user"]), content: z.string() })),
    schema: z.record(z.string(), z.unknown()),
  }),
  z.object({ kind: z.literal("stop"), id: z.int() }),
]);
export type ModelRequest = z.input<typeof modelRequest>;

/** What the worker sends back; `id` is that of the question, or 0 for loading. */
export const modelEvent = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("loaded") }),
  z.object({ kind: z.literal("piece"), id: z.int(), text: z.string() }),
  z.object({ kind: z.literal("done"), id: z.int() }),
  z.object({ kind: z.literal("failed"), id: z.int(), reason: sentence }),
]);
export type ModelEvent = z.output<typeof modelEvent>;
