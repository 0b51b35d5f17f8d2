import * as z from "zod/mini";
import type { CellProof } from "../../integrity/lock.ts";
import { MOST_TEXT } from "../most-text.ts";
import type { OutputHeights, PrintedNotebook } from "../protocol.ts";
import { cellId, json, list, name, whole } from "./plain.ts";

const MOST = 20_000;

/** Markup as text. It must be sanitised before it is inserted into a document. */
export const markup = whole(100_000_000);

const outputs = list(z.object({ cell: cellId, html: markup }), MOST);

export const printed = z.object({ cells: outputs, sources: markup }) satisfies z.ZodMiniType<PrintedNotebook>;

/** No output is higher. */
const pixels = z.number().check(z.gte(0), z.lte(1_000_000));

export const heights = z.object({
  width: pixels,
  language: name,
  cells: list(z.object({ cell: cellId, height: pixels }), MOST),
}) satisfies z.ZodMiniType<OutputHeights>;

const hash = z.string().check(z.maxLength(64), z.regex(/^[0-9a-f]*$/));

export const proofs = list(
  z.object({
    id: cellId,
    code: hash,
    inputs: hash,
    data: hash,
    result: z.nullable(hash),
  }) satisfies z.ZodMiniType<CellProof>,
  MOST,
);

export const hashes = list(z.object({ name, hash }), MOST);

export const values = list(z.object({ name, value: json }), MOST);

const text = z.string().check(z.maxLength(MOST_TEXT));

export const previews = list(z.object({ name, preview: text }), MOST);

export const texts = list(z.object({ cell: cellId, text }), MOST);
