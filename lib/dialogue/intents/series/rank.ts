import type { Text } from "../../../message/message.ts";
import type { Draft } from "../../intent.ts";
import { measureOf } from "../../measures/measures.ts";
import type { Json, Step, Want } from "../../plan.ts";
import { Sentence } from "../../sentence.ts";
import type { Part } from "../../template.ts";
import { type Target, yearCondition } from "./asked.ts";
import type { Asked } from "./asked-series.ts";
import { refuseByCoverage } from "./coverage.ts";
import { type Figure, figureOf, NEWEST_MEMBERS, nameOf, withValues } from "./figure.ts";
import { limitStep } from "./limit.ts";
import { subject, withSource } from "./speech.ts";
import { missingFigure, queryResult, stepsOf, wantOf, wholeOf, yearPart } from "./values.ts";

/** Places in a list where the question gives no number. */
const LISTED = 5;
const MOST_LISTED = 30;

/** Words that ask for several without a number. */
const SEVERAL =
  /\b(?:countries|emitters|polluters|nations|states|producers|importers|exporters|ones)\b|哪些|几个|们|排名|排行|前/i;

/** All countries by the measure in one year, with their values. */
function rankingStep(asked: Asked, id: string, year: Json, before: Step[]): Step | null {
  const { chosen, quotient } = asked;
  const { measure } = chosen;
  if (measure.place === null || measure.year === null) return null;
  const figure = figureOf({
    chosen,
    target: { kind: "country", iso3: "", label: measure.label },
    years: year,
    year: 0,
    quotient,
  });
  const { select, join, group } = figure.step.args as { select: readonly Json[]; join?: Json; group?: Json };
  const within = withinStep(asked, typeof year === "number" ? year : null, before);
  return {
    id,
    tool: "data.query",
    args: {
      dataset: measure.dataset,
      select: [measure.place, ...select.slice(1)],
      where: {
        ...chosen.where,
        ...measure.countries,
        [measure.year]: year,
        [measure.place]: within.where,
        [chosen.column]: { not: null },
      } as Json,
      ...joined(join, within.join),
      ...(group ? { group: [measure.place] } : {}),
    },
  };
}

/** The countries of a ranking: members of a group, those of a part of the world, or all; with the steps before it. */
export function withinStep(
  { chosen, targets, within }: Asked,
  year: number | null,
  before: Step[],
): { readonly where: Json; readonly join?: Json } {
  const limit = targets.find((each) => each.kind === "group");
  if (limit) {
    const step: Step = {
      id: `members${limit.group.replaceAll(/\W/g, "")}${year ?? ""}`,
      tool: "classification.members",
      args: { group: limit.group, year: year ?? NEWEST_MEMBERS },
    };
    before.push(step);
    return { where: { $from: step.id, path: "members" } };
  }
  const all: Json = { not: chosen.measure.rest ? [null, ...chosen.measure.rest] : null };
  if (!within) return { where: all };
  const on: Json = [{ left: chosen.measure.place!, right: "iso3" }];
  return {
    where: { not: null },
    join: {
      dataset: "countries",
      on,
      where: { un_region: [...within.regions] },
      prefix: "country_",
      unmatched: "drop",
    },
  };
}

function joined(own: Json | undefined, more: Json | undefined): { join?: Json } {
  const all = [...((own as readonly Json[] | undefined) ?? []), ...(more ? [more] : [])];
  return all.length > 0 ? { join: all } : {};
}

/** The one place of a list that is asked for, from the second on. Another one beside it is left over. */
function ordinalOf(matter: Asked["matter"]): number | undefined {
  matter.takes("ordinal", 1);
  const place = matter.find("ordinal").find(({ meaning }) => Number(meaning.value) > 1)?.meaning.value;
  if (place !== undefined) matter.takes("ordinal", place);
  return place === undefined ? undefined : Number(place);
}

/** How many places of a list are told: the number of the words, or several, or one. */
export function listed(matter: Asked["matter"]): number {
  const number = matter.links.find((link) => link.number !== undefined && Number.isInteger(link.number));
  matter.use(number);
  const isOrder = matter.has("operation", "order") || matter.has("operation", "order up");
  if (isOrder && number === undefined && ordinalOf(matter) === undefined) return MOST_LISTED;
  const words = matter.links.map((link) => link.words).join(" ");
  return Math.min(MOST_LISTED, number?.number ?? ordinalOf(matter) ?? (SEVERAL.test(words) ? LISTED : 1));
}

/** The step that finds the newest year. */
export const NEWEST = "newest";

/** The year of a ranking, which is that of the question or the newest that the table has for most. */
function yearOf(asked: Asked, before: Step[]): Json | null {
  const { years } = asked;
  if (years.kind === "single") return years.years.length === 1 ? years.years[0]! : null;
  if (years.kind === "span" || years.count > 1) return null;
  return newestOr(asked, null, before);
}

