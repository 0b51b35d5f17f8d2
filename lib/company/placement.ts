import { isMessage, type Message, messages } from "../message/message.ts";
import { type Approach, consolidate, type Facility, holdings } from "./boundary.ts";
import type { CompanyRecord } from "./company-row.ts";
import type { Placed } from "./direct.ts";
import { problemIn, type TableProblem } from "./table-problem.ts";

const texts = messages("company", {
  unknownFacility: {
    en: '"{facility}" is not among the facilities; {known} is expected.',
    zh: "设施中没有“{facility}”；应为 {known}。",
  },
  readableFacility: { en: "a facility that can be read", zh: "可以读取的设施" },
  allCompany: { en: "All of it is the company's.", zh: "全部属于本企业。" },
  companyPart: {
    en: "{facility} is outside the boundary: the row is the company's part.",
    zh: "{facility} 在边界以外：该行为本企业的份额。",
  },
  outsideWithoutShare: {
    en: '"{facility}" is outside the boundary and has no equity_share; a number from 0 to 1 is expected.',
    zh: "“{facility}”在边界以外，且没有 equity_share；应为 0 至 1 的数。",
  },
  outsideBy: {
    en: '"{facility}" is outside the boundary by {approach}, and its scope 3 with it; a facility inside, or category 8, 13, 14 or 15, is expected.',
    zh: "按 {approach}，“{facility}”及其范围三在边界以外；应为边界内的设施，或类别 8、13、14、15。",
  },
});

/** Records inside and outside the boundary. */
export interface Placement {
  readonly inside: readonly Placed[];
  /** Scopes 1 and 2 of facilities outside the boundary, with the share that scope 3 would count. */
  readonly outside: readonly (Placed & { readonly facility: Facility; readonly category: number })[];
  readonly problems: readonly TableProblem[];
}

/** Categories of facilities outside the boundary; their rows give the company's share. */
const ofOthers = new Set(["8", "13", "14", "15"]);

/**
 * Assigns every record to the inside or outside of the organisational boundary. Without any listed facility all are inside. For
 * a facility outside, scopes 1 and 2 belong to category 8, 13, 14 or 15 of scope 3: for an investment the economic
 * interest, for leases and franchises everything.
 *
 * @param listed whether facilities were given at all, even if none of them could be read.
 */
export function place(
  records: readonly CompanyRecord[],
  facilities: ReadonlyMap<string, Facility>,
  approach: Approach,
  listed = facilities.size > 0,
): Placement {
  const inside: Placed[] = [];
  const outside: (Placed & { facility: Facility; category: number })[] = [];
  const problems: TableProblem[] = [];
  const whole = texts.allCompany();
  for (const record of records) {
    const report = (problem: Message) => problems.push(problemIn("rows", record.row, "facility", problem));
    const facility = record.facility === null ? undefined : facilities.get(record.facility);
    const country = record.country ?? facility?.country ?? null;
    // The province of a facility is not that of a row with another country.
    const isThere = record.country === null || record.country === facility?.country;
    const province = record.province ?? (isThere ? (facility?.province ?? null) : null);
    if (record.facility !== null && !facility && listed) {
      const known = facilities.size > 0 ? [...facilities.keys()] : texts.readableFacility();
      report(texts.unknownFacility({ facility: record.facility, known }));
      continue;
    }
    if (!facility) {
      inside.push({ record, share: 1, shareWhy: whole, country, province });
      continue;
    }
    const consolidation = consolidate(facility, approach);
    if (isMessage(consolidation)) report(consolidation);
    else if (consolidation.share > 0)
      inside.push({ record, share: consolidation.share, shareWhy: consolidation.why, country, province });
    else if (record.scope === 3 && ofOthers.has(record.category))
      inside.push({
        record,
        share: 1,
        shareWhy: texts.companyPart({ facility: facility.name }),
        country,
        province,
      });
    else if (record.scope === 1 || record.scope === 2) {
      const category = holdings[facility.held ?? "investment"] ?? 15;
      const share = category === 15 ? facility.equityShare : 1;
      if (share === null) report(texts.outsideWithoutShare({ facility: facility.name }));
      else outside.push({ record, share, shareWhy: consolidation.why, country, province, facility, category });
    } else report(texts.outsideBy({ facility: facility.name, approach }));
  }
  return { inside, outside, problems };
}
