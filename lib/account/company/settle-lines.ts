import { type Message, messages } from "../../message/message.ts";
import type { AccountInput } from "../account-maker.ts";
import type { ReadLine } from "../line-shape.ts";
import { inUnit } from "../matching/amount-unit.ts";
import { Asks, MOST_ROWS } from "../matching/asks.ts";
import { foldText } from "../matching/fold-text.ts";
import { MappingEntries, type MappingEntry } from "../matching/mapping-entries.ts";
import type { Place, Places } from "../matching/places.ts";
import { isConvertible, rowUnit } from "./amount-conversion.ts";
import { type Clues, cluesOf } from "./clues.ts";
import { findActivity } from "./find-activity.ts";
import { type Finding, present, type Sources } from "./finding.ts";
import { isGrossAssumed } from "./fuel-conversion.ts";
import { givenMetric } from "./given-emissions.ts";
import { byOwnFactor } from "./own-factor-finding.ts";
import type { Conversion, Target } from "./target.ts";

const texts = messages("account.company", {
  byMapping: { en: "Your mapping takes “{name}” for it.", zh: "您的对应表将“{name}”对应于此。" },
  byAnswer: { en: "You answered that “{name}” is this.", zh: "您已回答“{name}”属于此项。" },
  mappingGone: {
    en: "Your mapping takes “{name}” for “{to}”, which no longer exists: choose another.",
    zh: "您的对应表将“{name}”对应于“{to}”，而它已不存在：请另选一项。",
  },
  skipped: { en: "Left out by your mapping: {reason}", zh: "按您的对应表不计：{reason}" },
  converted: {
    en: "Times {factor} {unit} by your mapping ({source}).",
    zh: "按您的对应表乘以 {factor} {unit}（{source}）。",
  },
  noConvertSource: { en: "no source stated", zh: "未注明来源" },
  negative: {
    en: "The amount is below zero: credits, returns and corrections are not netted, and it is in no total.",
    zh: "数量为负：退回、抵扣和更正不作抵扣，不计入任何合计。",
  },
  otherYear: {
    en: "It is of {of}, and the account of {year}: it is in no total.",
    zh: "属于 {of} 年，而核算年份为 {year}：不计入任何合计。",
  },
  needsRegion: {
    en: "Where the energy is used is not known: the country or province is needed.",
    zh: "不知道能源在何处使用：需要国家或省份。",
  },
  whichRegion: {
    en: "In which country, or which province of China, is the electricity used? (ISO code, such as DEU or CN-GD)",
    zh: "电力在哪个国家或中国哪个省份使用？（ISO 代码，如 DEU、CN-GD）",
  },
  whereIsSite: {
    en: "In which country, or which province of China, does “{site}” lie? (ISO code, such as DEU or CN-GD; the region of the account, if given, holds for every site without one)",
    zh: "“{site}”位于哪个国家或中国哪个省份？（ISO 代码，如 DEU、CN-GD；若给出账户的地区，则适用于所有未注明的场所）",
  },
  byName: { en: "{place} by its name, “{name}”.", zh: "按名称“{name}”取 {place}。" },
  siteIn: { en: "Does “{site}” lie in {place}, as its name says?", zh: "“{site}”是否如名称所示位于 {place}？" },
  siteTaken: { en: "{place} by the name of the site, “{site}”.", zh: "按场所名称“{site}”取 {place}。" },
  unknownPlace: { en: "“{place}” is no place that is known; it is left aside.", zh: "未知地点“{place}”，不予采用。" },
  grossOrNet: {
    en: "Is the energy of “{name}” by gross calorific value (as on bills) or by net?",
    zh: "“{name}”的能量是按高位热值（账单通常如此）还是低位热值？",
  },
  gross: { en: "Gross calorific value", zh: "高位热值" },
  net: { en: "Net calorific value", zh: "低位热值" },
  moneyYear: {
    en: "Of which year is the money in {currency}? It is brought to the prices of the factor’s year.",
    zh: "{currency} 金额是哪一年的价格？将换算为因子年份的价格。",
  },
  moneyYearTaken: {
    en: "The file does not say of which year the money is; {year} is taken.",
    zh: "文件没有写明金额的年份；按 {year} 年计。",
  },
  unitDoesNotFit: {
    en: "“{unit}” does not convert to {units}, which the factor is per: an amount in it, or a conversion, is needed.",
    zh: "“{unit}”不能换算为因子所用的 {units}：需要以其计的数量或换算系数。",
  },
  answerNone: { en: "You answered that it is none of them.", zh: "您已回答都不是。" },
});