/** A year, or the newest that the table has, with the step that finds it. */
export function newestOr({ chosen, quotient, matter }: Asked, year: number | null, before: Step[]): Json {
  if (year !== null) return year;
  // With what it is related to, as the figures themselves are.
  const { step } = figureOf({
    chosen,
    target: { kind: "country", iso3: "", label: matter.labelOfPlace("WORLD") },
    years: undefined,
    year: null,
    quotient,
  });
  const { join } = step.args as { join?: Json };
  before.push({
    id: NEWEST,
    tool: "data.query",
    args: {
      dataset: chosen.measure.dataset,
      select: [{ column: chosen.measure.year!, as: "year", aggregate: "max" }],
      where: { ...chosen.where, [chosen.column]: { not: null } } as Json,
      ...(join ? { join } : {}),
    },
  });
  return { $from: NEWEST, path: "rows.0.year" };
}

/**
 * The countries with the largest values, or the smallest, in order.
 *
 * @param leftOut countries that do not count
 */
export function rankDraft(asked: Asked, leftOut: readonly string[] = []): Draft | null {
  const { matter, quotient } = asked;
  // Net exports stand in the table as negative net imports, and are named so beside their values.
  const chosen =
    asked.chosen.measure.sign === -1 ? { ...asked.chosen, measure: measureOf("CO2, net import") } : asked.chosen;
  const before: Step[] = [];
  const year = yearOf(asked, before);
  if (year === null) return null;
  const ordinal = ordinalOf(matter);
  const count = listed(matter);
  // “From dirtiest to cleanest” begins with the largest.
  const isLowest =
    matter.has("operation", "order up") || (matter.has("operation", "lowest") && !matter.has("operation", "order"));
  const least = isLowest !== (asked.chosen.measure.sign === -1);
  const step = rankingStep(asked, "ranking", year, before);
  if (!step || !Number.isInteger(count) || count < 1) return null;
  const place = chosen.measure.place!;
  const where = step.args.where as { readonly [column: string]: Json };
  if (leftOut.length > 0 && asked.targets.some(({ kind }) => kind === "group")) return null;
  const counted = leftOut.length > 0 ? { ...where, [place]: { not: [...leftOut] } } : where;
  const ranking: Step = {
    ...step,
    args: { ...step.args, where: counted, order: least ? "value" : "-value", limit: count },
  };
  return {
    kind: "draft",
    steps: [...before, ranking],
    assumed: chosen.assumed,
    async finish(results, look) {
      const { rows } = queryResult(results.get(ranking.id)!);
      if (rows.length < (ordinal ?? 1))
        return refuseByCoverage(
          { chosen, place: null, where: chosen.where, year: typeof year === "number" ? year : null },
          look,
        );
      // Of one place in the list, the others are not asked for.
      const shown = ordinal === undefined ? rows.map((_, i) => i) : [ordinal - 1];
      const label = (i: number) => matter.labelOfPlace(String(rows[i]![place]));
      const wants: Want[] = [
        ...shown.map(
          (i): Want => ({
            step: ranking.id,
            path: `rows.${i}.${place}`,
            unit: "iso3",
            primary: true,
            name: { en: `place ${i + 1}`, zh: `第${i + 1}位` },
          }),
        ),
        ...shown.map(
          (i): Want => ({
            step: ranking.id,
            path: `rows.${i}.value`,
            unit: { path: "units.value" },
            name: label(i),
          }),
        ),
      ];
      let yearRef: Part = { given: [ranking.id, `where.${chosen.measure.year}`] };
      if (typeof year !== "number") {
        wants.push({ step: NEWEST, path: "rows.0.year", unit: "year", name: { en: "year", zh: "年份" } });
        yearRef = { ref: wants.length - 1 };
      }
      const [within] = asked.targets;
      const at: Part = { given: [ranking.id, "limit"] };
      const about = subject(chosen, quotient, within ?? null, yearRef);
      const sentence = new Sentence().say(
        [
          ...about.en,
          ...(ordinal === undefined ? [] : [", place ", at, least ? " from the smallest" : " from the largest"]),
          ": ",
          ...shown.flatMap((row, i): Part[] => [
            ...(i ? ["; "] : []),
            { name: label(row).en },
            " ",
            { ref: shown.length + i },
          ]),
          ". ",
        ],
        [
          ...about.zh,
          ...(ordinal === undefined ? [] : [least ? "由低到高第 " : "由高到低第 ", at, " 位"]),
          "：",
          ...shown.flatMap((row, i): Part[] => [
            ...(i ? ["；"] : []),
            { name: label(row).zh },
            " ",
            { ref: shown.length + i },
          ]),
          "。",
        ],
      );
      return { kind: "finished", wants, text: withSource(sentence, chosen).template() };
    },
  };
}

