import { type Message, messages } from "../message/message.ts";
import { describeDimension, type Part, partsOf } from "./dimension.ts";
import { QuantityError } from "./quantity-error.ts";
import { fromDecimal, ONE, power, type Rational, times } from "./rational.ts";
import {
  findGas,
  isDry,
  massRatio,
  readSubstance,
  type Substance,
  sameSubstance,
  writeSubstance,
} from "./substance.ts";
import { type FoundUnit, findUnit } from "./unit-table.ts";

const texts = messages("quantity", {
  otherDimension: {
    en: '"{from}" does not convert to "{to}": the one is {is}, the other {other}.',
    zh: "“{from}”不能换算为“{to}”：前者为{is}，后者为{other}。",
  },
  otherMetric: {
    en: '"{from}" does not convert to "{to}": two metrics weigh the gases differently. Go back to the gases and apply one metric to each.',
    zh: "“{from}”不能换算为“{to}”：两种折算指标对各气体的权重不同。请回到各气体的质量，并采用同一指标。",
  },
  needsMetric: {
    en: '"{from}" does not convert to "{to}": that takes a metric. Use toCo2e(quantity, "AR6.GWP100") on the mass of the gas.',
    zh: '“{from}”不能换算为“{to}”：这需要折算指标。请对气体的质量使用 toCo2e(quantity, "AR6.GWP100")。',
  },
  substanceOnOneSide: {
    en: '"{from}" does not convert to "{to}": only one of them says it is {substance}. Say it of both.',
    zh: "“{from}”不能换算为“{to}”：只有其中一个写明是 {substance}。请两边都写明。",
  },
  otherSubstance: {
    en: '"{from}" does not convert to "{to}": {is} does not become {other} by a change of unit.',
    zh: "“{from}”不能换算为“{to}”：{is} 不会因单位换算变为 {other}。",
  },
  dryOnOneSide: {
    en: '"{from}" does not convert to "{to}": one counts {dry}, the other does not say that it is dry. Multiply the wet mass by its dry matter content (dm) first, or write the same basis in both.',
    zh: "“{from}”不能换算为“{to}”：一个按 {dry} 计，另一个没有写明为干基。请先将湿重乘以干物质含量（dm），或在两边写明同一基准。",
  },

  longUnit: {
    en: 'A unit has at most {most} characters, but "{text}…" has {count}.',
    zh: "单位至多 {most} 个字符，而“{text}…”有 {count} 个。",
  },
  numberInUnit: {
    en: '"{all}" is not a unit: the number {number} in it should lie between 1e-308 and 1e308.',
    zh: "“{all}”不是单位：其中的数 {number} 应在 1e-308 与 1e308 之间。",
  },
  noSymbol: {
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

/** A parsed unit: `kg CH4/head/yr` has three terms. */
export interface Unit {
  /** In the library's notation; two units are the same if these texts are. */
  readonly text: string;
  readonly terms: readonly Term[];
  /** A leading number: `1000 head`. */
  readonly multiplier: Rational;
}

const read = new Map<string, Unit>();

/**
 * Parses a unit: symbols with SI prefix and exponent, each followed by its substance, joined by `·`, `*` or `/`.
 * `kt CO2`, `kg CH4/head/yr`, `t CO2/t clinker`, `kg N2O-N/kg N`, `Mt CO2e AR6.GWP100`, `TJ NCV`, `1000 head`, `1`.
 * Everything after the first `/` is in the denominator, as in the tables of the guidelines. Throws QuantityError.
 */
export function parseUnit(text: string): Unit {
  const known = read.get(text);
  if (known) return known;
  const unit = readUnit(text);
  // Units come from tables and cells: there are few, but the cache is bounded in case a faulty loop creates many.
  if (read.size > 10_000) read.clear();
  read.set(text, unit);
  return unit;
}

/** Maximum characters of a unit; the longest of the guidelines has 60. */
const LONGEST = 200;
/** The largest power of ten of a double, which is the limit for units too. */
const LARGEST_POWER = 308;

function readUnit(text: string): Unit {
  if (text.length > LONGEST)
    throw new QuantityError("unit", texts.longUnit({ most: LONGEST, text: text.slice(0, 40), count: text.length }));
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
  throw new QuantityError("unit", texts.numberInUnit({ all, number }));
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
    throw new QuantityError("unit", texts.noSymbol({ all, part }));
  }
  const exponent = parts[2] ? Number(parts[2]) : parts[3] === "²" ? 2 : parts[3] === "³" ? 3 : 1;
  return of ? { unit, exponent, substance: readSubstance(of) } : { unit, exponent };
}

/** "MtCO2e" and "tC", as in many tables: inserts a space between the longest unit and the name of a gas. */
function separate(written: string): string | undefined {
  for (let at = written.length - 1; at > 0; at--) {
    const [symbol, rest] = [written.slice(0, at), written.slice(at)];
    if (findUnit(symbol) && (findGas(rest) || /^(C|N|CO[2₂]-?eq?)$/.test(rest))) return `${symbol} ${rest}`;
  }
  return undefined;
}

/** The unit with these terms; equal ones are combined, and those that cancel vanish. */
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

/** How many base units (kg, MJ, m, d, K, …) one of it is. */
export function factorOf({ terms, multiplier }: Unit): Rational {
  return terms.reduce((product, { unit, exponent }) => times(product, power(unit.factor, exponent)), multiplier);
}

/**
 * The exact ratio of `from` to `to`: powers of ten, defined units, and stoichiometry (t CO2 to t C is 12/44).
 * Throws QuantityError if there is no such ratio.
 */
export function unitRatio(from: Unit, to: Unit): Rational {
  const known = ratios.get(from) ?? new WeakMap<Unit, Rational>();
  ratios.set(from, known);
  const ratio = known.get(to) ?? findRatio(from, to);
  known.set(to, ratio);
  return ratio;
}

/** Ratios by the units themselves, of which a sheet has few. */
const ratios = new WeakMap<Unit, WeakMap<Unit, Rational>>();

function findRatio(from: Unit, to: Unit): Rational {
  let ratio = times(factorOf(from), power(factorOf(to), -1));
  const open = partsOf(to);
  const unmatched: Part[] = [];
  const take = (part: Part, fits: (other: Part) => boolean): Part | undefined => {
    const at = open.findIndex((other) => other.base === part.base && other.exponent === part.exponent && fits(other));
    return at < 0 ? undefined : open.splice(at, 1)[0];
  };
  // Equal substances pair first, so that `kg C/kg` does not use the wrong mass.
  const left = partsOf(from).filter((part) => !take(part, (other) => sameSubstance(part.substance, other.substance)));
  for (const part of left) {
    const other = take(part, ({ substance }) => massRatio(part.substance, substance) !== undefined);
    if (!other) unmatched.push(part);
    else ratio = times(ratio, power(massRatio(part.substance, other.substance)!, part.exponent));
  }
  if (unmatched.length > 0 || open.length > 0) throw new QuantityError("unit", whyNot(from, to, unmatched, open));
  return ratio;
}

function whyNot(from: Unit, to: Unit, unmatched: readonly Part[], open: readonly Part[]): Message {
  const [a, b] = [unmatched[0], open[0]];
  const units = { from: from.text, to: to.text };
  if (!a || !b || a.base !== b.base || a.exponent !== b.exponent)
    return texts.otherDimension({ ...units, is: describeDimension(from), other: describeDimension(to) });
  const kinds = [a.substance?.kind, b.substance?.kind];
  if (kinds[0] === "CO2e" && kinds[1] === "CO2e") return texts.otherMetric(units);
  if (kinds.includes("CO2e") && kinds.includes("gas")) return texts.needsMetric(units);
  const dry = [a.substance, b.substance].filter(isDry);
  if (dry.length === 1 && kinds.every((kind) => kind === undefined || kind === "material"))
    return texts.dryOnOneSide({ ...units, dry: writeSubstance(dry[0]!) });
  if (!a.substance || !b.substance)
    return texts.substanceOnOneSide({ ...units, substance: writeSubstance((a.substance ?? b.substance)!) });
  return texts.otherSubstance({ ...units, is: writeSubstance(a.substance), other: writeSubstance(b.substance) });
}
