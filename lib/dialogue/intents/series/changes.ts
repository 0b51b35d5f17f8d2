import type { Draft } from "../../intent.ts";
import { isFalling } from "../../lexicon/directions.ts";
import type { Json, Step, Want } from "../../plan.ts";
import { Sentence } from "../../sentence.ts";
import type { Part } from "../../template.ts";
import { endsOf, type Target } from "./asked.ts";
import type { Asked } from "./asked-series.ts";
import { refuseByCoverage } from "./coverage.ts";
import { sumsRows } from "./figure.ts";
import { listed, NEWEST, newestOr, withinStep } from "./rank.ts";
import { nameOfMeasure, subject, withSource } from "./speech.ts";
import { queryResult } from "./values.ts";

const THEN = "then_";

/**
 * Which of several places, or of all countries, changed most between two years: in per cent where a speed or per cent is asked for, in
 * the unit otherwise.
 */
export function changesDraft(asked: Asked): Draft | null {
  const { chosen, matter, targets, years, quotient } = asked;
  const { measure } = chosen;
  const between = endsOf(years);
  const countries = targets.flatMap((each) => (each.kind === "country" ? [each.iso3] : []));
  const isSimple = measure.place !== null && measure.year !== null && measure.kind !== "intensity";
  if (!between || !isSimple || quotient !== null || measure.sign === -1) return null;
  if (countries.length === 1 || (countries.length > 1 && countries.length < targets.length)) return null;
  const one: Target = { kind: "country", iso3: "", label: measure.label };
  if (sumsRows(chosen, one)) return null;
  const words = matter.links.map((link) => link.words);
  const falls = words.some(isFalling);
  const rises = matter
    .find("operation")
    .some(({ meaning, link }) => meaning.value === "moved" && !isFalling(link.words));
  const least = matter.takes("operation", "lowest") || words.some((each) => SLOWEST.test(each));
  if (falls && (rises || least)) return null;
  const inPercent = asked.percent || words.some((each) => SPEED.test(each));
  const before: Step[] = [];
  const within =
    countries.length > 0 ? { where: countries as Json, join: undefined } : withinStep(asked, between[1], before);
  const last = newestOr(asked, between[1], before);
  const place = measure.place!;
  const pair: Json = [chosen.column, `${THEN}${chosen.column}`];
  const where = { ...chosen.where, ...(countries.length > 0 ? {} : measure.countries) } as {
    readonly [key: string]: Json;
  };
  const ranking: Step = {
    id: "changes",
    tool: "data.query",
    args: {
      dataset: measure.dataset,
      select: [
        place,
        { minus: pair, as: "difference", ...(asked.unit ? { unit: asked.unit } : {}) },
        { change: pair, as: "change" },
      ],
      where: { ...where, [place]: within.where, [measure.year!]: last, [chosen.column]: { not: null } },
      join: [
        {
          dataset: measure.dataset,
          on: [place],
          prefix: THEN,
          where: { ...where, [measure.year!]: between[0], [chosen.column]: { not: null } },
          unmatched: "drop",
        },
        ...(within.join ? [within.join] : []),
      ],
      having: { change: { not: null } },
      order: `${falls || least ? "" : "-"}${inPercent ? "change" : "difference"}`,
      limit: countries.length > 0 ? countries.length : listed(matter),
    },
  };
  return {
    kind: "draft",
    steps: [...before, ranking],
    assumed: chosen.assumed,
    async finish(results, look) {
      const { rows } = queryResult(results.get(ranking.id)!);
      if (rows.length < Math.max(1, countries.length)) {
        const found = rows.map((row) => row[place]);
        const lacking = countries.find((iso3) => !found.includes(iso3));
        const named = lacking === undefined ? null : matter.labelOfPlace(lacking);
        const of = lacking === undefined ? where : { ...where, [place]: lacking };
        return refuseByCoverage({ chosen, place: named, where: of, year: between[0] }, look);
      }
      const label = (i: number) => matter.labelOfPlace(String(rows[i]![place]));
      const name = nameOfMeasure(chosen, null);
      const several = countries.length > 0;
      const wants: Want[] = rows.map(
        (_, i): Want => ({
          step: ranking.id,
          path: `rows.${i}.${place}`,
          unit: "iso3",
          name: { en: `place ${i + 1}`, zh: `第${i + 1}位` },
          ...(i === 0 || !several ? { primary: true as const } : {}),
        }),
      );
      const first = wants.length;
      for (const [i] of rows.entries())
        wants.push(
          {
            step: ranking.id,
            path: `rows.${i}.difference`,
            unit: { path: "units.difference" },
            name: { en: `difference, ${name.en}, ${label(i).en}`, zh: `${label(i).zh}${name.zh}之差` },
          },
          {
            step: ranking.id,
            path: `rows.${i}.change`,
            unit: "%",
            name: { en: `change of ${name.en}, ${label(i).en}`, zh: `${label(i).zh}${name.zh}变化率` },
          },
        );
      const about = subject(chosen, null, null, null);
      let lastPart: Part = { given: [ranking.id, `where.${measure.year}`] };
      if (between[1] === null) {
        wants.push({ step: NEWEST, path: "rows.0.year", unit: "year", name: { en: "year", zh: "年份" } });
        lastPart = { ref: wants.length - 1 };
      }
      const span: Part[] = [{ given: [ranking.id, `join.0.where.${measure.year}`] }, "–", lastPart];
      const each = (language: "en" | "zh") =>
        rows.flatMap((_, i): Part[] => [
          i ? (language === "en" ? "; " : "；") : "",
          { name: label(i)[language] },
          " ",
          { ref: first + 2 * i },
          language === "en" ? " (" : "（",
          { ref: first + 2 * i + 1 },
          language === "en" ? ")" : "）",
        ]);
      const order = inPercent
        ? { en: ", by per cent: ", zh: "年变化（按百分比排序）：" }
        : { en: ", by amount: ", zh: "年变化（按数量排序）：" };
      const sentence = new Sentence().say(
        [...about.en, ", change ", ...span, order.en, ...each("en"), ". "],
        [...about.zh, "，", ...span, order.zh, ...each("zh"), "。"],
      );
      return { kind: "finished", wants, text: withSource(sentence, chosen).template() };
    },
  };
}

/** Words of speed: a change for its beginning. */
const SPEED =
  /^(?:fast|faster|fastest|quick|quicker|quickest|rapid|rapidly|slow|slower|slowest|steep|steeper|steepest|(?:更|最)?快|(?:更|最)?慢|增速|涨幅|增幅|降幅|跌幅)$/i;
const SLOWEST = /^(?:slow|slower|slowest|least|(?:更|最)?慢)$/i;
