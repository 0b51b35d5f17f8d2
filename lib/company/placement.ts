import { type Approach, consolidate, type Facility, holdings } from "./boundary.ts";
import type { CompanyRecord } from "./company-row.ts";
import type { Placed } from "./direct.ts";
import { problemIn, type TableProblem } from "./table-problem.ts";

/** Records by where they lie. */
export interface Placement {
  readonly inside: readonly Placed[];
  /** Scopes 1 and 2 of facilities outside the boundary, by the part that scope 3 would count. */
  readonly outside: readonly (Placed & { readonly facility: Facility; readonly category: number })[];
  readonly problems: readonly TableProblem[];
}

/** Categories that are of facilities outside the boundary: their rows give the company's part. */
const ofOthers = new Set(["8", "13", "14", "15"]);

/**
 * Puts every record inside or outside the organisational boundary. Without any facility listed all of them lie wholly inside. Of
 * a facility outside, scopes 1 and 2 belong to category 8, 13, 14 or 15 of scope 3: of an investment the economic interest, of
 * leases and franchises all.
 *
 * @param listed whether facilities were given at all, also where none of them could be read.
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
  for (const record of records) {
    const report = (sentence: string) => problems.push(problemIn("rows", record.row, "facility", sentence));
    const facility = record.facility === null ? undefined : facilities.get(record.facility);
    const country = record.country ?? facility?.country ?? null;
    if (record.facility !== null && !facility && listed) {
      report(
        `"${record.facility}" is not among the facilities; ${[...facilities.keys()].join(", ") || "a facility that can be read"} is expected.`,
      );
      continue;
    }
    if (!facility) {
      inside.push({ record, share: 1, shareWhy: "All of it is the company's.", country });
      continue;
    }
    const consolidation = consolidate(facility, approach);
    if (typeof consolidation === "string") report(consolidation);
    else if (consolidation.share > 0)
      inside.push({ record, share: consolidation.share, shareWhy: sentence(consolidation.why), country });
    else if (record.scope === 3 && ofOthers.has(record.category))
      inside.push({
        record,
        share: 1,
        shareWhy: `${facility.name} is outside the boundary: the row is the company's part.`,
        country,
      });
    else if (record.scope === 1 || record.scope === 2) {
      const category = holdings[facility.held ?? "investment"] ?? 15;
      const share = category === 15 ? facility.equityShare : 1;
      if (share === null)
        report(`"${facility.name}" is outside the boundary and has no equity_share; a number from 0 to 1 is expected.`);
      else outside.push({ record, share, shareWhy: sentence(consolidation.why), country, facility, category });
    } else
      report(
        `"${facility.name}" is outside the boundary by ${approach}, and its scope 3 with it; a facility inside, or category 8, 13, 14 or 15, is expected.`,
      );
  }
  return { inside, outside, problems };
}

function sentence(why: string): string {
  return why[0]!.toUpperCase() + why.slice(1);
}
