/** Reads what came through a wall: gives a value of its own making, or throws. Every schema of zod is one. */
export interface Reader<T = unknown> {
  parse(value: unknown): T;
}

/** For what came from a realm that we trust: it is taken as it is. */
export const trusted: Reader<never> = { parse: (value) => value as never };

/** A function of the other side, which may be called until the call that brought it has settled. */
export interface Callback {
  /** Reads what the function gives back; null where its answer is of no interest and is not looked at. */
  readonly callback: Reader | null;
  /** The function is called beyond that, too: what one call asked for may serve the next. */
  readonly outlives?: true;
}

/** A function that is told things: all that can come back is that it was. */
export const told: Callback = { callback: null };

/** How the arguments of one method are read, in their order. There are no others. */
export type Arguments = readonly (Reader | Callback)[];

type Method = (...values: never[]) => unknown;

/** A method as it is named on the wire: by its own name, or where it belongs to a feature, by both: `document.edit`. */
export type MethodName<Api> = {
  [Name in keyof Api & string]: Api[Name] extends Method ? Name : `${Name}.${keyof Api[Name] & string}`;
}[keyof Api & string];

/** The methods that the other side may call. */
export type Requests<Api> = { readonly [Name in MethodName<Api>]: Arguments };

/** How what the methods of the other side give back is read. */
export type Answers<Api> = { readonly [Name in MethodName<Api>]: Reader };

export function isCallback(rule: Reader | Callback): rule is Callback {
  return "callback" in rule;
}
