import type { Remark } from "../finding.ts";
import type { CheckedCell, Subject } from "../subject.ts";

/** What the graph says of cells that define a name which others define, too, or that form a cycle. */
export function findGraphErrors({ cells, graph }: Subject, kind: "duplicate" | "cycle"): Remark[] {
  return cells.flatMap((cell) => {
    const { errors, warnings } = graph;
    const found = kind === "duplicate" ? (warnings.get(cell.id) ?? []) : [errors.get(cell.id)];
    return found.flatMap((error) =>
      error?.name === kind ? [{ message: error.message, cell: cell.id, ...placeOf(cell, error.message) }] : [],
    );
  });
}

/** The range of the first name quoted in the message. */
function placeOf({ cell }: CheckedCell, message: string): { from?: number; to?: number } {
  const name = /`([^`]+)`/.exec(message)?.[1];
  if (name === undefined) return {};
  const escaped = name.replaceAll("$", "\\$");
  const from = cell.source.search(new RegExp(`(?<![\\w$.])${escaped}(?![\\w$])`));
  return from < 0 ? {} : { from, to: from + name.length };
}
