import { markupOfTag } from "../../cell/kinds.ts";
import { findTokens, type StartToken } from "../../document/tokens.ts";
import type { Remark } from "../finding.ts";
import type { Rule } from "../rule.ts";
import type { CheckedCell } from "../subject.ts";
import { calleeOf, findCalls, findTemplates, remarkAt, type TemplateText } from "../visit.ts";
import { findFigures } from "./figures.ts";

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

/** Options of Plot that put what the figure shows into words. */
const words = ["ariaLabel", "ariaDescription", "title", "subtitle", "caption"];

function findBareFigures(cell: CheckedCell): Remark[] {
  return findFigures(cell)
    .filter(({ options }) => options && !words.some((name) => options.has(name)))
    .map(({ start, end }) =>
      remarkAt(cell, "The figure has no words. Give `ariaLabel`, or `title` and `caption`: what it shows.", start, end),
    );
}

/** `<img>` without alt, `<svg>` without a role and a name, in HTML as it is written. */
function checkElements(cell: CheckedCell, { text, offset }: TemplateText): Remark[] {
  const remarks: Remark[] = [];
  for (const token of findTokens(text)) {
    if (token.type !== "start") continue;
    const has = (name: string) => token.attributes.some((attribute) => attribute.name === name);
    if (isHidden(token)) continue;
    const add = (message: string) => remarks.push(remarkAt(cell, message, offset + token.from, offset + token.to));
    if (token.name === "img" && !has("alt"))
      add('The picture has no `alt`. Say what it shows, or give `alt=""` if it only adorns.');
    if (token.name === "svg" && !has("aria-label") && !has("aria-labelledby") && !isTitled(text, token))
      add('The drawing has no name. Give `role="img"` and `aria-label`, or a `<title>` within: what it shows.');
  }
  return remarks;
}

function isHidden({ attributes }: StartToken): boolean {
  return attributes.some(({ name, value }) => name === "aria-hidden" && value !== "false");
}

function isTitled(text: string, { to }: StartToken): boolean {
  return /^\s*<title\b/i.test(text.slice(to));
}

/** Pictures of Markdown without words. */
function checkPictures(cell: CheckedCell, { tag, text, offset }: TemplateText): Remark[] {
  if (markupOfTag(tag) !== "markdown") return [];
  return [...text.matchAll(/!\[\s*\]\([^)]*\)/g)].map(({ 0: match, index }) =>
    remarkAt(
      cell,
      "The picture has no words. Write between the brackets what it shows.",
      offset + index,
      offset + index + match.length,
    ),
  );
}

/** Drawings that D3 makes by and by. */
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
    .map(({ call }) =>
      remarkAt(
        cell,
        'The drawing has no name. Add `.attr("role", "img").attr("aria-label", …)`: what it shows.',
        call.start,
        call.end,
      ),
    );
}
