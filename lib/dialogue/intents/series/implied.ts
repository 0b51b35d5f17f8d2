import type { Matter } from "../../matter.ts";
import type { Assumption } from "../../plan.ts";
import type { Target, Years } from "./asked.ts";
import type { ChosenMeasure, chooseMeasure } from "./choose-measure.ts";

/** Before all tables. */
export const BEGINNING = 1700;

/** “A's consumption causes in B” is a flow from one to the other, not an account of each. */
export function causes(matter: Matter): boolean {
  return matter.links.some(({ words }) => /caus|induc|trigger|造成|引起|导致|带来|因为|由于|拉动/i.test(words));
}

/** Whether “average” is of people, as in “an average German”, and not of years: it stands before a place. */
export function isAverageOf(matter: Matter, years: Years): boolean {
  if (years.kind === "span") return false;
  // “顶得上几个印度人”: people are counted.
  const counts = matter.has("operation", "ratio") || matter.has("operation", "count");
  const places = matter.links.flatMap((link, i) => (link.meanings.some(({ kind }) => kind === "place") ? [i] : []));
  if (counts && places.length === 2 && places.every((i) => matter.links[i + 1]?.words === "人")) return true;
  const averages = matter.links.filter((link, i) => {
    const after = matter.links[i + 1];
    const next = after && /^(?:普通|average|ordinary|typical)$/i.test(after.words) ? matter.links[i + 2] : after;
    const isMean =
      link.meanings.some(({ kind, value }) => kind === "operation" && value === "mean") ||
      /^(?:one|a single|single|each|every|一个|一名|一位|每个)$/i.test(link.words);
    return isMean && next?.meanings.some(({ kind }) => kind === "place") === true;
  });
  matter.use(...averages);
  // “one Kenyan on average”
  if (averages.length > 0) matter.takes("operation", "mean");
  return averages.length > 0;
}

const CLAIMS =
  /^(?:right|true|correct|claims?|claimed|says?|said|heard|told|read|报上说|书上说|课本里说|supposedly|allegedly|reportedly|something like|doesn't|isn't|对吗|对吧|对不对|是吗|是么|真的吗|是真的吗|没错吧|属实|属实吗|靠谱吗|听说|据说|号称|声称|有人说|说)$/i;

/** Words that ask whether what was said is so. */
const CONFIRMS =
  /^(?:right|true|false|correct|correct me if i(?:'m| am) wrong|true or false|did it|isn't|doesn't|surely|对吗|对吧|对不对|没错吧|没说错|说错|真有此事|站得住脚|属实|属实吗|是真的吗|靠谱吗)$/i;

/** An amount that somebody claims, which the answer holds against the table: “340 ppm, is she right?” */
export function isClaimed(matter: Matter): boolean {
  if (matter.links.some(({ words }) => CONFIRMS.test(words)) && !matter.has("operation", "what if")) {
    matter.takes("operation", "above", "below");
    return true;
  }
  const asks = ["what if", "above", "below", "count", "difference", "convert"];
  return (
    !asks.some((operation) => matter.has("operation", operation)) &&
    matter.links.some(({ words }) => CLAIMS.test(words))
  );
}

/** Gigatonnes of a flow without a place are those of the world: no country emits so much that it is counted in them. */
export function impliedWorld(matter: Matter, chosen: Exclude<ReturnType<typeof chooseMeasure>, null>): Target[] {
  const isLarge = matter.links.some(({ unit }) => unit !== undefined && /^(?:Gt|Pg)(?: |$)/.test(unit));
  if (!isLarge || "lacking" in chosen || chosen.measure.place === null) return [];
  return [{ kind: "world", label: matter.labelOfPlace("WORLD") }];
}

/** Continents and bunkers, where the table has rows of their own for them. */
export function areasOf(matter: Matter, chosen: Exclude<ReturnType<typeof chooseMeasure>, null>): Target[] {
  if ("lacking" in chosen || !chosen.measure.areas) return [];
  const { areas } = chosen.measure;
  return matter
    .find("region")
    .filter(({ meaning }) => areas[String(meaning.value)])
    .map(({ meaning }) => ({ kind: "area", area: String(meaning.value), label: meaning.label }));
}

const SUPPOSES =
  /^(?:imagine|imagine that|suppose|supposing|just supposing|what if|what would happen if|hypothetically|were to|假如|倘若|要是|若是|设想|想象一下|万一|就当|假定|假设|就算|倘使|如若|要是说)$/i;

/** Whether something is supposed that is not so: the tables have no figure of it. A turn before may have supposed it. */
export function supposes(matter: Matter): boolean {
  const own = matter.links.filter(({ via }) => via !== "context");
  // “Had the US kept its figure, what would it be?”
  const isInverted =
    /^(?:had|were|should)$/i.test(own[0]?.words ?? "") && own.some(({ words }) => /^would$/i.test(words));
  return isInverted || own.some(({ words }) => SUPPOSES.test(words));
}

/** A table without the world: its countries together, which may not be all. */
export function summed(targets: readonly Target[], { measure }: ChosenMeasure): Assumption[] {
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

/** Groups change: which members count is said. */
export function membership(targets: readonly Target[], years: Years): Assumption[] {
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

/** Whether words speak of per cent. */
export function saysPercent(words: string): boolean {
  return /percent|per cent|%|百分|几成|巴仙/i.test(words);
}
