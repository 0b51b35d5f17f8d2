import type { Outcome } from "../../intent.ts";
import type { Link } from "../../link.ts";
import { asksWhere, asksWhichCountry } from "../which-country.ts";
import { endsOf, twoYears } from "./asked.ts";
import type { Asked } from "./asked-series.ts";
import { changesDraft } from "./changes.ts";
import { changeDraft, compareDraft, ratioDraft } from "./compare.ts";
import { crossingDraft } from "./crossing.ts";
import { growthDraft } from "./growth.ts";
import { saysPercent } from "./implied.ts";
import { modelsDraft } from "./models.ts";
import { overtakingDraft } from "./overtaking.ts";
import { countDraft, peakDraft, positionDraft, rankDraft } from "./rank.ts";
import { shareDraft } from "./share.ts";
import { cumulativeDraft, seriesDraft, valuesDraft } from "./values.ts";

/** Operations that compare two figures. */
const MOVES = ["moved", "change", "difference", "ratio"];

const MARGIN = /by how much|by what margin|多多少|多几|高多少|高几|差多少|差几|领先多少/i;

/** What is done with the figures, by the operations that the words name: the more special before the more general. */
export function drafted(asked: Asked): Outcome | null {
  const { matter, chosen } = asked;
  const takes = (...operations: string[]) => matter.takes("operation", ...operations);
  const isOneModel = chosen.named.filter(({ meaning }) => meaning.kind === "database").length === 1;
  if (chosen.measure.members && !isOneModel) return modelsDraft(asked);
  if (isOneModel) takes("sources");
  // Which countries lie in an area, its row does not tell.
  const ranksWithin = ["rank", "lowest", "position", "above", "below", "order"].some((each) =>
    matter.has("operation", each),
  );
  if (ranksWithin && asked.targets.some(({ kind }) => kind === "area")) return null;
  if (comparesChanges(asked)) {
    takes(
      "moved",
      "change",
      "difference",
      "rank",
      "lowest",
      "which is larger",
      "compare",
      "percent",
      "annual growth rate",
      "count",
    );
    return changesDraft(asked);
  }
  if (takes("annual growth rate")) return grown(asked);
  const reduces = matter.has("operation", "cumulative") || matter.has("operation", "mean");
  if (asked.years.kind === "newest" && asked.years.count > 1 && !reduces) return seriesDraft(asked);
  const orders = matter.has("operation", "order") || matter.has("operation", "order up");
  const isHeldAgainst = ["ratio", "difference", "which is larger", "compare"].some((each) =>
    matter.has("operation", each),
  );
  if (asked.targets.length > 1 && !asksShare(asked) && !orders && !isHeldAgainst && takes("cumulative", "total"))
    return cumulativeDraft(asked, "sum");
  if (asked.targets.length > 1 && asked.quotient !== "per head" && takes("mean")) return null;
  // “Has China overtaken the EU in 2023?”
  const isOneYear = asked.years.kind === "single" && asked.years.years.length === 1;
  const chooses = matter.links.some(({ words }) => /^(?:which|who|谁|哪)/i.test(words));
  if (asked.targets.length === 2 && isOneYear && chooses && matter.has("operation", "which is larger"))
    takes("overtake");
  if (asked.targets.length === 2 && isOneYear && takes("overtake") && !chooses) {
    takes("difference", "which is larger", "above");
    return ratioDraft(asked);
  }
  if (asked.targets.length === 2 && (takes("overtake") || matter.has("operation", "peak year"))) {
    takes("difference", "peak year", "rank", "which is larger", "moved");
    return overtakingDraft(asked);
  }
  const moves = matter
    .find("operation")
    .some(({ meaning, link }) => MOVES.includes(String(meaning.value)) && !saysPercent(link.words));
  if ((sharesWord(asked, moves) && takes("share")) || (asked.percent && !moves && isPart(asked))) {
    takes("share", "cumulative", "percent");
    return shareDraft(asked);
  }
  takes("share");
  if (takes("position")) {
    const ranked = asked.targets.filter(({ kind }) => kind !== "world");
    takes("total", "rank");
    return ranked.length > 1 ? compareDraft(asked) : positionDraft({ ...asked, targets: ranked });
  }
  // “When did it first exceed 5 Gt?”
  const isExtreme = matter.links.some(({ words }) => /peak|highest|lowest|record|峰|最高|最低/i.test(words));
  const hasLimit = !isExtreme && matter.links.some(({ quantity }) => quantity);
  if (hasLimit && asked.targets.length < 2 && takes("peak year")) {
    takes("above", "below", "overtake", "difference", "which is larger", "moved", "as much as", "lowest", "rank");
    // What the table has of a year is its mean.
    if (chosen.measure.kind === "stock") takesAnnualMean(matter);
    return crossingDraft(asked);
  }
  if (takes("peak year")) {
    // 达到峰值
    takes("rank", "lowest", "as much as");
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
  if (asked.targets.length === 2 && takes("double", "halve", "half")) return ratioDraft(asked);
  if (takes("ratio")) {
    // “How many times dirtier”, “哪国较高，高几倍”
    takes("which is larger", "lowest", "difference", "compare", "moved", "change");
    return ratioDraft(asked);
  }
  if (endsOf(asked.years) && !matter.has("operation", "what if") && takes("double", "halve")) {
    takes("moved", "change");
    return changeDraft({ ...asked, percent: true });
  }
  // “Who emitted more, and by how much?”
  const asksMargin = matter.links.some(({ words }) => MARGIN.test(words));
  if (asked.targets.length === 2 && asksMargin && takes("which is larger", "lowest", "overtake")) {
    takes("difference", "compare");
    return changeDraft(asked);
  }
  if (
    choosesBetween(asked) ||
    (asked.years.kind === "span" && asked.targets.length > 1 && matter.has("operation", "which is larger"))
  ) {
    takes(
      "difference",
      "which is larger",
      "lowest",
      "compare",
      "rank",
      ...(asked.years.kind === "span" ? ["cumulative", "total"] : []),
    );
    return compareDraft(asked);
  }
  // “emitted more than 500 Mt” is a bound, not a comparison of two.
  const bounded = matter.links.some(({ quantity }) => quantity) && takes("which is larger", "difference");
  const listsThem = matter.links.some(({ words }) =>
    /^(?:which|which countries|list|哪些|哪些国家|列出)$/i.test(words),
  );
  const isBounded =
    matter.links.some(({ quantity }) => quantity) &&
    matter.has("operation", "above") !== matter.has("operation", "below");
  if (
    (takes("count") ||
      (listsThem && (isBounded || bounded) && asked.targets.every(({ kind }) => kind !== "country"))) &&
    (takes("above", "below") || bounded)
  )
    return countDraft(asked);
  if (asked.targets.length > 1 && takes("which is larger")) {
    takes("rank");
    return compareDraft(asked);
  }
  if (takes("which is larger")) return compareDraft(asked);
  const lies = matter.links.some(({ words }) => /^(?:above|below|高于|低于)$/i.test(words));
  if (lies && asked.matter.links.every(({ quantity }) => !quantity)) takes("above", "below");
  const asksChange = takes("change", "moved", "difference") || (lies && asksHowMuch(asked));
  // “From the annual mean of 1995 to that of 2025”
  if (asksChange && chosen.measure.kind === "stock" && twoYears(asked.years)) takesAnnualMean(matter);
  if (asksChange) {
    takes("compare", "percent", "lowest", "which is larger", "below", "above");
    return changeDraft(asked);
  }
  if (asked.targets.length > 1 && takes("order", "order up")) {
    takes("rank", "lowest", "ratio", "compare");
    matter.takes("ordinal", 1);
    return compareDraft(asked);
  }
  // “The members of ASEAN from high to low”
  const isList = asked.targets.length === 1 && asked.targets[0]!.kind === "group";
  if ((isList || asked.within) && takes("order", "order up")) {
    takes("rank", "lowest", "position", "members");
    return rankDraft(asked);
  }
  if (asked.targets.every(({ kind }) => kind !== "country") && takes("rank", "lowest")) return rankDraft(asked);
  // What one country emits does not tell which other is asked for.
  if (asksForAnother(asked)) return null;
  if (takes("rank", "lowest")) return asked.targets.length > 1 ? compareDraft(asked) : peakDraft(asked);
  if (takes("cumulative")) {
    takes("series", "total");
    return cumulativeDraft(asked, "sum");
  }
  // A total of one year is no mean, of whatever it may be meant to be one.
  const isOfOneYear = asked.years.kind === "newest" ? asked.years.count === 1 : asked.years.kind === "single";
  if (isOfOneYear && asked.chosen.measure.kind === "flow" && asked.quotient === null && matter.has("operation", "mean"))
    return null;
  if (takes("mean")) {
    takes("series");
    return cumulativeDraft(asked, "mean");
  }
  // “A比B高”: what lies between them.
  const exceeds = asked.matter.links.some(({ words }) => words === "比") && (asked.unit !== null || asked.percent);
  if (exceeds && twoYears(asked.years) && takes("compare")) return changeDraft(asked);
  if (takes("compare")) return asked.years.kind === "span" ? seriesDraft(asked) : valuesDraft(asked);
  if (takes("series")) return asked.years.kind === "single" ? valuesDraft(asked) : seriesDraft(asked);
  // Per cent of nothing that is named.
  if (asked.percent) return null;
  if (asked.targets.length > 1 && !standSideBySide(matter)) return null;
  const between = twoYears(asked.years);
  if (asked.years.kind === "span") {
    if (matter.takes("operation", "total") && chosen.measure.kind === "flow") return cumulativeDraft(asked, "sum");
    return between || asked.years.span.first !== null ? seriesDraft(asked) : null;
  }
  return valuesDraft(asked);
}

/** Words that lead from one place to the other. */
const LEADS = /^(?:to|into|onto|towards?|from|via|through|against|without|than|给|向|往|到|自|由|从|替|被)$/i;
const AND = /^(?:and|or|&|和|与|與|跟|及|或)$/i;

/** Whether each place stands beside the next: what “goes to” another is no figure of either. */
function standSideBySide({ links }: Asked["matter"]): boolean {
  const isPlace = (link: Link) => link.meanings.some(({ kind }) => kind === "place");
  return links.every((link, i) => {
    const next = isPlace(link) ? links.findIndex((each, j) => j > i && isPlace(each)) : -1;
    if (next < 0 || links[next]!.turn !== link.turn) return true;
    // “From Germany and from France” puts one beside the other.
    return !links.slice(i + 1, next).some(({ words }, j) => LEADS.test(words) && !AND.test(links[i + j]!.words));
  });
}

/** “Which country supplies most of Germany's imports”, “where do they come from”: another place is asked for than the one that is named. */
function asksForAnother({ matter, targets }: Asked): boolean {
  const [only, ...others] = targets;
  if (only?.kind !== "country" || others.length > 0) return false;
  return asksWhichCountry(matter.links) || asksWhere(matter.links);
}

/** “Which grew faster, A or B”, “whose emissions fell most between two years”: changes are compared, not what they lead to. */
function comparesChanges({ matter, targets, years }: Asked): boolean {
  const moves =
    matter.has("operation", "moved") || matter.find("operation").some(({ link }) => GROWTH.test(link.words));
  if (!moves || !endsOf(years)) return false;
  const has = (pattern: RegExp) => matter.links.some(({ words }) => pattern.test(words));
  const chooses =
    has(/^(?:who|whose|which|which one|which countr(?:y|ies)|谁|谁的|谁家|哪些|哪.*)$/i) || has(/^(?:which of|谁|哪)/i);
  const ranks = ["rank", "lowest", "which is larger"].some((each) => matter.has("operation", each)) || has(FASTER);
  const places = targets.filter(({ kind }) => kind === "country").length;
  return chooses && (places > 1 || (places === 0 && ranks));
}

const GROWTH = /^(?:growth|growth rate|增速|增长率|涨幅|增幅|降幅|跌幅)$/i;
const FASTER = /^(?:fast|faster|fastest|quicker|quickest|slower|slowest|more|most|least|(?:更|最)?[快慢多大猛])$/i;

/** “The annual mean of 1995” is what the table has of a year; “on average” by year is not. */
function takesAnnualMean(matter: Asked["matter"]): void {
  const isMean = ({ words }: { words: string }) => /mean|average|均值|年平均|年均/i.test(words);
  matter.use(
    ...matter
      .find("operation")
      .filter(({ meaning, link }) => meaning.value === "mean" && isMean(link))
      .map(({ link }) => link),
  );
}

/** A rate by year is a compound one between two years; “year on year” is from the year before. */
function grown(asked: Asked): Outcome | null {
  asked.matter.takes("operation", "moved", "change", "mean", "percent", "series", "compare");
  const before = /同比|环比|year on year|year over year|yoy/i;
  const isNext = twoYears(asked.years)?.reduce((first, last) => last - first) === 1;
  if (isNext && asked.matter.links.some(({ words }) => before.test(words)))
    return changeDraft({ ...asked, percent: true });
  if (asked.years.kind !== "single" || asked.years.years.length !== 1) return growthDraft(asked);
  const [year] = asked.years.years as [number];
  return changeDraft({ ...asked, years: { kind: "span", span: { first: year - 1, last: year } }, percent: true });
}

/** “Who put out more, A or B”: one of the places is asked for. */
function choosesBetween({ matter, targets }: Asked): boolean {
  const has = (pattern: RegExp) => matter.links.some(({ words }) => pattern.test(words));
  // “Did Brazil or Mexico have the higher one?”
  const isEither =
    has(/^(?:or|vs\.?|versus|还是)$/i) && has(/^(?:higher|greater|bigger|larger|lower|smaller)$/i) && !has(MARGIN);
  if (isEither && targets.length > 1) return true;
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
  return found.some(({ link }) => !moves || !saysPercent(link.words));
}

/** Whether a percentage can only be a share: of a fuel in all, or of a country in the world or a group. */
function isPart({ chosen, targets }: Asked): boolean {
  const widths = new Set(targets.map(({ kind }) => kind));
  return chosen.parts.length > 0 || (targets.length > 1 && widths.size === 2);
}
