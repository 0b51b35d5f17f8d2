/** Which part of a notebook is embedded in another page, and how. */
export interface Embedding {
  /** Names that the cells define, or their ids; empty for all cells. */
  readonly cells: readonly string[];
  readonly theme: string | null;
  readonly language: string | null;
}

/** Writes an embedding into the fragment of an address, which is not sent to servers. */
export function embeddedAddress(page: URL, { cells, theme, language }: Embedding): URL {
  const given = new URLSearchParams({ embed: cells.join(",") });
  if (theme) given.set("theme", theme);
  if (language) given.set("language", language);
  const address = new URL(page);
  address.hash = given.toString();
  return address;
}

/** Reads an embedding; null for a page that is not embedded. */
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
