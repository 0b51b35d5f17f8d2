import { combineAnswers } from "./combine-answers.ts";
import type { Turn } from "./conversation.ts";
import { withoutFraming } from "./framing.ts";
import { normalForm } from "./language/normal-text.ts";
import type { MeaningKind } from "./lexicon/entry.ts";
import type { Lexicon } from "./lexicon/lexicon.ts";
import { isUnknown, type Link, linkText } from "./link.ts";
import { Matter } from "./matter.ts";
import { isNeighbour, saidByNeighbour } from "./measures/neighbours.ts";
import { type Memory, mergeTurns } from "./merge-turns.ts";
import type { Json, Slot } from "./plan.ts";
import { type Planned, plan } from "./planner.ts";
import { type KnownSpan, withCountedYears } from "./relative-years.ts";
import type { Answer, Reply } from "./reply.ts";
import { reworded } from "./reword.ts";
import { does, kindsIn, kindsOf } from "./turn-links.ts";

/** Kinds that make a turn a matter of its own. */
const own: ReadonlySet<string> = new Set(["measure", "material"]);

/** What earlier turns said, for a turn that leaves something out. */
export class Context {
  readonly #lexicon: Lexicon;
  /** The words of the last matter, with what turns added and replaced. */
  #links: readonly Link[] = [];
  #reply: Reply | null = null;
  /** Places that were asked about, newest last. */
  #places: { readonly link: Link; readonly meaning: Link["meanings"][number] }[] = [];
  /** Years of the values that were given before, newest last. */
  #years: number[] = [];
  /** Principles that were named, newest last. */
  #principles: Link[] = [];

