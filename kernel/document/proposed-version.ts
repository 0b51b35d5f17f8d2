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
  /** The connection of the assistant that proposed it. */
  by: z.optional(z.string().check(z.maxLength(100))),
});
export type ProposedVersion = z.infer<typeof proposedVersionSchema>;

/** What came of the cells of a proposed version when it ran on a copy. */
export const proposalResultsSchema = z.object({
  version: proposedVersionSchema.shape.version,
  cells: z
    .array(
      z.object({
        /** The id of the cell in the proposed version. */
        cell: z.int().check(z.positive()),
        status: z.enum(["ran", "failed", "skipped", "stopped"]),
        /** The values of its names, or the text that it shows. */
        shows: z.array(z.string().check(z.maxLength(4000))).check(z.maxLength(100)),
        /** Why it failed, was stopped, or did not run. */
        why: z.optional(z.string().check(z.maxLength(4000))),
      }),
    )
    .check(z.maxLength(5000)),
});
export type ProposalResults = z.infer<typeof proposalResultsSchema>;
