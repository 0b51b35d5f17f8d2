import type { Text } from "../../message/message.ts";
import type { Draft, Intent } from "../intent.ts";
import { normalForm } from "../language/normal-text.ts";
import { saysBothWays, saysExport, saysImport } from "../lexicon/trade-words.ts";
import type { Found, Matter } from "../matter.ts";
import { isExportedGood } from "../measures/context.ts";
import type { Assumption, Step, Want } from "../plan.ts";
import type { Part } from "../template.ts";
import { figureDraft, wanted } from "./one-figure.ts";
import { tableRegions } from "./table-regions.ts";
import {
  FIRST_CO2,
  LAST,
  labelsOf,
  refuseTableYear,
  saysEmbodied,
  tableSource,
  tableSteps,
  tableYear,
  withRegions,
} from "./trade-table.ts";

interface End {
  readonly iso3: string;
  readonly label: Text;
  /** Its place among the links. */
  readonly at: number;
}

/** What the flows count is said where the words only speak of trade. */
export const byFinalDemand: Assumption = {
  slot: "boundary",
  value: "final demand",
  label: { en: "counted where it is finally consumed", zh: "按最终消费地计算" },
  because: {
    en: "goods that are only worked on in the other country and go on from there are not its consumption",
    zh: "仅在对方加工后再转出的商品不计入对方消费",
  },
  rivals: [],
};

/** CO2 that one country emits for the final demand of another, or both ways. */
export const flowIntent: Intent = {
  id: "flow",
  title: { en: "CO2 emitted in one country for another", zh: "一国为另一国需求的排放" },
  read(matter) {
    const trades = matter.links.filter(({ words }) => saysImport(words) || saysExport(words));
    const isNamed =
      matter.has("gas", "CO2") || matter.find("measure").some(({ meaning }) => isEmissions(meaning.value));
    const isOfTotals = saysEmbodied(matter);
    // Panels are counted in megawatts, and no flow of CO2.
    if (matter.find("product").some(({ meaning }) => isExportedGood(meaning.value))) return null;
    const flows = matter.takes("operation", "flow") || isOfTotals;
    if (!flows && (trades.length === 0 || !isNamed)) return null;
    const places = matter.all("place");
    // A name of several countries is asked about by the series.
    if (places.some(({ link }) => link.meanings.filter(({ kind }) => kind === "place").length > 1)) return null;
    const ends = places
      .map((each) => endOf(each, matter))
      .toSorted((a, b) => a.at - b.at)
      .filter(({ iso3 }, i, all) => all.findIndex((each) => each.iso3 === iso3) === i);
    const found = tableYear(matter);
    // The answer is written in the mass that fits it.
    matter.unit();
    const [one, other] = ends;
    // “Total and to Japan” asks for two figures.
    if (matter.has("operation", "total") && matter.links.some(({ words }) => /^(?:total|总量|总额)$/i.test(words)))
      return null;
    if (ends.length !== 2 || !one || !other || !found) return null;
    matter.emissions("CO2");
    // Imports, exports and the footprint that the flow is a part of.
    matter.all("measure", ({ value }) => isOfTrade(value as readonly string[]));
    matter.takes("principle", "consumption", "territorial");
    matter.takes("database", "WIOD");
    if (matter.find("gas").some(({ meaning }) => meaning.value !== "CO2")) return null;
    matter.use(...trades);
    const isReturned = saysBothWays(matter.links.map(({ words }) => words).join(" "));
    matter.use(...matter.links.filter(({ words }) => saysBothWays(words)));
    matter.takes("process", "goes in", "carbon content");
    if (trades.length > 0) matter.takes("commodity", "goods");
    const flow = tradeDirection(matter, [one, other]) ?? direction(matter, [one, other]);
    if (!flow) return null;
    const [from, to] = flow;
    if (from.iso3 === "WORLD" || to.iso3 === "WORLD") return null;
    const { year, assumed } = found;
    if (year < FIRST_CO2 || year > LAST) return refuseTableYear();
    const paths = [
      [from, to],
      [to, from],
    ].map(([a, b]) => pathOf(a!, b!));
    const isBoth = isReturned || places.length > 3;
    const ratio = matter.takes("operation", "ratio");
    const difference = matter.takes("operation", "difference", "which is larger", "compare");
    if (isBoth !== (ratio || difference || isReturned)) return null;
    const isSaid = trades.length > 0 || isOfTotals ? [...assumed, byFinalDemand] : assumed;
    const draft = isBoth
      ? bothWays({ year, assumed: isSaid, from, to, paths, ratio })
      : oneWay({ year, assumed: isSaid, from, to, path: paths[0]! });
    return withRegions(
      draft,
      [from, to].map(({ iso3, label }) => ({ iso3, label })),
      year,
    );
  },
};

function endOf({ meaning, link }: Found, { links }: Matter): End {
  return { iso3: String(meaning.value), label: meaning.label, at: links.indexOf(link) };
}

function isOfTrade(ids: readonly string[]): boolean {
  return ids.some((id) => /^embodied |^CO2, consumption|^CO2, net /.test(id));
}

function isEmissions(value: unknown): boolean {
  return Array.isArray(value) && value.includes("fossil CO2, territorial");
}

/** Where the flow between two regions stands in the accounts; a region that the table does not have is refused when it has run. */
function pathOf(from: End, to: End): string {
  return `flows.0.${tableRegions.indexOf(from.iso3)}.${tableRegions.indexOf(to.iso3)}`;
}

