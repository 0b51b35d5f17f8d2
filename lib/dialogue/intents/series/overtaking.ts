import type { Draft } from "../../intent.ts";
import { refuse } from "../../intent.ts";
import type { Want } from "../../plan.ts";
import { Sentence } from "../../sentence.ts";
import { yearCondition } from "./asked.ts";
import type { Asked } from "./asked-series.ts";
import { type Figure, figureOf, nameOf, withValues } from "./figure.ts";
import { subject, withSource } from "./speech.ts";
import { queryResult, stepsOf } from "./values.ts";

/** The first year from which on the first of two places lies above the second, having been below it the year before. */
export function overtakingDraft(asked: Asked): Draft | null {
  const { matter, chosen, targets, years, quotient } = asked;
  // “first overtook”
  matter.takes("ordinal", 1);
  const column = chosen.measure.year;
  if (targets.length !== 2 || column === null || years.kind === "single" || chosen.measure.sign) return null;
  const condition = yearCondition(years) ?? { from: 0 };
  const [first, second] = targets.map((target): Figure => {
    return withValues(
      figureOf({
        chosen,
        target,
        years: condition,
        year: null,
        quotient,
        as: `${nameOf(target, null, null)}Years`,
      }),
    );
  }) as [Figure, Figure];
  return {
    kind: "draft",
    steps: stepsOf([first, second]),
    assumed: chosen.assumed,
    finish(results) {
      const rows = queryResult(results.get(first.step.id)!).rows;
      const others = queryResult(results.get(second.step.id)!).rows;
      const otherOf = (row: (typeof rows)[number]) => others.findIndex((each) => each[column] === row[column]);
      const isAbove = (i: number): boolean | null => {
        const other = otherOf(rows[i]!);
        return other < 0 ? null : Number(rows[i]!.value) > Number(others[other]!.value);
      };
      const at = rows.findIndex((_, i) => i > 0 && isAbove(i) === true && isAbove(i - 1) === false);
      const [a, b] = [first.target!.label, second.target!.label];
      if (at < 0)
        return refuse("no such data", {
          en: ["In the years of the table, ", { name: a.en }, " does not come to lie above ", { name: b.en }, "."],
          zh: ["表中各年，", { name: a.zh }, "没有超过", { name: b.zh }, "。"],
        });
      const value = (figure: Figure, row: number): Want => ({
        step: figure.step.id,
        path: `rows.${row}.value`,
        unit: { path: "units.value" },
        name: figure.target!.label,
      });
      const wants: Want[] = [
        {
          step: first.step.id,
          path: `rows.${at}.${column}`,
          unit: "year",
          primary: true,
          name: { en: "first year above", zh: "首次超过的年份" },
        },
        value(first, at),
        value(second, otherOf(rows[at]!)),
      ];
      const about = subject(chosen, quotient, null, null);
      const sentence = new Sentence().say(
        [
          ...about.en,
          ": ",
          { name: a.en },
          " first lies above ",
          { name: b.en },
          " in ",
          { ref: 0 },
          " (",
          { ref: 1 },
          "; ",
          { name: b.en },
          " ",
          { ref: 2 },
          "). ",
        ],
        [
          ...about.zh,
          "：",
          { name: a.zh },
          "于 ",
          { ref: 0 },
          "年首次超过",
          { name: b.zh },
          "（",
          { ref: 1 },
          "；",
          { name: b.zh },
          " ",
          { ref: 2 },
          "）。",
        ],
      );
      return { kind: "finished", wants, text: withSource(sentence, chosen).template() };
    },
  };
}