  /** The answers that were given, newest last. */
  #answers: Answer[] = [];

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** The plan of a turn: of its own words, or of its words over those before. */
  read(turn: Turn, place: number): Planned {
    const linked = linkText(turn.text, this.#lexicon, place);
    const dated = withCountedYears(reworded(linked), this.#lastYear(), this.#lastSpan());
    const words = this.#resolved(withoutFraming(dated, turn.text));
    const chosen = chosenLinks(turn.chosen ?? {}, this.#lexicon, place);
    const alone = [...replaced(words, chosen, turn.chosen), ...chosen];
    const refers = words.some((link) => link.meanings.some(({ kind }) => kind === "before" || kind === "ordinal"));
    const answered = this.#optionOf(turn.text, words);
    if (answered) return this.#replan(answered, place);
    const first = plan(alone, this.#lexicon);
    if (this.#links.length === 0) return first;
    const isWhole = first.outcome.kind === "draft" || first.outcome.kind === "agent";
    // What answers a question back completes what was asked, even where its words could stand alone.
    const asked = this.#reply?.kind === "ask" ? kindOfSlot[this.#reply.slot] : undefined;
    const has = (kind: MeaningKind) => alone.some(({ meanings }) => meanings.some((each) => each.kind === kind));
    const completes = asked !== undefined && has(asked) && !has("measure");
    // A unit alone, or a gas, is of what was said before.
    const standsAlone = isWhole && !refers && alone.some(isOwnMatter);
    if (standsAlone && !completes) return first;
    const merged = plan(mergeTurns(alone, this.#memory()), this.#lexicon);
    if (completes && merged.outcome.kind === "draft") return merged;
    if (standsAlone) return first;
    // What restricts one of the answers is in neither.
    const both = alone.some(isOpen) ? null : combineAnswers(alone, this.#answers);
    const combined: Planned | null = both && { outcome: both, intent: "two answers", links: this.#links };
    // “Both together” of one place and year, and whatever the words before cannot be merged to, is of the answers themselves.
    const ofShares = this.#answers.at(-1)?.values.some(({ unit, primary }) => primary && unit === "%") === true;
    const namesBoth = alone.filter(({ meanings }) => meanings.some(({ kind }) => kind === "ordinal")).length === 2;
    if (combined && (namesBoth || ofShares || alone.some((link) => does(link, ["total", "cumulative"]))))
      return combined;
    if (combined && merged.outcome.kind !== "draft") return combined;
    // Words of a sentence alone ask for nothing that the last answer has not.
    const says = alone.some(
      (link) => link.years || link.quantity || link.unit || link.number !== undefined || isMeant(link),
    );
    if (!says && words.length > 0 && this.#reply?.kind === "answer") return first;
    if (merged.outcome.kind === "draft" || merged.outcome.kind === "agent") return merged;
    // “And the land sink?” after a year is of that year, or of none: not of the newest.
    const losesYear = refers && this.#years.length > 0 && !alone.some(({ years }) => years);
    if (first.outcome.kind === "draft") return losesYear ? merged : first;
    if (first.outcome.kind === "agent") return first;
    if (first.outcome.kind === "ask") {
      const isOwn = first.intent !== "about" && first.intent !== "what is meant" && hasOwn(words);
      return merged.outcome.kind === "ask" && (refers || !isOwn) ? merged : first;
    }
    return merged.outcome.kind === "ask" && first.outcome.reason === "not understood" ? merged : first;
  }

  /** The option of the last question back that the words choose: its label, its place in the list, or its number. */
  #optionOf(text: string, words: readonly Link[]): { readonly slot: Slot; readonly value: Json } | null {
    const reply = this.#reply;
    if (reply?.kind !== "ask") return null;
    const said = normalForm(text).replace(/[.!。！]$/, "");
    const named = reply.options.find(({ label }) => [label.en, label.zh].some((each) => normalForm(each) === said));
    const content = words.filter((link) => !link.meanings.some(({ kind }) => kind === "plain" || kind === "before"));
    const [only] = content.length === 1 ? content : [];
    const place = only?.meanings.find(({ kind }) => kind === "ordinal")?.value ?? only?.number;
    const option =
      named ??
      (reply.slot === "place" ? placeAmong(reply.options, words) : undefined) ??
      optionWithWord(reply.options, content) ??
      (typeof place === "number" ? reply.options.at(place > 0 ? place - 1 : place) : undefined);
    return option ? { slot: reply.slot, value: option.value } : null;
  }

  /** The plan of the last matter with a slot that was chosen. */
  #replan({ slot, value }: { readonly slot: Slot; readonly value: Json }, place: number): Planned {
    const chosen = chosenLinks({ [slot]: value }, this.#lexicon, place);
    return plan([...replaced(this.#links, chosen, { [slot]: value }), ...chosen], this.#lexicon);
  }

  /** Remembers what a turn came to. */
  keep(planned: Planned, reply: Reply): void {
    this.#reply = reply;
    if (reply.kind === "answer") this.#answers.push(reply);
    if (reply.kind === "refuse" && reply.reason === "not understood") return;
    this.#links = planned.links;
    const places = planned.links.flatMap((link) =>
      link.meanings
        .filter(({ kind }) => kind === "place")
        .slice(0, 1)
        .map((meaning) => ({ link, meaning })),
    );
    const codes = places.map(({ meaning }) => meaning.value);
    this.#places = [...this.#places.filter(({ meaning }) => !codes.includes(meaning.value)), ...places];
    const years = planned.links.flatMap(({ years }) => (years && "one" in years ? [years.one] : []));
    const accountOf = (link: Link) =>
      [...link.meanings, ...link.nested].find(({ kind }) => kind === "principle")?.value;
    const principles = planned.links.filter((link) => accountOf(link) !== undefined);
    for (const link of principles)
      this.#principles = [...this.#principles.filter((each) => accountOf(each) !== accountOf(link)), link];
    this.#years = [...this.#years.filter((year) => !years.includes(year)), ...years];
  }

  /** The year of which was spoken last, or of which the last answer was. */
  #lastYear(): number | null {
    const said = this.#years.at(-1);
    if (said !== undefined) return said;
    const found = this.#reply?.kind === "answer" ? this.#reply.values.find(({ unit }) => unit === "year") : undefined;
    return typeof found?.value === "number" ? found.value : null;
  }

  #lastSpan(): KnownSpan | null {
    const spans = this.#links.flatMap(({ years }) => (years && "first" in years ? [years] : []));
    const last = spans.at(-1);
    return last && last.first !== null && last.last !== null ? { first: last.first, last: last.last } : null;
  }

  #memory(): Memory {
    const reply = this.#reply;
    const largest =
      reply?.kind === "answer" ? reply.values.filter(({ unit, primary }) => unit === "iso3" && primary) : [];
    const iso3 = largest.length === 1 ? String(largest[0]!.value) : null;
    return {
      links: this.#withoutHolders(),
      places: this.#places,
      years: this.#years,
      principles: this.#principles,
      found: iso3 === null ? null : { kind: "place", value: iso3, label: this.#lexicon.placeLabel(iso3) },
    };
  }

  /** The words of the last matter without those that said whose its amounts are: their articles stand with them. */
  #withoutHolders(): readonly Link[] {
    const matter = new Matter(this.#links, this.#lexicon);
    return this.#links.filter((link) => !matter.holdsAmount(link));
  }

  /** Ordinals become the places of the list that was given before. */
  #resolved(links: readonly Link[]): Link[] {
    const reply = this.#reply;
    if (reply?.kind !== "answer") return [...links];
    const places = reply.values.filter(({ unit }) => unit === "iso3").map(({ value }) => String(value));
    const refers = links.find((link) => REFERS.test(normalForm(link.words)));
    const names = links.some((link) => link.meanings.some(({ kind, value }) => kind === "place" && value !== "WORLD"));
    const ordinals = links.some((link) => link.meanings.some(({ kind }) => kind === "ordinal"));
    if (refers && !names && !ordinals && places.length > 0) {
      const those = places.map((value): Link => {
        const meaning = { kind: "place", value, label: this.#lexicon.placeLabel(value) } as const;
        return { ...refers, meanings: [meaning], nested: [], via: "context" };
      });
      const before = { kind: "before", value: true, label: { en: "the same", zh: "同上" }, soft: true } as const;
      return links.flatMap((link) => (link === refers ? [{ ...link, meanings: [before] }, ...those] : [link]));
    }
    return links.map((link) => {
      const ordinal = link.meanings.find(({ kind }) => kind === "ordinal")?.value;
      if (typeof ordinal !== "number") return link;
      const iso3 = ordinal < 0 ? places.at(ordinal) : places[ordinal - 1];
      if (iso3 === undefined) return link;
      const meaning = { kind: "place", value: iso3, label: this.#lexicon.placeLabel(iso3) } as const;
      const before = { kind: "before", value: true, label: meaning.label, soft: true } as const;
      return { ...link, meanings: [meaning, before], via: "context" as const };
    });
  }
}

/** Capitals and other names by which people tell the Congos and the Koreas apart. */
const NICKNAMES = "kinshasa brazzaville pyongyang seoul 金沙萨 布拉柴维尔 平壤 首尔 那个 one";

/** The one option that is named as a place, with nothing else that a figure could be of: “the Democratic Republic, Kinshasa”. */
function placeAmong<O extends { readonly value: Json; readonly label: { readonly en: string; readonly zh: string } }>(
  options: readonly O[],
  words: readonly Link[],
): O | undefined {
  if (words.some((link) => link.years || link.quantity || hasOwn([link]))) return undefined;
  const codes = new Set(
    words.flatMap(({ meanings }) => meanings.flatMap(({ kind, value }) => (kind === "place" ? [value] : []))),
  );
  const unknown = words.filter(isOpen).map((link) => normalForm(link.words));
  const labels = options.map(({ label }) => `${normalForm(label.en)} ${normalForm(label.zh)} ${NICKNAMES}`);
  // Words that name none of the options restrict what they are asked for.
  const isOther = ({ meanings, words: said }: Link) =>
    meanings.length > 0 &&
    !/^(?:capital(?: of)?|首都)$/i.test(said) &&
    meanings.every(({ kind }) => !["place", "plain", "before", "ordinal"].includes(kind));
  if (words.some((link) => isOther(link) || link.number !== undefined)) return undefined;
  if (unknown.some((word) => !labels.some((each) => each.includes(word)))) return undefined;
  const named = options.filter(({ value }) => codes.has(value));
  if (named.length === 1 && codes.size === 1) return named[0];
  if (codes.size > 0 || unknown.length === 0) return undefined;
  const counts = options.map(({ label }) => {
    const text = `${normalForm(label.en)} ${normalForm(label.zh)}`;
    return unknown.filter((word) => text.includes(word)).length;
  });
  const most = Math.max(...counts);
  const best = options.filter((_, i) => counts[i] === most);
  return most > 0 && most * 2 >= unknown.length && best.length === 1 ? best[0] : undefined;
}

/** The only option whose label has a word of a short answer: “the South one”, “northern”. */
function optionWithWord(
  options: readonly { readonly value: Json; readonly label: { readonly en: string; readonly zh: string } }[],
  content: readonly Link[],
) {
  const words = content
    .filter(isUnknown)
    .map(({ words }) => normalForm(words).replace(/^the /, "").replace(/ern$/, ""));
  if (words.length !== 1 || content.length !== 1 || words[0]!.length < 2) return undefined;
  const found = options.filter(({ label }) =>
    [label.en, label.zh].some((each) => normalForm(each).includes(words[0]!)),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** Words for what was listed before. */
const REFERS =
  /^(?:that|they|them|these|those|it|their|its|he|both|all (?:of them|two|three|four|five|six|seven|ten)|(?:the|these|those) (?:three|four|five|six|seven|ten)(?: countries)?|它们|他们|它|这些(?:国家)?|这[几三五两四十]个?(?:国家?)?|[三五两四]国|它们[几三五两四]个|该国|这个国家|那些国家|合起来|合计)$/;

function isMeant({ meanings }: Link): boolean {
  return meanings.some(({ kind, soft }) => kind !== "plain" && kind !== "before" && !(kind === "process" && soft));
}

/** A word that can begin a matter of its own. */
function isOwnMatter(link: Link): boolean {
  const begins = ["measure", "place", "group", "material", "principle", "metric", "fuel", "sector", "product", "term"];
  if (link.years || link.quantity) return true;
  return link.meanings.some(({ kind, soft }) => begins.includes(kind) && soft !== true);
}

/** A word that is not understood, or only as another one. */
function isOpen(link: Link): boolean {
  return isUnknown(link) || link.via === "fuzzy";
}

function hasOwn(links: readonly Link[]): boolean {
  return links.some((link) => link.meanings.some(({ kind, soft }) => own.has(kind) && !soft));
}

/** Slots whose choice is a meaning of the lexicon. */
const kindOfSlot: Readonly<Partial<Record<Slot, MeaningKind>>> = {
  place: "place",
  group: "group",
  principle: "principle",
  metric: "metric",
  method: "method",
  basis: "basis",
  boundary: "boundary",
  technology: "technology",
  gas: "gas",
  sector: "sector",
  source: "fuel",
  product: "product",
  edition: "database",
  region: "region",
  material: "material",
};

/** What a person chose by a chip or a button, as if it stood in the words. */
function chosenLinks(chosen: Readonly<Partial<Record<Slot, Json>>>, lexicon: Lexicon, turn: number): Link[] {
  return Object.entries(chosen).flatMap(([slot, value]): Link[] => {
    const empty = { from: 0, to: 0, words: String(value), turn, nested: [], via: "chosen" as const };
    if (slot === "year" && typeof value === "number") return [{ ...empty, meanings: [], years: { one: value } }];
    if (
      slot === "measure" ||
      slot === "operation" ||
      slot === "context" ||
      String(value).startsWith("clinker fraction")
    )
      return linkText(String(value), lexicon, turn).map((link) => ({ ...link, via: "chosen" as const }));
    const kind = kindOfSlot[slot as Slot];
    if (!kind || value === null) return [];
    const label = kind === "place" ? lexicon.placeLabel(String(value)) : lexicon.conceptLabel(kind, String(value));
    return [{ ...empty, meanings: [{ kind, value: value as Json, label }] }];
  });
}

/** The words without those whose kind was chosen otherwise. */
function replaced(words: readonly Link[], chosen: readonly Link[], by: Turn["chosen"] = {}): Link[] {
  const kinds = new Set<string>([
    ...kindsIn(chosen),
    ...(isNeighbour(by.measure) ? saidByNeighbour : []),
    // “In total” takes the place of “per head”, although a question may leave it out.
    ...(by.operation === undefined ? [] : ["operation"]),
  ]);
  return words.filter((link) => {
    const of = kindsOf(link);
    return (
      !of.some((kind) => kinds.has(kind)) || of.some((kind) => !kinds.has(kind) && own.has(kind) && kind !== "measure")
    );
  });
}
