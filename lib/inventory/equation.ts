import { Fault } from "../message/fault.ts";
import type { Sentence } from "../message/message.ts";
import { type Quantity, quantity, unitFactor } from "../quantity/quantity.ts";
import { QuantityError } from "../quantity/quantity-error.ts";
import { describeDimension, parseUnit } from "../quantity/unit.ts";

/** One variable of an equation: symbol of the guidelines, unit in which the formula takes it, name, and what it may be. */
export interface Variable {
  readonly symbol: string;
  readonly unit: string;
  readonly name: string;
  /** 0 or more; any number; a fraction between 0 and 1. */
  readonly range: "positive" | "signed" | "fraction";
}

/** A numbered equation of the guidelines. `{gas}` in a unit stands for the gas it is applied to. */
export interface Equation<Symbols extends string = string> {
  /** E.g. `V2 Eq 2.1`: volume and number of the 2006 Guidelines, unless an edition is named. */
  readonly id: string;
  readonly title: string;
  readonly symbol: string;
  readonly unit: string;
  readonly variables: Readonly<Record<Symbols, Variable>>;
  /** Pure: plain numbers in the units of the variables in, a plain number in `unit` out. */
  readonly calc: (values: Readonly<Record<Symbols, number>>) => number;
}

/** What a variable may be given as: a number in the equation's own unit, or a quantity in any that converts to it. */
export type Given = number | Pick<Quantity, "value" | "unit">;

/** Raised when an input does not fit an equation. The message names equation, symbol, and what was expected. */
export class EquationError extends Fault {
  override readonly name = "EquationError";
  /** The symbol at fault. */
  declare readonly field: string;
  constructor(field: string, said: Sentence) {
    super(said, { field });
  }
}

/**
 * Declares an equation. Variables are written `unit | name`, with `| signed` or `| fraction` behind where 0 or more is not meant.
 *
 *     equation("V2 Eq 2.1", "Emissions of combustion", "E", "kg {gas}",
 *       { FC: "TJ NCV | fuel consumed", EF: "kg {gas}/TJ NCV | emission factor" }, ({ FC, EF }) => FC * EF)
 */
export function equation<Symbols extends string>(
  id: string,
  title: string,
  symbol: string,
  unit: string,
  variables: Readonly<Record<Symbols, string>>,
  calc: (values: Readonly<Record<Symbols, number>>) => number,
): Equation<Symbols> {
  const read = Object.entries<string>(variables).map(([name, written]) => {
    const [unitText, title_, range = "positive"] = written.split("|").map((part) => part.trim());
    return [name, { symbol: name, unit: unitText, name: title_, range }] as const;
  });
  return { id, title, symbol, unit, variables: Object.fromEntries(read) as Record<Symbols, Variable>, calc };
}

/** One evaluated equation: what a cell can show, and what a trail follows. */
export interface Step {
  /** What it was evaluated for, e.g. a fuel; empty where there is but one. */
  readonly label: string;
  readonly symbol: string;
  readonly value: number;
  readonly unit: string;
  readonly equation: string;
  readonly title: string;
  readonly inputs: Readonly<Record<string, { readonly value: number; readonly unit: string; readonly name: string }>>;
}

/** Evaluates an equation on checked inputs. Throws EquationError. @param gas stands for `{gas}` in the units. */
export function evaluate<Symbols extends string>(
  of: Equation<Symbols>,
  given: Readonly<Record<Symbols, Given>>,
  { gas = "", label = "" }: { readonly gas?: string; readonly label?: string } = {},
): Step {
  const inputs: Record<string, { value: number; unit: string; name: string }> = {};
  const values = {} as Record<Symbols, number>;
  for (const variable of Object.values<Variable>(of.variables)) {
    const symbol = variable.symbol as Symbols;
    const unit = withGas(variable.unit, gas);
    values[symbol] = inputValue(of, variable, unit, given[symbol], label);
    inputs[symbol] = { value: values[symbol], unit, name: variable.name };
  }
  const value = of.calc(values);
  if (!Number.isFinite(value))
    throw new EquationError(
      of.symbol,
      `${place(of, label)}: ${of.symbol} comes out as ${value}; check what it is divided by.`,
    );
  return { label, symbol: of.symbol, value, unit: withGas(of.unit, gas), equation: of.id, title: of.title, inputs };
}

function inputValue(
  of: Equation,
  { symbol, name, range }: Variable,
  unit: string,
  given: Given | undefined,
  label: string,
): number {
  const expected = `${place(of, label)}: ${symbol} (${name})`;
  if (given === undefined || given === null)
    throw new EquationError(symbol, `${expected} is missing; a number in ${unit} is expected.`);
  let value: number;
  if (typeof given === "number") value = given;
  else {
    try {
      value = given.unit === unit ? given.value : given.value * unitFactor(given.unit, unit);
    } catch (error) {
      if (!(error instanceof QuantityError)) throw error;
      const should = describeDimension(parseUnit(unit));
      throw new EquationError(
        symbol,
        `${expected} should be ${should} (${unit}), but ${given.value} ${given.unit} came. ${error.message}`,
      );
    }
  }
  if (!Number.isFinite(value))
    throw new EquationError(symbol, `${expected} should be a number in ${unit}, but ${value} came.`);
  if (range !== "signed" && value < 0)
    throw new EquationError(symbol, `${expected} is ${value} ${unit}; 0 or more is expected.`);
  if (range === "fraction" && value > 1)
    throw new EquationError(
      symbol,
      `${expected} is ${value}; a fraction between 0 and 1 is expected. Write ${value} % if per cent are meant.`,
    );
  return value;
}

function place({ id }: Equation, label: string): string {
  return label === "" ? id : `${id}, ${label}`;
}

function withGas(unit: string, gas: string): string {
  return unit.replaceAll("{gas}", gas);
}

/** Steps one after the other, as a tier of the guidelines takes them. */
export class Steps {
  readonly list: Step[] = [];

  /** Evaluates an equation, keeps the step, and gives its result with its unit. */
  take<Symbols extends string>(
    of: Equation<Symbols>,
    given: Readonly<Record<Symbols, Given>>,
    options: { readonly gas?: string; readonly label?: string } = {},
  ): Quantity {
    const step = evaluate(of, given, options);
    this.list.push(step);
    return quantity(step.value, step.unit);
  }

  /** Keeps the sum of parts, each in the unit named, as a step of the equation that asks for it. */
  sum(
    parts: readonly Pick<Quantity, "value" | "unit">[],
    unit: string,
    of: { symbol: string; equation: string; title: string; label?: string },
  ): Quantity {
    const values = parts.map((part) => part.value * unitFactor(part.unit, unit));
    const value = values.reduce((total, part) => total + part, 0);
    const inputs = Object.fromEntries(
      values.map((part, i) => [`${of.symbol}${i + 1}`, { value: part, unit, name: "a part of the sum" }]),
    );
    this.list.push({
      label: of.label ?? "",
      symbol: of.symbol,
      value,
      unit,
      equation: of.equation,
      title: of.title,
      inputs,
    });
    return quantity(value, unit);
  }
}

/** What a tier gives: emissions by gas, and every step to them. */
export interface TierResult {
  readonly emissions: readonly Quantity[];
  readonly steps: readonly Step[];
}
