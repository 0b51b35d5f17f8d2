import * as z from "zod/mini";
import { fileForms } from "../../services/file-content.ts";
import type { Step } from "../../services/step.ts";
import { count, list, name, said, sentence, text } from "./plain.ts";

const MOST = 1_000;
/** The maximum number of sentences in one fact. */
const MANY = 20;

const selection = z.object({ dataset: name, where: sentence, rows: count, of: count });

const factorUse = z.object({
  row: count,
  activity: sentence,
  gas: sentence,
  factor: z.number(),
  unit: sentence,
  source: sentence,
  table: sentence,
  page: sentence,
});

/** A service request of a run. */
export const step = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("dataset"), dataset: name }),
  z.object({
    kind: z.literal("query"),
    sql: text(200_000),
    values: z.nullable(list(text(20_000), MOST)),
    datasets: list(name, MOST),
    rows: count,
  }),
  z.object({
    kind: z.literal("tool"),
    tool: name,
    input: text(200_000),
    datasets: list(name, MOST),
    rows: list(selection, MOST),
    factors: z.optional(
      z.object({ file: sentence, first: list(factorUse, MOST), uses: count, rows: count, factors: count }),
    ),
    facts: z.record(name, z.union([said, list(said, MANY)])),
  }),
  z.object({ kind: z.literal("notebook"), notebook: name }),
  z.object({ kind: z.literal("file"), file: name, form: z.enum(fileForms), sha256: text(64), size: count }),
]) satisfies z.ZodMiniType<Step>;
