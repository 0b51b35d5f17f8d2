import { type DatasetEntry, dataVersion } from "./catalogue.ts";

/**
 * A value derived from a catalogue that ends with the tables of the notebook's own files: made when it is first asked for, and
 * again once these tables have changed.
 */
export function derivedFrom<Derived>(
  catalogue: readonly DatasetEntry[],
  derive: (catalogue: readonly DatasetEntry[]) => Derived,
): () => Derived {
  let made: { readonly own: string; readonly value: Derived } | undefined;
  return () => {
    const own = ownTables(catalogue);
    if (made?.own !== own) made = { own, value: derive(catalogue) };
    return made.value;
  };
}

function ownTables(catalogue: readonly DatasetEntry[]): string {
  let key = "";
  for (let i = catalogue.length - 1; catalogue[i]?.kind === "own"; --i) {
    key += `${catalogue[i]!.name} ${dataVersion(catalogue[i]!)}\n`;
  }
  return key;
}
