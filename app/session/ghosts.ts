import type { Comparison } from "../../kernel/document/index.ts";
import type { Ghost } from "../../kernel/sandbox/protocol.ts";
import { say } from "../language/speech.ts";
import type { CellOutcome } from "./hidden-run.ts";

/**
 * What another version would change in the cells, as ghosts at their places: new cells below those before them, changed and removed cells
 * at themselves. What both sides changed is not shown here: a person compares it.
 *
 * @param outcomes what came of the cells of the other version when they ran
 */
export function ghostsOfComparison(
  { cells }: Pick<Comparison, "cells">,
  outcomes: readonly CellOutcome[] = [],
): Ghost[] {
  const resultsOf = (id: number) => {
    const { shows = [], why } = outcomes.find(({ cell }) => cell === id) ?? {};
    return why === undefined ? [...shows] : [say(why)];
  };
  const ghosts: Ghost[] = [];
  let above: number | null = null;
  for (const { mine, theirs, change } of cells) {
    const ghost = { results: theirs ? resultsOf(theirs.id) : [], chosen: true };
    if (change === "theirs" && !mine && theirs)
      ghosts.push({ ...ghost, change: "insert", cell: above, kind: theirs.kind, source: theirs.source });
    else if (change === "theirs" && mine && theirs && mine.source !== theirs.source)
      ghosts.push({ ...ghost, change: "edit", cell: mine.id, kind: theirs.kind, source: theirs.source });
    else if (change === "theirs" && mine && !theirs)
      ghosts.push({ ...ghost, change: "remove", cell: mine.id, kind: mine.kind, source: "" });
    above = mine?.id ?? above;
  }
  return ghosts;
}
