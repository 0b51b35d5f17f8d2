import type { Draft } from "../../intent.ts";
import { measureOf } from "../../measures/measures.ts";
import type { Step, Want } from "../../plan.ts";
import { Sentence } from "../../sentence.ts";
import type { Part } from "../../template.ts";
import { type Target, taken, twoYears } from "./asked.ts";
import type { Asked } from "./asked-series.ts";
import type { ChosenMeasure } from "./choose-measure.ts";
import { figureOf, quantityFrom } from "./figure.ts";
import { subject, withSource } from "./speech.ts";
import { missingFigure, stepsOf, wantOf, wholeOf, yearPart } from "./values.ts";

/** Shares of more years are not told one by one. */
const MOST_YEARS = 4;

/** A part in per cent of its whole: a country of the world or a group, a fuel of all fuels, a sector of all sectors. */
export function shareDraft(asked: Asked): Draft | null {
  const { matter, chosen, years, quotient } = asked;
  if (quotient || chosen.measure.kind === "intensity" || chosen.measure.sign) return null;
  const several = severalYears(asked);
  if (several.length > 1) return sharesDraft(asked, several);
  const year = years.kind === "single" && years.years.length === 1 ? years.years[0]! : null;
  if (year === null && (years.kind !== "newest" || years.count > 1)) return null;
  const sides = sidesOf(asked);
  if (!sides) return null;
  const { ofConcept, part, whole, all } = sides;
  const numerator = figureOf({ chosen, target: part, years: year ?? undefined, year, quotient: null });
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
        ? isOfAccount(chosen)
          ? { en: ["of ", { name: all.measure.label.en }, " "], zh: ["占", { name: all.measure.label.zh }, " "] }
          : { en: ["of all "], zh: ["占全部的 "] }
        : { en: ["of ", { name: label.en }, " "], zh: ["占", { name: label.zh }, " "] };
      const sentence = new Sentence().say(
        [...about.en, ": ", { ref: 0 }, " ", ...of.en, "(", { ref: 1 }, " of ", { ref: 2 }, "). "],
        [...about.zh, "：", ...of.zh, { ref: 0 }, "（", { ref: 1 }, " / ", { ref: 2 }, "）。"],
      );
      return { kind: "finished", wants, text: withSource(sentence, chosen).template() };
    },
  };
}

/** The years of which shares are told one by one: the ends of a span, or those that are named. */
function severalYears({ years, matter }: Asked): readonly number[] {
  const ends = twoYears(years);
  const told = matter.links.filter((link) => link.years).map(({ words }) => words);
  const names = told.some((words) => /\band\b|[和与及]/i.test(words));
  const moves = ["moved", "difference", "change", "compare"].some((each) => matter.has("operation", each));
  // “Since 1750 up to 2023” is of all those years, which two shares do not tell.
  if (years.kind === "span") return ends && (names || moves) && saysShare(matter) ? ends : [];
  return years.kind === "single" && years.years.length <= MOST_YEARS ? years.years : [];
}

/** “减排比例” is a change, no share. */
function saysShare({ links }: Asked["matter"]): boolean {
  return links.some(({ words }) => /share|proportion|percentage of|slice|part of|fraction|占|份额|比重/i.test(words));
}

