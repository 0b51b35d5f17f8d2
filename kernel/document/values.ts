import type { Cell, Json } from "./notebook.ts";

/** Values of inputs, by cell and name. */
export type InputValues = Readonly<Record<number, Readonly<Record<string, Json>>>>;

/** The attribute of a cell that stores the values of its inputs, as a JSON object by input name. */
export const valueAttribute = "data-value";

/** The stored input values of a cell, by name; undefined if they cannot be read. */
export function readValues({ attributes }: Pick<Cell, "attributes">): Readonly<Record<string, Json>> | undefined {
  if (!Object.hasOwn(attributes, valueAttribute)) return {};
  try {
    const values: unknown = JSON.parse(attributes[valueAttribute] ?? "");
    return typeof values === "object" && values !== null && !Array.isArray(values)
      ? (values as Record<string, Json>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a cell still names an input. One without a name is identified by its position. */
export function isInputOf(source: string, name: string): boolean {
  const wanted = /^view \d+$/.test(name) ? "view" : name;
  return source.split(/[^\p{ID_Continue}$]+/u).includes(wanted);
}

/** The attribute's value with one input's value set, or removed if it is undefined; null if none remains. */
export function writeValue(cell: Cell, name: string, value: Json | undefined): string | null {
  const entries = Object.entries(readValues(cell) ?? {}).filter(([key]) => key !== name || value !== undefined);
  const values = new Map<string, Json>(entries);
  if (value !== undefined) values.set(name, value);
  return values.size === 0 ? null : JSON.stringify(Object.fromEntries(values));
}