/** The year in which a place had its largest value, or its smallest. */
export function peakDraft(asked: Asked): Draft | null {
  const { matter, chosen, targets, years, quotient, unit } = asked;
  if (targets.length > 1 || years.kind === "single") return null;
  const target = targets[0] ?? wholeOf(asked);
  const least = matter.has("operation", "lowest");
  const figure = withValues(
    figureOf({
      chosen,
      target,
      years: yearCondition(years) ?? { from: 0 },
      year: null,
      quotient,
      unit,
      as: `${nameOf(target, null, null)}Peak`,
    }),
  );
  const newest = extremeOf(figure, least);
  const { earlier: long } = asked;
  const begins = chosen.measure.begins;
  const before =
    long && begins !== undefined && years.kind === "newest"
      ? withValues(
          figureOf({ chosen: long, target, years: { to: begins - 1 }, year: null, quotient, unit, as: "before" }),
        )
      : null;
  const old = before && extremeOf(before, least);
  const reach = reachOf(before ?? figure);
  return {
    kind: "draft",
    steps: [...stepsOf([newest, ...(old ? [old] : [])]), reach],
    assumed: chosen.assumed,
    async finish(results, look) {
      const missing = await missingFigure([newest], results, look);
      if (missing) return missing;
      const peak = old && isBeyond(old, newest, least, results) ? old : newest;
      const { chosen } = peak;
      const wants: Want[] = [
        {
          step: peak.step.id,
          path: `rows.0.${chosen.measure.year}`,
          unit: "year",
          primary: true,
          name: {
            en: least ? "year of the lowest value" : "year of the highest value",
            zh: least ? "最低值年份" : "最高值年份",
          },
        },
        wantOf(peak, quotient, false),
      ];
      const about = subject(chosen, quotient, target, null);
      const sentence = new Sentence().say(
        [...about.en, least ? " was lowest in " : " was highest in ", { ref: 0 }, ": ", { ref: 1 }],
        [...about.zh, least ? "的最低值出现在 " : "的最高值出现在 ", { ref: 0 }, "年：", { ref: 1 }],
      );
      // Of a table without a value of the first year nothing is said.
      const [first] = queryResult(results.get(reach.id)!).rows;
      if (typeof first?.year === "number") {
        wants.push({
          step: reach.id,
          path: "rows.0.year",
          unit: "year",
          name: { en: "sought from", zh: "检索起始年" },
        });
        const ref = { ref: wants.length - 1 };
        sentence.say([" (of the years from ", ref, " on)"], ["（检索范围自 ", ref, "年起）"]);
      }
      sentence.say([". "], ["。"]);
      return { kind: "finished", wants, text: withSource(sentence, chosen).template() };
    },
  };
}

/** The row with the largest value of a figure's years, or the smallest. */
function extremeOf(figure: Figure, least: boolean): Figure {
  const { step } = figure;
  return { ...figure, step: { ...step, args: { ...step.args, order: least ? "value" : "-value", limit: 1 } } };
}

/** The first of the years in which an extreme is sought. */
function reachOf({ step, chosen }: Figure): Step {
  const { dataset, where, join } = step.args;
  const select = [{ column: chosen.measure.year!, as: "year", aggregate: "min" }];
  return {
    id: "soughtFrom",
    tool: "data.query",
    args: { dataset: dataset!, select, ...(where ? { where } : {}), ...(join ? { join } : {}) },
  };
}

/** Whether the extreme of one figure lies beyond that of another. */
function isBeyond(a: Figure, b: Figure, least: boolean, results: Parameters<Draft["finish"]>[0]): boolean {
  const [one, other] = [a, b].map(({ step }) => queryResult(results.get(step.id)!).rows[0]?.value);
  if (typeof one !== "number" || typeof other !== "number") return false;
  return least ? one < other : one > other;
}

