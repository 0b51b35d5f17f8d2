import { messages } from "../message/message.ts";
import { QuantityError } from "./quantity-error.ts";
import { fromDecimal, ONE, power, type Rational, times } from "./rational.ts";
import { findGas, massRatio, readSubstance, type Substance, sameSubstance, writeSubstance } from "./substance.ts";
import { type Base, type FoundUnit, findUnit } from "./unit-table.ts";

const said = messages("quantity", {
  unitMostCharacters: {
    en: 'A unit has at most {LONGEST} characters, but "{text}…" has {count}.',
    zh: "单位至多 {LONGEST} 个字符，而“{text}…”有 {count} 个。",
  },
  notUnitNumberLie: {
    en: '"{all}" is not a unit: the number {number} in it should lie between 1e-308 and 1e308.',
    zh: "“{all}”不是单位：其中的数 {number} 应在 1e-308 与 1e308 之间。",
  },
  notUnitBeginSymbol: {
    en: '"{all}" is not a unit: "{part}" should begin with a symbol such as t, kg, TJ, kWh, m3, ha or head.',
    zh: "“{all}”不是单位：“{part}”应以 t、kg、TJ、kWh、m3、ha 或 head 之类的符号开头。",
  },
});

/** One factor of a unit: `kg CH4` to the power 1, `head` to the power −1. */
export interface Term {
  readonly unit: FoundUnit;
  readonly exponent: number;
  readonly substance?: Substance;
}

/** A unit that was read: `kg CH4/head/yr` is three terms. */
export interface Unit {
  /** As the library writes it; two units are the same where these texts are. */
  readonly text: string;
  readonly terms: readonly Term[];
  /** A number in front: `1000 head`. */
  readonly multiplier: Rational;
}

const read = new Map<string, Unit>();

/**
 * Reads a unit: symbols with SI prefix and exponent, each with what it is of behind it, joined by `·`, `*` or `/`.
 * `kt CO2`, `kg CH4/head/yr`, `t CO2/t clinker`, `kg N2O-N/kg N`, `Mt CO2e AR6.GWP100`, `TJ NCV`, `1000 head`, `1`.
 * Everything behind the first `/` stands below the line, as in the tables of the guidelines. Throws QuantityError.
 */
export function parseUnit(text: string): Unit {
  const known = read.get(text);
  if (known) return known;
  const unit = readUnit(text);
  // Units come from tables and cells: there are few, but a broken loop shall not fill the memory.
  if (read.size > 10_000) read.clear();
  read.set(text, unit);
  return unit;
}

/** Characters of a unit, at most: the longest of the guidelines has 60. */
const LONGEST = 200;
/** The largest power of ten that a double holds, and with it a unit. */
const LARGEST_POWER = 308;

function readUnit(text: string): Unit {
  if (text.length > LONGEST)
    throw new QuantityError("unit", said.unitMostCharacters({ LONGEST, text: text.slice(0, 40), count: text.length }));
  let multiplier = ONE;
  const terms: Term[] = [];
  let below = false;
  for (const part of text
    .trim()
    .replaceAll("\u00d7", "*")
    .split(/(\/|·|\*|\bper\b)/)) {
    if (part === "/" || part === "per") below = true;
    else if (part !== "·" && part !== "*") {
      const factor = part
        .trim()
        .replace(/^\((.*)\)$/s, "$1")
        .trim();
      const number = /^(?:(\d+(?:\.\d+)?(?:e[+-]?\d+)?)|10\^(-?\d+))(?:\s+|$)/i.exec(factor);
      if (number) {
        checkMultiplier(number[1] ?? `1e${number[2]}`, text);
        const value = number[1] !== undefined ? fromDecimal(number[1]) : power(fromDecimal(10), Number(number[2]));
        multiplier = times(multiplier, power(value, below ? -1 : 1));
      }
      const term = readTerm(factor.slice(number?.[0].length ?? 0), text);
      if (term) terms.push(below ? { ...term, exponent: -term.exponent } : term);
    }
  }
  return makeUnit(terms, multiplier);
}

