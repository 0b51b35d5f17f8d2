import type { Text } from "../../../../lib/message/message.ts";
import { type AskDraft, ask, type Intent, type Outcome, refuse } from "../../intent.ts";
import { bases } from "../../lexicon/concepts.ts";
import type { Matter } from "../../matter.ts";
import type { Measure } from "../../measures/measure.ts";
import { measures } from "../../measures/measures.ts";
import type { Assumption, Choice } from "../../plan.ts";
import { askMetric } from "../metric.ts";
import { firstYear, type Target, targetsOf, twoYears, type Years, yearsOf } from "./asked.ts";
import type { Asked } from "./asked-series.ts";
import { type ChosenMeasure, chooseMeasure } from "./choose-measure.ts";
import { changeDraft, compareDraft, ratioDraft } from "./compare.ts";
import type { Quotient } from "./figure.ts";
import { gdpColumn, gdpColumns } from "./gdp.ts";
import { modelsDraft } from "./models.ts";
import { overtakingDraft } from "./overtaking.ts";
import { countDraft, peakDraft, positionDraft, rankDraft } from "./rank.ts";
import { shareDraft } from "./share.ts";
import { capital } from "./speech.ts";
import { cumulativeDraft, seriesDraft, valuesDraft } from "./values.ts";

/** Operations that compare all countries, so that no place is needed. */
const RANKING = ["rank", "lowest", "count"] as const;

/** “A's consumption causes in B” is a flow from one to the other, not an account of each. */
function causes(matter: Matter): boolean {
  return matter.links.some(({ words }) => /caus|induc|trigger|造成|引起|导致|带来/i.test(words));
}

/** Operations that compare two figures. */
const MOVES = ["moved", "change", "difference", "ratio"];

/** Before all tables. */
const BEGINNING = 1700;

/** Whether “average” is of people, as in “an average German”, and not of years: it stands before a place. */
function isAverageOf(matter: Matter, years: Years): boolean {
  if (years.kind === "span") return false;
  const averages = matter.links.filter((link, i) => {
    const after = matter.links[i + 1];
    const next = after && /^(?:普通|average|ordinary|typical)$/i.test(after.words) ? matter.links[i + 2] : after;
    const isMean =
      link.meanings.some(({ kind, value }) => kind === "operation" && value === "mean") ||
      /^(?:one|a single|single|一个|一名|一位)$/i.test(link.words);
    return isMean && next?.meanings.some(({ kind }) => kind === "place") === true;
  });
  matter.use(...averages);
  // “one Kenyan on average”
  if (averages.length > 0) matter.takes("operation", "mean");
  return averages.length > 0;
}

/** Gigatonnes of a flow without a place are those of the world: no country emits so much that it is counted in them. */
function impliedWorld(matter: Matter, chosen: Exclude<ReturnType<typeof chooseMeasure>, null>): Target[] {
  const isLarge = matter.links.some(({ unit }) => unit !== undefined && /^(?:Gt|Pg)(?: |$)/.test(unit));
  if (!isLarge || "lacking" in chosen || chosen.measure.place === null) return [];
  return [{ kind: "world", label: matter.labelOfPlace("WORLD") }];
}

