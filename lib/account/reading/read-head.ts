import { converts } from "../../quantity/quantity.ts";
import {
  type ColumnRole,
  carrierWords,
  columnWords,
  halfWords,
  loneMonthWords,
  massWords,
  monthWords,
  partWords,
  quarterWords,
} from "./column-words.ts";
import { containsWord } from "./contains-word.ts";
import { fiscalYearIn, namedYearIn } from "./fiscal-year.ts";
import { isCurrency, readUnit, type WrittenUnit } from "./read-unit.ts";
import { propertyWords } from "./row-words.ts";

/** What the head of a column says. */
export interface ColumnHead {
  /** As it is written, its rows joined. */
  readonly text: string;
  /** Without the unit, the month and the year. */
  readonly label: string;
  readonly role: ColumnRole | null;
  /** Whether the words are those of the role and no more; of several columns of a role the lowest rank is taken. */
  readonly isExact: boolean;
  readonly rank: number;
  readonly unit: WrittenUnit | null;
  readonly isCarrier: boolean;
  /** Part of the year: 0 to 11 a month, 12 to 15 a quarter, 16 and 17 a half. */
  readonly period: number | null;
  readonly year: number | null;
}

const roles = new Map<string, { readonly role: ColumnRole; readonly rank: number }>();
for (const [role, words] of Object.entries(columnWords) as [ColumnRole, readonly string[]][])
  for (const [rank, word] of words.entries()) if (!roles.has(word)) roles.set(word, { role, rank });
/** A word that is one of amounts and of names is a name only where nothing else is. */
for (const role of ["site", "scope"] as const)
  for (const [rank, word] of columnWords[role].entries()) roles.set(word, { role, rank });
roles.set("energy type", { role: "name", rank: 2 });

/** Roles that words inside a longer head decide, the most telling first. */
const within: readonly ColumnRole[] = [
  "factor",
  "unit price",
  "mass each",
  "total mass",
  "share",
  "size",
  "money",
  "supplier",
  "comment",
  "currency",
  "distance",
  "code",
  "period",
  "place",
  "site",
  "amount",
  "name",
];
/** Beside another amount a column of them says how far it went. */
const DISTANCES: ReadonlySet<string> = new Set(["km", "mi"]);
const isHan = /\p{Script=Han}/u;
const partial = within.map((role) => ({
  role,
  // Short words are found in others by chance.
  words: columnWords[role].filter((word) =>
    isHan.test(word) ? word.length > 1 : word.length > 3 || word === "qty" || word === "odo",
  ),
}));
const carriers = new Set(carrierWords);
/** "Degree days" are no days. */
const sizes: ReadonlySet<string> = new Set(propertyWords.size);
const hanCarriers = carrierWords.filter((word) => isHan.test(word) && word.length > 1);

const periods = new Map<string, number>();
for (const [month, words] of monthWords.entries()) for (const word of words) periods.set(word, month);
for (const [quarter, words] of quarterWords.entries()) for (const word of words) periods.set(word, 12 + quarter);
for (const [half, words] of halfWords.entries()) for (const word of words) periods.set(word, 16 + half);

const heads = new Map<string, ColumnHead>();

/** What a head says. Heads of several rows are joined by " / ". */
export function readHead(text: string): ColumnHead {
  const found = heads.get(text);
  if (found) return found;
  const head = parse(text.slice(0, 300));
  if (heads.size > 5_000) heads.clear();
  heads.set(text, head);
  return head;
}

/** The month of a word, 0 to 11, its quarter, 12 to 15, or its half of the year, 16 or 17; null if it is none. */
export function periodOf(text: string): number | null {
  const word = text.toLowerCase().replace(/\.$/, "").trim();
  return periods.get(word) ?? loneMonthWords[word] ?? null;
}

function plainOf(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_]+/g, " ")
    .replace(/\s*[:*]+\s*$/, "")
    .trim();
}

function parse(written: string): ColumnHead {
  const text = written.replace(/\s+/g, " ").trim();
  let unit: WrittenUnit | null = null;
  let year: number | null = null;
  let period: number | null = null;
  const labels: string[] = [];
  for (const part of text.split(" / ")) {
    const dated = datedPart(part);
    year ??= dated.year;
    period ??= dated.period;
    const bare = unitOfHead(dated.rest);
    unit = bare.unit ?? unit;
    if (bare.label !== "") labels.push(bare.label);
  }
  const label = labels.join(" / ");
  const own = roleOf(labels, text, unit, year !== null || period !== null);
  return {
    text,
    label,
    unit: own.isUnitless ? null : (own.unit ?? unit),
    period,
    year,
    isCarrier: labels.some(isCarrierText),
    ...without(own),
  };
}