/** The place of a country among all by the measure. */
export function positionDraft(asked: Asked): Draft | null {
  const { targets, chosen, quotient } = asked;
  const before: Step[] = [];
  const year = yearOf(asked, before);
  const [target] = targets.filter((each): each is Target & { kind: "country" } => each.kind === "country");
  asked.matter.takes("operation", "rank", "lowest");
  if (year === null || !target || targets.length > 1) return null;
  const own = figureOf({ chosen, target, years: year, year: typeof year === "number" ? year : null, quotient });
  const step = rankingStep(asked, "larger", year, before);
  if (!step) return null;
  const larger: Step = {
    ...step,
    args: { ...step.args, having: { value: { from: { $from: own.step.id, path: "rows.0.value" } } } },
  };
  return {
    kind: "draft",
    steps: [...before, ...stepsOf([own]), larger],
    assumed: chosen.assumed,
    async finish(results, look) {
      const missing = await missingFigure([own], results, look);
      if (missing) return missing;
      const wants: Want[] = [
        {
          step: larger.id,
          path: "rows.length",
          unit: "1",
          primary: true,
          name: { en: `place of ${target.label.en}`, zh: `${target.label.zh}的名次` },
        },
        wantOf(own, quotient, false),
      ];
      const about = subject(chosen, quotient, target, yearPart(own, wants));
      const { within } = asked;
      const among: { en: Part[]; zh: Part[] } = within
        ? { en: [" among countries of ", { name: within.label.en }], zh: ["在", { name: within.label.zh }, "各国中"] }
        : { en: [" among countries"], zh: ["在各国中"] };
      const sentence = new Sentence().say(
        [...about.en, ": ", { ref: 1 }, ", place ", { ref: 0 }, ...among.en, ". "],
        [...about.zh, "：", { ref: 1 }, "，", ...among.zh, "居第 ", { ref: 0 }, " 位。"],
      );
      return { kind: "finished", wants, text: withSource(sentence, chosen).template() };
    },
  };
}

const sides: Readonly<Record<"above" | "below" | "from" | "to", Text>> = {
  above: { en: " above ", zh: "高于 " },
  below: { en: " below ", zh: "低于 " },
  from: { en: " not below ", zh: "不低于 " },
  to: { en: " not above ", zh: "不高于 " },
};

/** How many countries lie above or below a value. */
export function countDraft(asked: Asked): Draft | null {
  const { matter, chosen } = asked;
  const before: Step[] = [];
  const year = yearOf(asked, before);
  const [limit] = matter.quantities();
  const step = year === null ? null : rankingStep(asked, "counted", year, before);
  if (!step || !limit) return null;
  const bounded = limitStep(chosen, asked.quotient, limit.quantity);
  if (!bounded) return null;
  const { step: convert, unit } = bounded;
  const said = matter.has("operation", "below") ? "below" : "above";
  // “Did not emit more than” has the bound itself on its side.
  const isDenied = matter.denies();
  const bound = isDenied ? (said === "below" ? "from" : "to") : said;
  const isAbove = bound === "above" || bound === "from";
  const counted: Step = {
    ...step,
    args: {
      ...step.args,
      having: { value: { [bound]: { $from: convert.id, path: "value" } } },
      order: isAbove ? "-value" : "value",
    },
  };
  const lists = matter.links.some(({ words }) =>
    /^(?:which|which countries|list|name|哪些|哪些国家|列出|列举)$/i.test(words),
  );
  return {
    kind: "draft",
    steps: [...before, convert, counted],
    assumed: chosen.assumed,
    finish(results) {
      const { rows } = queryResult(results.get(counted.id)!);
      const named = lists ? rows.slice(0, MOST_LISTED) : [];
      const label = (i: number) => matter.labelOfPlace(String(rows[i]![chosen.measure.place!]));
      const wants: Want[] = [
        {
          step: counted.id,
          path: "rows.length",
          unit: "1",
          primary: true,
          name: { en: "number of countries", zh: "国家数" },
        },
        { step: convert.id, path: "value", unit, name: { en: "limit", zh: "界限" } },
        ...named.map(
          (_, i): Want => ({
            step: counted.id,
            path: `rows.${i}.${chosen.measure.place}`,
            unit: "iso3",
            primary: true,
            name: label(i),
          }),
        ),
        ...named.map(
          (_, i): Want => ({
            step: counted.id,
            path: `rows.${i}.value`,
            unit: { path: "units.value" },
            name: label(i),
          }),
        ),
      ];
      const list = (language: "en" | "zh") =>
        named.flatMap((_, i): Part[] => [
          i === 0 ? (language === "en" ? ": " : "：") : language === "en" ? "; " : "；",
          { name: label(i)[language] },
          " ",
          { ref: 2 + named.length + i },
        ]);
      const about = subject(
        chosen,
        asked.quotient,
        null,
        typeof year === "number" ? { given: [counted.id, `where.${chosen.measure.year}`] } : null,
      );
      const sentence = new Sentence().say(
        [...about.en, sides[bound].en, { ref: 1 }, ": ", { ref: 0 }, " countries", ...list("en"), ". "],
        [...about.zh, sides[bound].zh, { ref: 1 }, " 的国家：", { ref: 0 }, " 个", ...list("zh"), "。"],
      );
      return { kind: "finished", wants, text: withSource(sentence, chosen).template() };
    },
  };
}