/** Figures of a series by place and year, and what is done with them: shares, changes, rankings, sums. */
export const seriesIntent: Intent = {
  id: "series",
  title: { en: "figures of places and years", zh: "国家与年份的数值" },
  read(matter) {
    const years = yearsOf(matter);
    // Of all years is of the table that reaches back furthest.
    const first = firstYear(years) ?? (matter.takes("operation", "ever") ? BEGINNING : null);
    const chosen = chooseMeasure(matter, first);
    if (!chosen) return null;
    const { targets: named, shared } = targetsOf(matter);
    const targets = named.length > 0 ? named : impliedWorld(matter, chosen);
    if ("lacking" in chosen) return lacksConcept(chosen, targets);
    const [elsewhere] = targets.filter(({ kind }) => kind !== "world");
    if (chosen.measure.place === null && elsewhere) return onlyGlobal(chosen, elsewhere);
    if (shared) return askPlace(matter, shared.words, shared.places);
    if (matter.takes("operation", "unsure") && targets.length > 1)
      return askPlace(
        matter,
        "",
        targets.flatMap((each) => (each.kind === "country" ? [each.iso3] : [])),
      );
    const isAverage = isAverageOf(matter, years);
    const quotient: Quotient =
      matter.takes("operation", "per head") || isAverage
        ? "per head"
        : matter.takes("operation", "per gdp")
          ? "per gdp"
          : null;
    const wanted = matter.unit();
    const percent = matter.takes("operation", "percent") || wanted === "%";
    const unit = wanted === "%" || chosen.measure.kind === "intensity" ? null : wanted;
    matter.takes("operation", "responsible");
    if (matter.has("fuel")) matter.takes("operation", "burn");
    // “second largest”: the place in the list is read by the ranking.
    const isRanked = RANKING.some((each) => matter.has("operation", each));
    if (!isRanked) matter.all("ordinal");
    else if (targets.some(({ kind }) => kind === "group")) matter.takes("operation", "members");
    // “the five countries together”
    const counted = matter.links.filter(({ number }) => number !== undefined && number === targets.length);
    if (targets.length > 1) matter.use(...counted);
    const asked: Asked = {
      matter,
      chosen: { ...chosen, assumed: [...chosen.assumed, ...membership(targets, years), ...summed(targets, chosen)] },
      targets: exporterLeftOut(chosen, targets),
      years,
      quotient,
      unit,
      percent,
    };
    if (targets.length === 2 && matter.has("operation", "flow") && causes(matter)) return null;
    if (gasesWithoutMetric(matter, chosen)) return askMetric();
    if (quotient === "per gdp") {
      const gdp = gdpColumn(matter);
      if (!gdp) return askBasis();
      const related: Asked = { ...asked, chosen: { ...asked.chosen, gdp } };
      return placed(related) ?? drafted(related);
    }
    if (chosen.open) return askConcept(asked);
    return importsOnly(asked, targets) ?? unweighted(asked) ?? placed(asked) ?? drafted(asked);
  },
};

