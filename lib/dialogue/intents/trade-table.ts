import type { StepResult } from "../host.ts";
import { type Draft, refuse } from "../intent.ts";
import type { Matter } from "../matter.ts";
import type { Step } from "../plan.ts";
/** The last year with a published table, and the first with CO2. */
export const LAST = 2011;
export const FIRST_CO2 = 2000;

export const tableSource = { en: "WIOD input–output table", zh: "WIOD投入产出表" };

export interface Accounts {
  readonly regions: readonly string[];
  readonly sectors: readonly string[];
  readonly names?: { readonly regions?: readonly string[]; readonly sectors?: readonly string[] };
}

export function labelsOf(results: ReadonlyMap<string, StepResult>, step: string): Accounts {
  return results.get(step)!.result as Accounts;
}

/** Whether words can mean the CO2 embodied in what a country imports or exports, or in that of one direction. */
export function saysEmbodied(matter: Matter, ...ids: ("embodied imports" | "embodied exports")[]): boolean {
  const wanted: readonly unknown[] = ids.length > 0 ? ids : ["embodied imports", "embodied exports"];
  return matter
    .find("measure")
    .some(({ meaning: { value } }) => Array.isArray(value) && value.some((id) => wanted.includes(id)));
}

/** The table of a year and its accounts. */
export function tableSteps(year: number): [Step, Step] {
  return [
    { id: "world", tool: "consumption.table", args: { year } },
    { id: "accounts", tool: "consumption.accounts", args: { $from: "world" } },
  ];
}

/** The year of a table: that of the question, or the last published one, which is said. */
export function tableYear(matter: Matter): { year: number; assumed: Draft["assumed"] } | null {
  const years = matter.years();
  if (years.length > 1 || matter.span()) return null;
  matter.newest();
  const [year] = years;
  if (year !== undefined) return { year, assumed: [] };
  return {
    year: LAST,
    assumed: [
      {
        slot: "year",
        value: LAST,
        label: { en: "last published table", zh: "最后一个已发布的表" },
        because: { en: "no year is given", zh: "未给出年份" },
        rivals: [],
      },
    ],
  };
}

export function refuseTableYear() {
  return refuse(
    "no such year",
    { en: "The published input–output tables do not reach that year.", zh: "已发布的投入产出表不含该年份。" },
    [
      {
        label: { en: `${LAST}`, zh: `${LAST}年` },
        question: {
          en: `consumption-based CO2 of the United States in ${LAST} in the input-output table`,
          zh: `投入产出表中美国${LAST}年的消费端CO2`,
        },
      },
    ],
  );
}

function refuseRegion(place: { en: string; zh: string }, year: number) {
  return refuse(
    "no such place",
    {
      en: [{ name: place.en }, " is not a region of its own in the input–output table."],
      zh: ["投入产出表没有把", { name: place.zh }, "单列为区域。"],
    },
    [
      {
        label: { en: `footprint of ${place.en}`, zh: `${place.zh}的足迹` },
        question: {
          en: `consumption-based emissions of ${place.en} in ${year}`,
          zh: `${place.zh}${year}年的消费端排放`,
        },
      },
    ],
  );
}

/** Refuses a country that the table does not have. */
export function withRegions(
  draft: Draft,
  places: readonly { iso3: string; label: { en: string; zh: string } }[],
  year: number,
): Draft {
  return {
    ...draft,
    finish(results, look) {
      const accounts = results.get("accounts") ?? results.get("changed");
      if (!accounts) return draft.finish(results, look);
      const { regions } = accounts.result as Accounts;
      const missing = places.find(({ iso3 }) => !regions.includes(iso3));
      return missing ? refuseRegion(missing.label, year) : draft.finish(results, look);
    },
  };
}
