import * as z from "zod/mini";
import { drawSamplers } from "../../montecarlo/draw-sampler.ts";
import type { FrameEdit } from "../protocol.ts";
import { cellId, count, json, list, name, source } from "./plain.ts";

/** The attributes of a cell that its frame sets: what a reader does there with keys and buttons. */
const frameAttributes = ["data-paused", "data-slide", "pinned"] as const;

/** What a cell may become: the kinds that the menu of a cell names, and those that a file may have brought. */
const kind = z.string().check(z.maxLength(100), z.regex(/^[\w./+-]+$/));

/** Of all that one edit inserts, so many characters at most. */
const MOST_INSERTED = 20_000_000;

const textChanges = list(z.object({ from: count, to: count, insert: source }), 10_000).check(
  z.refine((changes) => changes.reduce((sum, { insert }) => sum + insert.length, 0) <= MOST_INSERTED),
);

/** A change of the notebook that a reader made in its frame. */
export const frameEdit = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), cell: cellId, source }),
  z.object({
    type: z.literal("changes"),
    cell: cellId,
    length: count,
    fingerprint: count,
    changes: textChanges,
  }),
  z.object({ type: z.literal("insert"), after: z.nullable(cellId), kind, source }),
  z.object({ type: z.literal("delete"), cell: cellId }),
  z.object({ type: z.literal("move"), cell: cellId, by: z.literal([-1, 1]) }),
  z.object({ type: z.literal("kind"), cell: cellId, kind }),
  z.object({ type: z.literal("sampler"), sampler: z.enum(drawSamplers) }),
  z.object({
    type: z.literal("attribute"),
    cell: cellId,
    name: z.enum(frameAttributes),
    value: z.nullable(z.string().check(z.maxLength(100))),
  }),
  z.object({ type: z.literal("split"), cell: cellId, at: count }),
  z.object({ type: z.literal("join"), cell: cellId }),
  z.object({ type: z.literal("value"), cell: cellId, name, value: json }),
]) satisfies z.ZodMiniType<FrameEdit>;
