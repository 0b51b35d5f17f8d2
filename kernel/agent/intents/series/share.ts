import type { Draft } from "../../intent.ts";
import { measureOf } from "../../measures/measures.ts";
import type { Step, Want } from "../../plan.ts";
import { Sentence } from "../../sentence.ts";
import { type Target, taken } from "./asked.ts";
import type { Asked } from "./asked-series.ts";
import type { ChosenMeasure } from "./choose-measure.ts";
import { figureOf, quantityFrom } from "./figure.ts";
import { subject, withSource } from "./speech.ts";
import { missingFigure, stepsOf, wantOf, wholeOf, yearPart } from "./values.ts";

/** A part in per cent of its whole: a country of the world or a group, a fuel of all fuels, a sector of all sectors. */
export function shareDraft(asked: Asked): Draft | null {
  const { matter, chosen, targets, years, quotient } = asked;
  if (quotient || chosen.measure.kind === "intensity" || chosen.measure.sign) return null;
  const year = years.kind === "single" && years.years.length === 1 ? years.years[0]! : null;
  if (year === null && (years.kind !== "newest" || years.count > 1)) return null;
  const ofConcept = chosen.parts.length > 0 && targets.length <= 1;
  const [part, whole] = ofConcept ? [targets[0] ?? wholeOf(asked), targets[0] ?? wholeOf(asked)] : partAndWhole(asked);
  if (part === undefined || whole === undefined) return null;
  const numerator = figureOf({ chosen, target: part, years: year ?? undefined, year, quotient: null });
  const all: ChosenMeasure = ofConcept ? wholeOfParts(chosen) : chosen;
  const denominator = figureOf({
    chosen: all,
    target: whole,
    // The whole is of the year that was found for the part.
    years: year ?? { $from: numerator.step.id, path: `rows.0.${chosen.measure.year}` },
    year,
    quotient: null,
    as: ofConcept ? "allTogether" : "whole",
  });
  const compare: Step = {
    id: "share",
    tool: "quantity.compare",
    args: { left: quantityFrom(numerator), right: quantityFrom(denominator) },
  };
  const figures = [numerator, denominator];
  return {
    kind: "draft",
    steps: [...stepsOf(figures), compare],
    assumed: chosen.assumed,
    async finish(results, look) {
      const missing = await missingFigure(figures, results, look);
      if (missing) return missing;
      const label = whole?.label ?? matter.labelOfPlace("WORLD");
      const wants: Want[] = [
        {
          step: compare.id,
          path: "percentOf",
          unit: "%",
          primary: true,
          name: { en: `share of ${label.en}`, zh: `占${label.zh}的比重` },
        },
        wantOf(numerator, null, false),
        wantOf(denominator, null, false),
      ];
      const about = subject(chosen, null, part, yearPart(numerator, wants));
      const of = ofConcept
        ? { en: ["of all "], zh: ["占全部的 "] }
        : { en: ["of ", { name: label.en }, " "], zh: ["占", { name: label.zh }, " "] };
      const sentence = new Sentence().say(
        [...about.en, ": ", { ref: 0 }, " ", ...of.en, "(", { ref: 1 }, " of ", { ref: 2 }, "). "],
        [...about.zh, "：", ...of.zh, { ref: 0 }, "（", { ref: 1 }, " / ", { ref: 2 }, "）。"],
      );
      return { kind: "finished", wants, text: withSource(sentence, chosen).template() };
    },
  };
}

/** Of two places the wider is the whole; of one it is the world. */
function partAndWhole(asked: Asked): readonly [Target | null | undefined, Target | null | undefined] {
  const { targets, matter } = asked;
  const world: Target = { kind: "world", label: matter.labelOfPlace("WORLD") };
  const width = (target: Target) => (target.kind === "world" ? 2 : target.kind === "group" ? 1 : 0);
  const countries = targets.flatMap((each) => (each.kind === "country" ? [each] : []));
  if (
    countries.length > 1 &&
    (countries.length > 2 || countries.length < targets.length || matter.has("operation", "total"))
  ) {
    const others = targets.filter(({ kind }) => kind !== "country");
    return others.length > 1 ? [undefined, undefined] : [taken(countries), others[0] ?? world];
  }
  if (targets.length === 1) return targets[0]!.kind === "world" ? [undefined, undefined] : [targets[0]!, world];
  if (targets.length !== 2) return [undefined, undefined];
  const [a, b] = targets as [Target, Target];
  if (width(a) === width(b)) return [a, b];
  return width(a) < width(b) ? [a, b] : [b, a];
}

/** The same measure with all parts of a concept, or the measure that has them all. */
function wholeOfParts(chosen: ChosenMeasure): ChosenMeasure {
  const { measure } = chosen;
  if (measure.whole) {
    const whole = measureOf(measure.whole);
    return { measure: whole, where: {}, column: whole.column, unit: whole.unit, named: [], parts: [], assumed: [] };
  }
  const where = { ...chosen.where };
  for (const kind of chosen.parts) delete where[measure.by![kind]!.column!];
  return { ...chosen, where, named: chosen.named.filter(({ meaning }) => !chosen.parts.includes(meaning.kind)) };
}
