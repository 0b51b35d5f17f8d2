import type { Text } from "../../../message/message.ts";
import type { Draft, Intent } from "../../intent.ts";
import type { Meaning } from "../../lexicon/entry.ts";
import type { Matter } from "../../matter.ts";
import type { Step, Want } from "../../plan.ts";
import { Sentence } from "../../sentence.ts";
import type { Part } from "../../template.ts";
import { firstYear, targetsOf, type Years, yearsOf } from "./asked.ts";
import { type ChosenMeasure, chooseFlow } from "./choose-measure.ts";
import { type Figure, figureOf, type Quotient, quantityFrom } from "./figure.ts";
import { saysPercent } from "./implied.ts";
import { nameOfMeasure, withSource } from "./speech.ts";
import { missingFigure, stepsOf, wantOf, yearPart } from "./values.ts";

const OPERATIONS = ["difference", "change", "moved", "ratio", "compare", "which is larger", "percent", "share"];

/** Measures of one of the accounts, or of what lies between them. */
const ACCOUNT = /^(?:fossil CO2, territorial|CO2, )/;

/** Territorial against consumption-based emissions of one place in one year: what lies between the two accounts. */
export const principlesIntent: Intent = {
  id: "two principles",
  title: { en: "territorial against consumption-based", zh: "属地与消费端对比" },
  read(matter) {
    const named = matter
      .find("principle")
      .filter(({ meaning }) => meaning.value === "territorial" || meaning.value === "consumption")
      .toSorted((a, b) => a.link.turn - b.link.turn || a.link.from - b.link.from);
    const told = [...new Set(named.map(({ meaning }) => String(meaning.value)))];
    // “How much higher is that?” is of what was said last.
    const turns = new Set(named.map(({ link }) => link.turn));
    const inOrder =
      matter.has("ordinal") || matter.links.some(({ words }) => /^(?:前|后|the (?:former|latter))/i.test(words));
    const order = turns.size > 1 && !inOrder ? told.toReversed() : told;
    if (order.length !== 2 || named.some(({ link }) => bothIn(link.meanings))) return null;
    const years = yearsOf(matter);
    if (years.kind === "span" || (years.kind === "single" && years.years.length > 1)) return null;
    if (years.kind === "newest" && years.count > 1) return null;
    const { targets: all, shared } = targetsOf(matter);
    const countries = all.filter(({ kind }) => kind !== "world");
    const targets = countries.length > 0 ? countries : all;
    const [target] = targets;
    if (shared || targets.length !== 1 || !target) return null;
    const chosen = order.map((principle) => measureBy(matter, principle, years));
    if (chosen.some((each) => each === null)) return null;
    for (const kind of ["principle", "gas", "database", "ordinal"] as const) matter.all(kind);
    matter.all("measure", ({ value }) => (value as readonly string[]).some((id) => ACCOUNT.test(id)));
    // Both accounts are of fossil fuels.
    matter.takes("fuel", "fossil");
    matter.takes("operation", "above", "below", "rank");
    matter.takes("operation", "flow", ...OPERATIONS);
    matter.usesNet();
    const quotient: Quotient = matter.takes("operation", "per head") ? "per head" : null;
    const inPercent = matter.links.some(({ words }) => saysPercent(words));
    const percent = matter.takes("operation", "percent") || inPercent || matter.unit() === "%";
    return twoMeasuresDraft(chosen as ChosenMeasure[], target, years, quotient, percent, matter);
  },
};

function bothIn(meanings: readonly { readonly kind: string; readonly value: unknown }[]): boolean {
  const values = meanings.filter(({ kind }) => kind === "principle").map(({ value }) => value);
  return values.includes("territorial") && values.includes("consumption");
}

/** The measure that the words mean without those of the other principle. */
function measureBy(matter: Matter, principle: string, years: Years): ChosenMeasure | null {
  // “footprint” names a measure that has only the consumption account.
  const keeps = ({ kind, value }: Meaning) =>
    kind === "measure"
      ? hasAccount(value as readonly string[], principle)
      : kind !== "principle" || value === principle;
  return chooseFlow(matter, keeps, firstYear(years));
}

function hasAccount(ids: readonly string[], principle: string): boolean {
  return ids.some((id) => id.startsWith(principle === "consumption" ? "CO2, consumption" : "fossil CO2, territorial"));
}

/** What lies between two measures of one place in one year; `nameOf` says what each is called beside the other. */
export function twoMeasuresDraft(
  measures: readonly ChosenMeasure[],
  target: Parameters<typeof wantOf>[0]["target"],
  years: Years,
  quotient: Quotient,
  percent: boolean,
  matter: Matter,
  nameOf: (measure: ChosenMeasure, quotient: Quotient) => Text = nameOfMeasure,
): Draft {
  const year = years.kind === "single" ? years.years[0]! : null;
  const [first, second] = measures as [ChosenMeasure, ChosenMeasure];
  const left = figureOf({ chosen: first, target, years: year ?? undefined, year, quotient, as: "firstAccount" });
  const right: Figure = figureOf({
    chosen: second,
    target,
    // Both accounts are of the year that was found for the first.
    years: year ?? { $from: left.step.id, path: `rows.0.${first.measure.year}` },
    year,
    quotient,
    as: "secondAccount",
  });
  const compare: Step = {
    id: "comparison",
    tool: "quantity.compare",
    args: { left: quantityFrom(left), right: quantityFrom(right) },
  };
  return {
    kind: "draft",
    steps: [...stepsOf([left, right]), compare],
    assumed: first.assumed.filter(({ slot }) => slot !== "principle"),
    async finish(results, look) {
      const missing = await missingFigure([left, right], results, look);
      if (missing) return missing;
      const isRatio = matter.has("operation", "ratio");
      const want = (path: string, unit: Want["unit"], en: string, zh: string, primary: boolean): Want => ({
        step: compare.id,
        path,
        unit,
        name: { en, zh },
        ...(primary ? { primary: true } : {}),
      });
      const wants: Want[] = [
        want("difference.value", { path: "difference.unit" }, "difference", "差值", !percent && !isRatio),
        want("change", "%", "in per cent of the second", "相对后者的百分比", percent && !isRatio),
        want("ratio", "1", "ratio", "比值", isRatio),
        wantOf(left, quotient, false),
        wantOf(right, quotient, false),
      ];
      const when = yearPart(left, wants);
      const place = target?.label ?? { en: "the world", zh: "全球" };
      const [a, b] = [nameOf(first, quotient), nameOf(second, quotient)];
      const inYear = (before: string, after: string): Part[] => (when ? [before, when, after] : []);
      const sentence = new Sentence().say(
        [
          { name: place.en },
          ...inYear(" in ", ""),
          ": ",
          { name: a.en },
          " ",
          { ref: 3 },
          ", ",
          { name: b.en },
          " ",
          { ref: 4 },
          "; difference ",
          { ref: 0 },
          " (",
          { ref: 1 },
          "), ratio ",
          { ref: 2 },
          ". ",
        ],
        [
          { name: place.zh },
          ...inYear("", "年"),
          "：",
          { name: a.zh },
          " ",
          { ref: 3 },
          "，",
          { name: b.zh },
          " ",
          { ref: 4 },
          "；相差 ",
          { ref: 0 },
          "（",
          { ref: 1 },
          "），比值 ",
          { ref: 2 },
          "。",
        ],
      );
      withSource(sentence, first);
      if (second.measure.source.en !== first.measure.source.en) withSource(sentence, second);
      return { kind: "finished", wants, text: sentence.template() };
    },
  };
}
