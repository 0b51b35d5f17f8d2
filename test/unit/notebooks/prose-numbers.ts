import type { Cell } from "../../../kernel/document/notebook.ts";

/** The numbers that the prose of a notebook types: not those that a cell computes, nor those of a reference. Words count up to twenty. */
export function typedNumbers(cells: readonly Cell[]): string[] {
  const prose = cells.filter(({ kind, attributes }) => kind === "md" && attributes.lang !== "zh-CN");
  return [...new Set(prose.flatMap(({ source }) => numbersIn(ownWords(source))))];
}

/** Whether a number stands in the code of a notebook: what the prose says of it is what its cells use. */
export function isInCode(number: string, cells: readonly Cell[]): boolean {
  const literal = new RegExp(`(?<![\\w.])${number.replaceAll(".", "\\.")}(?![\\w.]|,\\d)`);
  return cells.some(({ kind, source }) => kind !== "md" && literal.test(source));
}

/** What the author wrote: without `${…}`, code, addresses and references to books, standards, equations and exercises. */
function ownWords(source: string): string {
  return withoutValues(source)
    .replaceAll(/`[^`]*`/g, " ")
    .replaceAll(/\]\((?:[^()]|\([^()]*\))*\)/g, "] ")
    .replaceAll(/\[doi:[^\]]*\]/g, " ")
    .replaceAll(/^#+ \d+\. /gm, "")
    .replaceAll(/[\u00a0\u2009\u202f]/g, " ")
    .replaceAll(/(?<=\d) (?=\d{3}(?!\d))/g, "")
    .replaceAll(/\p{Lu}[\p{L}.'’-]+(?:,? (?:and|&|et al\.|\p{Lu}[\p{L}.'’-]+))*,? \(?(?:19|20)\d\d\b/gu, " ")
    .replaceAll(REFERENCE, " ");
}

const LIST = "[A-Z]?\\d[\\d.]*(?:(?:,| and| to|–|, and)\\s*[A-Z]?\\d{1,2}(?:\\.\\d+)*(?!\\d))*";
const REFERENCE = new RegExp(
  `\\*{0,2}\\b(?:Vol\\.|Volume|Tables?|eq\\.|Equations?|chapters?|Chapters?|ch\\.|section|Tier|tier|Approach|Exercises?|exercises?|Phase|scopes?|ISO|PACT|Dynamics\\*|index|IPCC|decision|WBCSD|CN code)\\*{0,2}\\s+\\(?${LIST}(?::\\d{4})?|\\bPanshi·Yuheng 1\\.0|doi:\\S+`,
  "g",
);

/** A template literal may hold another. */
function withoutValues(source: string): string {
  let [text, depth] = ["", 0];
  for (let at = 0; at < source.length; at++) {
    if (depth === 0 && source.startsWith("${", at)) {
      [depth, at, text] = [1, at + 1, `${text}…`];
      continue;
    }
    if (depth === 0) text += source[at];
    else if (source[at] === "{") depth++;
    else if (source[at] === "}") depth--;
  }
  return text;
}

const words = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty".split(" ");
const COUNTED =
  "(?:largest|other|independent|bookkeeping|separate|published)?\\s*(?:models?|regions?|sectors?|countr(?:y|ies)|sources?|gases|routes?|destinations?|tables?|editions?|provinces|cases|plants|buyers|members?|terms|principles|years|weeks|lines)";
const counted = new RegExp(`\\b(${words.join("|")})\\s+${COUNTED}\\b`, "gi");

const numbersIn = (text: string): string[] => [
  ...[...text.matchAll(/(?<![\w.:/])\d+(?:\.\d+)?(?![\w]|\.\d|\/\d)/g)].map(([number]) => number),
  ...[...text.matchAll(counted)].map(([all]) => all.replaceAll(/\s+/g, " ").toLowerCase()),
];
