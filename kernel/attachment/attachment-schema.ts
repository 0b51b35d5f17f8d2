import * as z from "zod/mini";
import { tableReading } from "../../lib/files/table/table-reading.ts";
import type { Attachment } from "../services/attachment.ts";
import { isAttachmentName } from "./attachment-name.ts";

const count = z.int().check(z.nonnegative());

/** Reads an `Attachment` from storage or from a server. */
export const attachment = z.object({
  name: z.string().check(z.refine(isAttachmentName)),
  mimeType: z.string().check(z.maxLength(200)),
  size: count,
  lastModified: count,
  sha256: z.string().check(z.regex(/^(?:[0-9a-f]{64})?$/)),
  tables: z.record(
    z.string().check(z.minLength(1), z.maxLength(200)),
    z.object({ reading: tableReading, rows: count }),
  ),
}) satisfies z.ZodMiniType<Attachment>;
