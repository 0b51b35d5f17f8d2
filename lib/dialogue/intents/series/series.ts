import type { Text } from "../../../message/message.ts";
import { type AskDraft, ask, type Intent, type Outcome, refuse } from "../../intent.ts";
import { bases } from "../../lexicon/concepts.ts";
import type { Meaning } from "../../lexicon/entry.ts";
import type { Link } from "../../link.ts";
import type { Matter } from "../../matter.ts";
import type { Measure } from "../../measures/measure.ts";
import { measures } from "../../measures/measures.ts";
import type { Choice } from "../../plan.ts";
import { relatesPlaces } from "../../restricting-use.ts";
import { askMetric } from "../metric.ts";
import { firstYear, type Target, targetsOf, yearsOf } from "./asked.ts";
import type { Asked } from "./asked-series.ts";
import { type ChosenMeasure, chooseMeasure } from "./choose-measure.ts";
import { assumedWithin, rankedWithin } from "./continents.ts";
import { gasInEquivalents } from "./equivalents.ts";
import type { Quotient } from "./figure.ts";
import { gdpColumn, gdpColumns } from "./gdp.ts";
import {
  areasOf,
  BEGINNING,
  causes,
  impliedWorld,
  isAverageOf,
  isClaimed,
  membership,
  summed,
  supposes,
} from "./implied.ts";
import { drafted } from "./operations.ts";
import { capital } from "./speech.ts";

/** What is net by itself: flows between air and land, trade both ways. */
const NETS = /\bnet\b|sink|land use|land-use/i;

/** Operations that compare all countries, so that no place is needed. */
const RANKING = ["rank", "lowest", "count"] as const;

