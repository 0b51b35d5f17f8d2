import { initialsAt } from "./language/country-initials.ts";
import { isHan, isLatin, type NormalText, normalText } from "./language/normal-text.ts";
import { numeralAt } from "./language/numerals.ts";
import { gasAt, isMass, type QuantityMention, quantityAt, unitAt } from "./language/quantities.ts";
import { type YearMention, yearsAt } from "./language/years.ts";
import type { Meaning } from "./lexicon/entry.ts";
import type { Lexicon, LexiconEntry } from "./lexicon/lexicon.ts";
import type { Reading } from "./plan.ts";

/** Words of a question that were recognised together, or were not. */
export interface Link {
  /** Places in the text as it was written. */
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly turn: number;
  /** What they mean; several if they are ambiguous. Empty for unknown words. */
  readonly meanings: readonly Meaning[];
  /** What parts of the words mean: CO2 in “CO2 emissions”. */
  readonly nested: readonly Meaning[];
  readonly via: Reading["via"];
  readonly years?: YearMention["years"];
  readonly quantity?: QuantityMention;
  /** A number without a unit. */
  readonly number?: number;
  /** A code of a category (2.A.1) or of a sector of the input–output table (c17). */
  readonly code?: string;
  /** A unit without a number: “in GtC”. */
  readonly unit?: string;
}

const CATEGORY =
  /(?:\d(?:\.?[a-z]){1,3}(?:\.?\d+)?(?:\.?[a-z]{1,3})?|\d\.[a-z](?:\.\d+)?(?:\.[a-z]+)*(?:\.[ivx]+)?)(?![a-z0-9])/y;
/** 一度电多少克CO2: a mass by energy, with what it is by before it. */
const BY_ENERGY =
  /(?:一|每)(?:度电?|千瓦时|kwh) ?(?:电)? ?(?:要|会|能|排|排放|产生|含|有|是)* ?(?:多少|几) ?(?=[克公千吨gk])/y;
const SECTOR_CODE = /c\d{1,2}(?![a-z0-9])/y;
const IN_UNIT =
  /(?:(?:expressed|stated|given|counted|written) (?:as|in)|in|into|as|to|how many|换算成|换算为|折算成|以|用|按|是?几个?|多少|成|为) ?(?=[a-z%百千万亿十吨公太美克千兆短长英桶升加亩立海])/y;

/** Recognises the words of one turn. */
export function linkText(written: string, lexicon: Lexicon, turn = 0): Link[] {
  const normal = normalText(written);
  const { text } = normal;
  const links: Link[] = [];
  for (let at = 0; at < text.length; ) {
    if (!isLatin(text[at]) && !isHan(text[at]) && !/[$€£%±×-]/.test(text[at]!)) {
      at += 1;
      continue;
    }
    const row = initialsAt(text, at).map((iso3, i): Link => {
      const meaning = { kind: "place", value: iso3, label: lexicon.placeLabel(iso3) } as const;
      return { ...spanOf(normal, at + i, at + i + 1), turn, meanings: [meaning], nested: [], via: "alias" };
    });
    if (row.length > 0) {
      links.push(...row);
      at += row.length;
      continue;
    }
    const found = linkAt(normal, at, lexicon, turn) ?? unknownAt(normal, at, lexicon, turn);
    links.push(found.link);
    at = found.to;
  }
  return joinUnknown(links, written);
}

interface Found {
  readonly link: Link;
  readonly to: number;
}

