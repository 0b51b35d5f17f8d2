import { messages } from "../../../lib/message/message.ts";
import { authorshipAttributes, isDay } from "../../document/authorship.ts";
import type { Rule } from "../rule.ts";

const texts = messages("check", {
  invalidDate: {
    en: "“{date}” is not a day such as `2026-05-01`. The notebook is published without a date until its `{attribute}` is one.",
    zh: "“{date}”不是 `2026-05-01` 这样的日期。在 `{attribute}` 改为日期之前，笔记本发布时不带日期。",
  },
});

export const validDate: Rule = {
  name: "valid-date",
  severity: "warning",
  summary: "The date by which a notebook is cited is a day.",
  check({ notebook: { attributes } }) {
    const attribute = authorshipAttributes.date;
    const date = Object.hasOwn(attributes, attribute) ? attributes[attribute]!.trim() : null;
    return date === null || isDay(date) ? [] : [{ message: texts.invalidDate({ date, attribute }), line: 1 }];
  },
};
