import * as z from "zod/mini";
import { sentence } from "../boundary/message.ts";
import type { Answers } from "../boundary/rule.ts";
import type { DrawApi } from "./draw-api.ts";
import { obstacles } from "./not-sampled.ts";

const refused = z.object({
  refused: z.object({ obstacle: z.enum(obstacles), reason: sentence, instead: z.array(z.string()) }),
});

const numbers = z.instanceof(Float64Array);

const opening = z.object({
  shape: z.object({
    slots: z.array(z.looseObject({ kind: z.string(), name: z.string(), index: z.number() })),
    leaves: z.array(z.looseObject({ slot: z.number(), path: z.array(z.union([z.string(), z.number()])) })),
    beyond: z.number(),
  }),
  central: numbers,
  waits: z.boolean(),
  samples: z.array(z.looseObject({ name: z.string(), spec: z.looseObject({ type: z.string() }) })),
});

/** A draw worker runs code of the author, so its answers are validated. */
export const drawAnswers: Answers<DrawApi> = {
  open: z.union([z.object({ given: opening }), refused]),
  rows: z.union([z.object({ given: numbers }), refused]),
};

/** Validates a service request of a draw worker. */
export const serviceRequest = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("tool"), tool: z.string(), input: z.unknown() }),
  z.object({ kind: z.literal("query"), sql: z.string(), parameters: z.array(z.unknown()) }),
  z.object({ kind: z.literal("dataset"), dataset: z.string() }),
]);
