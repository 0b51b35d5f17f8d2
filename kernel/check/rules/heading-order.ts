import type { Remark } from "../finding.ts";
import type { Rule } from "../rule.ts";
import { findHeadings } from "./headings.ts";

export const headingOrder: Rule = {
  name: "heading-order",
  severity: "warning",
  summary: "Headings go down one level at a time, from one heading of the first level.",
  check({ cells }) {
    const remarks: Remark[] = [];
    let last = 0;
    let first: number | undefined;
    for (const { cell, level, from, to } of cells.flatMap(findHeadings)) {
      const at = { cell: cell.id, from, to };
      if (level === 1 && first !== undefined) {
        const message = `There is a heading of level 1 in cell ${first} already. Make this one level 2.`;
        remarks.push({ message, ...at });
      } else if (level > last + 1) {
        const before = last === 0 ? "the notebook begins" : `the heading before is of level ${last}`;
        remarks.push({ message: `A heading of level ${level}, but ${before}. Make it level ${last + 1}.`, ...at });
      }
      if (level === 1) first ??= cell.place;
      last = level;
    }
    return remarks;
  },
};
