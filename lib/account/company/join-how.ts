import { joinSentences } from "../../message/join-sentences.ts";
import type { Message } from "../../message/message.ts";

/** The steps of a conversion as one text; null if there is none. */
export function joinHow(steps: readonly (Message | null)[]): Message | null {
  const [first, ...others] = steps.filter((step) => step !== null);
  return first === undefined ? null : joinSentences(first, ...others);
}
