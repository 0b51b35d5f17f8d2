import type { Text } from "../../../message/message.ts";
import { type Draft, refuse } from "../../intent.ts";
import type { Json, Want } from "../../plan.ts";
import { Sentence } from "../../sentence.ts";
import type { Part } from "../../template.ts";
import { yearCondition } from "./asked.ts";
import type { Asked } from "./asked-series.ts";
import { type ChosenMeasure, chooseMeasure } from "./choose-measure.ts";
import { type Figure, figureOf, nameOf, withValues } from "./figure.ts";
import { BEGINNING } from "./implied.ts";
import { limitStep } from "./limit.ts";
import { capital, subject, withSource } from "./speech.ts";
import { queryResult, stepsOf, wholeOf } from "./values.ts";

/** Words for the way down. */
const DOWN = /fall|fell|drop|sink|sank|dip|below|under|back down|降|跌|低于|不足|以下/i;
const FIRST = /first|首次|首度|第一次|头一/i;
const AGAIN = /^(?:again|再次|又|重新)$/i;

/** A row of one of the tables that together reach over all years. */
interface Row {
  readonly step: string;
  readonly index: number;
  readonly value: number;
}

/**
 * The year in which a place came to lie above a limit, or below it, having been on its other side the year before: the first such
 * year or, where it sank without “first”, the last. The edition that reaches furthest back is read for the years before the newest.
 */
export function crossingDraft(asked: Asked): Draft | null {
  const { matter, chosen, targets, years, quotient } = asked;
  const column = chosen.measure.year;
  const [limit, ...others] = matter.links.flatMap(({ quantity }) => quantity ?? []);
  if (!limit || others.length > 0 || targets.length > 1) return null;
  if (column === null || years.kind === "single" || chosen.measure.sign) return null;
  const bound = limitStep(chosen, quotient, limit);
  if (!bound) return null;
  const says = (pattern: RegExp) => matter.links.some(({ words }) => pattern.test(words));
  const isBelow = matter.find("operation").some(({ link }) => DOWN.test(link.words));
  const wantsLast = says(AGAIN) || (isBelow && !says(FIRST));
  const target = targets[0] ?? wholeOf(asked);
  const figureFrom = (measure: ChosenMeasure, condition: Json, as: string): Figure => {
    const name = `${nameOf(target, null, null)}${as}`;
    return withValues(figureOf({ chosen: measure, target, years: condition, year: null, quotient, as: name }));
  };
  const condition = yearCondition(years) ?? { from: 0 };
  const earlier = years.kind === "span" ? null : earlierOf(asked);
  const figures = [
    ...(earlier ? [figureFrom(earlier, { to: chosen.measure.begins! - 1 }, "Earlier")] : []),
    figureFrom(chosen, condition, "Years"),
  ];
  matter.quantities();
  matter.takes("ordinal", 1);
  return {
    kind: "draft",
    steps: [...stepsOf(figures), bound.step],
    assumed: chosen.assumed,
    finish(results) {
      const rows = figures.flatMap(({ step: { id } }) =>
        queryResult(results.get(id)!).rows.map(({ value }, index): Row => ({ step: id, index, value: Number(value) })),
      );
      const { value: most } = results.get(bound.step.id)!.result as { value: number };
      const isBeyond = ({ value }: Row) => (isBelow ? value < most : value > most);
      const crossings = rows.filter((row, i) => i > 0 && isBeyond(row) && !isBeyond(rows[i - 1]!));
      const told = wantsLast ? crossings.at(-1) : crossings[0];
      if (!told) return refuse("no such data", neverCrossed(asked, isBelow, rows.length > 0 && isBeyond(rows[0]!)));
      const wants: Want[] = [];
      const see = (want: Want): Part => ({ ref: wants.push(want) - 1 });
      const yearOf = ({ step, index }: Row): Want => ({
        step,
        path: `rows.${index}.${column}`,
        unit: "year",
        name: isBelow
          ? { en: "year below the limit", zh: "低于界限的年份" }
          : { en: "year above the limit", zh: "高于界限的年份" },
      });
      const valueIn = ({ step, index }: Row): Want => ({
        step,
        path: `rows.${index}.value`,
        unit: { path: "units.value" },
        name: chosen.measure.label,
      });
      const year = see({ ...yearOf(told), primary: true });
      const limited = see({ step: bound.step.id, path: "value", unit: bound.unit, name: { en: "limit", zh: "界限" } });
      const then = see(valueIn(told));
      const about = subject(chosen, quotient, target, null);
      const which: Text = wantsLast ? { en: "last", zh: "最近一次" } : { en: "first", zh: "首次" };
      const sentence = new Sentence().say(
        [
          ...about.en,
          `: ${which.en} came to lie ${isBelow ? "below" : "above"} `,
          limited,
          " in ",
          year,
          " (",
          then,
          "). ",
        ],
        [
          ...about.zh,
          `：${which.zh}${isBelow ? "降到 " : "升到 "}`,
          limited,
          isBelow ? " 以下" : " 以上",
          "是在 ",
          year,
          " 年（",
          then,
          "）。",
        ],
      );
      const other = wantsLast ? crossings[0]! : crossings.at(-1)!;
      if (other !== told) {
        const when = see(yearOf(other));
        sentence.say(
          [wantsLast ? "For the first time in " : "For the last time in ", when, ". "],
          [wantsLast ? "第一次是在 " : "最近一次是在 ", when, " 年。"],
        );
      }
      withSource(sentence, chosen);
      if (earlier) {
        const { source } = earlier.measure;
        sentence.say([" Years before it: ", { source: source.en }, "."], ["此前各年：", { source: source.zh }, "。"]);
      }
      return { kind: "finished", wants, text: sentence.template() };
    },
  };
}

/** The same measure by the edition that reaches further back; null if this one reaches furthest. */
function earlierOf({ matter, chosen }: Asked): ChosenMeasure | null {
  if (chosen.measure.begins === undefined) return null;
  const found = chooseMeasure(matter, BEGINNING);
  return found && !("lacking" in found) && found.measure !== chosen.measure && found.unit === chosen.unit
    ? found
    : null;
}

function neverCrossed({ chosen }: Asked, isBelow: boolean, isAlways: boolean): { en: Part[]; zh: Part[] } {
  const { label } = chosen.measure;
  const side: Text = isBelow ? { en: "below", zh: "低于" } : { en: "above", zh: "高于" };
  const never: Text = isAlways
    ? { en: "in the first of the years read it already lies", zh: "所读年份的第一年已" }
    : { en: "in none of the years read does it come to lie", zh: `所读年份中没有一年由${isBelow ? "高" : "低"}转` };
  return {
    en: [{ name: capital(label.en) }, `: ${never.en} ${side.en} this limit.`],
    zh: [{ name: label.zh }, `：${never.zh}${side.zh}此界限。`],
  };
}
