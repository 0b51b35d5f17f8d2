import type { Meaning, MeaningKind } from "./lexicon/entry.ts";
import { isUnknown, type Link } from "./link.ts";
import { completesMetric, does, isConceptToo, kindsIn, kindsOf, otherHalf, saysTwo, yearLink } from "./turn-links.ts";

/** What earlier turns said, newest last. */
export interface Memory {
  /** The words of the last matter, with what turns added and replaced. */
  readonly links: readonly Link[];
  /** Places that were asked about. */
  readonly places: readonly { readonly link: Link; readonly meaning: Meaning }[];
  /** Years of the values that were given. */
  readonly years: readonly number[];
  /** Words that name a principle, each principle once. */
  readonly principles: readonly Link[];
  /** The one country that the last answer found, as the largest; null if it found none or several. */
  readonly found: Meaning | null;
}

/** Kinds of meanings that a later turn inherits where it names none of the kind. */
const inherited: readonly (MeaningKind | "years" | "quantity" | "unit")[] = [
  "measure",
  "place",
  "group",
  "years",
  "gas",
  "principle",
  "metric",
  "database",
  "fuel",
  "sector",
  "product",
  "pool",
  "basis",
  "region",
  "method",
  "operation",
  "quantity",
  "material",
  "technology",
  "approach",
  "term",
  "boundary",
  "process",
];

/** Operations of two figures, of which a turn may leave out both. */
const OF_TWO = ["difference", "ratio", "change", "moved", "compare", "which is larger", "total", "cumulative"];

const COMPARES = ["difference", "ratio", "change", "moved", "compare", "which is larger", "percent"];
const QUOTIENTS = ["per head", "per gdp"];
const ORDERS = ["rank", "lowest", "order", "order up", "position", "which is larger", "count"];

/** What a turn says and leaves out. */
interface Said {
  readonly words: readonly Link[];
  readonly kinds: ReadonlySet<string>;
  readonly operations: readonly unknown[];
  /** Places other than the world. */
  readonly named: readonly Meaning[];
  readonly years: readonly number[];
  readonly isNewMeasure: boolean;
  readonly asksTwo: boolean;
  readonly asksShare: boolean;
  readonly isOnlyQuotient: boolean;
}

/**
 * “And for Korea's consumption?” after what one country emits for another: the one whose demand it is, is replaced. Null where the
 * words are not of that kind.
 */
function otherDemand({ words, named, kinds }: Said, { links }: Memory): Link[] | null {
  const flow = links.findIndex((link) => does(link, ["flow"]) && /消费|需求|demand|consum/i.test(link.words));
  if (flow < 0 || named.length !== 1 || placesIn(links) !== 2 || kinds.has("years")) return null;
  if (!words.some((link) => does(link, ["flow"]))) return null;
  const isPlace = ({ meanings }: Link) => meanings.some(({ kind }) => kind === "place");
  const before = links.slice(0, flow).findLastIndex(isPlace);
  const after = links.findIndex((link, i) => i > flow && isPlace(link));
  const of = before >= 0 && flow - before <= 2 ? before : after >= 0 ? after : before;
  const other = words.find(isPlace)!;
  return links.map((link, i) => ({ ...(i === of ? other : link), via: "context" as const }));
}

/**
 * “And the part that comes from China?” after what a country consumes: what China emits for it. Null where the words are not of that kind.
 */
function partFrom({ words, named, kinds }: Said, { links }: Memory): Link[] | null {
  const consumes = links.some((link) =>
    [...link.meanings, ...link.nested].some(({ kind, value }) => kind === "principle" && value === "consumption"),
  );
  const at = words.findIndex(({ meanings }) => meanings.some(({ kind }) => kind === "place"));
  const isFrom = at > 0 && /^(?:from|come from|comes from|came from|来自|源自|自)$/i.test(words[at - 1]!.words);
  if (!consumes || !isFrom || named.length !== 1 || placesIn(links) !== 1 || kinds.has("measure")) return null;
  const flow = { kind: "operation", value: "flow", label: { en: "flow", zh: "流向" } } as const;
  const linked: Link = { from: 0, to: 0, words: flow.label.en, turn: 0, meanings: [flow], nested: [], via: "context" };
  return [...links.map((link) => ({ ...link, via: "context" as const })), linked, ...words];
}

