import { literal } from "../../kernel/dialogue/cell-literal.ts";
import { writeFormulas } from "../../lib/charts/number-text.ts";
import type { Language } from "../../lib/dialogue/conversation.ts";
import type { Assumption } from "../../lib/dialogue/plan.ts";
import type { Value } from "../../lib/dialogue/reply.ts";
import type { Part } from "../../lib/dialogue/template.ts";
import { writeAssumptions, writtenUnit } from "../../lib/dialogue/write-reply.ts";

/** What a sentence's references stand for in the notebook. */
export interface ProseNames {
  readonly values: readonly Value[];
  /** The name in the notebook of a cell of the reply. */
  cell(planned: string): string;
  /** The expression in the notebook of a number that was given to a step. */
  given(step: string, path: string): string;
}

/** A sentence of a reply as the source of a Markdown cell: each figure is an expression that reads a cell. */
export function proseOf(parts: readonly Part[], names: ProseNames, language: Language): string {
  return parts
    .map((part) => {
      if (typeof part === "string") return plain(writeFormulas(part));
      if ("name" in part) return plain(writeFormulas(part.name));
      if ("quoted" in part) return plain(part.quoted);
      if ("source" in part) return `*${plain(part.source)}*`;
      if ("cite" in part) return `\`${names.cell(part.cite)}\``;
      if ("given" in part) return `\${${names.given(...part.given)}}`;
      return `\${${figure(names.values[part.ref]!, part.digits, names, language)}}`;
    })
    .join("")
    .replaceAll(/ {2,}/g, " ")
    .trim();
}

/**
 * What was assumed, as text of a Markdown cell.
 * @param field the expression of an assumed value that stands in a cell; undefined for one that does not
 */
export function assumptionsProse(
  assumed: readonly Assumption[],
  language: Language,
  field: (slot: string) => string | undefined,
): string {
  const marked = assumed.map((each) => {
    const isNumber = typeof each.value === "number" && field(each.slot) !== undefined;
    const mark = `${MARK}${each.slot}${MARK}`;
    return isNumber ? { ...each, label: { en: mark, zh: mark } } : each;
  });
  const text = plain(writeFormulas(writeAssumptions(marked, language).join(" ")));
  return text.replaceAll(
    new RegExp(`${MARK}([a-z&;]+)${MARK}`, "g"),
    (_, slot: string) => `\${${field(decoded(slot))}}`,
  );
}

/** Stands for a value of a cell while the words around it are escaped. */
const MARK = "\u0000";

function decoded(slot: string): string {
  return slot.replaceAll("&lowbar;", "_");
}

/** The cells of the reply that a sentence reads. */
export function cellsOfProse(parts: readonly Part[], values: readonly Value[]): string[] {
  return parts.flatMap((part) => (typeof part === "object" && "ref" in part ? [values[part.ref]!.cell] : []));
}

function figure(
  { cell, path, value, unit }: Value,
  decimals: number | undefined,
  names: ProseNames,
  language: Language,
): string {
  const at = literal({ $from: names.cell(cell), path });
  if (typeof value !== "number" || unit === "year") return at;
  const written = writtenUnit(value, unit, language);
  const number = written.thousands === 0 ? at : `${at} / 1e${3 * written.thousands}`;
  const options = [
    ...(decimals === undefined ? [] : [`decimals: ${decimals}`]),
    ...(written.unit === "1" || written.unit === "" ? [] : [`unit: ${JSON.stringify(written.unit)}`]),
  ];
  return `formatNumber(${number}${options.length > 0 ? `, {${options.join(", ")}}` : ""})`;
}

/** Words without a meaning in Markdown, HTML or a template. */
function plain(words: string): string {
  return words.replace(/[&<>*_[\]\\`$]/g, (sign) => entities[sign]!);
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "*": "&ast;",
  _: "&lowbar;",
  "[": "&lbrack;",
  "]": "&rbrack;",
  "\\": "&bsol;",
  "`": "&grave;",
  $: "&dollar;",
};
