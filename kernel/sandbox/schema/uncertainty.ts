import * as z from "zod/mini";
import type { Compared } from "../../montecarlo/compared.ts";
import type { Situation } from "../../montecarlo/situation.ts";
import { cellId, count, json, list, name, sentence, text } from "./plain.ts";

const MOST = 20_000;

/** What scenarios may set, and what can be compared. */
export const situation = z.object({
  inputs: list(z.object({ name, cell: cellId, value: json }), MOST),
  samples: list(z.object({ name, label: z.optional(name), central: z.number(), lo: z.number(), hi: z.number() }), MOST),
  cells: list(z.object({ cell: cellId, names: list(name, MOST) }), MOST),
}) satisfies z.ZodMiniType<Situation>;

// Results of draws may be NaN or infinite.
const figure = z.union([z.number(), z.nan(), z.literal([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])]);
const bounded = { value: figure, lo: figure, hi: figure };

const slot = z.object({
  kind: z.enum(["value", "name", "shown", "hole"]),
  name,
  index: z.int(),
  text: z.optional(sentence),
});

/** A cell under several scenarios. */
export const compared = z.object({
  rows: list(
    z.object({
      slot,
      path: list(z.union([text(500), z.number()]), 100),
      unit: text(200),
      numbers: list(z.object({ scenario: text(500), ...bounded, difference: z.nullable(z.object(bounded)) }), 1_000),
    }),
    MOST,
  ),
  draws: count,
  seed: count,
}) satisfies z.ZodMiniType<Compared>;
