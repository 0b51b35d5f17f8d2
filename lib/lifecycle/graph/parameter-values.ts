import { type Message, messages } from "../../message/message.ts";
import { compileExpression } from "../../numeric/expression/compile-expression.ts";
import { derivative } from "../../numeric/expression/derivative.ts";
import { type Expression, ExpressionError, variablesOf } from "../../numeric/expression/expression.ts";
import { readExpression } from "../../numeric/expression/read-expression.ts";
import { tokensOf } from "../../numeric/expression/tokens.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { BIOSPHERE } from "./activity-functions.ts";
import type { ExchangeGraph, Parameter } from "./exchange-graph.ts";

const texts = messages("lifecycle.parameters", {
  formulaOf: { en: "formula of {name}", zh: "{name} 的公式" },
  twice: {
    en: "The parameter {name} is declared twice.",
    zh: "参数 {name} 声明了两次。",
  },
  cycle: {
    en: "The parameters {names} depend on each other in a circle.",
    zh: "参数 {names} 循环依赖。",
  },
  notFinite: {
    en: "The {formula} gives {value}, which is not a finite number.",
    zh: "{formula}的结果为 {value}，不是有限数。",
  },
  unknown: {
    en: "There is no parameter {name}; there are {names}.",
    zh: "没有参数 {name}；现有参数为 {names}。",
  },
});

/** A parameter before its value is known. */
export interface GivenParameter extends Omit<Parameter, "value"> {
  /** Without a formula; with one it is computed. */
  readonly value?: number | undefined;
}

/** ∂formula/∂parameter. */
export interface FormulaSlope {
  readonly name: string;
  /** The activity within which the parameter holds; everywhere if absent. */
  readonly activity: number | undefined;
  readonly slope: number;
}

/**
 * Values of parameters by name, for formulas of activities: the activity's own come before those that hold everywhere.
 */
export class ParameterValues {
  private readonly everywhere = new Map<string, number>();
  private readonly within = new Map<number, Map<string, number>>();

  set({ name, activity, value }: Parameter): void {
    if (activity === undefined) {
      this.everywhere.set(name, value);
      return;
    }
    const own = this.within.get(activity) ?? new Map<string, number>();
    this.within.set(activity, own.set(name, value));
  }

  /**
   * The value of a formula in an activity. Throws LifecycleError if it cannot be read, names what is not there, or is not finite.
   *
   * @param name of what the formula belongs to
   */
  valueOf(formula: string, name: Message | string, activity?: number): number {
    const subject = texts.formulaOf({ name });
    const value = reading(() => {
      const { expression, used, values } = this.read(formula, subject, activity);
      return compileExpression(expression, used)(values);
    });
    if (!Number.isFinite(value)) throw new LifecycleError("formula", texts.notFinite({ formula: subject, value }));
    return value;
  }

  /**
   * The derivatives of a formula in an activity by the parameters that it names. Throws LifecycleError as `valueOf`.
   *
   * @param name of what the formula belongs to
   */
  slopesOf(formula: string, name: Message | string, activity?: number): FormulaSlope[] {
    return reading(() => {
      const { expression, used, values } = this.read(formula, texts.formulaOf({ name }), activity);
      const own = activity === undefined ? undefined : this.within.get(activity);
      return used.map((each) => ({
        name: each,
        activity: own?.has(each) === true ? activity : undefined,
        slope: compileExpression(derivative(expression, each), used)(values),
      }));
    });
  }

  private read(formula: string, subject: Message, activity: number | undefined) {
    const own = activity === undefined ? undefined : this.within.get(activity);
    const expression = formulaOf(
      formula,
      subject,
      (each) => own?.has(each) === true || this.everywhere.has(each),
      () => [...new Set([...(own?.keys() ?? []), ...this.everywhere.keys()])],
    );
    const used = variablesOf(expression);
    return { expression, used, values: used.map((each) => own?.get(each) ?? this.everywhere.get(each)!) };
  }
}

/**
 * The parameters in an order in which each follows those that its formula names, with their values. Throws LifecycleError if a
 * name is unknown or declared twice, or formulas go in a circle.
 */
