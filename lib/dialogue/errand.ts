import type { Link } from "./link.ts";

/**
 * Somebody has those who ask look something up, as in 老师让我们查 or “my boss had me check …”. Who sends them and what they are to do is told
 * of the asking; the object of it is what is asked.
 */

const SENDS_ZH =
  /^(?![^让叫要请托派催喊逼布安嘱吩委]*[只仅光单的不别])\p{Script=Han}{0,6}?(?:非?要求?|非?得?[让叫请托派催喊逼]|布置|安排|嘱咐|吩咐|委托)(?:(?:我们?|咱们?)(?:单位|公司|部门|组|班)?|俺|大家|全班)(?:来|去|帮忙?|帮[他她]|给[他她]|赶紧|赶快|马上|先|再|快点?)*(?:统计|计算|估算|核算|了解|打听|整理|收集|[查找算问搜看核报])(?:一?下|一?[查找算问看]|清楚?|明白?|出来|到|对|实|[你您](?:一?下|一?[句声]|们)?)*/u;
const SENDS_EN =
  /(?:^|\s)(?:tells?|told|asks?|asked|had|has|have|made|makes|got|gets|wants?|wanted|needs?|needed|instructed|ordered|sent|assigned|requested|begged|urged|forced|let) (?:me|us) (?:to )?(?:please |quickly |go and |go )?(?:look (?:up|into|for|at)|search(?: for)?|check(?: on| out)?|find(?: out(?: about)?)?|calculate|compute|work out|get|fetch|dig (?:up|out)|report(?: on)?|write (?:up|about)|ask(?: you)?(?: for| about)?|estimate|count|research|study)(?= |$)/;

/** The words of a clause up to the object of the errand: where they end, or null if nobody is sent. */
export function errandEnd(text: string): number | null {
  const found = (/\p{Script=Han}/u.test(text) ? SENDS_ZH : SENDS_EN).exec(text);
  return found && found.index + found[0].length;
}

/** The links of a clause that tell who sends whom to look something up. */
export function errandOf(clause: readonly Link[], written: string): readonly Link[] {
  const from = clause[0]!.from;
  const end = errandEnd(written.slice(from, clause.at(-1)!.to));
  if (end === null || !/\p{Script=Han}/u.test(written.slice(from, from + end))) return [];
  const told = clause.filter(({ to }) => to <= from + end);
  return told.some(isAsked) ? [] : told;
}

/** Nobody is sent by a country, nor by a year. */
function isAsked({ meanings, years, quantity, code, unit }: Link): boolean {
  return (
    years !== undefined ||
    quantity !== undefined ||
    code !== undefined ||
    unit !== undefined ||
    meanings.some(({ kind, soft }) => soft !== true && ["place", "group", "measure", "gas", "fuel"].includes(kind))
  );
}
