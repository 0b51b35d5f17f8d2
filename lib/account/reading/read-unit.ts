import { parseUnit } from "../../quantity/unit.ts";
import { doubtfulUnits, multipleUnits, otherCurrencies, powerWords, unitWords } from "./unit-words.ts";

/** A unit as a file writes it. */
export interface WrittenUnit {
  /** In the notation of quantities where it is known, else as it is written. */
  readonly unit: string;
  /** The power of ten of `unit` that is meant: 4 of 万kWh. */
  readonly power: number;
  readonly isKnown: boolean;
  /** Units that it may be, where it is in doubt. */
  readonly mayBe: readonly string[];
}

const currencies: ReadonlySet<string> = new Set([
  "USD",
  "EUR",
  "CNY",
  "JPY",
  "GBP",
  ...otherCurrencies.map((code) => code.toUpperCase()),
]);
/** Texts that are read as units by chance: names of rows, marks and words. */
const neverUnits: ReadonlySet<string> = new Set(["a", "k", "s", "d", "1", "-", "w", "b", "%"]);
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

export function isCurrency(unit: string): boolean {
  return currencies.has(unit);
}

function parse(text: string): WrittenUnit | null {
  const plain = text
    .normalize("NFKC")
    .trim()
    .replace(/^[([{【]\s*(.*?)\s*[)\]}】]$/, "$1")
    .replace(/\s+/g, " ");
  if (plain === "") return null;
  return symbolOf(plain) ?? withPower(plain);
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
  if (otherCurrencies.includes(lower)) return made(lower.toUpperCase());
  if (neverUnits.has(lower) || /^\d/.test(plain)) return null;
  try {
    // A unit of a substance, kg CO2, is no unit of an amount of something.
    const unit = parseUnit(plain);
    return unit.terms.length > 0 && unit.terms.every(({ substance }) => !substance) ? made(unit.text) : null;
  } catch {
    return null;
  }
}

/** `万kWh`, `kWh (万)`, `thousand gallons`, `1000 m3`, `10^4 m3`. */
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
  // kEUR and T€ are thousands of euros.
  const [, euros] = /^(?:k|t|T)\s?(€|eur|EUR|usd|USD|\$|£|gbp)$/.exec(plain) ?? [];
  return euros === undefined ? null : { ...symbolOf(euros)!, power: 3 };
}

/** A number times a power of ten, as its digits say it: 1.1 × 10⁴ is 11000. */
export function timesPower(value: number, power: number): number {
  if (power === 0 || value === 0) return value;
  const text = String(value);
  return text.includes("e") ? value * 10 ** power : Number(`${text}e${power}`);
}