/** A line, or a part of one that a mapping splits, with what it was taken for. */
export interface SettledLine {
  readonly line: ReadLine;
  readonly name: string;
  readonly amount: number;
  readonly splitFrom: string | null;
  readonly finding: Finding;
  readonly place: Place | null;
  /** Of the row of the inventory; null if there is none, and then `reason` says why. */
  readonly amountOfRow: number | null;
  readonly unitOfRow: string | null;
  readonly how: readonly Message[];
  readonly reason: Message | null;
  /** Shared by all lines of one kind, as `finding` and `place` are. */
  readonly notes: Message[];
}

/** Sites whose place is asked one by one; of more, one region for all is asked. */
const MOST_SITES = 5;

interface Known {
  readonly clues: Clues;
  readonly finding: Finding;
  readonly place: Place | null;
  readonly placeNote: Message | null;
  readonly conversion: Conversion | Message | null;
  readonly askKey: string;
  readonly notes: Message[];
  /** What is asked of its lines; made with the first of them that is asked. */
  asked: readonly Asked[] | null;
}

type Asked = Parameters<Asks["add"]> extends [unknown, ...infer Rest] ? Readonly<Rest> : never;

/** Settles what lines stand for: each kind of line once, however often it is repeated. */
export class SettleLines {
  readonly asks = new Asks();
  readonly #input: AccountInput;
  readonly #sources: Omit<Sources, "country">;
  readonly #places: Places;
  readonly #entries: MappingEntries;
  readonly #sitesAreCodes: boolean;
  readonly #known = new Map<string, Known>();
  /** By year, why lines of it are in no figure of the account's. */
  readonly #otherYears = new Map<number, Message>();
  /** Lines that lack a place, by their sites. */
  readonly #unplaced = new Map<string | null, Pick<ReadLine, "sheet" | "row">[]>();

  constructor(input: AccountInput, sources: Omit<Sources, "country">, places: Places) {
    this.#input = input;
    this.#sources = sources;
    this.#places = places;
    this.#entries = new MappingEntries(input.mapping);
    this.#sitesAreCodes = areCodes(input.lines, places);
  }

