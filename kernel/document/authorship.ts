/** The attributes of the notebook element that say how to cite it. */
export const authorshipAttributes = { authors: "data-author", date: "data-date", licence: "data-licence" } as const;

/** What a notebook says of itself to those who cite it; nothing is guessed. */
export interface Authorship {
  /** Names, in order. */
  readonly authors: readonly string[];
  /** The day of its publication, `YYYY-MM-DD`; null if it gives none. */
  readonly date: string | null;
  /** The name of its licence, such as `CC-BY-4.0`, or the address of one; null if it gives none. */
  readonly licence: string | null;
}

/** Reads the authors, separated by semicolons, the date and the licence of a notebook. A date that is none is left out. */
export function authorshipOf(attributes: Readonly<Record<string, string>>): Authorship {
  const textOf = (name: string) => (Object.hasOwn(attributes, name) ? attributes[name]!.trim() : "");
  const date = textOf(authorshipAttributes.date);
  return {
    authors: textOf(authorshipAttributes.authors)
      .split(/[;；]/)
      .map((name) => name.trim())
      .filter((name) => name !== ""),
    date: isDay(date) ? date : null,
    licence: textOf(authorshipAttributes.licence) || null,
  };
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  // Some engines read 31 June as 1 July.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