function drafted(asked: Asked): Outcome | null {
  const { matter, chosen } = asked;
  const takes = (...operations: string[]) => matter.takes("operation", ...operations);
  if (chosen.measure.members) return modelsDraft(asked);
  const reduces = matter.has("operation", "cumulative") || matter.has("operation", "mean");
  if (asked.years.kind === "newest" && asked.years.count > 1 && !reduces) return seriesDraft(asked);
  if (asked.targets.length > 1 && !asksShare(asked) && takes("cumulative", "total"))
    return cumulativeDraft(asked, "sum");
  if (asked.targets.length > 1 && asked.quotient !== "per head" && takes("mean")) return null;
  if (takes("overtake") || (matter.has("operation", "peak year") && asked.targets.length === 2)) {
    takes("difference", "peak year", "rank", "which is larger", "moved");
    return overtakingDraft(asked);
  }
  const isPercent = (words: string) => /percent|per cent|%|百分|几成|巴仙/i.test(words);
  const moves = matter
    .find("operation")
    .some(({ meaning, link }) => MOVES.includes(String(meaning.value)) && !isPercent(link.words));
  if ((sharesWord(asked, moves) && takes("share")) || (asked.percent && !moves && isPart(asked))) {
    takes("share", "cumulative");
    return shareDraft(asked);
  }
  takes("share");
  if (takes("position")) return asked.targets.length > 1 ? compareDraft(asked) : positionDraft(asked);
  if (takes("peak year")) {
    takes("rank", "lowest");
    matter.takes("bound", "max");
    return peakDraft(asked);
  }
  const left = asked.targets.flatMap((each) => (each.kind === "country" ? [each.iso3] : []));
  const isLeftOut = left.length > 0 && asked.matter.has("operation", "except");
  const ranks = ["rank", "lowest", "which is larger"].some((each) => asked.matter.has("operation", each));
  if (isLeftOut && ranks) {
    takes("except", "rank", "lowest", "which is larger");
    return rankDraft({ ...asked, targets: asked.targets.filter(({ kind }) => kind !== "country") }, left);
  }
  if (takes("ratio")) return ratioDraft(asked);
  if (choosesBetween(asked)) {
    takes("difference", "which is larger", "lowest", "compare");
    return compareDraft(asked);
  }
  // “emitted more than 500 Mt” is a bound, not a comparison of two.
  const bounded = matter.links.some(({ quantity }) => quantity) && takes("which is larger", "difference");
  if (takes("count") && (takes("above", "below") || bounded)) return countDraft(asked);
  if (takes("which is larger")) return compareDraft(asked);
  const lies = matter.links.some(({ words }) => /^(?:above|below|高于|低于)$/i.test(words));
  if (lies && asked.matter.links.every(({ quantity }) => !quantity)) takes("above", "below");
  if (takes("change", "moved", "difference") || (lies && asksHowMuch(asked))) {
    takes("compare", "percent");
    return changeDraft(asked);
  }
  if (asked.targets.length > 1 && takes("order", "order up")) {
    takes("rank", "lowest", "ratio", "compare");
    return compareDraft(asked);
  }
  if (asked.targets.every(({ kind }) => kind !== "country") && takes("rank", "lowest")) return rankDraft(asked);
  if (takes("rank", "lowest")) return asked.targets.length > 1 ? compareDraft(asked) : peakDraft(asked);
  if (takes("cumulative")) return cumulativeDraft(asked, "sum");
  if (takes("mean")) return cumulativeDraft(asked, "mean");
  // “A比B高”: what lies between them.
  const exceeds = asked.matter.links.some(({ words }) => words === "比") && (asked.unit !== null || asked.percent);
  if (exceeds && twoYears(asked.years) && takes("compare")) return changeDraft(asked);
  if (takes("compare")) return asked.years.kind === "span" ? seriesDraft(asked) : valuesDraft(asked);
  if (takes("series")) return seriesDraft(asked);
  const between = twoYears(asked.years);
  if (asked.years.kind === "span") {
    if (matter.takes("operation", "total") && chosen.measure.kind === "flow") return cumulativeDraft(asked, "sum");
    return between || asked.years.span.first !== null ? seriesDraft(asked) : null;
  }
  return valuesDraft(asked);
}

/** “Who put out more, A or B”: one of the places is asked for. */
function choosesBetween({ matter, targets }: Asked): boolean {
  const has = (pattern: RegExp) => matter.links.some(({ words }) => pattern.test(words));
  return (
    targets.length > 1 &&
    has(/^(?:or|and|还是|或|或者|比|跟|和|与|同)$/i) &&
    has(/^(?:who|whose|which|which one|谁|谁的|哪个|哪个国家|哪国|哪一个|哪边)$/i) &&
    has(/^(?:more|higher|greater|bigger|larger|less|lower|smaller|fewer|高|多|大|低|少|小)$/i)
  );
}

function asksHowMuch({ matter, percent }: Asked): boolean {
  return percent || matter.links.some(({ words }) => /^by how (?:much|many)$|how many|多少|几/i.test(words));
}

function asksShare({ matter, percent }: Asked): boolean {
  return percent || matter.has("operation", "share");
}

/** Whether the words ask for a share: “what percent” beside a change is of the change. */
function sharesWord({ matter }: Asked, moves: boolean): boolean {
  const found = matter.find("operation").filter(({ meaning }) => meaning.value === "share");
  return found.some(({ link }) => {
    const isPercent = /percent|per cent|%|百分|几成/i.test(link.words);
    return !moves || !isPercent;
  });
}

/** Whether a percentage can only be a share: of a fuel in all, or of a country in the world or a group. */
function isPart({ chosen, targets }: Asked): boolean {
  const widths = new Set(targets.map(({ kind }) => kind));
  return chosen.parts.length > 0 || (targets.length > 1 && widths.size === 2);
}

