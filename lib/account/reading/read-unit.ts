import { currencies, sharedSigns } from "../../quantity/currencies.ts";
import { parseUnit } from "../../quantity/unit.ts";
import { calorificWords, doubtfulUnits, multipleUnits, powerWords, taxWords, unitWords } from "./unit-words.ts";

/** A unit as a file writes it. */
export interface WrittenUnit {
  /** In the notation of quantities where it is known, else as it is written. */
  readonly unit: string;
  /** The power of ten of `unit` that is meant: 4 of 万kWh. */
  readonly power: number;
  readonly isKnown: boolean;
  /** Units that it may be, where it is in doubt. */
  readonly mayBe: readonly string[];
  /** Units of which each row has one: of "t or 万Nm3". */
  readonly either?: readonly [WrittenUnit, WrittenUnit];
  /** The calorific value that an amount of energy is on, where the unit says it. */
  readonly calorific?: "gross" | "net";
  /** As it is written, where it was mistyped. */
  readonly typed?: string;
}

const codes: ReadonlySet<string> = new Set(currencies);
/** Texts that are read as units by chance: names of rows, marks and words. */
const neverUnits: ReadonlySet<string> = new Set(["us", "as", "a", "k", "s", "d", "1", "-", "w", "b", "%"]);
const energy = /(?:Wh|J|Btu|therm|cal|tce)$/;
/** Longer texts are no units. */
const LONGEST = 40;

const known = new Map<string, WrittenUnit | null>();

/** The unit that a text is; null if it is none that is known. */
export function readUnit(text: string): WrittenUnit | null {
  if (text.length === 0 || text.length > LONGEST) return null;
  const found = known.get(text);
  if (found !== undefined) return found;
  const unit = parse(text);
  // Texts come from files: the table of them is bounded.
  if (known.size > 5_000) known.clear();
  known.set(text, unit);
  return unit;
}

/** The unit of a text that stands where units stand: as it is written, if it is not known. */
export function unitAsWritten(text: string): WrittenUnit {
  return readUnit(text) ?? { unit: text.trim().slice(0, 60), power: 0, isKnown: false, mayBe: [] };
}

/** Whether a unit is a currency by its code, or a sign that several currencies share. */
export function isCurrency(unit: string): boolean {
  return codes.has(unit) || sharedSigns.has(unit);
}

function parse(text: string): WrittenUnit | null {
  const plain = text
    .normalize("NFKC")
    .trim()
    .replace(/^[([{【]\s*(.*?)\s*[)\]}】]$/, "$1")
    .replace(/\s+/g, " ");
  if (plain === "") return null;
  return (
    ofOneYear(plain) ??
    thousandsOf(plain) ??
    symbolOf(plain) ??
    withPower(plain) ??
    beforeTaxWords(plain) ??
    onCalorificValue(plain) ??
    ofNamedMoney(plain) ??
    eitherOf(plain)
  );
}

/** kWh/a, t p.a., kWh per year: the amount of a year. */
function ofOneYear(plain: string): WrittenUnit | null {
  const [, bare] =
    /^(.{1,20}?)\s?(?:\/\s?(?:a|yr|year|jahr|an|año|ano|年)|p\.\s?a\.?|per year|per annum|pro jahr|je jahr|par an|por año)$/i.exec(
      plain,
    ) ?? [];
  return bare === undefined ? null : readUnit(bare);
}

