import * as z from "zod/mini";
import type { CellProof } from "../../integrity/lock.ts";
import type { PrintedNotebook } from "../protocol.ts";
import { cellId, list, whole } from "./plain.ts";

const MOST = 20_000;

/** Markup as a text. Whoever makes a document of it takes out of it what could act there. */
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
