/** Validates a value received across a boundary: returns a new value or throws. Every zod schema is a reader. */
export interface Reader<T = unknown> {
  parse(value: unknown): T;
}

/** For values received from a realm that we trust: passes them on unchanged. */
export const trusted: Reader<never> = { parse: (value) => value as never };

/** A function of the other side, which may be called until the call that passed it has settled. */
export interface Callback {
  /** Reads the function's answer; null if its answer is ignored. */
  readonly callback: Reader | null;
  /** The function may also be called after that: the result of one call may be reused by the next. */
  readonly outlives?: true;
}

/** A function that receives notifications; its answer is ignored. */
export const listener: Callback = { callback: null };

/** The readers of a method's arguments, in their order. Further arguments are dropped. */
export type Arguments = readonly (Reader | Callback)[];

type Method = (...values: never[]) => unknown;

/** The name of a method on the wire: its own name, or with the feature that it belongs to: `document.edit`. */
export type MethodName<Api> = {
  [Name in keyof Api & string]: Api[Name] extends Method ? Name : `${Name}.${keyof Api[Name] & string}`;
}[keyof Api & string];

/** The methods that the other side may call. */
export type Requests<Api> = { readonly [Name in MethodName<Api>]: Arguments };

/** The readers of the answers of the other side's methods. */
export type Answers<Api> = { readonly [Name in MethodName<Api>]: Reader };

export function isCallback(rule: Reader | Callback): rule is Callback {
  return "callback" in rule;
}
