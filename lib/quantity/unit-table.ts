import { currencies } from "./currencies.ts";
import { fromDecimal, type Rational, rational } from "./rational.ts";

/**
 * The independent dimensions of carbon accounting. Energy is a separate one: no inventory reduces a joule to kg·m²/s², and a
 * mass here has a substance. Heads, persons, vehicles and currencies are separate dimensions.
 */
export type Base =
  | "mass"
  | "energy"
  | "length"
  | "time"
  | "temperature"
  | "amount"
  | "pressure"
  | "head"
  | "person"
  | "vehicle"
  | "item"
  | `currency ${string}`;

export interface UnitDefinition {
  readonly symbol: string;
  readonly dimension: Readonly<Partial<Record<Base, number>>>;
  /** How many base units (kg, MJ, m, d, K, mol, Pa, one) one of this unit is. Exact. */
  readonly factor: Rational;
  /** The SI prefixes it may carry. */
  readonly prefixes: string;
}

const definitions = new Map<string, UnitDefinition>();

type Dimension = UnitDefinition["dimension"];

function define(names: string, dimension: Dimension, factor: string | Rational, prefixes = ""): void {
  const [symbol, ...aliases] = names.split(" ");
  const exact = typeof factor === "string" ? fromDecimal(factor) : factor;
  const definition = { symbol: symbol!, dimension, factor: exact, prefixes };
  for (const name of [symbol!, ...aliases]) definitions.set(name, definition);
}

const mass = { mass: 1 } as const;
const energy = { energy: 1 } as const;
const length = { length: 1 } as const;
const area = { length: 2 } as const;
const volume = { length: 3 } as const;
const time = { time: 1 } as const;

// Mass, in kg. Pound, its sixteenth (the avoirdupois ounce) and short ton: international pound of 1959, exact.
define("g gram grams", mass, "0.001", "nµmkMGTPE");
define("t tonne tonnes 吨", mass, "1000", "kMG");
define("lb lbs", mass, "0.45359237");
define("oz", mass, "0.028349523125");
define("ton_short short_ton", mass, "907.18474");
define("ton_long long_ton", mass, "1016.0469088");
define("万吨", mass, "10000000");
define("亿吨", mass, "100000000000");

// Energy, in MJ. ISO and IEA conventions: toe 41.868 GJ, cal 4.1868 J, Btu 1055.056 J; China's tce is 7,000 kcal a kg,
// 29.3076 GJ.
define("J", energy, "0.000001", "mkMGTPE");
define("Wh", energy, "0.0036", "kMGTP");
define("toe", energy, "41868", "kMG");
define("tce 吨标准煤", energy, "29307.6", "kMG");
define("万吨标准煤", energy, "293076000");
define("kgce", energy, "29.3076");
define("gce", energy, "0.0293076");
define("cal", energy, "0.0000041868", "kMGT");
define("Btu", energy, "0.001055056", "kMGT");
define("MMBtu", energy, "1055.056");
define("quad", energy, "1055056000000");
define("therm", energy, "105.5056");
define("W", { energy: 1, time: -1 }, "0.0864", "mkMGT");

// Length, area, volume. Mile, acre, gallon and barrel: US and international definitions, exact.
define("m metre", length, "1", "nµmck");
define("mi", length, "1609.344");
define("nmi", length, "1852");
define("ft", length, "0.3048");
define("ha", area, "10000", "kM");
define("acre", area, "4046.8564224");
define("亩 mu", area, rational(2000n, 3n));
define("L l litre", volume, "0.001", "nµmkMG");
define("gal", volume, "0.003785411784", "kM");
define("bbl", volume, "0.158987294928", "kM");
define("ft3 scf", volume, "0.028316846592");
define("Nm3", volume, "1");

// Time, in days. The year is the Julian year of 365.25 days, as climate science counts it; "yr365" is that of the guidelines.
define("d day days", time, "1");
define("yr a year years 年", time, "365.25", "kMG");
define("yr365", time, "365");
define("month", time, "30.4375");
define("h hour hours", time, rational(1n, 24n));
define("min minute minutes", time, rational(1n, 1440n));
define("s", time, rational(1n, 86_400n), "nµm");

define("K", { temperature: 1 }, "1", "m");
define("mol", { amount: 1 }, "1", "nµmkMGTP");
define("Pa", { pressure: 1 }, "1", "hkM");
define("bar", { pressure: 1 }, "100000", "m");
define("atm", { pressure: 1 }, "101325", "nµm");

// Transport work.
define("tkm", { mass: 1, length: 1 }, "1000000", "kMG");
define("pkm", { person: 1, length: 1 }, "1000", "kMG");
define("vkm", { vehicle: 1, length: 1 }, "1000", "kMG");

// Counted things.
define("head heads", { head: 1 }, "1");
define("person persons capita cap 人", { person: 1 }, "1");
define("vehicle vehicles", { vehicle: 1 }, "1");
define("item items unit piece pieces", { item: 1 }, "1");
for (const code of currencies) define(code, { [`currency ${code}`]: 1 }, "1", "kMGT");
define("% percent", {}, "0.01");
define("‰", {}, "0.001");
define("ppm", {}, "0.000001");
define("ppb", {}, "0.000000001");

const prefixes: Readonly<Record<string, number>> = {
  n: -9,
  µ: -6,
  m: -3,
  c: -2,
  h: 2,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};

export interface FoundUnit {
  /** The normalised symbol: prefix and the unit's own symbol. */
  readonly symbol: string;
  readonly dimension: Dimension;
  readonly factor: Rational;
}

/** The unit of a symbol, with its SI prefix; undefined if there is none. */
export function findUnit(written: string): FoundUnit | undefined {
  const whole = definitions.get(written);
  if (whole) return whole;
  const [prefix, rest] = [written[0] === "u" ? "µ" : written[0]!, written.slice(1)];
  const unit = definitions.get(rest);
  const exponent = prefixes[prefix];
  if (!unit || exponent === undefined || !unit.prefixes.includes(prefix)) return undefined;
  const scale = exponent >= 0 ? rational(10n ** BigInt(exponent), 1n) : rational(1n, 10n ** BigInt(-exponent));
  return {
    symbol: `${prefix}${unit.symbol}`,
    dimension: unit.dimension,
    factor: rational(scale.n * unit.factor.n, scale.d * unit.factor.d),
  };
}

/** Every unit with its own symbol. */
export function unitSymbols(): string[] {
  return [...new Set([...definitions.values()].map(({ symbol }) => symbol))];
}
