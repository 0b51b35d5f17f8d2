import { Fault, messageOf } from "../message/fault.ts";
import { type Message, messages, type Sentence } from "../message/message.ts";
import { describeDimension } from "../quantity/dimension.ts";
import { type Quantity, quantity, unitFactor } from "../quantity/quantity.ts";
import { QuantityError } from "../quantity/quantity-error.ts";
import { parseUnit } from "../quantity/unit.ts";
import type { Equation, Total, Variable } from "./equation.ts";
import { calculate } from "./formula.ts";

/** The value of a variable: a number in the equation's own unit, or a quantity in any convertible unit. */
export type Given = number | Pick<Quantity, "value" | "unit">;

/** Thrown if an input does not fit an equation. The message names equation, symbol and the expected value. */
export class EquationError extends Fault {
  override readonly name = "EquationError";
  /** The symbol at fault. */
  declare readonly field: string;
  constructor(field: string, said: Message) {
    super(said, { field });
  }
}

const said = messages("equation", {
  partOfSum: { en: "a part of the sum", zh: "合计的一部分" },
  notFinite: {
    en: "{equation}: {symbol} is {value}; check the divisor.",
    zh: "{equation}：{symbol} 的结果为 {value}；请检查除数。",
  },
  missing: {
    en: "{equation}: {symbol} ({name}) is missing; a number in {unit} is expected.",
    zh: "{equation}：{symbol}（{name}）缺失；应为以 {unit} 计的数。",
  },
  otherUnit: {
    en: "{equation}: {symbol} ({name}) is {given}; expected {dimension} ({unit}). {reason}",
    zh: "{equation}：{symbol}（{name}）应为{dimension}（{unit}），实际为 {given}。{reason}",
  },
  notNumber: {
    en: "{equation}: {symbol} ({name}) is {given}; expected a number in {unit}.",
    zh: "{equation}：{symbol}（{name}）应为以 {unit} 计的数，实际为 {given}。",
  },
  negative: {
    en: "{equation}: {symbol} ({name}) is {amount}; 0 or more is expected.",
    zh: "{equation}：{symbol}（{name}）为 {amount}；应不小于 0。",
  },
  aboveYear: {
    en: "{equation}: {symbol} ({name}) is {value} days; a year has at most {most}.",
    zh: "{equation}：{symbol}（{name}）为 {value} 天；一年至多 {most} 天。",
  },
  aboveMost: {
    en: "{equation}: {symbol} ({name}) is {value} {unit}; more than {most} {unit} is not possible.",
    zh: "{equation}：{symbol}（{name}）为 {value} {unit}；不可能超过 {most} {unit}。",
  },
  aboveOne: {
    en: "{equation}: {symbol} ({name}) is {value}; expected a fraction between 0 and 1. Write {value} % if you mean per cent.",
    zh: "{equation}：{symbol}（{name}）为 {value}；应为 0 与 1 之间的分数。若为百分数，请写 {value} %。",
  },
});

/** One evaluated equation, for display in a cell and for the trail. */
export interface Step {
  /** What it was evaluated for, e.g. a fuel; empty if there is only one. */
  readonly label: string;
  readonly symbol: string;
  readonly value: number;
  readonly unit: string;
  readonly equation: string;
  readonly title: string;
  readonly inputs: Readonly<Record<string, { readonly value: number; readonly unit: string; readonly name: Sentence }>>;
}

/** Evaluates an equation on checked inputs. Throws EquationError. @param gas replaces `{gas}` in the units. */
export function evaluate<Symbols extends string>(
  of: Equation<Symbols>,
  given: Readonly<Record<Symbols, Given>>,
  { gas = "", label = "" }: { readonly gas?: string; readonly label?: string } = {},
): Step {
  const inputs: Record<string, { value: number; unit: string; name: Sentence }> = {};
  for (const variable of Object.values<Variable>(of.variables)) {
    const symbol = variable.symbol as Symbols;
    const unit = withGas(variable.unit, gas);
    const value = inputValue(of, variable, unit, given[symbol], label);
    inputs[symbol] = { value, unit, name: variable.name.en };
  }
  const value = calculate(
    of,
    Object.values(inputs).map((input) => input.value),
  );
  if (!Number.isFinite(value))
    throw new EquationError(of.symbol, said.notFinite({ equation: place(of, label), symbol: of.symbol, value }));
  return { label, symbol: of.symbol, value, unit: withGas(of.unit, gas), equation: of.id, title: of.title.en, inputs };
}

