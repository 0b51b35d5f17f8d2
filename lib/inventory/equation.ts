import type { Text } from "../message/message.ts";

/** The range of a variable: 0 or more; any number; a fraction between 0 and 1; a part in %; the days of a year; the minutes of a day. */
export type Range = "positive" | "signed" | "fraction" | "percent" | "days" | "minutes";

/** One variable of an equation: symbol of the guidelines, unit in the formula, name, and range. */
export interface Variable {
  readonly symbol: string;
  readonly unit: string;
  readonly name: Text;
  readonly range: Range;
}

/** A number in a formula that has a unit or a source: a molar mass, the days of a year, a coefficient of a regression. */
export interface Constant {
  readonly value: number;
  readonly unit: string;
  readonly name: Text;
}

/** A numbered equation of the guidelines, as data. `{gas}` in a unit is the gas that it is applied to. */
export interface Equation<Symbols extends string = string> {
  /** E.g. `V2 Eq 2.1`: volume and number of the 2006 Guidelines, unless an edition is named. */
  readonly id: string;
  readonly title: Text;
  readonly symbol: string;
  readonly unit: string;
  /**
   * An expression (lib/numeric/expression) of the variables in their units and of the constants, a number in `unit`. It is
   * evaluated in the order in which it is written.
   */
  readonly formula: string;
  readonly variables: Readonly<Record<Symbols, Variable>>;
  readonly constants: Readonly<Record<string, Constant>>;
  /** Annual rates are applied to one year, so that `yr` cancels: an inventory states a year's emissions as a mass. */
  readonly annual: boolean;
}

/** A sum over parts required by the guidelines, by number or in prose. */
export interface Total {
  readonly id: string;
  readonly title: Text;
  readonly symbol: string;
}

type Declared<Symbols extends string> = Pick<Equation, "id" | "title" | "symbol" | "unit" | "formula"> &
  Partial<Pick<Equation, "constants" | "annual">> & {
    /** If `range` is omitted, the variable is 0 or more. */
    readonly variables: Readonly<Record<Symbols, Omit<Variable, "symbol" | "range"> & { readonly range?: Range }>>;
  };

/**
 * Declares an equation.
 *
 *     equation({
 *       id: "V2 Eq 2.1",
 *       title: { en: "Emissions from stationary combustion", zh: "固定源燃烧排放" },
 *       symbol: "E",
 *       unit: "kg {gas}",
 *       formula: "FC * EF",
 *       variables: {
 *         FC: { unit: "TJ NCV", name: { en: "fuel consumed", zh: "燃料消费量" } },
 *         EF: { unit: "kg {gas}/TJ NCV", name: { en: "emission factor", zh: "排放因子" } },
 *       },
 *     })
 */
export function equation<Symbols extends string>(declared: Declared<Symbols>): Equation<Symbols> {
  const variables = Object.entries<Declared<Symbols>["variables"][Symbols]>(declared.variables).map(
    ([symbol, variable]) => [symbol, { symbol, ...variable, range: variable.range ?? "positive" }] as const,
  );
  return {
    constants: {},
    annual: false,
    ...declared,
    variables: Object.fromEntries(variables) as Record<Symbols, Variable>,
  };
}
