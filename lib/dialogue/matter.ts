import type { Text } from "../message/message.ts";
import type { QuantityMention } from "./language/quantities.ts";
import type { Meaning, MeaningKind } from "./lexicon/entry.ts";
import type { Lexicon } from "./lexicon/lexicon.ts";
import { isUnknown, type Link } from "./link.ts";
import type { Json } from "./plan.ts";
import { datesYear, restrictsHere } from "./restricting-use.ts";

/** A meaning with the words that have it. */
export interface Found {
  readonly link: Link;
  readonly meaning: Meaning;
  /** Whether only a part of the words means it. */
  readonly isNested: boolean;
}

/** No reading explains a word that restricts. */
export function isRestrictor({ meanings }: Link): boolean {
  return meanings.length > 0 && meanings.every(({ kind }) => kind === "restrictor");
}

const DENIES =
  /^(?:not|never|(?:do|does|did|has|have|had|is|are|was|were|will|would|can|could)(?:n't| not)|没有?|未|并未|从未|不会?|没能)$/i;

/** What stands before the one holder of an amount, and what may stand between. */
const DETERMINES = /^(?:an?|one|the|this|that|our|my|your|his|her|its|their)$|'s?$/i;
const DETERMINES_ZH =
  /^(?:我|我们|我司|咱们|你|你们|他们|她|它|某|本|该|这|那|这个|那个|一个|一家|一座|一间|一台|一栋|一套|家|座|间)$/;
const AT_LEAST =
  /^(?:at least|at most|no less than|no more than|not more than|至少|至多|最多|最少|不少于|不超过|不到)$/i;
const NAMING: ReadonlySet<string> = new Set([
  "place",
  "holder",
  "material",
  "product",
  "technology",
  "absent",
  "sector",
]);

/** Whether a measure is of what is emitted, whatever of it. */
function isEmissions(ids: Json): boolean {
  return Array.isArray(ids) && ids.includes("fossil CO2, territorial");
}

/** Words that give an amount. */
export type GivenQuantity = Link & { readonly quantity: QuantityMention };

/** “Third largest” is explained by what reads which place it is, not by what ranks. */
function isPlace({ meanings }: Link): boolean {
  return meanings.some(({ kind, value }) => kind === "ordinal" && value !== 1);
}

function isFigure({ kind, value }: Meaning): boolean {
  return kind === "measure" || kind === "gas" || (kind === "operation" && value === "factor");
}

function isActivity({ kind, value }: Meaning): boolean {
  return kind === "material" && String(value).startsWith("activity:");
}

export interface Span {
  /** Null at an open end. */
  readonly first: number | null;
  readonly last: number | null;
}

/**
 * What the words of a question say, as an intent reads it. Each reading marks its words as explained; an intent may answer only if
 * none is left over.
 */
export class Matter {
  readonly links: readonly Link[];
  readonly lexicon: Lexicon;
  readonly #used = new Set<Link>();
  /** Words that are read once for all. */
  readonly #settled = new Set<Link>();

  constructor(links: readonly Link[], lexicon: Lexicon) {
    this.links = links;
    this.lexicon = lexicon;
  }

  /** The same words, none of them explained. */
  anew(): Matter {
    return new Matter(this.links, this.lexicon);
  }

  /** Meanings of a kind, in the order of the words; with nested ones after them. Nothing is marked. */
  find(kind: MeaningKind): Found[] {
    const links = this.links.filter((link) => !this.#settled.has(link));
    const own = links.flatMap((link) =>
      link.meanings.filter((each) => each.kind === kind).map((meaning) => ({ link, meaning, isNested: false })),
    );
    const nested = links.flatMap((link) =>
      link.nested.filter((each) => each.kind === kind).map((meaning) => ({ link, meaning, isNested: true })),
    );
    return [...own, ...nested];
  }

  has(kind: MeaningKind, value?: Json): boolean {
    return this.find(kind).some(({ meaning }) => value === undefined || meaning.value === value);
  }

  /** Marks words as explained. */
  use(...links: readonly (Link | undefined)[]): void {
    for (const link of links) if (link && !isRestrictor(link)) this.#used.add(link);
  }

  /** The value of an operation's words, marked as explained. */
  takes(kind: MeaningKind, ...values: readonly Json[]): boolean {
    const found = this.find(kind).filter(({ meaning }) => values.includes(meaning.value));
    for (const { link } of found) if (kind === "ordinal" || !isPlace(link)) this.use(link);
    return found.length > 0;
  }

  /** The same for words that have no other meaning here: they are not found again. */
  settles(kind: MeaningKind, ...values: readonly Json[]): boolean {
    const found = this.find(kind).filter(({ meaning }) => values.includes(meaning.value));
    for (const { link } of found) {
      this.use(link);
      this.#settled.add(link);
    }
    return found.length > 0;
  }

  /** Whether the words deny what they compare by, marked as explained: “did not emit more than”. An even number of denials is none. */
  denies(): boolean {
    const found = this.links.filter(({ words }) => DENIES.test(words));
    this.use(...found);
    return found.length % 2 === 1;
  }

  /** Words that say “net”, marked as explained: of a figure that is one. */
  usesNet(): void {
    this.use(...this.links.filter(({ words }) => /^(?:net|净)$/i.test(words)));
  }

  /** The meanings of a kind that an intent reads, marked as explained; those that it leaves are left over. */
  all(kind: MeaningKind, reads: (meaning: Meaning) => boolean = () => true): Found[] {
    const found = this.find(kind).filter(({ meaning }) => reads(meaning));
    // A car, a hotel night is the matter of those who ask for it alone: it restricts whatever else is asked.
    for (const { link, meaning } of found)
      if (!isActivity(meaning) && (kind === "ordinal" || !isPlace(link))) this.use(link);
    return found;
  }

  /** The one meaning of a kind, marked as explained wherever it is said. Another one beside it is left over. */
  one(kind: MeaningKind): Found | undefined {
    const [first] = this.find(kind);
    return first && this.all(kind, ({ value }) => value === first.meaning.value)[0];
  }

  /**
   * Words that say of a figure of emissions that it is one, marked as explained: “emitted”, “CO2 emissions”. Those that name another
   * gas, a fuel, an account or a sector are left over.
   * @param gases which the figure is of
   */
  emissions(...gases: readonly string[]): void {
    const fits = ({ kind, value }: Meaning) =>
      kind === "gas" ? gases.includes(String(value)) : kind === "measure" && isEmissions(value);
    for (const link of this.links) if (link.meanings.some(fits) && link.nested.every(fits)) this.use(link);
  }

  /** Quantities that an intent reads, marked as explained. */
  quantities(reads: (quantity: QuantityMention) => boolean = () => true): GivenQuantity[] {
    const found = this.links.filter((link): link is GivenQuantity => !!link.quantity && reads(link.quantity));
    this.use(...found);
    return found;
  }

  /** Numbers without a unit that an intent reads, marked as explained. */
  numbers(reads: (number: number) => boolean = () => true): (Link & { readonly number: number })[] {
    const found = this.links.filter(
      (link): link is Link & { number: number } => link.number !== undefined && reads(link.number),
    );
    this.use(...found);
    return found;
  }

  /** Single years, marked as explained. */
  years(): number[] {
    const found = this.links.filter(({ years }) => years && "one" in years);
    this.use(...found);
    return [...new Set(found.map(({ years }) => (years as { one: number }).one))];
  }

  /** The first span of years, marked as explained. */
  span(): Span | null {
    const found = this.links.filter(({ years }) => years && "first" in years);
    const spans = found.map(({ years }) => years as Span);
    const [first] = spans;
    // “since 1990 … up to 2024”
    const from = spans.find((each) => each.last === null);
    const until = spans.find((each) => each.first === null);
    if (spans.length === 2 && from && until) {
      this.use(...found);
      return { first: from.first, last: until.last };
    }
    // “the 2010s (2010–2019)” says the same twice; “the 20th century, i.e. 1900 to 2000” says last what is meant.
    const isNear = (a: number | null | undefined, b: number | null | undefined) =>
      a === b || (typeof a === "number" && typeof b === "number" && Math.abs(a - b) <= 1);
    const same = spans.every((each) => isNear(each.first, first?.first) && isNear(each.last, first?.last));
    this.use(...(same ? found : found.slice(0, 1)));
    return (same ? spans.at(-1) : first) ?? null;
  }

  /** How many of the newest years are meant, marked as explained. */
  newest(): number | null {
    const found = this.links.find(({ years }) => years && "newest" in years);
    this.use(found);
    return found ? (found.years as { newest: number }).newest : null;
  }

  /** A unit asked for, marked as explained. */
  unit(): string | null {
    const found = this.links.filter(({ unit }) => unit !== undefined);
    this.use(...found);
    return found.at(-1)?.unit ?? null;
  }

  codes(): string[] {
    const found = this.links.filter(({ code }) => code !== undefined);
    this.use(...found);
    return found.map(({ code }) => code!);
  }

  /**
   * Words between two others that name a thing which only a table knows, such as a commodity: from the first unknown word to the
   * last, with known words between them. Marked as explained; null if there are none.
   */
  phrase(): string | null {
    const unknown = this.links.filter((link) => isUnknown(link) || link.via === "fuzzy");
    const [first, last] = [unknown[0], unknown.at(-1)];
    if (!first || !last || first.turn !== last.turn) return null;
    const within = this.links.filter(
      (link) => link.turn === first.turn && link.from >= first.from && link.to <= last.to,
    );
    this.use(...within);
    return within.map((link) => link.words).join(" ");
  }

  /** Words that nothing explained and on which an answer could depend. */
  unexplained(): Link[] {
    return this.links.filter((link) => !this.#used.has(link) && !this.#isIdle(link));
  }

  /**
   * Whether a word says only who holds or uses a given amount, and how: “our office in Athens bought”. A bare noun may restrict (“of
   * schools”); with an article or a possessive it is one holder.
   */
  holdsAmount(link: Link): boolean {
    const holder = link.meanings.find((each) => each.kind === "holder" || isActivity(each));
    if (!holder || holder.value === "read" || link.via === "fuzzy") return false;
    if (holder.value === "verb") return true;
    const at = this.links.indexOf(link);
    if (at === 0) return true;
    // Chinese has no articles: who holds an amount stands before it, or after a word for one. Before the figure that is asked
    // for, or its factor, a bare noun says of what it is.
    if (/\p{Script=Han}/u.test(link.words)) {
      const isDetermined = this.links.slice(Math.max(0, at - 4), at).some(({ words }) => DETERMINES_ZH.test(words));
      if (isDetermined) return true;
      const next = this.links.slice(at + 1).find(({ words }) => words !== "的");
      if (next?.meanings.some(isFigure)) return false;
      return this.links.slice(at).some(({ quantity, number }) => quantity !== undefined || number !== undefined);
    }
    const before = this.links.slice(Math.max(0, at - 4), at);
    const head = before.findLastIndex(({ words }) => DETERMINES.test(words));
    return head >= 0 && before.slice(head + 1).every(({ meanings }) => meanings.some(({ kind }) => NAMING.has(kind)));
  }

  /** Words of the sentence alone, and signs. A word that is not known is never one of them. */
  #isIdle(link: Link): boolean {
    if (isUnknown(link)) return /^[^\p{L}\p{N}$€£%]+$/u.test(link.words);
    // A word that was misspelt is read for one that is used, or is not understood.
    if (link.via === "fuzzy" || restrictsHere(link, this.links)) return false;
    // “over 2014–2023”, “the emissions above”: a bound needs an amount.
    const isBound =
      link.meanings.length > 0 &&
      link.meanings.every(
        ({ kind, value }) => (kind === "operation" && (value === "above" || value === "below")) || kind === "plain",
      );
    const isAmount = ({ quantity, number }: Link) =>
      number !== undefined || (quantity !== undefined && !/^(?:yr|month)$/.test(quantity.measured));
    // “At least how much?” asks for less than the figure.
    if (isBound && !AT_LEAST.test(link.words) && !this.links.some(isAmount)) return true;
    // “A ten-year average, 2005 to 2014” says the same twice; “in a month” of an amount is whose period it is.
    if (link.quantity?.measured === "yr" && this.links.some(({ years }) => years && "first" in years)) return true;
    const isOnePeriod = /^(?:yr|month)$/.test(link.quantity?.measured ?? "") && link.quantity?.value === 1;
    if (isOnePeriod && this.links.some((each) => each !== link && each.quantity)) return true;
    // “Since the Paris agreement of 2015”
    const isDated = link.meanings.some(({ kind }) => kind === "event");
    if (isDated && datesYear(link, this.links)) return true;
    return link.meanings.some(({ kind, soft }) => kind === "plain" || soft === true);
  }

  labelOfPlace(place: string): Text {
    return this.lexicon.placeLabel(place);
  }
}
