import type { Candidate, MatchedLine } from "../../../lib/account/account-shapes.ts";
import type { LineGroup } from "../../../lib/account/desk/line-groups.ts";
import { nameKey } from "../../../lib/account/matching/fold-text.ts";
import type { Sentence } from "../../../lib/message/message.ts";

/** What is shown of the lines. */
export type LineFilter = "all" | "look" | "skipped";

/**
 * The groups that a filter and a search show.
 * @param write a sentence in the reader's language
 */
export function shownGroups(
  groups: readonly LineGroup[],
  filter: LineFilter,
  typed: string,
  write: (sentence: Sentence) => string,
): LineGroup[] {
  const wanted = nameKey(typed);
  return groups.filter(
    ({ state, line, sites }) =>
      (filter === "all" || (filter === "skipped" ? state === "skipped" : state === "nothing" || state === "look")) &&
      (wanted === "" ||
        [line.name, write(line.match.to ?? ""), line.sheet, ...sites].some((text) => nameKey(text).includes(wanted))),
  );
}

/** What lines can be taken for instead: the next candidates without the one that they were taken for. */
export function otherCandidates({ match, candidates }: MatchedLine): Candidate[] {
  return candidates.filter(({ id }) => id !== match.id);
}
