import { z } from "zod";

/** More characters than any view has. */
const LONGEST_MESSAGE = 200_000;

/**
 * What the page may send to a model: the messages of one question and the schema of its answer. Other fields are dropped, so that a
 * request can neither call functions of the upstream nor make it store or bill what nobody asked for.
 */
export const chatRequest = z.object({
  model: z.string().max(200),
  messages: z
    .array(z.object({ role: z.enum(["system", "user"]), content: z.string().max(LONGEST_MESSAGE) }))
    .min(1)
    .max(8),
  stream: z.boolean().default(false),
  temperature: z.number().min(0).max(2).optional(),
  max_tokens: z.int().min(1).max(4096).default(1024),
  response_format: z
    .object({
      type: z.literal("json_schema"),
      json_schema: z.object({
        name: z.string().max(64),
        schema: z.record(z.string(), z.unknown()),
        strict: z.boolean().optional(),
      }),
    })
    .optional(),
});