function linkAt(normal: NormalText, at: number, lexicon: Lexicon, turn: number): Found | null {
  const { text } = normal;
  const candidates: Found[] = [];
  const make = (to: number, rest: Partial<Link>): void => {
    candidates.push({ to, link: { ...spanOf(normal, at, to), turn, meanings: [], nested: [], via: "exact", ...rest } });
  };
  const isStart = !(isLatin(text[at]) && isLatin(text[at - 1]));
  if (isStart) {
    // “多少公顷” asks for a unit whatever else its words mean.
    const asked = /(?:多少|几) ?$/.test(text.slice(Math.max(0, at - 3), at)) ? unitWithGas(text, at) : null;
    if (asked) make(asked.to, { unit: asked.unit });
    const entries = longestEntries(normal, at, lexicon);
    if (entries) {
      const meanings = entries.entries.map(({ meaning }) => meaning);
      const via = entries.entries.every((entry) => entry.via === "exact") ? "exact" : "alias";
      make(entries.to, {
        meanings: distinct(meanings),
        nested: nestedIn(normal, at, entries.to, lexicon, meanings),
        via,
      });
    }
    BY_ENERGY.lastIndex = at;
    const byEnergy = BY_ENERGY.exec(text);
    const mass = byEnergy && unitWithGas(text, at + byEnergy[0].length);
    if (mass && isMass(mass.unit.split(" ")[0]!) && !mass.unit.includes("/"))
      make(mass.to, { unit: `${mass.unit}/kWh`, nested: gasOf(mass.unit) });
    const years = yearsAt(text, at);
    if (years) make(years.to, { years: years.years });
    const quantity = quantityAt(text, at);
    if (quantity) make(quantity.to, { quantity });
    for (const pattern of [CATEGORY, SECTOR_CODE]) {
      pattern.lastIndex = at;
      const code = pattern.exec(text);
      if (code && !quantity) make(at + code[0].length, { code: text.slice(at, at + code[0].length) });
    }
    IN_UNIT.lastIndex = at;
    const lead = IN_UNIT.exec(text);
    if (lead) {
      const unit = unitWithGas(text, at + lead[0].length);
      const substance = unit || /^(?:多少|how many)/.test(lead[0]) ? null : gasAt(text, at + lead[0].length);
      if (substance && ["CO2", "C", "N"].includes(substance.gas))
        make(substance.to, { unit: `* ${substance.gas}`, nested: gasOf(`* ${substance.gas}`) });
      if (unit) make(unit.to, { unit: unit.unit, nested: gasOf(unit.unit) });
    }
    const bare = unitWithGas(text, at);
    // “therms to MWh: 25,000”
    const isTurned =
      bare && /^ (?:to|into) /.test(text.slice(bare.to)) && unitAt(text, text.indexOf(" ", bare.to + 1) + 1);
    if (
      bare &&
      (isTurned ||
        /[ /]/.test(bare.unit) ||
        /^(?:[kMG]t|[GTP]g|pp[mbt]|[TGMk]Wh|[GM]W|[TGMPE]J|toe|tce)$/.test(bare.unit) ||
        // “…, t.” at the end of what is asked.
        (/^(?:k?g|t|USD|EUR|CNY|GBP)$/.test(bare.unit) &&
          /[,;:.，；：。] ?$/.test(text.slice(0, at)) &&
          /^ ?(?:[.?!。？！]|$)/.test(text.slice(bare.to))))
    )
      make(bare.to, { unit: bare.unit });
    const numeral = numeralAt(text, at);
    if (numeral) make(numeral.to, { number: numeral.value });
  }
  return candidates.reduce<Found | null>((best, each) => (!best || each.to > best.to ? each : best), null);
}

/** Units that people count in and the tables do not, by the nearest of the tables. */
const asTables: Readonly<Record<string, string>> = {
  "1e8 t": "Mt",
  "1e7 t": "Mt",
  "1e4 t": "kt",
  "1e8 kWh": "TWh",
  "1e4 kWh": "MWh",
  "1e4 m3": "m3",
  "1e8 m3": "m3",
  "1e4 tce": "tce",
  "1e8 tce": "tce",
};

