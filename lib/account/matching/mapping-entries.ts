import type { ReadLine } from "../line-shape.ts";
import type { Mapping } from "../mapping-shape.ts";
import { amountUnit } from "./amount-unit.ts";
import { nameKey } from "./fold-text.ts";

export type MappingEntry = NonNullable<Mapping["entries"]>[number];

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

  find({ name, unit, site }: Pick<ReadLine, "name" | "unit" | "site">): MappingEntry | null {
    let best: MappingEntry | null = null;
    if (this.#byName.size === 0) return best;
    for (const entry of this.#entriesOf(name)) {
      if (entry.unit !== undefined && !isSameUnit(entry.unit, unit)) continue;
      if (entry.site !== undefined && nameKey(entry.site) !== nameKey(site ?? "")) continue;
      if (best === null || said(entry) > said(best)) best = entry;
    }
    return best;
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

function isSameUnit(a: string, b: string): boolean {
  if (nameKey(a) === nameKey(b)) return true;
  const [first, second] = [amountUnit(a).text, amountUnit(b).text];
  return first !== null && first === second;
}

function said({ unit, site }: MappingEntry): number {
  return (site === undefined ? 0 : 2) + (unit === undefined ? 0 : 1);
}
