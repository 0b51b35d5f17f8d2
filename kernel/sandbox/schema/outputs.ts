import * as z from "zod/mini";
import type { CellProof } from "../../integrity/lock.ts";
import type { PrintedNotebook } from "../protocol.ts";
import { cellId, list, whole } from "./plain.ts";

const MOST = 20_000;

/** Markup as text. It must be sanitised before it is inserted into a document. */
export const markup = whole(100_000_000);

const outputs = list(z.object({ cell: cellId, html: markup }), MOST);

export const printed = z.object({ cells: outputs, sources: markup }) satisfies z.ZodMiniType<PrintedNotebook>;

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
