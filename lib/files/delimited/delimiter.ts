import { visitRows } from "./delimited-rows.ts";

/** What may separate columns. Of two that fit equally, the first: a comma may be the decimal sign of the numbers between. */
const candidates = ["\t", ";", "|", ","] as const;

/** Characters and rows at the beginning of a text by which its delimiter is recognised. */
const SAMPLE = 1 << 17;
const ROWS = 400;
/** Of the rows, the least share that must have the same number of fields. */
const AGREED = 0.4;

/** How well a delimiter fits a text. */
interface Fit {
  readonly delimiter: string;
  /** The share of rows with the most frequent number of fields, less those with quotation marks in the wrong place. */
  readonly share: number;
}

/** What separates the columns of a text from `at` on: the candidate by which most rows have the same number of fields. */
export function findDelimiter(text: string, at: number, name: string): string {
  const isTabbed = /\.(tsv|tab)$/i.test(name);
  const sample = text.slice(at, at + SAMPLE);
  const isCut = at + SAMPLE < text.length;
  const fits = candidates.flatMap((delimiter) => fitOf(sample, isCut, delimiter) ?? []);
  if (isTabbed && fits.some(({ delimiter }) => delimiter === "\t")) return "\t";
  const best = fits.reduce<Fit | null>((a, b) => (a && a.share + 0.02 >= b.share ? a : b), null);
  return best?.delimiter ?? (isTabbed ? "\t" : ",");
}

/** Whether the rows of a text have the same number of fields, two at least, so that it is likely a table. */
export function isRegular(text: string, at: number): boolean {
  const sample = text.slice(at, at + SAMPLE);
  const isCut = at + SAMPLE < text.length;
  return candidates.some((delimiter) => (fitOf(sample, isCut, delimiter)?.share ?? 0) > 0.8);
}

function fitOf(sample: string, isCut: boolean, delimiter: string): Fit | null {
  const widths: number[] = [];
  const { misquoted } = visitRows(sample, delimiter, (fields) => {
    if (fields.length > 1 || fields[0]!.trim() !== "") {
      if (!fields[0]!.startsWith("#") || fields.length > 1) widths.push(fields.length);
    }
    return widths.length < ROWS;
  });
  // The last row of a sample that was cut is not whole.
  if (isCut && widths.length > 1 && widths.length < ROWS) widths.pop();
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  let most = 0;
  for (const [width, count] of counts) if (width > 1) most = Math.max(most, count);
  const share = most / Math.max(1, widths.length) - misquoted / Math.max(1, widths.length);
  return share > AGREED ? { delimiter, share } : null;
}