  /** Asks, when all lines are settled, where the energy of those without a place is used. */
  askPlaces(): void {
    const sites = [...this.#unplaced.keys()];
    const isEach = sites.length <= MOST_SITES;
    for (const [site, lines] of this.#unplaced)
      for (const line of lines)
        if (site === null || !isEach) this.asks.add(line, "region", texts.whichRegion(), [], null);
        else this.asks.add(line, `place:${site}`, texts.whereIsSite({ site }), [], null);
  }

  settle(line: ReadLine): SettledLine[] {
    const entry = this.#entries.find(line);
    if (entry?.split)
      return entry.split.map(({ to, share, name }) => {
        const part: MappingEntry = { name: entry.name, to, ...(entry.convert ? { convert: entry.convert } : {}) };
        return this.#settleOne(line, part, line.amount * share, name ?? line.name, line.name);
      });
    return [this.#settleOne(line, entry, line.amount, line.name, null)];
  }

  #settleOne(
    line: ReadLine,
    entry: MappingEntry | null,
    amount: number,
    name: string,
    splitFrom: string | null,
  ): SettledLine {
    const key = keyOf(line, entry);
    let known = this.#known.get(key);
    if (!known) {
      known = this.#find(line, entry);
      this.#known.set(key, known);
    }
    const { finding, place, conversion, notes } = known;
    this.#ask(line, known);
    const reason = this.#reasonAgainst(line, known, amount);
    const usable = reason === null && conversion !== null && !("code" in conversion) ? conversion : null;
    const distance = usable?.byDistance ? inUnit(line.distance!.amount, line.distance!.unit, "km") : 1;
    const times = entry?.convert ? amount * entry.convert.factor : amount;
    const amountOfRow =
      usable === null || distance === null ? null : (usable.factor === null ? times : times * usable.factor) * distance;
    return {
      line,
      name,
      amount,
      splitFrom,
      finding,
      place,
      amountOfRow,
      unitOfRow: amountOfRow === null ? null : usable!.unit,
      how: usable?.how ?? [],
      reason,
      notes,
    };
  }

  #find(line: ReadLine, entry: MappingEntry | null): Known {
    const written = cluesOf(entry?.convert ? { ...line, unit: entry.convert.unit } : line);
    const { place, note } = this.#placeOf(line, written);
    const sources = { ...this.#sources, country: place?.country ?? null };
    // One question for all sites; an answer may still be of one of them.
    const askKey = `activity:${foldText(line.name)}|${foldText(line.unit)}|`;
    const found = findActivity(written, sources);
    const settled = this.#bySettled(line, entry, found, askKey);
    const isOwn = entry?.factor !== undefined && entry.skip === undefined;
    const finding = isOwn ? byOwnFactor(written, settled, entry.factor!, this.#input.metric) : settled;
    const conversion = conversionFor(written, finding, found, this.#input);
    const own = entry?.convert
      ? [
          texts.converted({
            factor: entry.convert.factor,
            unit: entry.convert.unit,
            source: entry.convert.source ?? texts.noConvertSource(),
          }),
        ]
      : [];
    const withOwn =
      conversion !== null && !("code" in conversion) ? { ...conversion, how: [...own, ...conversion.how] } : conversion;
    return {
      clues: written,
      finding,
      place,
      placeNote: note,
      conversion: withOwn,
      askKey,
      notes: [...(finding.notes ?? []), ...moneyNotes(written, finding, this.#input), ...(note ? [note] : [])],
      asked: null,
    };
  }

  /** A person's mapping, then a person's answer, go before what was found. */
  #bySettled(line: ReadLine, entry: MappingEntry | null, found: Finding, askKey: string): Finding {
    const { activities, answers } = this.#sources;
    const others = present([found.target, ...found.others]);
    const { question: _, apart: __, ...plain } = found;
    if (entry?.skip !== undefined)
      return {
        ...plain,
        kind: "mapping",
        target: null,
        others,
        how: texts.skipped({ reason: entry.skip }),
        apart: texts.skipped({ reason: entry.skip }),
      };
    const key = [`${askKey}${foldText(line.site ?? "")}`, askKey].find((of) => Object.hasOwn(answers, of));
    const answer = key === undefined ? undefined : answers[key];
    const to = entry?.to ?? answer;
    if (to === undefined) return found;
    if (to === "none") return { ...plain, kind: "none", target: null, others, how: texts.answerNone() };
    const target = activities.byId(to);
    if (target === null)
      return { ...plain, kind: "none", target: null, others, how: texts.mappingGone({ name: line.name, to }) };
    const how = entry?.to !== undefined ? texts.byMapping({ name: line.name }) : texts.byAnswer({ name: line.name });
    const { conversion: ___, ...rest } = plain;
    return { ...rest, kind: "mapping", target, others: others.filter(({ id }) => id !== target.id), how };
  }

  #placeOf(line: ReadLine, clues: Clues): { place: Place | null; note: Message | null } {
    const { places = {}, answers = {} } = this.#input.mapping;
    const given = [line.site, line.place].flatMap((text) => {
      if (text === null) return [];
      if (Object.hasOwn(places, text)) return [places[text]!];
      return Object.hasOwn(answers, `place:${text}`) ? [answers[`place:${text}`]!] : [];
    })[0];
    if (given !== undefined) {
      const code = this.#places.code(given);
      if (code !== null) return { place: this.#places.place(code), note: null };
    }
    if (line.place !== null) {
      const code = this.#places.code(line.place) ?? this.#places.within(line.place);
      if (code !== null) return { place: this.#places.place(code), note: null };
    }
    const byName = line.site === null ? null : this.#placeOfSite(line.site);
    const region =
      this.#input.region === null
        ? null
        : this.#places.place(this.#places.code(this.#input.region) ?? this.#input.region);
    // The name of a site may narrow the region of the account, or stand where there is none.
    if (byName !== null) {
      const place = this.#places.place(byName);
      if (place !== null) return { place, note: texts.siteTaken({ place: byName, site: line.site }) };
    }
    // "Hotel nights Germany", "Electricity France": the country of a journey would be where it ends.
    const named = isUsedThere(clues) ? this.#places.within(line.name) : null;
    const placeNamed = named === null ? null : this.#places.place(named);
    if (placeNamed !== null) return { place: placeNamed, note: texts.byName({ place: named!, name: line.name }) };
    const note = line.place !== null && line.place.trim() !== "" ? texts.unknownPlace({ place: line.place }) : null;
    return { place: region, note };
  }

  /** Two letters are a word or a department (IT, HR) as often as a country: they are one only among other codes. */
  #placeOfSite(site: string): string | null {
    if (/^[a-z]{2}$/i.test(site.trim()) && !this.#sitesAreCodes) return null;
    return this.#places.code(site) ?? this.#places.within(site);
  }

  #reasonAgainst(line: ReadLine, { finding, conversion, place }: Known, amount: number): Message | null {
    const { year } = this.#input;
    if (finding.apart) return finding.apart;
    if (finding.target === null || finding.kind === "none") return finding.how;
    if (finding.question?.assumed === false) return finding.question.text;
    if (line.year !== null && line.year !== year) return this.#otherYear(line.year);
    if (amount < 0) return texts.negative();
    if (conversion !== null && "code" in conversion) return conversion;
    if (needsPlace(finding) && place === null && finding.target.id !== "given|2|electricity")
      return texts.needsRegion();
    return null;
  }

  #otherYear(of: number): Message {
    const reason = this.#otherYears.get(of) ?? texts.otherYear({ of, year: this.#input.year });
    this.#otherYears.set(of, reason);
    return reason;
  }

  #ask(line: ReadLine, known: Known): void {
    const { finding, place } = known;
    known.asked ??= this.#askedOf(line, known);
    for (const asked of known.asked) this.asks.add(line, ...asked);
    if (!needsPlace(finding) || place !== null || finding.apart) return;
    const lines = this.#unplaced.get(line.site);
    if (lines === undefined) this.#unplaced.set(line.site, [line]);
    else if (lines.length < MOST_ROWS) lines.push(line);
  }

  /** What is asked of all lines of a kind. */
  #askedOf({ site }: ReadLine, { clues, finding, place, placeNote, askKey, conversion }: Known): Asked[] {
    const { target, question } = finding;
    const asked: Asked[] = [];
    if (question) {
      const options = present([target, ...finding.others])
        .slice(0, 7)
        .map((each) => ({ value: each.id, label: labelOf(each) }));
      asked.push([askKey, question.text, options, question.assumed ? (target?.id ?? null) : null]);
    }
    if (target?.scope === "2" && placeNote !== null && site !== null && place !== null) {
      const code = place.province ?? place.country;
      const options = [{ value: code, label: plain(code) }];
      asked.push([`place:${site}`, texts.siteIn({ site, place: code }), options, code]);
    }
    if (
      target?.scope === "1" &&
      !finding.own &&
      conversion !== null &&
      !("code" in conversion) &&
      isGrossAssumed(clues, { ...this.#sources, country: null }, target.activity)
    ) {
      const options = [
        { value: "GCV", label: texts.gross() },
        { value: "NCV", label: texts.net() },
      ];
      asked.push([`basis:${target.activity}`, texts.grossOrNet({ name: clues.name }), options, "GCV"]);
    }
    const currency = target === null || finding.own ? null : currencyWithoutYear(clues);
    if (currency !== null && answeredYear(this.#input, currency) === null) {
      const { year } = this.#input;
      const years = [year, year - 1, year - 2].map((of) => ({ value: String(of), label: plain(String(of)) }));
      asked.push([`priceYear:${currency}`, texts.moneyYear({ currency }), years, String(year)]);
    }
    return asked;
  }
}

/** Purchased energy has the factors of its market, unless its own holds anywhere. */
function needsPlace({ target, own }: Finding): boolean {
  return target?.scope === "2" && own?.isAnywhere !== true;
}

/** Whether a place in the name of a line is where it is used: of purchased energy and of nights in hotels. */
function isUsedThere({ unit, tags }: Clues): boolean {
  return unit.dimension === "nights" || tags.has("mode:hotel") || [...tags].some((tag) => tag.startsWith("energy:"));
}

/** Sites of a file from which on their being codes is no chance. */
const FEWEST_CODES = 3;

/** Whether most of the sites are codes of countries. */
function areCodes(lines: readonly ReadLine[], places: Places): boolean {
  const sites = [...new Set(lines.flatMap(({ site }) => site?.trim() || []))];
  const codes = sites.filter((site) => /^[A-Z]{2,3}$/.test(site) && places.code(site) !== null);
  return codes.length >= FEWEST_CODES && codes.length * 2 > sites.length;
}

function keyOf(
  { name, unit, basis, site, place, sheet, column, scope, code, distance, remark }: ReadLine,
  entry: MappingEntry | null,
): string {
  const mapped =
    entry === null
      ? ""
      : `${entry.factor ? JSON.stringify(entry.factor) : ""}\u0002${entry.to ?? ""}\u0002${entry.skip ?? ""}\u0002${entry.convert?.factor ?? ""}\u0002${entry.convert?.unit ?? ""}`;
  return [name, unit, basis, site, place, sheet, column, scope, code, distance?.unit, remark, mapped].join("\u0001");
}

const labels = new Map<string, Message>();

/** A name as a label: as it is in every language. */
function plain(name: string): Message {
  let label = labels.get(name);
  if (!label) {
    label = { code: "", texts: { en: "{words}", zh: "{words}" }, values: { words: name } };
    labels.set(name, label);
  }
  return label;
}

function labelOf({ label }: Target): Message {
  return typeof label === "string" ? plain(label) : label;
}

/** The conversion of the finder, or one that follows from the units of the target; a message says what is needed. */
function conversionFor(
  clues: Clues,
  finding: Finding,
  found: Finding,
  input: AccountInput,
): Conversion | Message | null {
  const { target } = finding;
  if (target === null) return null;
  const own =
    finding.conversion ?? (found.target !== null && sameRow(found.target, target) ? found.conversion : undefined);
  if (own !== undefined) {
    if ("code" in own) return own;
    const unit = own.unit.replace("{metric}", input.metric);
    return unit === own.unit ? own : { ...own, unit, how: [...own.how, givenMetric({ metric: input.metric })] };
  }
  const unit = rowUnit(clues, answeredYear(input, currencyWithoutYear(clues) ?? ""));
  const fits = unit !== null && isConvertible(unit, target);
  if (fits) return { unit, factor: null, byDistance: false, how: [] };
  return texts.unitDoesNotFit({ unit: clues.unitAsWritten, units: [...new Set(target.units)] });
}

/** A fuel in another use has the same conversion. */
function sameRow(a: Target, b: Target): boolean {
  return a.scope === b.scope && a.activity === b.activity;
}

function currencyWithoutYear({ unit }: Clues): string | null {
  return unit.dimension === "money" && !/\b(?:19|20)\d{2}$/.test(unit.text!) ? unit.text!.split(" ").at(-1)! : null;
}

function answeredYear({ mapping: { answers = {} } }: AccountInput, currency: string): string | null {
  const answer = Object.hasOwn(answers, `priceYear:${currency}`) ? answers[`priceYear:${currency}`]! : null;
  return answer !== null && /^(?:19|20)\d{2}$/.test(answer) ? answer : null;
}

function moneyNotes(clues: Clues, { target, own }: Finding, input: AccountInput): Message[] {
  const currency = own ? null : currencyWithoutYear(clues);
  if (currency === null || target === null) return [];
  return answeredYear(input, currency) === null ? [texts.moneyYearTaken({ year: input.year })] : [];
}
