import type { Draft } from "../../intent.ts";
import type { Step, Want } from "../../plan.ts";
import { Sentence } from "../../sentence.ts";
import { endsOf } from "./asked.ts";
import type { Asked } from "./asked-series.ts";
import { figureOf, NEWEST_MEMBERS, quantityFrom } from "./figure.ts";
import { nameOfMeasure, subject, withSource } from "./speech.ts";
import { missingFigure, stepsOf, wantOf, wholeOf, yearPart } from "./values.ts";

/** The compound rate by year between two years of one place. */
export function growthDraft(asked: Asked): Draft | null {
  const { chosen, targets, years, quotient } = asked;
  const between = endsOf(years);
  if (!between || targets.length > 1 || chosen.measure.sign === -1) return null;
  const target = targets[0] ?? wholeOf(asked);
  const [first, last] = between.map((year) =>
    figureOf({
      chosen,
      target,
      years: year ?? undefined,
      year,
      quotient,
      unit: null,
      membersOf: between[1] ?? NEWEST_MEMBERS,
    }),
  ) as [ReturnType<typeof figureOf>, ReturnType<typeof figureOf>];
  // Up to the newest year that the table has.
  const lasting: Step = {
    id: "lasting",
    tool: "quantity.compare",
    args: {
      left: { value: { $from: last.step.id, path: `rows.0.${chosen.measure.year}` }, unit: "1" },
      right: { value: between[0], unit: "1" },
    },
  };
  const isOpen = between[1] === null;
  const growth: Step = {
    id: "growth",
    tool: "quantity.growth",
    args: {
      from: quantityFrom(first),
      to: quantityFrom(last),
      years: isOpen ? { $from: lasting.id, path: "difference.value" } : between[1]! - between[0],
    },
  };
  return {
    kind: "draft",
    steps: [...stepsOf([first, last]), ...(isOpen ? [lasting] : []), growth],
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
      const [from, to] = [yearPart(first, wants)!, yearPart(last, wants)!];
      const sentence = new Sentence().say(
        [
          ...about.en,
          ", ",
          from,
          ": ",
          { ref: 1 },
          ", ",
          to,
          ": ",
          { ref: 2 },
          "; compound growth by year ",
          { ref: 0 },
          ". ",
        ],
        [
          ...about.zh,
          "，",
          from,
          "年：",
          { ref: 1 },
          "，",
          to,
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