/** Figures of a series by place and year, and what is done with them: shares, changes, rankings, sums. */
export const seriesIntent: Intent = {
  id: "series",
  title: { en: "figures of places and years", zh: "国家与年份的数值" },
  read(matter) {
    // A price is no emission, though it is of carbon.
    if (supposes(matter) || matter.has("operation", "carbon price")) return null;
    const years = yearsOf(matter);
    // Of all years is of the table that reaches back furthest.
    const isEver = matter.takes("operation", "ever");
    // The highest of all is sought in every edition, the newest included.
    const first = firstYear(years) ?? (isEver && !matter.has("operation", "peak year") ? BEGINNING : null);
    if (gasInEquivalents(matter) && !matter.has("metric")) return askMetric();
    const within = rankedWithin(matter);
    if (within) matter.settles("region", ...matter.find("region").map(({ meaning }) => meaning.value));
    const chosen = chooseMeasure(matter, first);
    if (!chosen) return null;
    const earlier = first === null ? reachingFurther(matter, chosen) : null;
    if (isClaimed(matter)) matter.quantities();
    if (gasInEquivalents(matter)) matter.takes("operation", "convert");
    const { targets: named, shared } = targetsOf(matter);
    const areas = areasOf(matter, chosen);
    const told = [...areas, ...(areas.length > 0 ? named.filter(({ kind }) => kind !== "world") : named)];
    const targets = told.length > 0 ? told : impliedWorld(matter, chosen);
    if ("lacking" in chosen) return lacksConcept(chosen, targets);
    if (chosen.measure.id === "electricity intensity") matter.takes("material", "energy:electricity");
    if (chosen.measure.id === "electricity intensity" && saysOnlyIntensity(matter)) return askIntensity(targets);
    // Its places are those to which they go.
    if (chosen.measure.id.endsWith(" exports of China")) {
      matter.takes("operation", "destinations", "flow", "convert");
      matter.use(...matter.links.filter(({ words }) => /^(?:capacity|装机容|装机容量|容量)$/i.test(words)));
    }
    if (chosen.measure.id.startsWith("embodied ")) matter.takes("operation", "flow");
    if (NETS.test(chosen.measure.label.en)) matter.usesNet();
    const [elsewhere] = targets.filter(({ kind }) => kind !== "world");
    if (chosen.measure.place === null && elsewhere) return onlyGlobal(chosen, elsewhere);
    if (shared) return askPlace(matter, shared.words, shared.places);
    // “Emissions of Germany in Poland” are neither's.
    if (!chosen.measure.id.endsWith(" exports of China") && relatesPlaces(matter.links)) return null;
    if (matter.takes("operation", "unsure") && targets.length > 1)
      return askPlace(
        matter,
        "",
        targets.flatMap((each) => (each.kind === "country" ? [each.iso3] : [])),
      );
    // “How much is the intensity?”, “which factor does the residual mix carry?”
    matter.use(...matter.links.filter(({ words }) => /^how much is$/i.test(words)));
    if (chosen.measure.kind === "intensity") matter.takes("operation", "factor");
    const isAverage = isAverageOf(matter, years);
    const quotient: Quotient =
      matter.takes("operation", "per head") ||
      isAverage ||
      matter.links.some(({ quantity }) => quantity?.unit.endsWith("/person"))
        ? "per head"
        : matter.takes("operation", "per gdp")
          ? "per gdp"
          : null;
    if (quotient === "per head" && chosen.measure.id === "population") return null;
    // The mean of all people of the world is the world's.
    if (quotient === "per head" && targets.some(({ kind }) => kind === "world") && years.kind !== "span")
      matter.settles("operation", "mean");
    // “One Japanese person”, 中国人 by head.
    if (quotient === "per head")
      matter.use(...matter.links.filter(({ words }) => /^(?:person|people|人)$/i.test(words)));
    const wanted = matter.unit();
    const percent = matter.takes("operation", "percent") || wanted === "%";
    const isOfCarbon = / C(?:\/|$)/.test(chosen.measure.unit) && /^[kMGTP]?[tg]$/.test(wanted ?? "");
    // “Converted to CO2, how many tonnes?”
    const inCO2 = isOfCarbon && matter.has("gas", "CO2") && matter.has("operation", "convert");
    if (inCO2) matter.takes("operation", "convert");
    // Equivalents whose metric the table does not name are not converted.
    const isOpaque = chosen.measure.unit === "t CO2e";
    const unit =
      wanted === "%" || isOpaque || chosen.measure.kind === "intensity" ? null : inCO2 ? `${wanted} CO2` : wanted;
    // Nobody emits megatonnes: the words ask for a total.
    if (quotient === "per head" && /^(?:[MG]t|[TP]g)/.test(unit ?? "")) return null;
    matter.takes("operation", "responsible");
    if (matter.has("fuel") || chosen.measure.id === "fires")
      matter.use(...matter.find("operation").flatMap(({ link, meaning }) => (isBurnt(link, meaning) ? [link] : [])));
    // “second largest”: the place in the list is read by the ranking.
    const isRanked = RANKING.some((each) => matter.has("operation", each));
    if (!isRanked) matter.takes("ordinal", 1);
    else if (targets.some(({ kind }) => kind === "group")) matter.takes("operation", "members");
    // “the five countries together”
    const counted = matter.links.filter(({ number }) => number !== undefined && number === targets.length);
    if (targets.length > 1) matter.use(...counted);
    const parts = new Set(chosen.named.map(({ meaning }) => meaning.value)).size;
    if (parts > 1) matter.use(...matter.links.filter(({ number }) => number === parts));
    const asked: Asked = {
      matter,
      chosen: {
        ...chosen,
        assumed: [
          ...chosen.assumed,
          ...membership(targets, years),
          ...summed(targets, chosen),
          ...(within ? [assumedWithin(within)] : []),
        ],
      },
      targets: exporterLeftOut(chosen, targets),
      years,
      ...(earlier && !within ? { earlier } : {}),
      quotient,
      unit,
      percent,
      within,
    };
    if (targets.length === 2 && matter.has("operation", "flow") && causes(matter)) return null;
    // Net trade between two countries is a flow both ways, not the trade of each with all.
    const isNet = chosen.measure.id === "CO2, net import" || chosen.measure.id === "CO2, net export";
    const between = matter.links.some(({ words }) =>
      /^(?:之间|对|between|with|towards?|vis-à-vis|双边|bilateral)$/i.test(words),
    );
    if (isNet && targets.length === 2 && between) return null;
    if (gasesWithoutMetric(matter, chosen)) return askMetric();
    if (quotient && areas.length > 0) return null;
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

/** The measure of the same words whose table begins first, if that is another one. */
function reachingFurther(
  matter: Matter,
  chosen: Exclude<ReturnType<typeof chooseMeasure>, null>,
): ChosenMeasure | null {
  if ("lacking" in chosen) return null;
  const found = chooseMeasure(matter.anew(), BEGINNING);
  const isEarlier = found && !("lacking" in found) && (found.measure.begins ?? 0) < (chosen.measure.begins ?? 0);
  return isEarlier && found.measure.unit === chosen.measure.unit ? found : null;
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

/** All gases together need a metric, and a source that has them: neither is taken in silence. */
function gasesWithoutMetric(matter: Matter, { named, measure }: ChosenMeasure): boolean {
  const all = named.some(({ meaning }) => meaning.kind === "gas" && meaning.value === "GHG");
  const told = ["database", "metric", "sector"].some((kind) => matter.has(kind as "metric"));
  return all && !told && measure.id === "greenhouse gases of Climate TRACE";
}

const BARE_INTENSITY = /^(?:(?:carbon|co2|emissions?) )?intensity$|^(?:碳|排放|碳排放)强度$/i;
const OF_POWER = /electric|power|grid|kwh|watt|\bper unit\b|电|千瓦/i;

/** “Carbon intensity” is of electricity or of the economy. */
function saysOnlyIntensity({ links }: Matter): boolean {
  return (
    links.some(({ words }) => BARE_INTENSITY.test(words)) &&
    !links.some(({ words, unit }) => OF_POWER.test(`${words} ${unit ?? ""}`))
  );
}

function askIntensity([target]: readonly Target[]): AskDraft {
  const place = target?.label ?? { en: "the world", zh: "全球" };
  return ask(
    "measure",
    { en: `Of what is the carbon intensity of ${place.en} meant?`, zh: `${place.zh}的哪种碳强度？` },
    [
      { value: "carbon intensity of electricity", label: { en: "carbon intensity of electricity", zh: "电力碳强度" } },
      { value: "CO2 per GDP", label: { en: "CO2 per GDP", zh: "单位GDP的CO2排放" } },
    ],
  );
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
  const isList = matter.links.some(({ words }) => /^(?:which|list|哪些|哪些国家|列出)$/i.test(words));
  const isBounded = isList && matter.links.some(({ quantity }) => quantity);
  const ranks =
    isBounded || RANKING.some((each) => matter.has("operation", each)) || matter.has("operation", "which is larger");
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

/** What is flared, or burned in one kind of plant, is not all that is burned. */
function isBurnt({ words }: Link, { value }: Meaning): boolean {
  return value === "burn" && !/^flar|boiler|furnace|火炬|放空|炉/i.test(words);
}