/** Fractions are exact: a power of ten beyond those of doubles would fill the memory with digits. */
function checkMultiplier(number: string, all: string): void {
  const exponent = Number(/e([+-]?\d+)$/i.exec(number)?.[1] ?? 0);
  if (Number(number) > 0 && Number.isFinite(Number(number)) && Math.abs(exponent) <= LARGEST_POWER) return;
  throw new QuantityError("unit", said.notUnitNumberLie({ all, number }));
}

function readTerm(part: string, all: string): Term | undefined {
  if (part === "" || part === "1" || part === "-") return undefined;
  // A symbol may itself end in a digit (Nm3, yr365): it is looked up whole before its digit is taken for an exponent.
  const [, written, of] = /^(\S+)(?:\s+(.+))?$/s.exec(part)!;
  const whole = findUnit(written!);
  const parts = whole ? [] : (/^([^\d^²³-]+)(?:\^?(-?\d)|([²³]))?$/.exec(written!) ?? []);
  const unit = whole ?? (parts[1] ? findUnit(parts[1]) : undefined);
  if (!unit) {
    const apart = separate(written!);
    if (apart) return readTerm(`${apart} ${of ?? ""}`.trim(), all);
    throw new QuantityError("unit", said.notUnitBeginSymbol({ all, part }));
  }
  const exponent = parts[2] ? Number(parts[2]) : parts[3] === "²" ? 2 : parts[3] === "³" ? 3 : 1;
  return of ? { unit, exponent, substance: readSubstance(of) } : { unit, exponent };
}

/** "MtCO2e" and "tC" as they stand in many tables: the longest unit in front of the name of a gas, with a space between. */
function separate(written: string): string | undefined {
  for (let at = written.length - 1; at > 0; at--) {
    const [symbol, rest] = [written.slice(0, at), written.slice(at)];
    if (findUnit(symbol) && (findGas(rest) || /^(C|N|CO[2₂]-?eq?)$/.test(rest))) return `${symbol} ${rest}`;
  }
  return undefined;
}

/** The unit with these terms; equal ones are joined, and those that cancel vanish. */
export function makeUnit(terms: readonly Term[], multiplier: Rational = ONE): Unit {
  const joined: Term[] = [];
  for (const term of terms) {
    const at = joined.findIndex(
      (other) => other.unit.symbol === term.unit.symbol && sameSubstance(other.substance, term.substance),
    );
    if (at < 0) joined.push(term);
    else joined[at] = { ...joined[at]!, exponent: joined[at]!.exponent + term.exponent };
  }
  const kept = joined.filter(({ exponent }) => exponent !== 0);
  return { text: writeUnit(kept, multiplier), terms: kept, multiplier };
}

function writeUnit(terms: readonly Term[], multiplier: Rational): string {
  const write = ({ unit, exponent, substance }: Term) =>
    `${unit.symbol}${Math.abs(exponent) === 1 ? "" : Math.abs(exponent)}${substance ? ` ${writeSubstance(substance)}` : ""}`;
  const above = terms.filter(({ exponent }) => exponent > 0).map(write);
  const below = terms.filter(({ exponent }) => exponent < 0).map((term) => `/${write(term)}`);
  const number = multiplier.n === multiplier.d ? "" : writeMultiplier(multiplier);
  const top = above.join("·");
  return `${number}${number && top ? " " : ""}${top || number ? top : "1"}${below.join("")}`;
}

function writeMultiplier({ n, d }: Rational): string {
  return d === 1n ? String(n) : String(Number(n) / Number(d));
}

/** One base dimension of one substance, with its exponent: mass of CH4 to the 1. */
interface Part {
  readonly base: Base;
  readonly substance: Substance | undefined;
  readonly exponent: number;
}

