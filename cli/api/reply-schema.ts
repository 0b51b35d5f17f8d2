import { z } from "zod";

const text = z.string();
const figure = z.object({
  name: text,
  value: z.union([z.number(), text, z.boolean()]),
  unit: text.describe("iso3 of places, year of calendar years, 1 of ratios, text of names"),
  cell: text.describe("The step of the plan that computes it"),
  hash: text.describe("Of the result of that step"),
  source: z.array(z.object({ dataset: text, where: text })),
  lo: z.number().optional(),
  hi: z.number().optional(),
  primary: z.literal(true).optional().describe("Whether it is what was asked for"),
});
const understood = z.object({ slot: text, value: z.unknown(), label: text });

/** What `/v1/ask` answers: a `WrittenReply`, as `yuheng ask --json` prints it. */
export const replySchema = z.object({
  kind: z.enum(["answer", "ask", "refuse"]),
  text: text.describe("A sentence for a person; every figure in it is one of the values"),
  values: z.array(figure),
  plan: z
    .array(z.object({ id: text, tool: text, args: z.record(text, z.unknown()) }))
    .describe("The calls that give the values"),
  read: z.array(understood).describe("How the words were understood"),
  assumed: z.array(understood.extend({ because: text })).describe("What the question did not say"),
  cells: z.array(z.object({ id: text, source: text })).describe("The same as cells of a notebook"),
  ask: z
    .object({
      slot: text,
      question: text,
      options: z.array(z.object({ value: z.unknown(), label: text, effect: z.array(figure).optional() })),
    })
    .optional()
    .describe("Ask again with `chosen: {slot: value}` in the last turn"),
  refuse: z
    .object({ reason: text, nearest: z.array(z.object({ label: text, question: text })) })
    .optional()
    .describe("Why there is no answer, and questions near it that have one"),
  phases: z.array(text).optional(),
  by: z.object({ provider: text, model: text }).optional(),
  properties: z.record(text, z.unknown()).optional(),
});