export function computedParameters(given: readonly GivenParameter[]): Parameter[] {
  const keyOf = (name: string, activity: number | undefined) => `${activity ?? ""}:${name}`;
  const places = new Map<string, number>();
  for (const [at, { name, activity }] of given.entries()) {
    const key = keyOf(name, activity);
    if (places.has(key)) throw new LifecycleError("parameters", texts.twice({ name }));
    places.set(key, at);
  }
  const values = new ParameterValues();
  const computed: Parameter[] = [];
  const state = new Uint8Array(given.length);
  const needed = given.map(({ name, formula, activity }) => {
    if (formula === undefined) return [];
    const placeOf = (used: string) => places.get(keyOf(used, activity)) ?? places.get(keyOf(used, undefined));
    const expression = reading(() =>
      formulaOf(
        formula,
        texts.formulaOf({ name }),
        (used) => placeOf(used) !== undefined,
        () =>
          given.filter((each) => each.activity === undefined || each.activity === activity).map((each) => each.name),
      ),
    );
    return variablesOf(expression).map((used) => placeOf(used)!);
  });
  const compute = (at: number, parameter: GivenParameter) => {
    const { formula, name, activity } = parameter;
    const value = formula === undefined ? parameter.value! : values.valueOf(formula, name, activity);
    const whole: Parameter = { ...parameter, value };
    values.set(whole);
    computed.push(whole);
    state[at] = DONE;
  };
  // Depth first without recursion: a chain of formulas may be as long as the list.
  for (const root of given.keys()) {
    const path = [root];
    while (path.length > 0) {
      const at = path.at(-1)!;
      if (state[at] === DONE) {
        path.pop();
        continue;
      }
      state[at] = OPEN;
      const next = needed[at]!.find((each) => state[each] !== DONE);
      if (next === undefined) {
        compute(at, given[at]!);
        path.pop();
      } else if (state[next] === OPEN) {
        const circle = path.slice(path.indexOf(next)).map((each) => given[each]!.name);
        throw new LifecycleError("parameters", texts.cycle({ names: circle }));
      } else path.push(next);
    }
  }
  return computed;
}

const OPEN = 1;
const DONE = 2;

/**
 * The inventory with other values of parameters, and of everything that follows from them by formulas. A parameter with a formula
 * becomes the number given. Names without an activity are those that hold everywhere. Throws LifecycleError for an unknown name.
 */
export function withParameters(graph: ExchangeGraph, changed: Readonly<Record<string, number>>): ExchangeGraph {
  const names = graph.parameters.filter(({ activity }) => activity === undefined).map(({ name }) => name);
  const unknown = Object.keys(changed).find((name) => !names.includes(name));
  if (unknown !== undefined) throw new LifecycleError("parameters", texts.unknown({ name: unknown, names }));
  const values = new ParameterValues();
  const parameters = graph.parameters.map((parameter): Parameter => {
    const { name, formula, activity, ...rest } = parameter;
    const isChanged = activity === undefined && Object.hasOwn(changed, name);
    const whole: Parameter = isChanged
      ? { ...rest, name, value: changed[name]! }
      : formula === undefined
        ? parameter
        : { ...parameter, value: values.valueOf(formula, name, activity) };
    values.set(whole);
    return whole;
  });
  const { exchanges, products, flows, activities } = graph;
  const amount = exchanges.amount.slice();
  for (const [e, { formula }] of exchanges.details) {
    if (formula === undefined) continue;
    const a = exchanges.activity[e]!;
    const isElementary = exchanges.type[e] === BIOSPHERE;
    const { name } = (isElementary ? flows : products)[exchanges.flow[e]!]!;
    amount[e] = values.valueOf(formula, `${activities[a]!.name}: ${name}`, a);
  }
  return { ...graph, parameters, exchanges: { ...exchanges, amount } };
}

/** Reads a formula over the few names that it contains, since there may be thousands; all are listed if it names another. */
function formulaOf(
  text: string,
  subject: Message,
  isKnown: (name: string) => boolean,
  all: () => string[],
): Expression {
  const names = tokensOf(text, subject).flatMap((token) =>
    token.kind === "name" && isKnown(token.text) ? [token.text] : [],
  );
  try {
    return readExpression(text, names, subject);
  } catch (error) {
    if (error instanceof ExpressionError) return readExpression(text, all(), subject);
    throw error;
  }
}

function reading<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ExpressionError) throw new LifecycleError("formula", error.said);
    throw error;
  }
}
