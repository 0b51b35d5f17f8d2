import * as z from "zod/mini";

/** A version of an open notebook that a program proposes, and a person accepts or not. */
export const proposedVersionSchema = z.object({
  /** The text of the file from which it was made. */
  baseText: z.string(),
  text: z.string(),
  /** The hash of its text. */
  version: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** When it was proposed, ISO 8601. */
  time: z.iso.datetime(),
});
export type ProposedVersion = z.infer<typeof proposedVersionSchema>;
