import type { Link } from "../link.ts";

const WHICH_COUNTRY =
  /\bwhich (?:other )?(?:countr(?:y|ies)|nations?|econom(?:y|ies))\b|\bwhose\b|哪个国家|哪些国家|哪几个国家|哪国|哪一国|谁是/i;

const WHERE = /^where\b|\bend up\b|哪里|哪儿|何处/i;

/** The words of a question as they were written, Chinese ones without blanks. */
function joined(links: readonly Link[]): string {
  return links
    .map(({ words }) => words)
    .join(" ")
    .replaceAll(/(?<=[\u4e00-\u9fff]) | (?=[\u4e00-\u9fff])/g, "");
}

/** Whether a country is asked for. */
export function asksWhichCountry(links: readonly Link[]): boolean {
  return WHICH_COUNTRY.test(joined(links));
}

/** Whether it is asked where something is, comes from, or goes. */
export function asksWhere(links: readonly Link[]): boolean {
  return WHERE.test(joined(links));
}