/** The words of a turn, with those before of every kind that it does not have. */
export function mergeTurns(words: readonly Link[], memory: Memory): Link[] {
  const said = saidIn(words, memory);
  const part = partFrom(said, memory);
  if (part) return part;
  const flow = otherDemand(said, memory);
  if (flow)
    return [
      ...flow,
      ...words.filter((link) => link.meanings.every(({ kind }) => kind === "plain" || kind === "before")),
    ];
  const { asksTwo, kinds, named, years: own } = said;
  // “In total” is of all places that were asked about; what compares, and “both”, of the last two.
  const adds = said.operations.concat(softly(words)).some((value) => value === "total" || value === "cumulative");
  const lastPlaces = adds && !saysTwo(words) ? memory.places : memory.places.slice(-2);
  // The world is the whole of a share, not another place.
  const namesPlace = named.length > 0 || (kinds.has("place") && !said.asksShare);
  // “than in 2013” is of the place of which was spoken last.
  const placesDiffer = asksTwo && own.length === 0 && !namesPlace && !kinds.has("group") && lastPlaces.length >= 2;
  // Two accounts of one place, one after the other, are what is compared.
  const accounts = memory.principles.slice(-2);
  const principlesDiffer =
    asksTwo && own.length === 0 && !kinds.has("principle") && lastPlaces.length < 2 && accounts.length === 2;
  const years = placesDiffer ? [] : yearsOf(said, memory);
  const isOfPlace = (link: Link) => link.meanings.some(({ kind }) => kind === "place");
  const isOfPrinciple = (link: Link) => link.meanings.some(({ kind }) => kind === "principle");
  const kept = memory.links.filter(
    (link) =>
      isKept(link, said, memory) &&
      !isOtherAccount(link, said) &&
      !(principlesDiffer && (accounts.includes(link) || isOfPrinciple(link))) &&
      !(years.length > 0 && link.years) &&
      !(placesDiffer && isOfPlace(link)),
  );
  const added = [
    ...years.map(yearLink),
    ...otherHalf(memory.links, words),
    ...(principlesDiffer ? accounts : []),
    ...(placesDiffer ? lastPlaces.map(asPlace) : []),
    ...foundPlace(said, memory),
    ...otherSink(said, memory),
  ];
  const before = [...kept, ...added].map((link) => ({ ...link, via: "context" as const }));
  const other = otherPlace(said, memory);
  // “How many times dirtier than France?” has France below the line.
  const isBelow = words.some((link) => /^(?:比|than)$/i.test(link.words)) || isMultipleOfNamed(words);
  return isBelow
    ? [...before, ...other, ...withOldEnd(words, memory)]
    : [...before, ...withOldEnd(words, memory), ...other];
}

/** “How many times China's figure is that?”, “那是中国的几倍”: the place that is named lies below the line. */
function isMultipleOfNamed(words: readonly Link[]): boolean {
  const place = words.findIndex(({ meanings }) => meanings.some(({ kind }) => kind === "place"));
  if (place < 0 || !words.some((link) => does(link, ["ratio"]))) return false;
  const text = words
    .slice(place + 1)
    .map((link) => link.words)
    .join(" ");
  return /\b(?:is|was) (?:that|this|it)$/i.test(text) || /^(?:是|相当于|等于)$/.test(words[place - 1]?.words ?? "");
}

/** Operations that the sentence may be understood without. */
function softly(words: readonly Link[]): unknown[] {
  return words
    .flatMap(({ meanings }) => meanings.filter(({ kind, soft }) => kind === "operation" && soft))
    .map(({ value }) => value);
}

