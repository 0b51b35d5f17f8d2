import type { ReadLine } from "../line-shape.ts";
import { nameKey } from "./fold-text.ts";
import type { MappingEntry } from "./mapping-entries.ts";

/** What identifies the lines that an entry of a mapping is for: a name, in one unit. */
export type NamedLine = Pick<ReadLine, "name" | "unit">;

/** Whether an entry without a site is the one for a line. */
function isEntryOf(entry: MappingEntry, line: NamedLine): boolean {
  return (
    entry.site === undefined &&
    nameKey(entry.name) === nameKey(line.name) &&
    (entry.unit === undefined || entry.unit === line.unit)
  );
}

/** What was decided on a line; null if nothing was. An entry for one unit comes before one for all. */
export function entryOf(
  { entries = [] }: { readonly entries?: readonly MappingEntry[] | undefined },
  line: NamedLine,
): MappingEntry | null {
  const found = entries.filter((entry) => isEntryOf(entry, line));
  return found.find(({ unit }) => unit !== undefined) ?? found[0] ?? null;
}