/** A table without the world: its countries together, which may not be all. */
function summed(targets: readonly Target[], { measure }: ChosenMeasure): Assumption[] {
  const isSum = measure.place !== null && !measure.world && measure.kind !== "intensity";
  if (!isSum || targets.every(({ kind }) => kind !== "world")) return [];
  return [
    {
      slot: "place",
      value: "WORLD",
      label: { en: "the countries of the table together", zh: "表中各国之和" },
      because: { en: "the table has no row of the world", zh: "该表没有全球数据" },
      rivals: [],
    },
  ];
}

/** A term of the world's budget or air has no share of one country. */
function onlyGlobal({ measure }: ChosenMeasure, { label }: Target): Outcome {
  return refuse(
    "no such place",
    {
      en: [
        { name: capital(measure.label.en) },
        ": ",
        { source: measure.source.en },
        " has it for the whole world, not for ",
        { name: label.en },
        ".",
      ],
      zh: [
        { name: measure.label.zh },
        "：",
        { source: measure.source.zh },
        "只有全球数据，没有",
        { name: label.zh },
        "的。",
      ],
    },
    [
      {
        label: { en: `${measure.label.en}, world`, zh: `全球${measure.label.zh}` },
        question: { en: measure.label.en, zh: measure.label.zh },
      },
    ],
  );
}

/** Groups change: which members count is said. */
function membership(targets: readonly Target[], years: Years): Assumption[] {
  const group = targets.find(({ kind }) => kind === "group");
  if (group?.kind !== "group") return [];
  const single = years.kind === "single" && years.years.length > 0 ? Math.max(...years.years) : null;
  return [
    {
      slot: "group",
      value: group.group,
      label:
        single === null
          ? { en: "members at the end of the newest year", zh: "按最新年份年末的成员" }
          : { en: "members at the end of the year, of two the later", zh: "按该年年末的成员，两年比较时取后一年" },
      because: { en: "the membership of the group changes", zh: "该组的成员随年份变化" },
      rivals: [],
    },
  ];
}

/** All gases together need a metric, and a source that has them: neither is taken in silence. */
function gasesWithoutMetric(matter: Matter, { named, measure }: ChosenMeasure): boolean {
  const all = named.some(({ meaning }) => meaning.kind === "gas" && meaning.value === "GHG");
  const told = ["database", "metric", "sector"].some((kind) => matter.has(kind as "metric"));
  return all && !told && measure.id === "greenhouse gases of Climate TRACE";
}

function askBasis(): AskDraft {
  return ask(
    "basis",
    { en: "By which GDP?", zh: "按哪种 GDP？" },
    bases.filter(({ value }) => gdpColumns[String(value)]).map(({ value, label }) => ({ value, label })),
  );
}

/** A mean of intensities over countries needs weights, which the tables of intensities do not have. */
function unweighted({ chosen, targets }: Asked): Outcome | null {
  const { measure } = chosen;
  const several = targets.find(({ kind }) => kind === "group" || (kind === "world" && !measure.world));
  if (measure.kind !== "intensity" || !several) return null;
  return refuse("no such data", {
    en: [
      { source: measure.source.en },
      " has ",
      { name: measure.label.en },
      " by country; a mean of several countries would need weights.",
    ],
    zh: [{ source: measure.source.zh }, "按国家给出", { name: measure.label.zh }, "；多国平均需要权重。"],
  });
}

/** China exports: beside a destination, or alone, it is not the destination. */
function exporterLeftOut({ measure }: ChosenMeasure, targets: readonly Target[]): Target[] {
  if (!measure.id.endsWith("exports of China")) return [...targets];
  return targets.filter((target) => target.kind !== "country" || target.iso3 !== "CHN");
}