function saidIn(words: readonly Link[], { links }: Memory): Said {
  const kinds = kindsIn(words);
  const all = words.flatMap(({ meanings }) => meanings);
  const operations = all.filter(({ kind, soft }) => kind === "operation" && !soft).map(({ value }) => value);
  // The residual mix is a factor of scope two, where that was asked for.
  const isMethod = kinds.has("method") && links.some((link) => does(link, ["scope 2"]));
  return {
    words,
    kinds,
    operations,
    named: all.filter(({ kind, value }) => kind === "place" && value !== "WORLD"),
    years: words.flatMap(({ years }) => (years && "one" in years ? [years.one] : [])),
    isNewMeasure: kinds.has("measure") && !isMethod,
    asksTwo: all.some(({ kind, value }) => kind === "operation" && OF_TWO.includes(String(value))),
    asksShare: operations.some((value) => value === "share" || value === "percent"),
    isOnlyQuotient: operations.length > 0 && operations.every((value) => QUOTIENTS.includes(String(value))),
  };
}

/** Whether a word of the last matter still holds. */
function isKept(link: Link, said: Said, { links }: Memory): boolean {
  const { kinds, operations, words, isNewMeasure } = said;
  // What was not understood before restricts what is asked now.
  if (isUnknown(link)) return true;
  // “And in 2023?” counts again.
  if (does(link, ["count"]) && operations.length === 0 && !isNewMeasure) return true;
  // Grams by kilowatt hour name what is asked for, as no other unit does.
  if (link.unit?.includes("/")) return !isNewMeasure && !kinds.has("unit");
  // What the figure is in, or by which verb it is one.
  if (does(link, ["absorb", "percent"]) && !isNewMeasure) return operations.length === 0 || !does(link, ["percent"]);
  const of = kindsOf(link).filter((kind) => (inherited as readonly string[]).includes(kind));
  if (of.length === 0) return false;
  // The part of the world in which a ranking was is not that of the country that it found.
  if (of.includes("region") && said.named.length > 0 && links.some((each) => does(each, ["rank", "lowest", "order"])))
    return false;
  // The exports are China's, whatever the destination.
  if (isPlaceChina(link) && links.some(isExports)) return true;
  // “And of the world?”, “as a share of the EU” after a country: its share.
  if (said.asksShare && said.named.length === 0 && of.includes("place")) return true;
  // A place in the place of a group, and the other way round.
  if (of.some((kind) => kind === "place" || kind === "group") && (kinds.has("place") || kinds.has("group")))
    return false;
  // “Now the same per head” ranks those again that were named.
  if (said.isOnlyQuotient && !kinds.has("place") && placesIn(links) > 1 && does(link, ORDERS)) return true;
  // Figures per head are compared per head.
  const comparesOnly =
    operations.length > 0 && operations.every((value) => [...COMPARES, ...ORDERS].includes(String(value)));
  const isMean = operations.length > 0 && operations.every((value) => value === "mean");
  if ((comparesOnly || isMean) && !isNewMeasure && does(link, QUOTIENTS)) return true;
  // What was done with the old measure is not done with the new one; a ranking is not of the place that it found.
  if (of.includes("operation") && (isNewMeasure || kinds.has("operation")))
    return isConceptToo(of) && !of.some((kind) => kinds.has(kind));
  if (of.every((kind) => kind === "operation") && kinds.has("place") && does(link, ["rank", "lowest"])) return false;
  if (of.includes("metric") && completesMetric(link, words)) return true;
  return !of.some((kind) => kinds.has(kind));
}