function unitWithGas(text: string, at: number): { unit: string; to: number } | null {
  const found = unitAt(text, at);
  const unit = found && { ...found, unit: asTables[found.unit] ?? found.unit };
  if (!unit || ["yr", "person", "head", "month", "C"].includes(unit.unit) || unit.unit.startsWith("1e")) return null;
  const gas = isMass(unit.unit) ? gasAt(text, unit.to) : null;
  const above = gas ? { unit: `${unit.unit} ${gas.gas}`, to: gas.to } : unit;
  const line = /^ ?(?:\/|per |每) ?/.exec(text.slice(above.to));
  const below = line && isMass(unit.unit) ? unitAt(text, above.to + line[0].length) : null;
  return below && !["yr", "person", "head"].includes(below.unit)
    ? { unit: `${above.unit}/${below.unit}`, to: below.to }
    : above;
}

/** The gas of a unit, as the words name it: tonnes of HFC-134a. */
function gasOf(unit: string): Meaning[] {
  const [, gas] = / (.+)$/.exec(unit) ?? [];
  if (gas === undefined || gas === "C" || gas === "N") return [];
  return [{ kind: "gas", value: gas === "CO2e" ? "GHG" : gas, label: { en: gas, zh: gas } }];
}

/** The entries of the longest form at a place that ends at the end of a word; a plural s may follow. */
function longestEntries(
  normal: NormalText,
  at: number,
  lexicon: Lexicon,
): { to: number; entries: LexiconEntry[] } | null {
  const { text } = normal;
  for (const { end, values } of lexicon.trie.from(text, at)) {
    const to = wordEnd(text, end);
    if (to === null) continue;
    const isPlural = to > end && text[end] === "s";
    const { from, to: until } = spanOf(normal, at, end);
    const written = normal.written.slice(from, until);
    const entries = values.filter(
      ({ capitals, meaning }) =>
        // “At homes” is not “at home”, and “islands” are not the German name of Iceland.
        !(
          isPlural &&
          (meaning.kind === "place" || (meaning.kind === "principle" && /home$/.test(text.slice(at, end))))
        ) &&
        (!capitals ||
          (written === written.toUpperCase() &&
            (capitals === true || standsInRow(normal.written, from, until)) &&
            !(written === "CN" && GOODS.test(normal.written.slice(until))))),
    );
    if (entries.length > 0) return { to, entries };
  }
  return null;
}

/** “CN 7601” is a code of goods. */
const GOODS = /^(?: code)? ?(?!(?:19|20)\d\d(?!\d))\d{4,}/i;
const CODE_BEFORE = /(?<![A-Za-z])[A-Z]{2}(?:, ?| ?[/&、和与] ?|,? (?:and|or|vs\.?|versus|to) )$/;
const CODE_AFTER = /^(?:, ?| ?[/&、和与] ?|,? (?:and|or|vs\.?|versus|to) )[A-Z]{2}(?![A-Za-z0-9])/;

/** Whether another code of two letters stands right before or after: “ES, IT and PT”. */
function standsInRow(written: string, from: number, to: number): boolean {
  return CODE_BEFORE.test(written.slice(Math.max(0, from - 12), from)) || CODE_AFTER.test(written.slice(to, to + 14));
}

/** The end of the word whose form ends at a place, or null if the form ends within a word. */
function wordEnd(text: string, end: number): number | null {
  if (!isLatin(text[end - 1]) || !isLatin(text[end])) {
    return text.startsWith("'s", end) && !isLatin(text[end + 2]) ? end + 2 : end;
  }
  if (text[end] === "s" && !isLatin(text[end + 1]) && text[end - 1] !== "s") return end + 1;
  return null;
}

/** Concepts that stand within a longer form. */
function nestedIn(
  normal: NormalText,
  from: number,
  to: number,
  lexicon: Lexicon,
  outer: readonly Meaning[],
): Meaning[] {
  if (outer.every(({ kind }) => kind !== "measure" && kind !== "operation")) return [];
  const found: Meaning[] = [];
  for (let at = from; at < to; ) {
    const isStart = !(isLatin(normal.text[at]) && isLatin(normal.text[at - 1]));
    const inner = isStart ? lexicon.trie.from(normal.text, at) : [];
    const fits = inner.find(({ end }) => end <= to && end - at < to - from && wordEnd(normal.text, end) !== null);
    if (fits) {
      for (const { meaning, capitals } of fits.values) if (nestable.has(meaning.kind) && !capitals) found.push(meaning);
      at = fits.end;
    } else at += 1;
  }
  return distinct(found).filter((each) => !outer.some((other) => same(each, other)));
}