function without({ role, isExact, rank }: RoleOfHead): Pick<ColumnHead, "role" | "isExact" | "rank"> {
  return { role, isExact, rank };
}

interface RoleOfHead {
  readonly role: ColumnRole | null;
  readonly isExact: boolean;
  readonly rank: number;
  readonly unit?: WrittenUnit | null;
  /** Whether what looks like a unit is none: of "weight per pc". */
  readonly isUnitless?: boolean;
}

function roleOf(labels: readonly string[], text: string, unit: WrittenUnit | null, isDated: boolean): RoleOfHead {
  const plain = plainOf(text);
  const none: RoleOfHead = { role: null, isExact: false, rank: 999 };
  // Emissions and intensities are no amounts of an activity.
  if (/co2|co₂|ghg|二氧化碳|碳排放/.test(plain) && !/scope|source|范围|排放源/.test(plain))
    return { ...none, role: "factor" };
  if (labels.some((label) => isPart(label))) return { ...none, role: "share" };
  if (isComposition(text)) return { ...none, role: "share" };
  // "Weight kg/pc" has the unit of the mass, which "weight per pc" lacks.
  const per = perUnit(plain);
  if (per?.role === "mass each") return { ...none, role: per.role, unit: per.unit };
  if (isMassOfPiece(plain)) return { ...none, role: "mass each", isUnitless: unit?.unit === "item" };
  if (per) return { ...none, role: per.role, unit: per.unit };
  if (/^[%％]$|[(（[]\s*[%％]\s*[)）\]]/.test(text)) return { ...none, role: "share" };
  const isMoney = unit !== null && isCurrency(unit.unit);
  if (labels.length === 0) {
    if (isDated) return unit === null ? none : { ...none, role: isMoney ? "money" : null };
    if (unit && DISTANCES.has(unit.unit)) return { role: "distance", isExact: true, rank: 50 };
    return unit ? { role: isMoney ? "money" : "amount", isExact: true, rank: 50 } : none;
  }
  const whole = plainOf(labels.join(" "));
  const exact = roles.get(whole) ?? roles.get(plainOf(labels.at(-1)!));
  // A "charge" in kg is no price.
  const isPhysical = unit !== null && !isMoney;
  const asMoney = (found: RoleOfHead): RoleOfHead =>
    isPhysical && found.role === "money"
      ? { ...none, role: columnWords.size.includes(whole) ? "size" : null }
      : isMoney && (found.role === null || found.role === "amount" || found.role === "total" || found.role === "name")
        ? { ...found, role: "money" }
        : found;
  if (exact && labels.length === 1) return asMoney({ ...exact, isExact: true });
  if (carriers.has(whole)) return asMoney(none);
  for (const { role, words } of partial) {
    const word = words.find((each) => containsWord(whole, each));
    if (word !== undefined) return asMoney({ role, isExact: false, rank: 100 + columnWords[role].indexOf(word) });
  }
  return asMoney(exact ? { ...exact, isExact: false } : none);
}

/** Whether a head or a name says that it is a part of what stands before it. */
export function isPart(text: string): boolean {
  const plain = plainOf(text);
  return partWords.some(
    (word) => plain.startsWith(word) && (isHan.test(word) || !/\p{L}/u.test(plain[word.length] ?? "")),
  );
}

