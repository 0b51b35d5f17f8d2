import type { Draft } from "../../intent.ts";
import type { Step, Want } from "../../plan.ts";
import { Sentence } from "../../sentence.ts";
import { twoYears } from "./asked.ts";
import type { Asked } from "./asked-series.ts";
import { figureOf, quantityFrom } from "./figure.ts";
import { nameOfMeasure, subject, withSource } from "./speech.ts";
import { missingFigure, stepsOf, wantOf, wholeOf } from "./values.ts";

/** The compound rate by year between two years of one place. */
export function growthDraft(asked: Asked): Draft | null {
  const { chosen, targets, years, quotient } = asked;
  const between = twoYears(years);
  if (!between || targets.length > 1 || chosen.measure.sign === -1) return null;
  const target = targets[0] ?? wholeOf(asked);
  const [first, last] = between.map((year) =>
    figureOf({ chosen, target, years: year, year, quotient, unit: null, membersOf: between[1] }),
  ) as [ReturnType<typeof figureOf>, ReturnType<typeof figureOf>];
  const growth: Step = {
    id: "growth",
    tool: "quantity.growth",
    args: { from: quantityFrom(first), to: quantityFrom(last), years: between[1] - between[0] },
  };
  return {
    kind: "draft",
    steps: [...stepsOf([first, last]), growth],
    assumed: chosen.assumed,
    async finish(results, look) {
      const missing = await missingFigure([first, last], results, look);
      if (missing) return missing;
      const name = nameOfMeasure(chosen, quotient);
      const wants: Want[] = [
        {
          step: growth.id,
          path: "rate",
          unit: "%/yr",
          primary: true,
          name: { en: `mean growth of ${name.en}`, zh: `${name.zh}年均增长率` },
        },
        wantOf(first, quotient, false),
        wantOf(last, quotient, false),
      ];
      const about = subject(chosen, quotient, target, null);
      const given = (figure: typeof first) => ({ given: [figure.step.id, `where.${chosen.measure.year}`] }) as const;
      const sentence = new Sentence().say(
        [
          ...about.en,
          ", ",
          given(first),
          ": ",
          { ref: 1 },
          ", ",
          given(last),
          ": ",
          { ref: 2 },
          "; compound growth by year ",
          { ref: 0 },
          ". ",
        ],
        [
          ...about.zh,
          "，",
          given(first),
          "年：",
          { ref: 1 },
          "，",
          given(last),
          "年：",
          { ref: 2 },
          "；年均复合增长 ",
          { ref: 0 },
          "。",
        ],
      );
      return { kind: "finished", wants, text: withSource(sentence, chosen).template() };
    },
  };
}
