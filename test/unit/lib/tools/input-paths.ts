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
