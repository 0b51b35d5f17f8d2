import * as z from "zod/mini";
import { isBindingName } from "../../cell/binding-name.ts";
import { drawSamplers } from "../../random/draw-sampler.ts";
import type { FrameEdit } from "../protocol.ts";
import { cellId, count, json, list, name, source } from "./plain.ts";

/** The attributes of a cell that the frame may set, by keys and buttons. */
const frameAttributes = ["data-paused", "data-slide", "pinned"] as const;

/** The possible kinds of a cell: those in the cell's menu, and unknown ones from a file. */
const kind = z.string().check(z.maxLength(100), z.regex(/^[\w./+-]+$/));

/** A language tag of BCP 47, as far as its form goes. */
const languageTag = z.string().check(z.maxLength(50), z.regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/));

/** The maximum number of characters inserted by one edit. */
const MOST_INSERTED = 20_000_000;

const textChanges = list(z.object({ from: count, to: count, insert: source }), 10_000).check(
  z.refine((changes) => changes.reduce((sum, { insert }) => sum + insert.length, 0) <= MOST_INSERTED),
);

/** The name of a value of the notebook. */
const binding = name.check(z.refine(isBindingName));

/** An edit of the notebook made in its frame. */
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
  z.object({
    type: z.literal("mark"),
    cell: cellId,
    fingerprint: count,
    source,
    renamed: z.optional(z.object({ from: binding, to: binding })),
    below: z.optional(source),
  }),
  z.object({ type: z.literal("split"), cell: cellId, at: count }),
  z.object({ type: z.literal("translate"), cell: cellId, own: languageTag, language: languageTag }),
  z.object({ type: z.literal("join"), cell: cellId }),
  z.object({ type: z.literal("value"), cell: cellId, name, value: json, initial: z.boolean() }),
]) satisfies z.ZodMiniType<FrameEdit>;