/** The tables of solar and wind trade are of China's exports: another exporter has none. */
function importsOnly({ matter, chosen }: Asked, targets: readonly Target[]): Outcome | null {
  if (!chosen.measure.id.endsWith("exports of China")) return null;
  if (targets.some((target) => target.kind === "country" && target.iso3 === "CHN")) return null;
  const words = matter.links.map((link) => link.words).join(" ");
  if (targets.length === 0 || /\bto\b|向|对|到|给|往/.test(words)) return null;
  return refuse("no such data", {
    en: ["The exports here are those of China, not of ", { name: targets[0]!.label.en }, "."],
    zh: ["这里的出口数据只有中国的，没有", { name: targets[0]!.label.zh }, "的。"],
  });
}

/** Asks for a place where the measure needs one and the question names none. */
function placed({ matter, chosen, targets }: Asked): Outcome | null {
  const { measure } = chosen;
  if (measure.place === null || targets.length > 0) return null;
  if (measure.id.endsWith("exports of China")) return null;
  const ranks = RANKING.some((each) => matter.has("operation", each)) || matter.has("operation", "which is larger");
  if (ranks) return null;
  return ask(
    "place",
    { en: `${capital(measure.label.en)}: of which country?`, zh: `请问是哪个国家的${measure.label.zh}？` },
    ["WORLD", "CHN", "USA", "IND"].map((value) => ({ value, label: matter.labelOfPlace(value) })),
  );
}

export function askPlace(matter: Matter, words: string, places: readonly string[]): AskDraft {
  return ask(
    "place",
    words === ""
      ? { en: "Which country do you mean?", zh: "您指的是哪个国家？" }
      : { en: `Which country do you mean by “${words}”?`, zh: `您说的“${words}”是哪个国家？` },
    places.map((value) => ({ value, label: matter.labelOfPlace(value) })),
  );
}

const conceptSlots = { basis: "basis", gas: "gas", product: "product", pool: "material", fuel: "source" } as const;

const conceptQuestions: Readonly<Record<keyof typeof conceptSlots, Text>> = {
  basis: { en: "On which basis?", zh: "按哪种口径？" },
  gas: { en: "Which gas?", zh: "哪种气体？" },
  product: { en: "Which product?", zh: "哪种产品？" },
  pool: { en: "Which carbon pool?", zh: "哪个碳库？" },
  fuel: { en: "Which fuel?", zh: "哪种燃料？" },
};

function askConcept({ matter, chosen }: Asked): Outcome {
  const kind = chosen.open as keyof typeof conceptSlots;
  const values = Object.keys(chosen.measure.by?.[kind]?.values ?? {});
  const options = values.map((value): Choice => ({ value, label: matter.lexicon.conceptLabel(kind, value) }));
  return ask(conceptSlots[kind], conceptQuestions[kind], options);
}

/** A concept that no measure of the family has: said, with what there is. */
function lacksConcept(
  {
    lacking,
    concepts,
  }: { readonly lacking: Measure; readonly concepts: readonly { readonly meaning: { readonly label: Text } }[] },
  targets: readonly Target[],
): Outcome {
  const label = concepts[0]?.meaning.label ?? { en: "this", zh: "该内容" };
  const place = targets[0]?.label;
  return refuse(
    "no such data",
    {
      en: ["No dataset here has ", { name: lacking.label.en }, " for ", { name: label.en }, "."],
      zh: ["现有数据集没有", { name: label.zh }, "的", { name: lacking.label.zh }, "。"],
    },
    nearestMeasures(lacking, place ?? null),
  );
}

/** Questions on measures of the same words that can be answered. */
function nearestMeasures(measure: Measure, place: Text | null): { label: Text; question: Text }[] {
  const at = place ?? { en: "the world", zh: "全球" };
  const near = measures.filter(({ id, kind }) => id === measure.id || kind === measure.kind).slice(0, 3);
  return near.map(({ label, source }) => ({
    label: { en: `${label.en}, ${at.en} (${source.en})`, zh: `${at.zh}${label.zh}（${source.zh}）` },
    question: { en: `${capital(label.en)} of ${at.en}`, zh: `${at.zh}的${label.zh}` },
  }));
}
