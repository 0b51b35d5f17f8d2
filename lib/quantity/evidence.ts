/**
 * How a number came here, the strongest first: `source`, read in the publication or in its publisher's own data; `transcription`,
 * read in another's copy of it (a package, a law, a tool); `memory`, written from memory and seen in no table at hand.
 */
export const evidences = ["source", "transcription", "memory"] as const;
export type Evidence = (typeof evidences)[number];

export function isEvidence(written: string): written is Evidence {
  return (evidences as readonly string[]).includes(written);
}

/** Whether something was read that shows the number. Of a number whose table does not say how it came (null) nothing was. */
export function wasRead(status: Evidence | null): boolean {
  return status === "source" || status === "transcription";
}

/** The weakest of several: what a number rests on that is made of them. */
export function weakest(statuses: readonly Evidence[]): Evidence {
  return evidences[Math.max(0, ...statuses.map((status) => evidences.indexOf(status)))]!;
}