/** k€ HT, 万元（不含税）, MXN, sin IVA: a unit of money and what it says of taxes. */
function beforeTaxWords(plain: string): WrittenUnit | null {
  const lower = plain.toLowerCase().replace(/[)\]]$/, "");
  const word = taxWords.find((each) => lower.endsWith(each) && lower.length > each.length);
  if (word === undefined) return null;
  const bare = plain.slice(0, lower.length - word.length).replace(/[\s,;:，；(（[]+$/, "");
  const unit = bare === "" || bare.length === lower.length - word.length ? null : readUnit(bare);
  return unit && isCurrency(unit.unit) ? unit : null;
}

/** "miles de pesos MXN", "thousand rand (ZAR)": a power, the name of a currency and its code. */
function ofNamedMoney(plain: string): WrittenUnit | null {
  const [, words, code] = /^(\D{2,30}?)[\s(]+([A-Z]{3})\)?$/.exec(plain) ?? [];
  const unit = code === undefined ? null : symbolOf(code);
  if (!unit || !isCurrency(unit.unit)) return null;
  const power = powerWords.find(([word]) => words!.toLowerCase().startsWith(word))?.[1];
  return power === undefined ? null : { ...unit, power: unit.power + power };
}

/** kWh gross CV, kWh PCS, kWh (Hs). */
function onCalorificValue(plain: string): WrittenUnit | null {
  const [, bare, , word] = /^(\S{1,6}) ?([([]?)([^()[\]]{2,24})[)\]]?$/.exec(plain) ?? [];
  const calorific = word === undefined ? undefined : calorificWords.get(word.toLowerCase());
  const unit = calorific === undefined ? null : (symbolOf(bare!) ?? withPower(bare!));
  if (!unit) return null;
  // "kg net" is a mass without its packaging.
  return energy.test(unit.unit) && calorific !== undefined ? { ...unit, calorific } : unit;
}

function eitherOf(plain: string): WrittenUnit | null {
  const [, one, other] = /^(.{1,12}?)(?:或| or | oder | ou | o )(.{1,12})$/.exec(plain) ?? [];
  const first = one === undefined ? null : readUnit(one);
  const second = other === undefined ? null : readUnit(other);
  return first && second && first.unit !== second.unit ? { ...first, either: [first, second] } : null;
}

function symbolOf(plain: string): WrittenUnit | null {
  const lower = plain.toLowerCase();
  const made = (unit: string, power = 0, mayBe: readonly string[] = []) => ({ unit, power, isKnown: true, mayBe });
  // In symbols a capital has a meaning: Mt is a million tonnes, and MT is a tonne.
  if (plain === "Mt" || plain === "Mg") return made(plain);
  if (Object.hasOwn(doubtfulUnits, lower)) return made("t", 0, doubtfulUnits[lower]);
  if (Object.hasOwn(multipleUnits, lower)) return made(multipleUnits[lower]!.unit, multipleUnits[lower]!.power);
  if (Object.hasOwn(unitWords, lower)) return made(unitWords[lower]!);
  const dotless = lower.replace(/\.$/, "");
  if (Object.hasOwn(unitWords, dotless)) return made(unitWords[dotless]!);
  if (codes.has(lower.toUpperCase())) return made(lower.toUpperCase());
  if (neverUnits.has(lower) || /^\d/.test(plain)) return null;
  try {
    // A unit of a substance, kg CO2, is no unit of an amount of something.
    const unit = parseUnit(plain);
    return unit.terms.length > 0 && unit.terms.every(({ substance }) => !substance) ? made(unit.text) : null;
  } catch {
    return null;
  }
}

/** `万kWh`, `kWh (万)`, thousand gallons, 1000 m3, 10^4 m3. */
function withPower(plain: string): WrittenUnit | null {
  const lower = plain.toLowerCase();
  const [, mantissa, exponent, rest] =
    /^(10+)(?:\s*[\^*]\s*(\d{1,2}))?\s+(.+)$|^$/.exec(
      lower.replace(/^10\^/, "10 ^ ").replace(/^10 \^ (\d)/, "10^$1"),
    ) ?? [];
  if (rest !== undefined) {
    const unit = symbolOf(plain.slice(plain.length - rest.length));
    const power = exponent ? Number(exponent) : mantissa!.length - 1;
    return unit && { ...unit, power: unit.power + power };
  }
  for (const [word, power] of powerWords) {
    const bare = lower.startsWith(word)
      ? plain.slice(word.length)
      : lower.endsWith(word)
        ? plain.slice(0, -word.length)
        : null;
    if (bare === null) continue;
    const inner = bare.replace(/^[\s([]+|[\s)\]]+$/g, "");
    const unit = inner === "" ? null : symbolOf(inner);
    if (unit) return { ...unit, power: unit.power + power };
  }
  return null;
}

/** kEUR and T€ are thousands of euros; as a symbol kEUR would be no currency. */
function thousandsOf(plain: string): WrittenUnit | null {
  const money = (/^[ktT]\s?(€|eur|EUR|usd|USD|\$|£|gbp|GBP|cny|CNY)$/.exec(plain) ??
    /^([€$£]|[A-Z]{3})\s?k$/i.exec(plain))?.[1];
  const unit = money === undefined ? null : symbolOf(money);
  return unit && isCurrency(unit.unit) ? { ...unit, power: 3 } : null;
}

/** A number times a power of ten, as its digits say it: 1.1 × 10⁴ is 11000. */
export function timesPower(value: number, power: number): number {
  if (power === 0 || value === 0) return value;
  const text = String(value);
  return text.includes("e") ? value * 10 ** power : Number(`${text}e${power}`);
}