function partsOf(unit: Unit): Part[] {
  const parts: Part[] = [];
  for (const { unit: found, exponent, substance } of unit.terms) {
    for (const [base, by] of Object.entries(found.dimension) as [Base, number][]) {
      const at = parts.findIndex((part) => part.base === base && sameSubstance(part.substance, substance));
      const sum = (at < 0 ? 0 : parts[at]!.exponent) + by * exponent;
      const part = { base, substance, exponent: sum };
      if (at < 0) parts.push(part);
      else parts[at] = part;
    }
  }
  return parts.filter(({ exponent }) => exponent !== 0);
}

function factorOf({ terms, multiplier }: Unit): Rational {
  return terms.reduce((product, { unit, exponent }) => times(product, power(unit.factor, exponent)), multiplier);
}

/**
 * How many of `to` one of `from` is, exactly: powers of ten, defined units, and stoichiometry (t CO2 to t C is 12/44).
 * Throws QuantityError with a sentence where there is no such number.
 */
export function unitRatio(from: Unit, to: Unit): Rational {
  let ratio = times(factorOf(from), power(factorOf(to), -1));
  const open = partsOf(to);
  const unmatched: Part[] = [];
  const take = (part: Part, fits: (other: Part) => boolean): Part | undefined => {
    const at = open.findIndex((other) => other.base === part.base && other.exponent === part.exponent && fits(other));
    return at < 0 ? undefined : open.splice(at, 1)[0];
  };
  // Equal substances pair first, so that `kg C/kg` does not take the wrong mass.
  const left = partsOf(from).filter((part) => !take(part, (other) => sameSubstance(part.substance, other.substance)));
  for (const part of left) {
    const other = take(part, ({ substance }) => massRatio(part.substance, substance) !== undefined);
    if (!other) unmatched.push(part);
    else ratio = times(ratio, power(massRatio(part.substance, other.substance)!, part.exponent));
  }
  if (unmatched.length > 0 || open.length > 0) throw new QuantityError("unit", whyNot(from, to, unmatched, open));
  return ratio;
}

function whyNot(from: Unit, to: Unit, unmatched: readonly Part[], open: readonly Part[]): string {
  const [a, b] = [unmatched[0], open[0]];
  const lead = `"${from.text}" does not convert to "${to.text}"`;
  if (!a || !b || a.base !== b.base || a.exponent !== b.exponent) {
    return `${lead}: the one is ${describeDimension(from)}, the other ${describeDimension(to)}.`;
  }
  const kinds = [a.substance?.kind, b.substance?.kind];
  if (kinds[0] === "CO2e" && kinds[1] === "CO2e")
    return `${lead}: two metrics weigh the gases differently. Go back to the gases and apply one metric to each.`;
  if (kinds.includes("CO2e") && kinds.includes("gas"))
    return `${lead}: that takes a metric. Use toCo2e(quantity, "AR6.GWP100") on the mass of the gas.`;
  if (!a.substance || !b.substance) {
    const said = writeSubstance((a.substance ?? b.substance)!);
    return `${lead}: only one of them says it is ${said}. Say it of both.`;
  }
  return `${lead}: ${writeSubstance(a.substance)} does not become ${writeSubstance(b.substance)} by a change of unit.`;
}

/** "a mass of CH4 per head and time". */
export function describeDimension(unit: Unit): string {
  const parts = partsOf(unit);
  if (parts.length === 0) return "a plain number";
  const one = ({ base, substance, exponent }: Part) => {
    const by = Math.abs(exponent);
    const noun = base === "length" && by === 2 ? "area" : base === "length" && by === 3 ? "volume" : base;
    const raised = noun === base && by !== 1 ? `${noun} to the ${by}` : noun;
    return substance ? `${raised} of ${writeSubstance(substance)}` : raised;
  };
  const above = parts.filter(({ exponent }) => exponent > 0).map(one);
  const below = parts.filter(({ exponent }) => exponent < 0).map(one);
  const top = above.length > 0 ? above.join(" times ") : "a number";
  const article = above.length === 0 ? "" : /^[aeiou]/.test(top) ? "an " : "a ";
  return `${article}${top}${below.length > 0 ? ` per ${below.join(" and ")}` : ""}`;
}