function inputValue(of: Equation, variable: Variable, unit: string, given: Given | undefined, label: string): number {
  const { symbol, range } = variable;
  const where = { equation: place(of, label), symbol, name: nameOf(of, variable) };
  if (given === undefined || given === null) throw new EquationError(symbol, said.missing({ ...where, unit }));
  const value = typeof given === "number" ? given : inUnit(given, unit, symbol, where);
  if (!Number.isFinite(value)) throw new EquationError(symbol, said.notNumber({ ...where, unit, given: value }));
  if (range !== "signed" && value < 0)
    throw new EquationError(symbol, said.negative({ ...where, amount: unit === "1" ? value : `${value} ${unit}` }));
  if (range === "fraction" && value > 1) throw new EquationError(symbol, said.aboveOne({ ...where, value }));
  if (range === "days" && value > DAYS)
    throw new EquationError(symbol, said.aboveYear({ ...where, value, most: DAYS }));
  const most = range === "percent" ? PERCENT : range === "minutes" ? MINUTES : undefined;
  if (most !== undefined && value > most)
    throw new EquationError(symbol, said.aboveMost({ ...where, value, unit, most }));
  return value;
}

/** Of a leap year. */
const DAYS = 366;
/** Of a whole. */
const PERCENT = 100;
/** Of a day. */
const MINUTES = 1440;

function inUnit(
  given: Pick<Quantity, "value" | "unit">,
  unit: string,
  symbol: string,
  where: { readonly equation: string; readonly symbol: string; readonly name: Message },
): number {
  if (given.unit === unit) return given.value;
  try {
    return given.value * unitFactor(given.unit, unit);
  } catch (error) {
    if (!(error instanceof QuantityError)) throw error;
    const dimension = describeDimension(parseUnit(unit));
    const received = `${given.value} ${given.unit}`;
    throw new EquationError(
      symbol,
      said.otherUnit({ ...where, dimension, unit, given: received, reason: messageOf(error) }),
    );
  }
}

function nameOf({ id }: Equation, { symbol, name }: Variable): Message {
  return { code: `equation.${id}.${symbol}`, texts: name, values: {} };
}

function place({ id }: Equation, label: string): string {
  return label === "" ? id : `${id}, ${label}`;
}

function withGas(unit: string, gas: string): string {
  return unit.replaceAll("{gas}", gas);
}

/** The steps of a tier in order. */
export class Steps {
  readonly list: Step[] = [];

  /** Evaluates an equation, records the step, and returns its result with its unit. */
  take<Symbols extends string>(
    of: Equation<Symbols>,
    given: Readonly<Record<Symbols, Given>>,
    options: { readonly gas?: string; readonly label?: string } = {},
  ): Quantity {
    const step = evaluate(of, given, options);
    this.list.push(step);
    return quantity(step.value, step.unit);
  }

  /** Records the sum of parts, each in the named unit, as a step of the total that requires it. */
  sum(
    parts: readonly Pick<Quantity, "value" | "unit">[],
    unit: string,
    { id, title, symbol }: Total,
    { label = "" }: { readonly label?: string } = {},
  ): Quantity {
    const values = parts.map((part) => part.value * unitFactor(part.unit, unit));
    const value = values.reduce((total, part) => total + part, 0);
    const inputs = Object.fromEntries(
      values.map((part, i) => [`${symbol}${i + 1}`, { value: part, unit, name: said.partOfSum() }]),
    );
    this.list.push({ label, symbol, value, unit, equation: id, title: title.en, inputs });
    return quantity(value, unit);
  }
}

/** The result of a tier: emissions by gas, with every step. */
export interface TierResult {
  readonly emissions: readonly Quantity[];
  readonly steps: readonly Step[];
}
