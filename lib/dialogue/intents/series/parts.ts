import type { Intent } from "../../intent.ts";
import type { MeaningKind } from "../../lexicon/entry.ts";
import { Matter } from "../../matter.ts";
import type { Step, Want } from "../../plan.ts";
import { Sentence } from "../../sentence.ts";
import type { Part } from "../../template.ts";
import { firstYear, type Target, targetsOf, yearsOf } from "./asked.ts";
import { type ChosenMeasure, chooseMeasure } from "./choose-measure.ts";
import { differenceUnit, type Figure, figureOf, quantityFrom } from "./figure.ts";
import { isClaimed, supposes } from "./implied.ts";
import { nameOfMeasure, subject, withSource } from "./speech.ts";
import { missingFigure, queryResult, stepsOf, wantOf, yearPart } from "./values.ts";

/** Kinds of concepts of which a table has rows side by side. */
const SIDE_BY_SIDE = ["fuel", "sector", "gas", "product", "pool"] as const satisfies readonly MeaningKind[];
const MOST = 6;

/** Operations of which the words may speak. */
const READ = ["compare", "which is larger", "lowest", "rank", "difference", "ratio", "total", "order", "count"];

/** One of them may be what is not asked for. */
const DENIES = /^(?:not|no|nor|neither|without|except|excluding|不|非|不是|而非|不含|除了?)$/i;

/** Several fuels, sectors or gases of one place side by side: which is largest, how far apart two are, or each of them. */
export const partsIntent: Intent = {
  id: "parts side by side",
  title: { en: "fuels, sectors or gases side by side", zh: "多种燃料、部门或气体并列" },
  read(matter) {
    if (supposes(matter) || isClaimed(matter) || matter.has("principle") || matter.has("metric")) return null;
    const kind = SIDE_BY_SIDE.find((each) => valuesOf(matter, each).length > 1);
    if (!kind || SIDE_BY_SIDE.some((each) => each !== kind && valuesOf(matter, each).length > 1)) return null;
    const values = valuesOf(matter, kind);
    if (matter.links.some(({ words }) => DENIES.test(words))) return null;
    const asks = READ.filter((each) => matter.has("operation", each));
    const others = matter.find("operation").filter(({ meaning }) => !READ.includes(String(meaning.value)));
    // “Coal and oil together” is one figure, and a share is of all.
    if (values.length > MOST || others.some(({ meaning }) => !meaning.soft) || asks.includes("total")) return null;
    const years = yearsOf(matter);
    if (years.kind === "span" || (years.kind === "single" ? years.years.length : years.count) !== 1) return null;
    const { targets, shared } = targetsOf(matter);
    if (shared || targets.length > 1 || targets.some((each) => each.kind === "group")) return null;
    const chosen = values.flatMap((value): ChosenMeasure[] => {
      const own = new Matter(
        matter.links.filter((link) => !link.meanings.some((each) => each.kind === kind && each.value !== value)),
        matter.lexicon,
      );
      const found = chooseMeasure(own, firstYear(years));
      if (!found || "lacking" in found || found.open) return [];
      for (const link of matter.links) if (!own.unexplained().includes(link)) matter.use(link);
      return [found];
    });
    const [first] = chosen;
    if (!first || chosen.length !== values.length) return null;
    const isOne = chosen.every(({ measure, unit }) => measure.dataset === first.measure.dataset && unit === first.unit);
    if (!isOne || first.measure.members || (first.measure.place !== null && targets.length === 0)) return null;
    const year = years.kind === "single" ? years.years[0]! : null;
    const target: Target | null = first.measure.place === null ? null : targets[0]!;
    const said = matter.find("operation").filter(({ meaning }) => meaning.value !== "what if");
    matter.use(...matter.find(kind).map(({ link }) => link), ...said.map(({ link }) => link));
    matter.use(...matter.links.filter(({ number }) => number === values.length));
    const unit = matter.unit();
    const figures = chosen.map((each, i) =>
      figureOf({ chosen: each, target, years: year ?? undefined, year, quotient: null, unit, as: `part${i + 1}` }),
    );
    // “From gas or from oil?” asks which, however much more it is.
    const chooses = matter.links.some(({ words }) => /^(?:or|还是|或)$/i.test(words)) && !asks.includes("ratio");
    const compares = !chooses && figures.length === 2 && (asks.includes("difference") || asks.includes("ratio"));
    const comparison: Step = {
      id: "comparison",
      tool: "quantity.compare",
      args: { left: quantityFrom(figures[0]!), right: quantityFrom(figures[1]!) },
    };
    const picks = chooses || asks.includes("which is larger") || asks.includes("rank") || asks.includes("lowest");
    return {
      kind: "draft",
      steps: [...stepsOf(figures), ...(compares ? [comparison] : [])],
      assumed: first.assumed,
      async finish(results, look) {
        const missing = await missingFigure(figures, results, look);
        if (missing) return missing;
        const amountOf = ({ step }: Figure) => queryResult(results.get(step.id)!).rows[0]!.value as number;
        const ordered = figures.toSorted((a, b) => amountOf(b) - amountOf(a));
        if (asks.includes("lowest")) ordered.reverse();
        const shown = picks ? ordered : figures;
        const wants: Want[] = shown.map((figure, i) => ({
          ...wantOf(figure, null, !compares && (!picks || i === 0)),
          name: nameOfMeasure(figure.chosen),
        }));
        if (compares)
          wants.unshift(
            asks.includes("ratio")
              ? { step: comparison.id, path: "ratio", unit: "1", primary: true, name: { en: "ratio", zh: "比值" } }
              : {
                  step: comparison.id,
                  path: "difference.value",
                  unit: differenceUnit(first),
                  primary: true,
                  name: { en: "difference", zh: "差值" },
                },
          );
        const offset = compares ? 1 : 0;
        const about = subject({ ...first, named: [] }, null, target, yearPart(shown[0]!, wants));
        const list = (language: "en" | "zh") =>
          shown.flatMap((figure, i): Part[] => [
            i === 0 ? "" : language === "en" ? "; " : "；",
            { name: labelOf(figure.chosen, kind)[language] },
            " ",
            { ref: i + offset },
          ]);
        const ends = {
          en: compares ? [asks.includes("ratio") ? "; ratio " : "; difference ", { ref: 0 }] : [],
          zh: compares ? [asks.includes("ratio") ? "；比值 " : "；相差 ", { ref: 0 }] : [],
        };
        const sentence = new Sentence().say(
          [...about.en, ": ", ...list("en"), ...ends.en, ". "],
          [...about.zh, "：", ...list("zh"), ...ends.zh, "。"],
        );
        return { kind: "finished", wants, text: withSource(sentence, first).template() };
      },
    };
  },
};

/** The values of a kind, each once; words that are ambiguous within the kind have none. */
function valuesOf(matter: Matter, kind: MeaningKind): string[] {
  const found = matter.find(kind).filter(({ isNested, link }) => !isNested && link.unit === undefined);
  return [...new Set(found.map(({ meaning }) => String(meaning.value)))];
}

function labelOf({ named }: ChosenMeasure, kind: MeaningKind) {
  return named.find(({ meaning }) => meaning.kind === kind)!.meaning.label;
}
