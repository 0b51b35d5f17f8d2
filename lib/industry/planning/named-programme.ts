import { type MessageValue, messages } from "../../message/message.ts";
import { type Programme, ProgrammeBuilder } from "../../optimization/programme.ts";
import { nearestName } from "../../tool/nearest-name.ts";
import { IndustryError } from "../industry-error.ts";

const texts = messages("industry.namedProgramme", {
  oneObjective: {
    en: "Give either minimize or maximize: the coefficients of the objective by variable.",
    zh: "请给出 minimize 或 maximize 之一：各变量在目标函数中的系数。",
  },
  noBound: {
    en: "Constraint {name} has neither lo nor hi, so that it holds nothing back. Give at least one.",
    zh: "约束 {name} 既无 lo 也无 hi，不起作用。请至少给出一个。",
  },
  crossedRow: {
    en: "Constraint {name} has lo {lo} above hi {hi}. Exchange them, or correct one.",
    zh: "约束 {name} 的下限 {lo} 大于上限 {hi}。请对调或更正。",
  },
  crossedBounds: {
    en: "Variable {name} has lo {lo} above hi {hi}. Exchange them, or correct one.",
    zh: "变量 {name} 的下限 {lo} 大于上限 {hi}。请对调或更正。",
  },
  belowZero: {
    en: "Variable {name} has hi {hi} but no lo, which is 0 unless it is given. Give lo, or null for none.",
    zh: "变量 {name} 只给出上限 {hi}，而下限默认为 0。请给出 lo；null 表示无下限。",
  },
  unknown: {
    en: "{field} names {name}, which is in neither the objective nor a constraint.",
    zh: "{field} 中的 {name} 既不在目标函数中，也不在任何约束中。",
  },
  unknownNear: {
    en: "{field} names {name}, which is in neither the objective nor a constraint. Did you mean {near}?",
    zh: "{field} 中的 {name} 既不在目标函数中，也不在任何约束中。是否应为 {near}？",
  },
  tooLarge: {
    en: "{field} is {value}; the solver takes numbers below {most}. Choose larger units.",
    zh: "{field} 为 {value}；求解器只接受小于 {most} 的数。请换用更大的单位。",
  },
  none: {
    en: "The programme has no variables: the objective and the constraints are empty.",
    zh: "规划中没有变量：目标函数与约束均为空。",
  },
});

/** JSON has no infinity: null stands for it, and so do numbers from where the solver takes them for infinite. */
const ENDLESS = 1e20;

/** HiGHS's `large_matrix_value`. */
const LARGEST_TERM = 1e15;

type Coefficients = Readonly<Record<string, number>>;

/** null for none. */
interface Bounds {
  readonly lo?: number | null | undefined;
  readonly hi?: number | null | undefined;
}

export interface NamedConstraint extends Bounds {
  readonly terms: Coefficients;
}

/** A programme as it is written down, with names of variables and constraints. */
export interface NamedProgramme {
  readonly minimize?: Coefficients | undefined;
  readonly maximize?: Coefficients | undefined;
  readonly constraints: Readonly<Record<string, NamedConstraint>>;
  readonly bounds?: Readonly<Record<string, Bounds>> | undefined;
  readonly integers?: readonly string[] | undefined;
}

export interface NumberedProgramme {
  readonly programme: Programme;
  /** Names of columns and rows. */
  readonly variables: readonly string[];
  readonly constraints: readonly string[];
}

/**
 * The programme of names as one of indices: variables in the order in which objective and constraints first name them, rows in the
 * order of the constraints. Throws IndustryError, which names the constraint or variable.
 */
export function numberedProgramme(named: NamedProgramme): NumberedProgramme {
  const { minimize, maximize, constraints, bounds = {}, integers = [] } = named;
  const costs = minimize ?? maximize;
  if (!costs || (minimize && maximize))
    throw new IndustryError(minimize ? "maximize" : "minimize", texts.oneObjective());
  mustBeBelow(ENDLESS, minimize ? "minimize" : "maximize", costs);
  const isInteger = new Set(integers);
  const builder = new ProgrammeBuilder();
  const columns = new Map<string, number>();
  const columnOf = (name: string): number => {
    const known = columns.get(name);
    if (known !== undefined) return known;
    const column = builder.addVariable({
      cost: Object.hasOwn(costs, name) ? costs[name]! : 0,
      ...boundsOf(name, Object.hasOwn(bounds, name) ? bounds[name]! : {}),
      isInteger: isInteger.has(name),
    });
    columns.set(name, column);
    return column;
  };
  for (const name of Object.keys(costs)) columnOf(name);
  for (const [name, { terms, lo, hi }] of Object.entries(constraints)) {
    const field = `constraints.${name}`;
    if (lo === undefined && hi === undefined) throw new IndustryError(field, texts.noBound({ name }));
    const [lower, upper] = [lowerOf(lo), upperOf(hi)];
    if (lower > upper) throw new IndustryError(field, texts.crossedRow({ name, lo: lower, hi: upper }));
    mustBeBelow(LARGEST_TERM, `${field}.terms`, terms);
    builder.addConstraint(lower, upper, Object.keys(terms).map(columnOf), Object.values(terms));
  }
  for (const name of Object.keys(bounds)) mustBeKnown("bounds", name, columns);
  for (const name of integers) mustBeKnown("integers", name, columns);
  if (columns.size === 0) throw new IndustryError(minimize ? "minimize" : "maximize", texts.none());
  return {
    programme: builder.programme(minimize ? "minimize" : "maximize"),
    variables: [...columns.keys()],
    constraints: Object.keys(constraints),
  };
}

function boundsOf(name: string, { lo, hi }: Bounds): { lower: number; upper: number } {
  const field = `bounds.${name}`;
  const [lower, upper] = [lo === undefined ? 0 : lowerOf(lo), upperOf(hi)];
  if (lower <= upper) return { lower, upper };
  if (lo === undefined) throw new IndustryError(field, texts.belowZero({ name, hi: upper }));
  throw new IndustryError(field, texts.crossedBounds({ name, lo: lower, hi: upper }));
}

function mustBeBelow(most: number, field: string, coefficients: Coefficients): void {
  const large = Object.entries(coefficients).find(([, value]) => Math.abs(value) >= most);
  if (!large) return;
  const at = `${field}.${large[0]}`;
  throw new IndustryError(at, texts.tooLarge({ field: at, value: large[1], most }));
}

function lowerOf(bound: number | null | undefined): number {
  return (bound ?? -ENDLESS) <= -ENDLESS ? Number.NEGATIVE_INFINITY : bound!;
}

function upperOf(bound: number | null | undefined): number {
  return (bound ?? ENDLESS) >= ENDLESS ? Number.POSITIVE_INFINITY : bound!;
}

function mustBeKnown(field: string, name: string, columns: ReadonlyMap<string, number>): void {
  if (columns.has(name)) return;
  const near: MessageValue | undefined = nearestName(name, columns.keys());
  throw new IndustryError(
    `${field}.${name}`,
    near === undefined ? texts.unknown({ field, name }) : texts.unknownNear({ field, name, near }),
  );
}