interface Way {
  readonly year: number;
  readonly assumed: readonly Assumption[];
  readonly from: End;
  readonly to: End;
}

function oneWay({ year, assumed, from, to, path }: Way & { readonly path: string }): Draft {
  return figureDraft({
    steps: tableSteps(year),
    assumed,
    source: tableSource,
    wants: (results) => {
      mustStand(labelsOf(results, "accounts").regions, path, from, to);
      return [wanted("accounts", path, "kt CO2", { en: "CO2", zh: "CO2" })];
    },
    subject: subjectOf(from, to, { en: " in ", zh: "" }),
  });
}

function bothWays({
  year,
  assumed,
  from,
  to,
  paths,
  ratio,
}: Way & { readonly paths: string[]; readonly ratio: boolean }) {
  const quantities = paths.map((path) => ({ value: { $from: "accounts", path }, unit: "kt CO2" }));
  const compare: Step = {
    id: "comparison",
    tool: "quantity.compare",
    args: { left: quantities[0]!, right: quantities[1]! },
  };
  const result: Want = ratio
    ? wanted(compare.id, "ratio", "1", { en: "ratio", zh: "比值" })
    : wanted(compare.id, "difference.value", { path: "difference.unit" }, { en: "difference", zh: "差额" });
  const nameOf = (a: End, b: End) => ({
    en: `${a.label.en} for ${b.label.en}`,
    zh: `${a.label.zh}为${b.label.zh}`,
  });
  return figureDraft({
    steps: [...tableSteps(year), compare],
    assumed,
    source: tableSource,
    wants: (results) => {
      mustStand(labelsOf(results, "accounts").regions, paths[0]!, from, to);
      return [
        result,
        wanted("accounts", paths[0]!, "kt CO2", nameOf(from, to), false),
        wanted("accounts", paths[1]!, "kt CO2", nameOf(to, from), false),
      ];
    },
    subject: subjectOf(from, to, { en: " against the other way round, in ", zh: " 与反方向相比" }),
  });
}

/** What a flow is of; `after` stands before the year in English, and at the end in Chinese. */
function subjectOf(from: End, to: End, after: Text): { en: Part[]; zh: Part[] } {
  const year: Part = { given: ["world", "year"] };
  return {
    en: [
      { name: "CO2" },
      " emitted in ",
      { name: from.label.en },
      " for final demand in ",
      { name: to.label.en },
      after.en,
      year,
    ],
    zh: [
      year,
      "年",
      { name: from.label.zh },
      "为",
      { name: to.label.zh },
      "最终需求排放的 ",
      { name: "CO2" },
      ...(after.zh === "" ? [] : [after.zh]),
    ],
  };
}

/** The order of regions is known from the table of countries: another order is no answer. */
function mustStand(regions: readonly string[], path: string, from: End, to: End): void {
  const [, , row, column] = path.split(".");
  if (regions[Number(row)] !== from.iso3 || regions[Number(column)] !== to.iso3)
    throw new Error(`the table has other regions than ${from.iso3} and ${to.iso3} at ${path}`);
}

/** Of imports the place after “from” emits, of exports the one after “to” consumes; else the first named imports, or exports. */
function tradeDirection(matter: Matter, [a, b]: [End, End]): [End, End] | null {
  const trade = matter.links.find(({ words }) => saysImport(words) || saysExport(words));
  const wordBefore = (place: End) => {
    const { at } = place;
    return normalForm(
      matter.links
        .slice(Math.max(0, at - 2), at)
        .map(({ words }) => words)
        .join(" "),
    );
  };
  const isFrom = (place: End) => /(?:\bfrom|从|自|来自|of goods from)(?: the)?$/.test(wordBefore(place));
  const isTo = (place: End) => /(?:\bto|向|对|到|给|往|至|卖给|销往|出口到)(?: the)?$/.test(wordBefore(place));
  if (isFrom(a) !== isFrom(b)) return isFrom(a) ? [a, b] : [b, a];
  if (isTo(a) !== isTo(b)) return isTo(a) ? [b, a] : [a, b];
  if (isFrom(a) || isTo(a) || !trade) return null;
  return saysImport(trade.words) ? [b, a] : [a, b];
}

/**
 * Who emits, and who consumes: “in A for final demand in B”, “B's final demand … in A”, “A为B最终需求”. Null if the words tell neither,
 * because the flow the other way is another figure.
 */
function direction<P extends { readonly at: number }>(matter: Matter, [a, b]: P[]): [P, P] | null {
  const around = (place: P, from: number, to: number) => {
    const { at } = place;
    const words = matter.links.slice(Math.max(0, at + from), at + to).map((link) => normalForm(link.words));
    return words.join(" ");
  };
  const isBefore = (place: P) =>
    /(?:\bfor|because of(?: what)?|on behalf of|demand|consum\w*|为|(?<!提)供|满足|给|替|帮)[^,，]*$/.test(
      around(place, -3, 0),
    ) && !/from(?: the)?$/.test(around(place, -3, 0));
  const isAfter = (place: P) =>
    /^(?:'s |的 ?|人 ?|人的 ?|在 ?|final |consumer |in the end )*(?:final demand|demand|consum|bought|buy|want|最终需求|最终消费|消费|需求)/.test(
      around(place, 1, 4),
    );
  const consumes = (place: P) => isBefore(place) || isAfter(place);
  if (consumes(a!) === consumes(b!)) return null;
  return consumes(a!) ? [b!, a!] : [a!, b!];
}
