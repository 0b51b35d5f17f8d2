import { designated } from "../../lifecycle/assess/designations.ts";
import { physicalTerms } from "../company/terms/physical.ts";
import { TermFinder } from "../matching/term-finder.ts";

/** Kinds of terms that name what an amount is of; uses, scopes and treatments only say more about it. */
const kinds: ReadonlySet<string> = new Set([
  "fuel",
  "energy",
  "mode",
  "freight",
  "material",
  "process",
  "waste",
  "water",
]);
const finder = new TermFinder(physicalTerms);
/** Longer texts are remarks. */
const LONGEST = 80;

/**
 * Whether a text names an energy, a fuel, a material, a means of transport or a waste that matching knows by its vocabularies, or a
 * material by its designation.
 */
export function isKnownActivity(text: string): boolean {
  if (text.length === 0 || text.length > LONGEST) return false;
  return (
    finder.find(text).some(({ tag }) => kinds.has(tag.slice(0, tag.indexOf(":")))) || designated(text).found.length > 0
  );
}

/** How many of some texts are known activities, from 0 to 1. */
export function knownShare(texts: readonly string[]): number {
  return texts.length === 0 ? 0 : texts.filter(isKnownActivity).length / texts.length;
}
