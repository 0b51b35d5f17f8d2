import { normalForm } from "../language/normal-text.ts";
import { branches } from "../lexicon/branches.ts";
import type { Link } from "../link.ts";
import type { Matter } from "../matter.ts";

/** The words that name a sector of the input–output table. */
export interface Branch {
  readonly code: string;
  readonly links: readonly Link[];
}

const codes = new Map(
  branches.flatMap(({ value, forms }) => forms.split("|").map((form) => [joined([form]), String(value)] as const)),
);
/** Words of one name at most. */
const LONGEST = 4;
const SECTOR = /^(?:sector|industry|sectors|industries|部门|行业|业|工业|产业|产品|products?|goods)(?:'s)?$/i;

/** Sectors by their codes (c17), or by words; each once, in the order of the question. */
export function branchesOf(matter: Matter): Branch[] {
  const coded = matter.links.filter(({ code }) => code !== undefined && /^c\d/.test(code));
  if (coded.length > 0) return coded.map((link) => ({ code: link.code!, links: [link] }));
  const found: Branch[] = [];
  const { links } = matter;
  for (let at = 0; at < links.length; at++) {
    for (let count = LONGEST; count > 0; count--) {
      const named = links.slice(at, at + count);
      const code = named.length === count ? codes.get(joined(named.map(({ words }) => words))) : undefined;
      if (code === undefined) continue;
      const next = links[at + count];
      found.push({ code, links: next && SECTOR.test(next.words) ? [...named, next] : named });
      at += count - 1;
      break;
    }
  }
  return found.filter((each, i) => found.findIndex(({ code }) => code === each.code) === i);
}

/** Words without blanks and in normal form, so that how they were linked makes no difference. */
function joined(words: readonly string[]): string {
  return words.map((each) => normalForm(each).replace(/'s$/, "").replaceAll(" ", "")).join("");
}
