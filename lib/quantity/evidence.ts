/**
 * Evidence for a number, the strongest first: `source`, read in the publication or in its publisher's own data;
 * `transcription`, read in a copy by others (a package, a law, a tool); `memory`, written from memory and found in no
 * available table.
 */
export const evidences = ["source", "transcription", "memory"] as const;
export type Evidence = (typeof evidences)[number];

export function isEvidence(written: string): written is Evidence {
  return (evidences as readonly string[]).includes(written);
}

/** Whether the number was read in a source or a copy; false if its table states no evidence (null). */
export function wasRead(status: Evidence | null): boolean {
  return status === "source" || status === "transcription";
}

/** The weakest of several: the evidence of a number computed from them. */
export function weakest(statuses: readonly Evidence[]): Evidence {
  return evidences[Math.max(0, ...statuses.map((status) => evidences.indexOf(status)))]!;
}
