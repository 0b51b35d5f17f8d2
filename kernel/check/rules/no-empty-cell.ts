import { messages } from "../../../lib/message/message.ts";
import type { Rule } from "../rule.ts";

const texts = messages("check", {
  emptyCell: {
    en: "The cell is empty. Delete it.",
    zh: "该单元格是空的。请删除。",
  },
});

export const noEmptyCell: Rule = {
  name: "no-empty-cell",
  severity: "warning",
  summary: "No cell is empty.",
  check: ({ cells }) =>
    cells
      .filter(({ cell }) => cell.source.trim() === "")
      .map(({ id }) => ({
        message: texts.emptyCell(),
        cell: id,
        mend: { type: "delete", cell: id },
      })),
};
