import { type Message, messages } from "../../../lib/message/message.ts";
import { markupOfTag } from "../../cell/kinds.ts";
import { findTokens, type StartToken } from "../../document/tokens.ts";
import type { Remark } from "../finding.ts";
import type { Rule } from "../rule.ts";
import type { CheckedCell } from "../subject.ts";
import { calleeOf, findCalls, findTemplates, remarkAt, type TemplateText } from "../visit.ts";
import { findFigures } from "./figures.ts";

const texts = messages("check", {
  figureWithoutWords: {
    en: "The figure has no alternative text. Set `ariaLabel`, or `title` and `caption`, to say what it shows.",
    zh: "该图没有文字说明。请给出 `ariaLabel`，或 `title` 与 `caption`，说明它表示什么。",
  },
  pictureWithoutAlt: {
    en: 'The picture has no `alt`. Say what it shows, or give `alt=""` if it only adorns.',
    zh: '该图片没有 `alt`。请说明它表示什么；若只作装饰，请写 `alt=""`。',
  },
  unnamedSvg: {
    en: 'The drawing has no name. Give `role="img"` and `aria-label`, or a `<title>` within: what it shows.',
    zh: '该图形没有名称。请给出 `role="img"` 与 `aria-label`，或在其中加 `<title>`，说明它表示什么。',
  },
  pictureWithoutWords: {
    en: "The image has no alternative text. Write what it shows between the brackets.",
    zh: "该图片没有文字说明。请在方括号内写明它表示什么。",
  },
  unnamedDrawing: {
    en: 'The drawing has no name. Add `.attr("role", "img").attr("aria-label", …)`: what it shows.',
    zh: '该图形没有名称。请加上 `.attr("role", "img").attr("aria-label", …)`，说明它表示什么。',
  },
});

export const altText: Rule = {
  name: "alt-text",
  severity: "warning",
  summary: "Every figure says in words what it shows, for those who do not see it.",
  check: ({ cells }) =>
    cells.flatMap((cell) => [
      ...findBareFigures(cell),
      ...findTemplates(cell)
        .filter(({ tag }) => tag === "svg" || markupOfTag(tag))
        .flatMap((template) => [...checkElements(cell, template), ...checkPictures(cell, template)]),
      ...findDrawn(cell),
    ]),
};

/** Options of Plot that describe the figure in words. */
const words = ["ariaLabel", "ariaDescription", "title", "subtitle", "caption"];

function findBareFigures(cell: CheckedCell): Remark[] {
  return findFigures(cell)
    .filter(({ options }) => options && !words.some((name) => options.has(name)))
    .map(({ start, end }) => remarkAt(cell, texts.figureWithoutWords(), start, end));
}

/** `<img>` without alt and `<svg>` without a role and a name in the HTML source. */
function checkElements(cell: CheckedCell, { text, offset }: TemplateText): Remark[] {
  const remarks: Remark[] = [];
  for (const token of findTokens(text)) {
    if (token.type !== "start") continue;
    const has = (name: string) => token.attributes.some((attribute) => attribute.name === name);
    if (isHidden(token)) continue;
    const add = (message: Message) => remarks.push(remarkAt(cell, message, offset + token.from, offset + token.to));
    if (token.name === "img" && !has("alt")) add(texts.pictureWithoutAlt());
    if (token.name === "svg" && !has("aria-label") && !has("aria-labelledby") && !isTitled(text, token))
      add(texts.unnamedSvg());
  }
  return remarks;
}

function isHidden({ attributes }: StartToken): boolean {
  return attributes.some(({ name, value }) => name === "aria-hidden" && value !== "false");
}

function isTitled(text: string, { to }: StartToken): boolean {
  return /^\s*<title\b/i.test(text.slice(to));
}

/** Markdown images without alternative text. */
function checkPictures(cell: CheckedCell, { tag, text, offset }: TemplateText): Remark[] {
  if (markupOfTag(tag) !== "markdown") return [];
  return [...text.matchAll(/!\[\s*\]\([^)]*\)/g)].map(({ 0: match, index }) =>
    remarkAt(cell, texts.pictureWithoutWords(), offset + index, offset + index + match.length),
  );
}

/** Drawings that D3 builds step by step. */
function findDrawn(cell: CheckedCell): Remark[] {
  if (/aria-label|["']title["']/.test(cell.cell.source)) return [];
  return findCalls(cell)
    .filter(({ call: { arguments: given }, call }) => {
      const [element] = given;
      const creates = calleeOf(call) === "d3.create" || calleeOf(call) === "document.createElementNS";
      return (
        creates &&
        [element, given[1]].some((each) => each?.type === "Literal" && /^(?:svg:)?svg$/.test(String(each.value)))
      );
    })
    .map(({ call }) => remarkAt(cell, texts.unnamedDrawing(), call.start, call.end));
}
