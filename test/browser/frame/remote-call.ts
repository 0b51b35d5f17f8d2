/** A step of the way to an element, such as `["getByRole", "button", {name: "Stop"}]`. */
export type Step = readonly [method: string, ...values: Argument[]];

/** A value that crosses from the page to Playwright: plain JSON, but for the three that have a field `is`. */
export type Argument =
  | null
  | boolean
  | number
  | string
  | readonly Argument[]
  | { readonly is: "regexp"; readonly source: string; readonly flags: string }
  | { readonly is: "locator"; readonly path: readonly Step[] }
  | { readonly is: "function"; readonly source: string }
  | { readonly [field: string]: Argument | undefined };

/** A call of a method of Playwright: of the keyboard, the mouse, an element, or of an assertion on one. */
export interface RemoteCall {
  readonly of: "keyboard" | "mouse" | "locator" | "assertion";
  readonly path: readonly Step[];
  readonly method: string;
  readonly values: readonly Argument[];
  readonly negated: boolean;
}

/** The field by which a locator tells its way. */
export const pathOf = Symbol("path");

/** Writes a value of a test so that it can cross. */
export function encode(value: unknown): Argument {
  if (value instanceof RegExp) return { is: "regexp", source: value.source, flags: value.flags };
  if (typeof value === "function") {
    const path: unknown = Reflect.get(value, pathOf);
    return path ? { is: "locator", path: path as Step[] } : { is: "function", source: String(value) };
  }
  if (Array.isArray(value)) return value.map(encode);
  if (typeof value !== "object" || value === null) return value as Argument;
  return Object.fromEntries(
    Object.entries(value).flatMap(([field, each]) => (each === undefined ? [] : [[field, encode(each)]])),
  );
}

/** The value that was encoded; locators are looked up by `locatorAt`. */
export function decode(argument: Argument, locatorAt: (path: readonly Step[]) => unknown): unknown {
  if (Array.isArray(argument)) return argument.map((each) => decode(each, locatorAt));
  if (typeof argument !== "object" || argument === null) return argument;
  const fields = argument as { readonly [field: string]: Argument };
  if (fields.is === "regexp") return new RegExp(String(fields.source), String(fields.flags));
  if (fields.is === "locator") return locatorAt(fields.path as unknown as Step[]);
  // A function of a test, which Playwright writes out again to run it in the frame.
  if (fields.is === "function") return new Function(`return ${String(fields.source)}`)();
  return Object.fromEntries(Object.entries(fields).map(([field, each]) => [field, decode(each, locatorAt)]));
}
