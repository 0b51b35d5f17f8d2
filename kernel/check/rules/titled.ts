import { messages } from "../../../lib/message/message.ts";
import { untitled } from "../../document/notebook.ts";
import type { Rule } from "../rule.ts";
import { findHeadings } from "./headings.ts";

const texts = messages("check", {
  untitled: {
    en: "The notebook has no title. Give it a `<title>`, by which it is listed and found.",
    zh: "笔记本没有标题。请加上 `<title>`，以便列出和查找。",
  },
});

export const titled: Rule = {
  name: "titled",
  severity: "warning",
  summary: "The notebook has a title.",
  check({ notebook, cells }) {
    const title = notebook.title.trim();
    if (title !== "" && title !== untitled) return [];
    const heading = cells.flatMap(findHeadings).find(({ text }) => text !== "" && !text.includes("${"));
    const message = texts.untitled();
    return [{ message, line: 1, ...(heading ? { mend: { type: "title", title: heading.text } as const } : {}) }];
  },
};