const nestable: ReadonlySet<string> = new Set(["gas", "principle", "fuel", "product", "sector", "pool", "place"]);

function distinct(meanings: readonly Meaning[]): Meaning[] {
  return meanings.filter((each, i) => meanings.findIndex((other) => same(each, other)) === i);
}

function same(a: Meaning, b: Meaning): boolean {
  return a.kind === b.kind && JSON.stringify(a.value) === JSON.stringify(b.value);
}

/** A word or character that no form begins with; a misspelt Latin word is taken for the nearest. */
function unknownAt(normal: NormalText, at: number, lexicon: Lexicon, turn: number): Found {
  const { text } = normal;
  let to = at + (String.fromCodePoint(text.codePointAt(at)!).length || 1);
  if (isLatin(text[at]))
    while (to < text.length && (isLatin(text[to]) || (text[to] === "'" && isLatin(text[to + 1])))) to += 1;
  const span = spanOf(normal, at, to);
  const word = text.slice(at, to).replace(/'s$/, "");
  const near = /^[a-z]+$/.test(word) ? lexicon.nearest(word) : [];
  const meanings = distinct(near.map(({ meaning }) => meaning));
  const link: Link = { ...span, turn, meanings, nested: [], via: meanings.length > 0 ? "fuzzy" : "exact" };
  return { link, to };
}

function spanOf(normal: NormalText, from: number, to: number): Pick<Link, "from" | "to" | "words"> {
  const start = normal.origin[from]!;
  const end = to >= normal.text.length ? normal.written.trimEnd().length : endOf(normal, to);
  return { from: start, to: end, words: normal.written.slice(start, end) };
}

/** The end of the character before a place. */
function endOf(normal: NormalText, to: number): number {
  const last = normal.origin[to - 1]!;
  return last + String.fromCodePoint(normal.written.codePointAt(last)!).length;
}

/** Characters of Chinese that are words of the sentence beside any other. */
const PARTICLE =
  /^[的得了着吗呢么吧嘛呀啊与和及跟同或而且但是在从至到把将被给按据依以因就则才又再也都均还之请你我您它他她这那哪谁啥咋其该此每各约写问看查要用]$/u;

/**
 * A character that is a word of the sentence alone and a part of words that say something: 国 and 有 stand in 国有.
 * Only where none of its neighbours is one, too, it is the word.
 */
function isPartOfWord(link: Link): boolean {
  return (
    /^\p{Script=Han}$/u.test(link.words) &&
    !PARTICLE.test(link.words) &&
    link.meanings.length > 0 &&
    link.meanings.every(({ kind }) => kind === "plain")
  );
}

/** Unknown characters that stand together are one unknown word. */
function joinUnknown(links: readonly Link[], written: string): Link[] {
  const joined: Link[] = [];
  for (const link of links) {
    const before = joined.at(-1);
    const isSplit = before && isPartOfWord(before) && isPartOfWord(link);
    const isJoined = before && before.to === link.from && (isSplit || (isUnread(before) && isUnread(link)));
    if (isJoined && !/^[\x20-\x7e]+$/.test(link.words))
      joined[joined.length - 1] = {
        ...before,
        to: link.to,
        words: written.slice(before.from, link.to),
        meanings: [],
      };
    else joined.push(link);
  }
  return joined;
}

function isUnread(link: Link): boolean {
  return link.meanings.length === 0 && isUnknown(link);
}

/** Whether nothing is known of a word, but perhaps that it restricts, or could hold an amount. */
export function isUnknown(link: Link): boolean {
  return (
    link.meanings.every(({ kind }) => kind === "holder" || kind === "restrictor") &&
    link.years === undefined &&
    link.quantity === undefined &&
    link.number === undefined &&
    link.code === undefined &&
    link.unit === undefined
  );
}
