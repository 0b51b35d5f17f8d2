/** The text of the first heading of the first level in a piece of Markdown without code; undefined if it has none. */
export function firstHeading(prose: string): string | undefined {
  const heading = /^# +(.+?)(?: +#+)?[ \t]*$/m.exec(prose)?.[1];
  // Pandoc's attributes of a heading are not a part of it.
  return heading?.replace(/\s*\{[#.][^{}]*\}$/, "") || undefined;
}

/** Markdown without the empty lines around it. */
export function trimLines(text: string): string {
  return text.replace(/^(?:[ \t]*\n)+/, "").replace(/\s+$/, "");
}
