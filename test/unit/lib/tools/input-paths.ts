/** Where a value stands in an input: names of fields and numbers of rows. */
export type Path = readonly (string | number)[];

/** The input with another value at a path. */
export function changedAt(input: unknown, [step, ...rest]: Path, change: (value: unknown) => unknown): unknown {
  if (step === undefined) return change(input);
  const copy = Array.isArray(input) ? [...input] : { ...(input as object) };
  const fields = copy as Record<string | number, unknown>;
  fields[step] = changedAt(fields[step], rest, change);
  return copy;
}

export function valueAt(input: unknown, path: Path): unknown {
  return path.reduce((at, step) => (at as Readonly<Record<string | number, unknown>>)[step], input);
}

/** The numbers of an input, of lists those of the first entry. */
export function numbersIn(value: unknown, path: Path = []): Path[] {
  if (typeof value === "number") return [path];
  if (Array.isArray(value)) return value.slice(0, 1).flatMap((each) => numbersIn(each, [...path, 0]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => numbersIn(each, [...path, key]));
}
