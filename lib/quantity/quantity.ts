import { messages } from "../message/message.ts";
import { QuantityError } from "./quantity-error.ts";
import { fromDecimal, plus, type Rational, times, timesBoth, timesRatio, toNumber } from "./rational.ts";
import { type Basis, massRatio, type Substance, sameSubstance } from "./substance.ts";
import { makeUnit, parseUnit, type Term, type Unit, unitRatio } from "./unit.ts";

const texts = messages("quantity", {
  otherUnits: {
    en: 'The first is in "{first}", number {at} in "{other}". One cannot be added to the other without saying so: convert one of them, or say the unit of the sum, for example "{first}".',
    zh: "第一个的单位是“{first}”，第 {at} 个是“{other}”。二者单位不同，不能直接相加：请先换算其中一个，或指明合计的单位，如“{first}”。",
  },
  otherMasses: {
    en: 'The first is in "{first}", number {at} in "{other}". They are masses of different things, and one cannot be added to the other without saying so: convert one of them, or say the unit of the sum, for example "{first}".',
    zh: "第一个的单位是“{first}”，第 {at} 个是“{other}”。二者是不同物质的质量，不能直接相加：请先换算其中一个，或指明合计的单位，如“{first}”。",
  },

  notFinite: {
    en: "A quantity needs a finite number; got {value} {text}.",
    zh: "数量必须是有限的数，实际为 {value} {text}。",
  },
  emptySum: {
    en: "An empty sum needs a unit.",
    zh: "对空列表求和时须指明单位。",
  },
  byZero: {
    en: "Division by 0 {unit} is not possible.",
    zh: "不能除以 0 {unit}。",
  },
});

/**
 * A number with its unit. The unit's text is complete; gas, basis and metric are derived from its numerator, so
 * that tables have them as columns. A plain record, transferable between workers and to JSON.
 */
export interface Quantity {
  readonly value: number;
  /** E.g. `kt CH4`, `kg N2O-N/kg N`, `Mt CO2e AR6.GWP100`. */
  readonly unit: string;
  readonly gas?: string;
  readonly origin?: "fossil" | "biogenic";
  readonly basis?: Basis;
  readonly metric?: string;
}

/** A quantity of this value and unit. Throws QuantityError if the unit cannot be read or the value is not finite. */
export function quantity(value: number, unit: string): Quantity {
  return make(value, parseUnit(unit));
}

function finite(value: number, unit: Unit): number {
  if (!Number.isFinite(value)) throw new QuantityError("value", texts.notFinite({ value, text: unit.text }));
  return value;
}

function make(given: number, unit: Unit): Quantity {
  const value = finite(given, unit);
  const of = substanceAbove(unit);
  const named = { value, unit: unit.text };
  if (of?.kind === "gas")
    return { ...named, gas: of.gas, ...(of.origin ? { origin: of.origin } : {}), basis: of.basis };
  if (of?.kind === "element") return { ...named, basis: of.element };
  return of?.kind === "CO2e" ? { ...named, gas: "CO2e", basis: "mass", metric: of.metric } : named;
}

function substanceAbove(unit: Unit): Substance | undefined {
  return unit.terms.find(({ exponent, substance }) => exponent > 0 && substance)?.substance;
}

/**
 * Rounded once: the shortest decimal of the value times an exact ratio, so that 1.1 kt are 1100 t and not 1100.0000000000002.
 */
function timesExactly(value: number, ratio: Rational): number {
  return ratio.n === ratio.d ? value : timesRatio(value, ratio);
}

/** The factor from `from` to `to`, for whole columns. Throws QuantityError. */
export function unitFactor(from: string, to: string): number {
  return toNumber(unitRatio(parseUnit(from), parseUnit(to)));
}

/**
 * Converts values from one unit to another, for whole columns: multiplied by the ratio if it is an integer, divided if its
 * inverse is, so that each is rounded once. Throws QuantityError.
 */
