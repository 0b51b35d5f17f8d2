import { isUnknown, type Link } from "./link.ts";

/**
 * Words of the sentence that restrict where they stand, although they say nothing elsewhere: “some emissions”, “what should they be?”,
 * “since May 2007”.
 */
export function restrictsHere(link: Link, links: readonly Link[]): boolean {
  const at = links.indexOf(link);
  const next = links[at + 1];
  const before = links[at - 1];
  if (link.words === "May" && next?.years) return true;
  if (/^the (?:former|latter)$|^(?:former|latter)$/i.test(link.words)) return next !== undefined && isNamed(next);
  if (ATTRIBUTES.test(link.words) && isFigure(afterArticle(links, at + 1))) return true;
  // “Emissions intensity” is no amount of emissions.
  const isIntensity = link.meanings.length > 0 && link.meanings.every(({ value }) => value === "intensity");
  if (isIntensity && (isEmissions(before) || isEmissions(next))) return true;
  // “For each passenger”: of one of those that an amount is of.
  if (/^(?:each|every|per|每|每个|每名|每位|每家)$/i.test(link.words) && next !== undefined && isParty(next))
    return true;
  if (isOwners(links, at)) return true;
  // Of an amount, “the plant” is where it is used; without one it is whose emissions they are.
  const isPlant = link.meanings.some(({ kind, value, soft }) => kind === "process" && value === "plant" && soft);
  if (isPlant) return links.every(({ quantity, number, code }) => !quantity && number === undefined && !code);
  if (isSpoken(before) || isSpoken(next)) return false;
  if (links.some(({ quantity, number }) => quantity !== undefined || number !== undefined)) return false;
  if (/^(?:should|ought|ought to)$/i.test(link.words)) return true;
  if (/^(?:应该|应当|应|该)$/.test(link.words)) return next?.words === "的";
  // “What could they have been?”
  const isPast = links.slice(at + 1).some(({ words }) => /^(?:have|have been|have had)$/i.test(words));
  if (/^(?:could|might|may)$/i.test(link.words)) return isPast;
  if (/^would$/i.test(link.words)) return isPast && !links.some(supposes);
  return /^(?:if|如果|假如|假设|若|倘若)$/i.test(link.words) && !POLITE.test(next?.words ?? "");
}

/**
 * “Our emissions”, “our company”. Without an amount, which they would hold, those who ask mean theirs, and no table has them.
 */
function isOwners(links: readonly Link[], at: number): boolean {
  const link = links[at]!;
  if (links.some(({ quantity, number, code }) => quantity !== undefined || number !== undefined || code)) return false;
  if (/^(?:my|our|your)$/i.test(link.words)) {
    const [next, noun] = links.slice(at + 1);
    const isOwn = /^(?:own|total|annual|yearly|overall|whole|entire)$/i.test(next?.words ?? "");
    return next !== undefined && next.from - link.to <= 1 && isEmissions(isOwn ? noun : next);
  }
  if (/^(?:我们?|咱们?|你们?|您)$/.test(link.words)) {
    const [particle, noun] = links.slice(at + 1);
    if (particle?.words === "的" && isEmissions(noun)) return true;
  }
  if (link.words !== "单位" || !/^(?:我们?|咱们?|你们?|您|他们|贵|本)的?$/.test(links[at - 1]?.words ?? ""))
    return false;
  // 我们单位要写报告 tells who asks; 我们单位2016年的排放 whose it is.
  const next = links.slice(at + 1).filter(({ words }) => !/^[的在]$/.test(words))[0];
  if (links[at + 1]?.words === "的" && next?.from === links[at + 1]!.to + 1) return true;
  return next === undefined || (next.from - link.to <= 1 && (next.years !== undefined || isNamed(next)));
}

/** Adverbs and adjectives by which a figure is another one when they stand before it. */
const ATTRIBUTES =
  /^(?:some|official|almost|nearly|almost all|nearly all|hardly any|any|only|mostly|partly|likely|possible|主要|官方|一些|几乎|大多|部分|可能|接近|将近)$/i;

/** “If you can”, “if possible”, 如果方便. */
const POLITE = /^(?:you|i|we|it|there|possible|so|not|any|needed|necessary|可以|可能|方便|有|您|你|能|行|没有)$/i;

/** By these words an intent knows what is supposed. */
function supposes({ meanings }: Link): boolean {
  return meanings.some(
    ({ kind, value }) =>
      kind === "operation" && ["as much as", "what if", "replace", "double", "halve"].includes(String(value)),
  );
}

