import { messages } from "../../../lib/message/message.ts";
import { languageOf, otherLanguages } from "../../document/translations.ts";
import type { Remark } from "../finding.ts";
import type { Rule } from "../rule.ts";
import type { CheckedCell } from "../subject.ts";
import { findHeadings } from "./headings.ts";

const texts = messages("check", {
  firstHeadingTooDeep: {
    en: "A heading of level {level}, but the notebook begins. Make it level {wanted}.",
    zh: "笔记本一开始就是 {level} 级标题。请改为 {wanted} 级。",
  },
  headingTooDeep: {
    en: "A heading of level {level}, but the heading before is of level {last}. Make it level {wanted}.",
    zh: "此处为 {level} 级标题，而前一标题为 {last} 级。请改为 {wanted} 级。",
  },
  secondTitle: {
    en: "There is a heading of level 1 in cell {first} already. Make this one level 2.",
    zh: "第 {first} 个单元格已有一级标题。请将此处改为二级。",
  },
});

export const headingOrder: Rule = {
  name: "heading-order",
  severity: "warning",
  summary: "Headings go down one level at a time, from one heading of the first level.",
  check({ cells }) {
    // Of a text and its translations, a reader sees one.
    const tags = new Set(cells.flatMap(({ cell }) => languageOf(cell) ?? []));
    const remarks = [...(tags.size === 0 ? ["en"] : tags)].flatMap((language) => {
      const hidden = otherLanguages(
        cells.map(({ cell }) => cell),
        language,
      );
      return remarksOn(cells.filter(({ cell }) => !hidden.has(cell.id)));
    });
    const isRepeated = (remark: Remark, at: number) =>
      remarks.findIndex(({ cell, from }) => cell === remark.cell && from === remark.from) < at;
    return remarks.filter((remark, at) => !isRepeated(remark, at));
  },
};

function remarksOn(cells: readonly CheckedCell[]): Remark[] {
  const remarks: Remark[] = [];
  let last = 0;
  let first: number | undefined;
  for (const { cell, level, from, to } of cells.flatMap(findHeadings)) {
    const at = { cell: cell.id, from, to };
    if (level === 1 && first !== undefined) {
      const message = texts.secondTitle({ first });
      remarks.push({ message, ...at });
    } else if (level > last + 1) {
      const wanted = last + 1;
      const message =
        last === 0 ? texts.firstHeadingTooDeep({ level, wanted }) : texts.headingTooDeep({ level, last, wanted });
      remarks.push({ message, ...at });
    }
    if (level === 1) first ??= cell.place;
    last = level;
  }
  return remarks;
}
