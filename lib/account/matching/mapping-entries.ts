import type { ReadLine } from "../line-shape.ts";
import type { Mapping } from "../mapping-shape.ts";
import { amountUnit } from "./amount-unit.ts";
import { nameKey } from "./fold-text.ts";

export type MappingEntry = NonNullable<Mapping["entries"]>[number];

/** What an entry finds a line by. */
export type SettledBy = Pick<ReadLine, "name" | "unit" | "site">;

/** The entries of a mapping by the names of lines; of several that fit, the one that says most. */
export class MappingEntries {
  readonly #byName = new Map<string, MappingEntry[]>();
  /** By the names of lines, of which most come again. */
  readonly #found = new Map<string, readonly MappingEntry[]>();

  constructor({ entries = [] }: Mapping) {
    for (const entry of entries) {
      const key = nameKey(entry.name);
      const list = this.#byName.get(key);
      if (list) list.push(entry);
      else this.#byName.set(key, [entry]);
    }
  }

  find(line: SettledBy): MappingEntry | null {
    let best: MappingEntry | null = null;
    for (const entry of this.of(line.name)) {
      if (!isUnitOf(entry, line) || !isSiteOf(entry, line)) continue;
      if (best === null || said(entry) > said(best)) best = entry;
    }
    return best;
  }

  /** The entries of a name, of whatever unit and site. */
  of(name: string): readonly MappingEntry[] {
    return this.#byName.size === 0 ? [] : this.#entriesOf(name);
  }

  #entriesOf(name: string): readonly MappingEntry[] {
    let found = this.#found.get(name);
    if (!found) {
      found = this.#byName.get(nameKey(name)) ?? [];
      if (this.#found.size >= MOST_NAMES) this.#found.clear();
      this.#found.set(name, found);
    }
    return found;
  }
}

/** Names that are kept: of more, each is folded again. */
const MOST_NAMES = 20_000;

/** Whether an entry is for the unit of a line, or for any. */
export function isUnitOf(entry: MappingEntry, { unit }: Pick<SettledBy, "unit">): boolean {
  return entry.unit === undefined || isSameUnit(entry.unit, unit);
}

/** Whether an entry is for the site of a line, or for any. */
export function isSiteOf(entry: MappingEntry, { site }: Pick<SettledBy, "site">): boolean {
  return entry.site === undefined || nameKey(entry.site) === nameKey(site ?? "");
}

function isSameUnit(a: string, b: string): boolean {
  if (nameKey(a) === nameKey(b)) return true;
  const [first, second] = [amountUnit(a).text, amountUnit(b).text];
  return first !== null && first === second;
}

function said({ unit, site }: MappingEntry): number {
  return (site === undefined ? 0 : 2) + (unit === undefined ? 0 : 1);
}
