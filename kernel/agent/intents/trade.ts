import { type Draft, type Intent, refuse } from "../intent.ts";
import { normalForm } from "../language/normal-text.ts";
import type { Matter } from "../matter.ts";
import type { Step, Want } from "../plan.ts";
import type { StepResult } from "../run-plan.ts";
import { figureDraft, wanted } from "./one-figure.ts";

/** The last year with a published table, and the first with CO2. */
export const LAST = 2011;
export const FIRST_CO2 = 2000;

export const tableSource = { en: "WIOD input–output table", zh: "WIOD投入产出表" };

interface Accounts {
  readonly regions: readonly string[];
  readonly sectors: readonly string[];
  readonly names?: { readonly regions?: readonly string[]; readonly sectors?: readonly string[] };
}

function labelsOf(results: ReadonlyMap<string, StepResult>, step: string): Accounts {
  return results.get(step)!.result as Accounts;
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

/** CO2 that one country emits for the final demand of another. */
export const flowIntent: Intent = {
  id: "flow",
  title: { en: "CO2 emitted in one country for another", zh: "一国为另一国需求的排放" },
  read(matter) {
    if (!matter.takes("operation", "flow")) return null;
    const places = matter.all("place");
    const found = tableYear(matter);
    // The answer is written in the mass that fits it.
    matter.unit();
    if (places.length !== 2 || !found) return null;
    for (const kind of ["measure", "principle", "gas", "database"] as const) matter.all(kind);
    if (matter.find("gas").some(({ meaning }) => meaning.value !== "CO2")) return null;
    const ends = direction(
      matter,
      places.map(({ meaning, link }) => ({ iso3: String(meaning.value), label: meaning.label, at: link.from })),
    );
    if (!ends) return null;
    const [from, to] = ends;
    if (from!.iso3 === "WORLD" || to!.iso3 === "WORLD") return null;
    const { year, assumed } = found;
    if (year < FIRST_CO2 || year > LAST) return refuseTableYear();
    const draft = figureDraft({
      steps: tableSteps(year),
      assumed,
      source: tableSource,
      wants: (results) => {
        const { regions } = labelsOf(results, "accounts");
        const path = `flows.0.${regions.indexOf(from!.iso3)}.${regions.indexOf(to!.iso3)}`;
        return [wanted("accounts", path, "kt CO2", { en: "CO2", zh: "CO2" })];
      },
      subject: {
        en: [
          { name: "CO2" },
          " emitted in ",
          { name: from!.label.en },
          " for final demand in ",
          { name: to!.label.en },
          " in ",
          { given: ["world", "year"] },
        ],
        zh: [
          { given: ["world", "year"] },
          "年",
          { name: from!.label.zh },
          "为",
          { name: to!.label.zh },
          "最终需求排放的 ",
          { name: "CO2" },
        ],
      },
    });
    return withRegions(
      draft,
      [from!, to!].map(({ iso3, label }) => ({ iso3, label })),
      year,
    );
  },
};

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

/**
 * Who emits, and who consumes: “in A for final demand in B”, “B's final demand … in A”, “A为B最终需求”. Null if the words tell neither,
 * because the flow the other way is another figure.
 */
function direction<P extends { readonly at: number }>(matter: Matter, [a, b]: P[]): [P, P] | null {
  const around = (place: P, from: number, to: number) => {
    const at = matter.links.findIndex((link) => link.from === place.at);
    const words = matter.links.slice(Math.max(0, at + from), at + to).map((link) => normalForm(link.words));
    return words.join(" ");
  };
  const isBefore = (place: P) =>
    /(?:\bfor|because of(?: what)?|on behalf of|demand|consum\w*|为|供|满足|给)[^,，]*$/.test(around(place, -3, 0)) &&
    !/from(?: the)?$/.test(around(place, -3, 0));
  const isAfter = (place: P) =>
    /^(?:'s |的 ?|人 ?|人的 ?|在 ?|final |consumer |in the end )*(?:final demand|demand|consum|bought|buy|want|最终需求|最终消费|消费|需求)/.test(
      around(place, 1, 4),
    );
  const consumes = (place: P) => isBefore(place) || isAfter(place);
  if (consumes(a!) === consumes(b!)) return null;
  return consumes(a!) ? [b!, a!] : [a!, b!];
}

/** Accounts by the input–output table, where the question names it. */
export const tableAccountIntent: Intent = {
  id: "table account",
  title: { en: "accounts by the input–output table", zh: "投入产出表账户" },
  read(matter) {
    if (!matter.takes("database", "WIOD")) return null;
    const places = matter.all("place");
    const found = tableYear(matter);
    if (places.length !== 1 || !found || places[0]!.meaning.value === "WORLD") return null;
    const consumption = matter.takes("principle", "consumption");
    matter.takes("principle", "territorial");
    for (const kind of ["measure", "gas"] as const) matter.all(kind);
    matter.takes("operation", "total");
    matter.takes("process", "production account");
    if (matter.find("gas").some(({ meaning }) => meaning.value !== "CO2")) return null;
    const { iso3, label } = { iso3: String(places[0]!.meaning.value), label: places[0]!.meaning.label };
    const { year, assumed } = found;
    if (year < FIRST_CO2 || year > LAST) return refuseTableYear();
    const account = consumption ? "D_cba" : "D_pba";
    const draft = figureDraft({
      steps: tableSteps(year),
      assumed,
      source: tableSource,
      wants: (results) => {
        const index = labelsOf(results, "accounts").regions.indexOf(iso3);
        return [wanted("accounts", `${account}.0.${index}`, "kt CO2", { en: "CO2", zh: "CO2" })];
      },
      subject: consumption
        ? {
            en: [{ name: "Consumption-based CO2" }, " of ", { name: label.en }, " in ", { given: ["world", "year"] }],
            zh: [{ name: label.zh }, { given: ["world", "year"] }, "年", { name: "消费端 CO2" }],
          }
        : {
            en: [{ name: "Production CO2" }, " of ", { name: label.en }, " in ", { given: ["world", "year"] }],
            zh: [{ name: label.zh }, { given: ["world", "year"] }, "年", { name: "生产端 CO2" }],
          },
    });
    return withRegions(draft, [{ iso3, label }], year);
  },
};

/** Sectors that contribute most to a country's account. */
export const driversIntent: Intent = {
  id: "drivers",
  title: { en: "sectors of an account", zh: "账户的部门构成" },
  read(matter) {
    if (!matter.takes("operation", "drivers")) return null;
    const places = matter.all("place");
    const found = tableYear(matter);
    if (places.length !== 1 || !found || places[0]!.meaning.value === "WORLD") return null;
    const consumption = matter.takes("principle", "consumption");
    matter.takes("principle", "territorial");
    matter.takes("operation", "rank", "change", "moved", "share");
    for (const kind of ["measure", "gas", "database"] as const) matter.all(kind);
    const [{ meaning }] = places as [(typeof places)[number]];
    const { year, assumed } = found;
    if (year < FIRST_CO2 || year > LAST) return refuseTableYear();
    const iso3 = String(meaning.value);
    const [table] = tableSteps(year);
    const field = consumption ? "D_cba" : "D_pba";
    const draft: Draft = figureDraft({
      steps: [table, { id: "accounts", tool: "consumption.sectorAccounts", args: { $from: "world" } }],
      assumed,
      source: tableSource,
      wants: (results) => topSectors(results, iso3, field),
      subject: consumption
        ? {
            en: ["Sectors whose products carry most of the consumption emissions of ", { name: meaning.label.en }],
            zh: [{ name: meaning.label.zh }, "消费端排放最多的产品部门"],
          }
        : {
            en: ["Sectors with the largest production emissions of ", { name: meaning.label.en }],
            zh: [{ name: meaning.label.zh }, "生产端排放最多的部门"],
          },
    });
    return withRegions(draft, [{ iso3, label: meaning.label }], year);
  },
};

const TOP = 3;

function topSectors(results: ReadonlyMap<string, StepResult>, iso3: string, field: "D_cba" | "D_pba"): Want[] {
  const accounts = results.get("accounts")!.result as Accounts & { readonly [field: string]: unknown };
  const r = accounts.regions.indexOf(iso3);
  const count = accounts.sectors.length;
  const own = (accounts[field] as readonly (readonly number[])[])[0]!.slice(r * count, (r + 1) * count);
  const order = own
    .map((value, s) => ({ value, s }))
    .sort((a, b) => b.value - a.value)
    .slice(0, TOP);
  return order.map(({ s }) => {
    const name = accounts.names?.sectors?.[s] ?? accounts.sectors[s]!;
    return wanted("accounts", `${field}.0.${r * count + s}`, "kt CO2", { en: name, zh: name });
  });
}
