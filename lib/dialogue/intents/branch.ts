import { branches } from "../lexicon/branches.ts";
import type { Link } from "../link.ts";
import type { Matter } from "../matter.ts";
import { NamedThings } from "./named.ts";

/** The words that name a sector of the input–output table. */
export interface Branch {
  readonly code: string;
  readonly links: readonly Link[];
}

const names = new NamedThings(branches);
const SECTOR = /^(?:sector|industry|sectors|industries|部门|行业|业|工业|产业|产品|products?|goods)(?:'s)?$/i;

/** Sectors by their codes (c17), or by words; each once, in the order of the question. */
export function branchesOf(matter: Matter): Branch[] {
  const { links } = matter;
  const coded = links.filter(({ code }) => code !== undefined && /^c\d/.test(code));
  if (coded.length > 0) return coded.map((link) => ({ code: link.code!, links: [link] }));
  const found = names.in(links).map((named): Branch => {
    const next = links[links.indexOf(named.links.at(-1)!) + 1];
    return { code: String(named.value), links: next && SECTOR.test(next.words) ? [...named.links, next] : named.links };
  });
  return found.filter((each, i) => found.findIndex(({ code }) => code === each.code) === i);
}