export function convertColumn(values: ArrayLike<number>, from: string, to: string): Float64Array<ArrayBuffer> {
  const { n, d } = unitRatio(parseUnit(from), parseUnit(to));
  const [times, per] = [Number(n), Number(d)];
  return Float64Array.from(values, (value) => (value * times) / per);
}

/** Whether one unit converts to the other. */
export function converts(from: string, to: string): boolean {
  try {
    const [given, wanted] = [parseUnit(from), parseUnit(to)];
    if (apart.get(given)?.has(wanted)) return false;
    return isConvertible(given, wanted);
  } catch (error) {
    if (error instanceof QuantityError) return false;
    throw error;
  }
}

function isConvertible(from: Unit, to: Unit): boolean {
  try {
    unitRatio(from, to);
    return true;
  } catch (error) {
    apart.set(from, (apart.get(from) ?? new WeakSet<Unit>()).add(to));
    throw error;
  }
}

/** Units that do not convert to each other: the error that says why takes long to make. */
const apart = new WeakMap<Unit, WeakSet<Unit>>();

/**
 * The same quantity in another unit; also from the mass of a gas to that of its carbon or nitrogen and back
 * (44 t CO2 = 12 t C exactly, as in the guidelines; the Global Carbon Budget uses 3.664, which is 0.07 % less). Throws
 * QuantityError for another dimension, gas or metric, which is no change of unit.
 */
export function convert(given: Quantity, unit: string): Quantity {
  const [from, to] = [parseUnit(given.unit), parseUnit(unit)];
  return make(timesExactly(given.value, unitRatio(from, to)), to);
}

/**
 * a + b. Both must be in the same unit, of the same gas, basis and metric; to add t to kt, give the unit of the sum. Exact for
 * decimals: 0.1 t + 0.2 t = 0.3 t. Throws QuantityError.
 */
export function add(a: Quantity, b: Quantity, unit?: string): Quantity {
  return total([a, b], unit);
}

/** a − b, under the rules of `add`. */
export function subtract(a: Quantity, b: Quantity, unit?: string): Quantity {
  return total([a, { ...b, value: -b.value }], unit);
}

/** The sum of one or more quantities, under the rules of `add`. Throws QuantityError. */
export function total(list: readonly Quantity[], unit?: string): Quantity {
  const first = list[0];
  if (!first && unit === undefined) throw new QuantityError("unit", texts.emptySum());
  const to = parseUnit(unit ?? first!.unit);
  const sum = list.reduce(
    (sofar, part, at) => {
      const from = parseUnit(part.unit);
      if (unit === undefined) mustBeSame(to, from, at);
      return plus(sofar, times(fromDecimal(part.value), unitRatio(from, to)));
    },
    { n: 0n, d: 1n },
  );
  return make(toNumber(sum), to);
}

function mustBeSame(first: Unit, other: Unit, at: number): void {
  if (first.text === other.text) return;
  // If they can never be added, the error of the conversion says why.
  unitRatio(other, first);
  const [a, b] = [substanceAbove(first), substanceAbove(other)];
  const mixed = sameSubstance(a, b) ? texts.otherUnits : texts.otherMasses;
  throw new QuantityError("unit", mixed({ first: first.text, at: at + 1, other: other.text }));
}

/** a times a plain number. */
export function scale(a: Quantity, by: number): Quantity {
  return make(a.value * by, parseUnit(a.unit));
}

/**
 * a × b. Numerator and denominator cancel if they are of the same substance: 20 t clinker × 0.52 t CO2/t
 * clinker is 10.4 t CO2. A plain tonne cancels with a tonne of any material, but never with dry matter, cement never with clinker, nor
 * CO2 with C.
 */
export function multiply(a: Quantity, b: Quantity): Quantity {
  const { unit, ratio } = productOf(a.unit, b.unit);
  return make(timesBoth(a.value, b.value, ratio), unit);
}

