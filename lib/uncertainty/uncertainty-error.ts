import { Fault } from "../message/fault.ts";
import { type Message, messages, type Sentence } from "../message/message.ts";

const said = messages("uncertainty", {
  ofVariable: { en: "{variable}: {reason}", zh: "{variable}：{reason}" },
  loBelowHi: {
    en: "lo ({lo}) must be less than hi ({hi}).",
    zh: "lo（{lo}）应小于 hi（{hi}）。",
  },
  modeOutside: {
    en: "The mode {mode} is not between lo {lo} and hi {hi}.",
    zh: "众数 {mode} 不在 lo {lo} 与 hi {hi} 之间。",
  },
  notFinite: {
    en: "{name} is {value}; expected a finite number.",
    zh: "{name} 应为有限的数，实际为{value}。",
  },
  nothing: { en: "missing", zh: "空缺" },
  notPositive: {
    en: "{name} is {value}; expected a number > 0.",
    zh: "{name} 应大于 0，实际为 {value}。请给出正数。",
  },
  notWhole: {
    en: "{name} is {value}; expected an integer ≥ {least}.",
    zh: "{name} 应为不小于 {least} 的整数，实际为 {value}。",
  },
});

/** Thrown if an input is not a valid distribution, correlation, model or sample. */
export class UncertaintyError extends Fault {
  override readonly name = "UncertaintyError";
  /** The path of the problem in the input, e.g. `variables.ef.sd`. */
  declare readonly field: string;
  constructor(field: string, said: Message) {
    super(said, { field });
  }
}

/** Returns the number if it is finite; otherwise throws an error that names it. */
export function finite(name: string, value: number | undefined): number {
  if (typeof value !== "number" || !Number.isFinite(value))
    throw new UncertaintyError(name, said.notFinite({ name, value: value ?? said.nothing() }));
  return value;
}

/** Returns the number if it is above zero. */
export function positive(name: string, value: number | undefined): number {
  if (!(finite(name, value) > 0)) throw new UncertaintyError(name, said.notPositive({ name, value }));
  return value as number;
}

/** Returns the number if it is an integer of at least `least`. */
export function count(name: string, value: number, least = 1): number {
  if (!Number.isInteger(value) || value < least)
    throw new UncertaintyError(name, said.notWhole({ name, least, value }));
  return value;
}

/** Throws unless lo < hi. */
export function ascending(lo: number, hi: number): void {
  if (!(lo < hi)) throw new UncertaintyError("lo", said.loBelowHi({ lo, hi }));
}

/** Throws if the mode is outside of the bounds. */
export function modeWithin(lo: number, mode: number, hi: number): void {
  if (mode < lo || mode > hi) throw new UncertaintyError("mode", said.modeOutside({ mode, lo, hi }));
}

/** A message prefixed with the name of its variable. */
export function ofVariable(variable: string, reason: Sentence): Message {
  return said.ofVariable({ variable, reason });
}

/** Runs a constructor; its error begins with the name of the variable. */
export function naming<T>(variable: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof UncertaintyError)
      throw new UncertaintyError(`${variable}.${error.field}`, ofVariable(variable, error.said));
    throw error;
  }
}
