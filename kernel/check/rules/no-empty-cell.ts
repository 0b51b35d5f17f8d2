import type { Rule } from "../rule.ts";

export const noEmptyCell: Rule = {
  name: "no-empty-cell",
  severity: "warning",
  summary: "No cell is empty.",
  check: ({ cells }) =>
    cells
      .filter(({ cell }) => cell.source.trim() === "")
      .map(({ id }) => ({
        message: "The cell is empty. Delete it.",
        cell: id,
        mend: { type: "delete", cell: id },
      })),
};
