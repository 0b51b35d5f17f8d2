import { Fault, messageOf } from "../message/fault.ts";
import { messages } from "../message/message.ts";
import { type Comparison, type Expression, partsOf } from "../numeric/expression/expression.ts";
import { ONE, power, type Rational, times, toNumber } from "../quantity/rational.ts";
import { makeUnit, parseUnit, type Term, type Unit, unitRatio } from "../quantity/unit.ts";
import type { Equation } from "./equation.ts";
import { formulaOf } from "./formula.ts";

/** Thrown if the units of a formula are incompatible. */
export class FormulaUnitError extends Fault {
  override readonly name = "FormulaUnitError";
}

const texts = messages("formulaUnit", {
  noConversion: { en: "{place}: {reason}", zh: "{place}：{reason}" },
  otherSize: { en: "{place}: one {from} is {ratio} {to}, not 1.", zh: "{place}：1 {from} 为 {ratio} {to}，而不是 1。" },
});

/** A unit, or null for the number 0, which fits any unit. */
type Found = Unit | null;

const DIMENSIONLESS = parseUnit("1");

/** Functions whose result has the unit of their arguments; all others take and return plain numbers. */
const unitPreserving: ReadonlySet<string> = new Set(["negate", "abs", "min", "max", "floor", "ceil", "round"]);

/**
 * The unit of a formula from those of its variables and constants: terms that are added or compared have one unit, the
 * argument of an exponential is a plain number. Throws FormulaUnitError, naming what is incompatible.
 *
 * @param gas replaces `{gas}`
 */
export function formulaUnit(of: Equation, gas: string): Unit {
  const declared = [...Object.entries(of.variables), ...Object.entries(of.constants)];
  const units = new Map(declared.map(([name, { unit }]) => [name, unitIn(unit, gas, of.annual)]));
  return unitOf(formulaOf(of), units) ?? DIMENSIONLESS;
}

/** The ratio of the formula's unit to the declared one: 1 if correct. Throws if they do not convert. */
export function unitRatioOf(of: Equation, gas: string): number {
  return toNumber(ratio(formulaUnit(of, gas), unitIn(of.unit, gas, of.annual), of.symbol));
}

/** Annual rates are applied to one year: `yr` is 1. */
function unitIn(written: string, gas: string, annual: boolean): Unit {
  const unit = parseUnit(written.replaceAll("{gas}", gas));
  return annual
    ? makeUnit(
        unit.terms.filter((term) => term.unit.symbol !== "yr"),
        unit.multiplier,
      )
    : unit;
}

function ratio(from: Unit, to: Unit, what: string): Rational {
  try {
    return unitRatio(from, to);
  } catch (error) {
    throw new FormulaUnitError(texts.noConversion({ place: what, reason: messageOf(error) }));
  }
}

function mustBe(found: Found, wanted: Unit, what: string): void {
  if (found === null) return;
  const { n, d } = ratio(found, wanted, what);
  if (n !== d)
    throw new FormulaUnitError(
      texts.otherSize({ place: what, from: found.text, ratio: Number(n) / Number(d), to: wanted.text }),
    );
}

function unitOf(expression: Expression, units: ReadonlyMap<string, Unit>): Found {
  switch (expression.kind) {
    case "number":
      return expression.value === 0 ? null : DIMENSIONLESS;
    case "variable":
      return units.get(expression.name)!;
    case "choice":
      oneUnit(comparedIn(expression.condition), units, "comparison");
      return oneUnit([expression.yes, expression.no], units, "choice");
    case "call":
      return unitOfCall(expression.of, partsOf(expression), units);
  }
}

function comparedIn({ left, right }: Comparison): Expression[] {
  return [left, right];
}

function oneUnit(parts: readonly Expression[], units: ReadonlyMap<string, Unit>, what: string): Found {
  const found = parts.map((part) => unitOf(part, units));
  const first = found.find((unit) => unit !== null) ?? null;
  if (first !== null) for (const unit of found) mustBe(unit, first, what);
  return first;
}

function unitOfCall(of: string, args: readonly Expression[], units: ReadonlyMap<string, Unit>): Found {
  const of_ = (at: number) => unitOf(args[at]!, units) ?? DIMENSIONLESS;
  if (of === "+" || of === "-" || unitPreserving.has(of)) return oneUnit(args, units, of);
  if (of === "*") return joined(of_(0), of_(1), 1);
  if (of === "/") return joined(of_(0), of_(1), -1);
  if (of === "^" || of === "pow") return raised(of_(0), args[1]!, of_(1));
  for (const at of args.keys()) mustBe(of_(at), DIMENSIONLESS, of);
  return DIMENSIONLESS;
}

function joined(a: Unit, b: Unit, sign: 1 | -1): Unit {
  const terms: Term[] = b.terms.map((term) => ({ ...term, exponent: sign * term.exponent }));
  return makeUnit([...a.terms, ...terms], times(a.multiplier, power(b.multiplier, sign)));
}

/** A plain number may be raised to any power, a unit only to a literal integer. */
function raised(base: Unit, exponent: Expression, unit: Unit): Unit {
  mustBe(unit, DIMENSIONLESS, "exponent");
  if (exponent.kind === "number" && Number.isInteger(exponent.value)) {
    const by = exponent.value;
    const terms = base.terms.map((term) => ({ ...term, exponent: by * term.exponent }));
    return makeUnit(terms, power(base.multiplier, by));
  }
  mustBe(base, DIMENSIONLESS, "base");
  return makeUnit([], ONE);
}