/** Who asks and who is asked. */
function isSpoken(link: Link | undefined): boolean {
  return (
    link !== undefined &&
    /^(?:i|we|you|one|me|us|someone|somebody|我|我们|你|您|咱们|谁|i'd|be so kind)$/i.test(link.words)
  );
}

/** What stands after articles and particles. */
function afterArticle(links: readonly Link[], from: number): Link | undefined {
  return links.slice(from).find(({ words }) => !/^(?:the|a|an|all|of|的|of the)$/i.test(words));
}

/** A word that a figure is of. */
function isFigure(link: Link | undefined): boolean {
  return link?.meanings.some(({ kind }) => ["measure", "gas", "fuel", "sector", "principle"].includes(kind)) === true;
}

function isEmissions(link: Link | undefined): boolean {
  return link?.meanings.some(({ kind }) => kind === "measure" || kind === "gas") === true;
}

/** A word for one of many: a traveller, a house. */
function isParty({ meanings }: Link): boolean {
  return meanings.length > 0 && meanings.every(({ kind, value }) => kind === "holder" || value === "travel");
}

function isNamed({ meanings }: Link): boolean {
  return meanings.some(({ kind }) => ["place", "group", "measure", "sector", "fuel"].includes(kind));
}

/**
 * Whether an event only dates what is asked: “since the Paris agreement of 2015”, “the pandemic year 2020”. “Lockdown emissions” are
 * some of a year's.
 */
export function datesYear(link: Link, links: readonly Link[]): boolean {
  const at = links.indexOf(link);
  const near = (from: number, step: 1 | -1) => {
    for (let i = from; links[i]; i += step) if (!/^(?:the|a|an|of|的|,)$/i.test(links[i]!.words)) return links[i];
    return undefined;
  };
  const [before, after] = [near(at - 1, -1), near(at + 1, 1)];
  if (links.every(({ years }) => years === undefined)) return false;
  // “The decade of 2010–2019” says how long it is.
  if (/十年|五年|decade/.test(link.words) && links.some(({ years }) => years && "first" in years)) return true;
  const isYear = (each: Link | undefined) => each?.years !== undefined;
  if (/下|中$/.test(after?.words ?? "") || (isYear(before) && after !== undefined && isNamed(after))) return false;
  return isYear(before) || isYear(after) || WHEN.test(before?.words ?? "") || WHEN.test(after?.words ?? "");
}

/** Words that put a time by an event. */
const WHEN =
  /^(?:since|before|after|until|till|from|when|year|year of|in the year|prior|pre|post|following|signed|at|by|to|与|自|自从|从|在|到|至|时|后|之后|前|之前|以来|以后|以前|那年|那一年|那一|当年|年|签署|签订|开始|结束|发生)$/i;

/** What joins places to a list or compares them; by any other preposition one is asked about within or because of the other. */
export function relatesPlaces(links: readonly Link[]): boolean {
  const places = links.flatMap((link, i) =>
    link.via !== "context" &&
    link.meanings.some(({ kind, value }) => kind === "group" || (kind === "place" && value !== "WORLD"))
      ? [i]
      : [],
  );
  // “Between China and the USA” asks for a flow, or for what lies between two figures.
  const isBetween = places.length === 2 && /^(?:之间|间)$/.test(links[places[1]! + 1]?.words ?? "");
  if (isBetween && !links.some(isComparison)) return true;
  const turn = links[places[0] ?? 0]?.turn;
  return places.slice(1).some((at) => {
    if (links[at]!.turn !== turn) return false;
    const lead = links[at - 1];
    const head = links[at - 2];
    if (!lead || head === undefined || isUnknown(lead)) return false;
    return RELATES.test(lead.words) && !JOINS.test(head.words);
  });
}

function isComparison({ meanings }: Link): boolean {
  const compares = [
    "difference",
    "ratio",
    "compare",
    "which is larger",
    "change",
    "moved",
    "share",
    "percent",
    "total",
  ];
  return meanings.some(({ kind, value }) => kind === "operation" && compares.includes(String(value)));
}

const RELATES =
  /^(?:in|by|within|inside|due to|because of|caused by|owing to|thanks to|on behalf of|在|因|因为|由于|对|由|被|替|给|导致)$/i;
const JOINS = /^(?:and|or|vs|versus|than|as|both|compared|compare|relative|和|与|及|或|以及|比|同|跟|、|相比)$/i;
