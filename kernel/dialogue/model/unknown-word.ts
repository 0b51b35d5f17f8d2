import { isUnknown, type Link } from "../../../lib/dialogue/link.ts";

/** Whether something is an unknown word, not a single character between others. */
export function isWord(link: Link): boolean {
  return isUnknown(link) && [...link.words].length > 1;
}