/** “And the territorial figure?” after the consumption footprint is of that account alone, which needs no measure beside it. */
function isOtherAccount({ nested }: Link, { words, asksTwo }: Said): boolean {
  const accountsOf = (meanings: readonly Meaning[]) =>
    meanings.flatMap(({ kind, value }) => (kind === "principle" ? [value] : []));
  const named = words.flatMap((link) => [...accountsOf(link.meanings), ...accountsOf(link.nested)]);
  const old = accountsOf(nested);
  return !asksTwo && named.length > 0 && old.length > 0 && old.every((value) => !named.includes(value));
}

/** Years that the turn means and does not say: the last two, or the one before its own. */
function yearsOf({ asksTwo, kinds, years }: Said, memory: Memory): readonly number[] {
  if (!asksTwo) return [];
  if (!kinds.has("years")) return memory.years.length >= 2 ? memory.years.slice(-2) : [];
  const before = memory.years.filter((year) => !years.includes(year)).at(-1);
  return years.length === 1 && before !== undefined ? [before] : [];
}

/** “Only from 1950, please” keeps the end of the span before. */
function withOldEnd(words: readonly Link[], { links }: Memory): Link[] {
  const old = links.flatMap(({ years }) => (years && "first" in years ? [years] : [])).at(-1);
  return words.map((link) => {
    const { years } = link;
    if (!old || !years || !("first" in years)) return link;
    if (years.last === null && old.last !== null && years.first! < old.last)
      return { ...link, years: { first: years.first, last: old.last } };
    if (years.first === null && old.first !== null && years.last! > old.first)
      return { ...link, years: { first: old.first, last: years.last } };
    return link;
  });
}

/** “How many times bigger is Qatar's?” than that of the place before it, which comes after it. */
function otherPlace({ words, asksTwo, operations, named, years, kinds }: Said, { places }: Memory): Link[] {
  const adds = words.some((link) => does(link, ["total"]) && /加|together|added|plus|sum/i.test(link.words));
  const ofTwo =
    adds || operations.some((value) => ["ratio", "difference", "which is larger", "compare"].includes(String(value)));
  if (!asksTwo || !ofTwo || named.length !== 1 || years.length > 0 || kinds.has("group")) return [];
  return places
    .filter(({ meaning }) => meaning.value !== named[0]!.value)
    .slice(-1)
    .map(asPlace);
}

const SINKS = ["ocean sink", "land sink"];

/** “And the land?” after the ocean sink asks for what it takes up. */
function otherSink({ words }: Said, { links }: Memory): Link[] {
  const isSink = (link: Link) =>
    link.meanings.some(({ kind, value }) => kind === "measure" && SINKS.some((id) => (value as string[]).includes(id)));
  // A sink by its name needs no verb.
  const isBare = (link: Link) => isSink(link) && !/sink|uptake|absor|tak|汇|吸/i.test(link.words);
  if (!words.some(isBare) || !links.some(isSink)) return [];
  const absorb = { kind: "operation", value: "absorb", label: { en: "absorb", zh: "吸收" } } as const;
  return [{ from: 0, to: 0, words: absorb.label.en, turn: 0, meanings: [absorb], nested: [], via: "context" }];
}

/** “And per head?” after the largest emitter is of the one that was found. */
function foundPlace({ isOnlyQuotient, kinds }: Said, { found, links }: Memory): Link[] {
  if (!isOnlyQuotient || kinds.has("place") || placesIn(links) > 0 || found === null) return [];
  return [{ from: 0, to: 0, words: found.label.en, turn: 0, meanings: [found], nested: [], via: "context" }];
}

function asPlace({ link, meaning }: Memory["places"][number]): Link {
  return { ...link, meanings: [meaning], nested: [], via: "context" };
}

function placesIn(links: readonly Link[]): number {
  return links.filter(({ meanings }) => meanings.some(({ kind }) => kind === "place")).length;
}

function isPlaceChina({ meanings }: Link): boolean {
  return meanings.some(({ kind, value }) => kind === "place" && value === "CHN");
}

function isExports({ meanings }: Link): boolean {
  return meanings.some(({ kind, value }) => kind === "measure" && JSON.stringify(value).includes("exports of China"));
}
