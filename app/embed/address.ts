/** What of a notebook's page is shown in another page. */
export interface Embedding {
  /** Names that the cells define, or their numbers; all cells where none is named. */
  readonly cells: readonly string[];
  readonly theme: string | null;
  readonly language: string | null;
}

/** Writes an embedding into the fragment of an address, which no server sees. */
export function embeddedAddress(page: URL, { cells, theme, language }: Embedding): URL {
  const given = new URLSearchParams({ embed: cells.join(",") });
  if (theme) given.set("theme", theme);
  if (language) given.set("language", language);
  const address = new URL(page);
  address.hash = given.toString();
  return address;
}

/** Reads an embedding; null for a page that stands alone. */
export function readEmbedding(hash: string): Embedding | null {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const cells = given.get("embed");
  if (cells === null) return null;
  return { cells: namesIn(cells), theme: given.get("theme"), language: given.get("language") };
}

/** The names of a list such as `map, ladder`. */
export function namesIn(list: string): string[] {
  return list
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
