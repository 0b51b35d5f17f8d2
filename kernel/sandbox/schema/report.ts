import * as z from "zod/mini";
import { message } from "../../boundary/message.ts";
import type { CellError, Mend } from "../../runtime/cell-error.ts";
import type { Cause, CellState, Progress } from "../../runtime/state.ts";
import type { CellReport, ValueReport } from "../protocol.ts";
import { cellId, count, list, name, said, sentence, text } from "./plain.ts";
import { step } from "./step.ts";

/** The maximum number of cells, names and values in one report. */
const MOST = 20_000;

const mend = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("rename"), cell: cellId, from: name, to: name }),
  z.object({ kind: z.literal("pause"), cell: cellId }),
]) satisfies z.ZodMiniType<Mend>;

export const cellError = z.object({
  name: text(200),
  message: sentence,
  said: z.optional(message),
  line: z.optional(z.number()),
  column: z.optional(z.number()),
  sourceLine: z.optional(sentence),
  mend: z.optional(mend),
}) satisfies z.ZodMiniType<CellError>;

const cause = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("first") }),
  z.object({ kind: z.literal("edited") }),
  z.object({ kind: z.literal("input"), names: list(name, MOST) }),
  z.object({ kind: z.literal("asked") }),
  z.object({ kind: z.literal("resumed") }),
  z.object({ kind: z.literal("restarted"), service: said }),
]) satisfies z.ZodMiniType<Cause>;

const progress = z.object({
  fraction: z.nullable(z.number()),
  message: z.optional(said),
}) satisfies z.ZodMiniType<Progress>;

const cellState = z.object({
  status: z.enum(["queued", "running", "fresh", "stale", "paused", "failed", "blocked"]),
  startedAt: z.optional(z.number()),
  elapsed: z.optional(z.number()),
  progress: z.optional(progress),
  error: z.optional(cellError),
  warnings: z.optional(list(cellError, MOST)),
  blockedBy: z.optional(z.object({ cell: cellId, name })),
  cause: z.optional(cause),
  runs: count,
}) satisfies z.ZodMiniType<CellState>;

const cellReport = z.object({
  id: cellId,
  state: cellState,
  edited: z.boolean(),
  outputs: list(name, MOST),
  inputs: list(name, MOST),
  steps: list(step, MOST),
}) satisfies z.ZodMiniType<CellReport>;

const valueReport = z.object({
  name,
  type: text(200),
  size: text(200),
  preview: text(1_000),
  columns: z.optional(list(z.object({ name: text(500), type: text(500) }), MOST)),
}) satisfies z.ZodMiniType<ValueReport>;

export const cellReports = list(cellReport, MOST);
export const valueReports = list(valueReport, MOST);
export const cellIds = list(cellId, MOST);