/** Shares of several years; of two also what lies between them, in percentage points. */
function sharesDraft(asked: Asked, years: readonly number[]): Draft | null {
  const { chosen } = asked;
  const sides = sidesOf(asked);
  if (!sides) return null;
  const { ofConcept, part, whole, all } = sides;
  const pairs = years.map((year) => {
    const of = (measure: ChosenMeasure, target: Target | null, as: string) =>
      figureOf({ chosen: measure, target, years: year, year, quotient: null, as: `${as}${year}` });
    const [numerator, denominator] = [of(chosen, part, "part"), of(all, whole, "whole")];
    const share: Step = {
      id: `share${year}`,
      tool: "quantity.compare",
      args: { left: quantityFrom(numerator), right: quantityFrom(denominator) },
    };
    return { numerator, denominator, share };
  });
  const figures = pairs.flatMap(({ numerator, denominator }) => [numerator, denominator]);
  const moves = asked.matter.takes("operation", "moved", "difference", "change", "compare") && pairs.length === 2;
  const percentOf = ({ share }: (typeof pairs)[number]) => ({
    value: { $from: share.id, path: "percentOf" },
    unit: "%",
  });
  const between: Step[] = moves
    ? [{ id: "points", tool: "quantity.compare", args: { left: percentOf(pairs[1]!), right: percentOf(pairs[0]!) } }]
    : [];
  return {
    kind: "draft",
    steps: [...stepsOf(figures), ...pairs.map(({ share }) => share), ...between],
    assumed: chosen.assumed,
    async finish(results, look) {
      const missing = await missingFigure(figures, results, look);
      if (missing) return missing;
      const label = whole?.label ?? asked.matter.labelOfPlace("WORLD");
      const wants: Want[] = pairs.map(({ share }, i) => ({
        step: share.id,
        path: "percentOf",
        unit: "%",
        name: { en: `share of ${label.en}, ${years[i]}`, zh: `占${label.zh}的比重，${years[i]}年` },
        ...(moves ? {} : { primary: true }),
      }));
      if (moves)
        wants.push({
          step: "points",
          path: "difference.value",
          unit: "%",
          primary: true,
          name: { en: "change in percentage points", zh: "变化（百分点）" },
        });
      const about = subject(chosen, null, part, null);
      const sentence = new Sentence().say([...about.en, ": "], [...about.zh, "："]);
      for (const [i, { numerator }] of pairs.entries()) {
        const when: Part = { given: [numerator.step.id, `where.${chosen.measure.year}`] };
        sentence.say([i ? "; " : "", when, " ", { ref: i }], [i ? "；" : "", when, "年 ", { ref: i }]);
      }
      const change: { en: Part[]; zh: Part[] } = moves
        ? {
            en: [", a change in percentage points of ", { ref: pairs.length }],
            zh: ["，相差（百分点） ", { ref: pairs.length }],
          }
        : { en: [], zh: [] };
      sentence.say(
        [ofConcept ? " of all" : " of ", ...(ofConcept ? [] : [{ name: label.en }]), ...change.en, ". "],
        [ofConcept ? "（占全部）" : "（占", ...(ofConcept ? [] : [{ name: label.zh }, "）"]), ...change.zh, "。"],
      );
      return { kind: "finished", wants, text: withSource(sentence, chosen).template() };
    },
  };
}

/** A part and its whole: of a concept both are of one place, the whole by the measure that has all of it. */
function sidesOf(asked: Asked) {
  const { chosen, targets } = asked;
  const ofConcept = (chosen.parts.length > 0 || isOfAccount(chosen)) && targets.length <= 1 && !isOfWorld(asked);
  const place = targets[0] ?? wholeOf(asked);
  const [part, whole] = ofConcept ? [place, place] : partAndWhole(asked);
  if (part === undefined || whole === undefined) return null;
  return { ofConcept, part, whole, all: ofConcept ? wholeOfParts(chosen) : chosen };
}

/** “占全球”: a country's part of what the world has of it. */
function isOfWorld({ matter, targets }: Asked): boolean {
  const isWorld = matter.links.some(({ nested }) =>
    nested.some(({ kind, value }) => kind === "place" && value === "WORLD"),
  );
  return isWorld && targets[0]?.kind === "country";
}

/** Of two places the wider is the whole; of one it is the world. */
function partAndWhole(asked: Asked): readonly [Target | null | undefined, Target | null | undefined] {
  const { targets, matter } = asked;
  const world: Target = { kind: "world", label: matter.labelOfPlace("WORLD") };
  const width = (target: Target) =>
    target.kind === "world" ? 2 : target.kind === "group" || target.kind === "area" ? 1 : 0;
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

/** “Of its production, how much is embodied in its exports”: the account is named, and the measure is a part of it. */
function isOfAccount({ measure, named, parts }: ChosenMeasure): boolean {
  return measure.whole !== undefined && parts.length === 0 && named.some(({ meaning }) => meaning.kind === "principle");
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