const compositions =
  /[%％]\s?(?:w\/w|m\/m|by (?:weight|mass)|weight|mass|massique|en peso|em peso)|(?:wt|w\/w|m\/m|gew|massen?)\.?\s?-?\s?[([]?[%％]|massenanteil|weight (?:percent|fraction)|mass fraction|fraction massique|质量分数|质量百分比|重量百分比|质量占比|重量占比|配比/i;

/** "% w/w", "wt.-%", "质量分数（%）": shares of a mass. */
export function isComposition(text: string): boolean {
  return text.length <= 100 && compositions.test(text.normalize("NFKC"));
}

/** "net weight per pc", "wt/ea lb", "Gewicht je Stück". */
function isMassOfPiece(plain: string): boolean {
  const [, what, piece] =
    /^([^/]{1,40}?)(?: per | je | pro | par | por | ?\/ ?)(\p{L}{1,12})(?![\p{L}/])/u.exec(plain) ?? [];
  return what !== undefined && massWords.some((word) => containsWord(what, word)) && readUnit(piece!)?.unit === "item";
}

/** `kg/pc` is a mass of a piece, `EUR/kWh` a price, and any other ratio an intensity. */
function perUnit(plain: string): { readonly role: ColumnRole; readonly unit: WrittenUnit | null } | null {
  const [, above, below] = /(?:^|[\s([{（])([^\s()[\]（）/]+)\s?\/\s?([^\s()[\]（）/]+)[)\]）]?$/.exec(plain) ?? [];
  if (above === undefined) return null;
  const [unit, per] = [readUnit(above), readUnit(below!)];
  if (unit && isCurrency(unit.unit) && /^10*$/.test(below!)) return { role: "unit price", unit: null };
  if (!unit || !per) return null;
  if (isCurrency(unit.unit)) return { role: "unit price", unit: null };
  return per.unit === "item" ? { role: "mass each", unit } : { role: "factor", unit: null };
}

function isCarrierText(label: string): boolean {
  const plain = plainOf(label);
  if (carriers.has(plain)) return true;
  if (hanCarriers.some((word) => plain.includes(word))) return true;
  return plain.split(/[^\p{L}']+/u).some((word) => word.length > 2 && carriers.has(word));
}

/** The unit in a head, and its words without it: "Menge [kg]", "Electricity, kWh", "Consumption in MWh", "用量（万kWh）", "kWh". */
function unitOfHead(text: string): { readonly label: string; readonly unit: WrittenUnit | null } {
  const plain = text.trim();
  const alone = readUnit(plain);
  if (alone && !roles.has(plainOf(plain))) return { label: "", unit: alone };
  const brackets = [...plain.matchAll(/[([（［{]([^()[\]（）［］{}]{1,40})[)\]）］}]/g)].reverse();
  for (const found of brackets) {
    const inner = found[1]!.replace(/^(?:单位|计量单位|unit|in|einheit|en)\s*[:：]?\s*/i, "");
    const unit = readUnit(inner);
    if (unit) return { label: (plain.slice(0, found.index) + plain.slice(found.index + found[0].length)).trim(), unit };
  }
  const [, label, behind] = /^(.+?)(?:\s+in\s+|\s*[,:：，/]\s*|\s+-\s+|\s+en\s+)(\S.{0,30})$/i.exec(plain) ?? [];
  const divided = behind === undefined ? null : readUnit(behind);
  if (divided) return { label: label!.trim(), unit: divided };
  if (roles.has(plainOf(plain)) || carriers.has(plainOf(plain)) || sizes.has(plainOf(plain)))
    return { label: plain, unit: null };
  return unitBehind(plain) ?? unitBefore(plain) ?? { label: plain, unit: null };
}

interface LabelledUnit {
  readonly label: string;
  readonly unit: WrittenUnit;
}

/** "Menge kg", "Cost USD thousand (net of rebates)", "Gasto EUR sin IVA": the last word, or several of money or of a power of ten. */
function unitBehind(text: string): LabelledUnit | null {
  const bare = text.replace(/\s*[([（［][^()[\]（）［］]*[)\]）］]\s*$/, "");
  for (const plain of new Set([text, bare])) {
    const words = plain.split(/\s+/);
    for (let count = 1; count < words.length && count <= MOST_WORDS; count++) {
      const last = words.slice(-count).join(" ");
      const unit = last.length < 2 && !/^[tLl]$/.test(last) ? null : readUnit(last);
      if (unit && (count === 1 || unit.power !== 0 || isCurrency(unit.unit)))
        return { label: words.slice(0, -count).join(" "), unit };
    }
  }
  return null;
}

/** Words of a unit behind a head, at most. */
const MOST_WORDS = 4;

/** "Litres drawn", "kWh used": a unit of energy, mass, volume or distance as the first word. */
function unitBefore(plain: string): LabelledUnit | null {
  const [, first, rest] = /^(\p{L}{2,12}\d?)\s+(\p{L}[\p{L} ]{2,20})$/u.exec(plain) ?? [];
  const unit = first === undefined ? null : readUnit(first);
  if (!unit || !["kWh", "kg", "m3", "km"].some((of) => unit.isKnown && converts(unit.unit, of))) return null;
  return { label: rest!, unit };
}

/** The year and the part of the year in a head, and what is left of it. */
function datedPart(text: string): {
  readonly year: number | null;
  readonly period: number | null;
  readonly rest: string;
} {
  let rest = text.trim();
  const iso = /^((?:19|20)\d\d)[-/.](0?[1-9]|1[0-2])(?:[-/.]\d{1,2}(?:[ T]\d{1,2}:\d\d(?::\d\d)?Z?)?)?$/.exec(rest);
  if (iso) return { year: Number(iso[1]), period: Number(iso[2]) - 1, rest: "" };
  const fiscal = fiscalYearIn(rest);
  if (fiscal) {
    const year = fiscal.year;
    return { year, period: null, rest: rest.replace(fiscal.text, " ").replace(/\s+/g, " ").trim() };
  }
  let year: number | null = namedYearIn(rest);
  if (year !== null) rest = rest.replace(/(?:fy|gj)\s?'?\d\d/i, " ").trim();
  const written = /(?:^|[^\d])((?:19|20)\d\d)(?!\d)\s*(?:年度|年)?/.exec(rest);
  if (written && !/\d\s*[-–—/~至]\s*(?:19|20)?\d\d/.test(rest)) {
    year = Number(written[1]);
    const at = written.index + written[0].indexOf(written[1]!);
    rest =
      `${rest.slice(0, at).replace(/\b(?:FY|CY)\s*$/i, "")} ${rest.slice(written.index + written[0].length)}`.trim();
  }
  const span = spanOfMonths(rest);
  if (span) return { year: year ?? span.year, period: span.period, rest: "" };
  const plain = plainOf(rest);
  const bare = plain.replace(/\.$/, "");
  const whole = periods.get(bare) ?? loneMonthWords[bare];
  if (whole !== undefined) return { year, period: whole, rest: "" };
  const short = /^(\p{L}{3,9})\.?[-' ](\d\d)$/u.exec(plain);
  const month = short && (periods.get(short[1]!) ?? loneMonthWords[short[1]!]);
  if (typeof month === "number") return { year: year ?? 2000 + Number(short![2]), period: month, rest: "" };
  const han = /^(.*?)((?:1[0-2]|[1-9])月份?|第?[一二三四1-4]季度)(.*)$/.exec(plain);
  const ofHan = han && periods.get(han[2]!.replace(/份$/, ""));
  if (typeof ofHan === "number") return { year, period: ofHan, rest: `${han![1]}${han![3]}`.trim() };
  for (const word of plain.split(/[^\p{L}\d.]+/u)) {
    const found = periods.get(word.replace(/\.$/, ""));
    // "may" and "mar" are words of other meaning within a sentence.
    if (found === undefined || plain.split(" ").length > 4) continue;
    const at = plain.indexOf(word);
    return {
      year,
      period: found,
      rest: `${rest.slice(0, at)}${rest.slice(at + word.length)}`.replace(/^[\s\-–:]+|[\s\-–:]+$/g, ""),
    };
  }
  return { year, period: null, rest: rest.replace(/^[\s\-–:]+|[\s\-–:]+$/g, "") };
}

/** "Jul-Dec 22", "Ene–Jun", "1-6月": the half or the quarter that a span of months is, and its year. */
function spanOfMonths(text: string): { readonly period: number; readonly year: number | null } | null {
  const [, first, last, short] =
    /^(\p{L}{3,10}|\d{1,2})\.?\s*[-–—~至]\s*(\p{L}{3,10}|\d{1,2}月)\.?(?:[-\s']+(\d\d))?$/u.exec(plainOf(text)) ?? [];
  if (first === undefined) return null;
  const [from, to] = [periods.get(/^\d/.test(first) ? `${first}月` : first), periods.get(last!)];
  if (from === undefined || to === undefined || to > 11) return null;
  const year = short === undefined ? null : 2000 + Number(short);
  if (to - from === 5 && from % 6 === 0) return { period: 16 + from / 6, year };
  return to - from === 2 && from % 3 === 0 ? { period: 12 + from / 3, year } : null;
}