/** `convert(quantity(value, from), to).value`, for columns of many rows: without the quantities between. Throws QuantityError. */
export function valueIn(value: number, from: string, to: string): number {
  const [given, wanted] = [parseUnit(from), parseUnit(to)];
  return finite(timesExactly(finite(value, given), unitRatio(given, wanted)), wanted);
}

/** `convert(multiply(quantity(a, unit), quantity(b, by)), to).value`, as `valueIn`. Throws QuantityError. */
export function productIn(a: number, unit: string, b: number, by: string, to: string): number {
  const [left, right, wanted] = [parseUnit(unit), parseUnit(by), parseUnit(to)];
  const product = productOf(left.text, right.text);
  const made = finite(timesBoth(finite(a, left), finite(b, right), product.ratio), product.unit);
  return finite(timesExactly(made, unitRatio(product.unit, wanted)), wanted);
}

interface UnitProduct {
  readonly unit: Unit;
  /** What the product of the values is multiplied by. */
  readonly ratio: Rational;
}

/** Products of units by both: a sheet multiplies amounts of few units by factors of few. */
const products = new Map<string, UnitProduct>();
const MOST_PRODUCTS = 5000;

function productOf(a: string, b: string): UnitProduct {
  const key = `${a}\u0000${b}`;
  let product = products.get(key);
  if (!product) {
    const [left, right] = [parseUnit(a), parseUnit(b)];
    const { terms, ratio } = cancel([...left.terms, ...right.terms]);
    product = { unit: makeUnit(terms), ratio: times(times(left.multiplier, right.multiplier), ratio) };
    if (products.size >= MOST_PRODUCTS) products.clear();
    products.set(key, product);
  }
  return product;
}

/** a / b, with units. */
export function divide(a: Quantity, b: Quantity): Quantity {
  if (b.value === 0) throw new QuantityError("value", texts.byZero({ unit: b.unit }));
  const right = parseUnit(b.unit);
  const inverted = right.terms.map((term) => ({ ...term, exponent: -term.exponent }));
  const exact = times(fromDecimal(a.value), inverse(times(fromDecimal(b.value), right.multiplier)));
  return finish(exact, parseUnit(a.unit), inverted);
}

function inverse({ n, d }: Rational): Rational {
  return n < 0n ? { n: -d, d: -n } : { n: d, d: n };
}

function finish(exact: Rational, left: Unit, terms: readonly Term[]): Quantity {
  const reduced = cancel([...left.terms, ...terms]);
  const value = times(times(exact, left.multiplier), reduced.ratio);
  return make(toNumber(value), makeUnit(reduced.terms));
}

/** Cancels pairs of one dimension and substance in numerator and denominator, and returns the remaining factor. */
function cancel(terms: readonly Term[]): { terms: Term[]; ratio: Rational } {
  const kept = terms.map((term) => ({ ...term }));
  let ratio: Rational = { n: 1n, d: 1n };
  // The same substance first; only then does a plain tonne cancel a tonne of something.
  for (const fits of [sameSubstance, onlyOneSays]) {
    for (const above of kept) {
      for (const below of kept) {
        if (above.exponent <= 0 || below.exponent >= 0 || !sameDimension(above, below)) continue;
        if (!fits(above.substance, below.substance)) continue;
        const by = Math.min(above.exponent, -below.exponent);
        for (let i = 0; i < by; i++) ratio = times(ratio, times(above.unit.factor, inverse(below.unit.factor)));
        above.exponent -= by;
        below.exponent += by;
      }
    }
  }
  return { terms: kept.filter(({ exponent }) => exponent !== 0), ratio };
}

function onlyOneSays(a: Substance | undefined, b: Substance | undefined): boolean {
  return (a === undefined) !== (b === undefined) && massRatio(a, b) !== undefined;
}

function sameDimension(a: Term, b: Term): boolean {
  const [x, y] = [Object.entries(a.unit.dimension), b.unit.dimension as Readonly<Record<string, number>>];
  return x.length > 0 && x.length === Object.keys(y).length && x.every(([base, by]) => y[base] === by);
}
