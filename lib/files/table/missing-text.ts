/**
 * Texts by which statistical offices mark a missing number, and the errors of spreadsheets. In a column of texts they are kept: `NA` is the code
 * of Namibia. Eurostat marks by a colon, which may have a flag behind it (`: c`).
 */
const marks = new Set([
  "na",
  "n/a",
  "#n/a",
  "#div/0!",
  "#name?",
  "#null!",
  "#num!",
  "#ref!",
  "#value!",
  "n.a.",
  "nan",
  "null",
  "none",
  "nil",
  "-",
  "--",
  "–",
  "—",
  "−",
  "－",
  ".",
  "..",
  "...",
  "…",
  ":",
]);

const LONGEST = 8;

/** Whether a trimmed text stands for a missing value where numbers, dates or booleans are expected. */
export function isMissing(text: string): boolean {
  if (text.length === 0) return true;
  if (text.length > LONGEST) return false;
  const first = text.charCodeAt(0);
  if (first >= 48 && first <= 57) return false;
  return marks.has(text) || marks.has(text.toLowerCase()) || /^: ?[a-z]{1,3}$/.test(text);
}
