/** How many lines of a pasted text are looked at. */
const SEEN = 20;

/** What separates the columns of a pasted text: a tab, as spreadsheets copy them, a semicolon or a comma; null if it is no table. */
export function separatorOf(text: string): "\t" | ";" | "," | null {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  if (lines.length < 2) return null;
  const seen = lines.slice(0, SEEN);
  // Empty cells at the end of a row are copied as tabs: all rows have equally many.
  for (const separator of ["\t", ";", ","] as const) {
    const [first, ...others] = seen.map((line) => countOutsideQuotes(line, separator));
    if (first! > 0 && others.every((count) => count === first)) return separator;
  }
  return null;
}

/** Whether a pasted text is a table: at least two rows of at least two columns. */
export function isTableText(text: string): boolean {
  return separatorOf(text) !== null;
}

function countOutsideQuotes(line: string, separator: string): number {
  return line.replace(/"[^"]*"/g, "").split(separator).length - 1;
}
