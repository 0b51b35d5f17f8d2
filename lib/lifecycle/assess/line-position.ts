import { isAmount } from "./bill-units.ts";

/** A word for the place of a line in a list, its number, and what ends it. Without "Pos." the number must be ended: No. 2 fuel oil is a name. */
const WORD =
  /^(?:pos(?:ition)?\.?\s*#?\s*\d+[a-z]?(?:\.\d+)*\s*[.:)\-–—]?|(?:item|no|nr|lfd\.?\s*nr|part|teil|line|zeile|row)\.?\s*#?\s*\d+[a-z]?\s*[:)])\s*/i;
/** "1)", "(2)", "3:", "1.2.", "4.", "5、", "①". A point before a number ends a position only with a space: "1. 2,5 kg". */
const NUMBER =
  /^(?:\(\d{1,4}[a-z]?\)|\d{1,4}[a-z]?(?:\.\d{1,3})*[):、]|\d{1,3}(?:\.\d{1,3})*\.(?=\s+(?!\d{3}(?!\d))|\p{L})|#\d+\s*[:)]?(?=\s)|[①-⑳]|第\d+项[:：]?)\s*/iu;
/** "P-001" with leading zeros, "A-12:": codes of parts. A grade is none: PA-66 granulate. */
const CODE = /^[A-Z]{1,4}-?(?:0\d+\s*[:)]?(?=\s)|(?<=-)\d+\s*[:)])\s*/;
const BULLET = /^(?:[•●▪◦‣]\s*|[·*–—-]\s+)/;

/** A name, or the text of a row, without the position that stands before it: "Pos. 2: Bewehrungsstahl" is Bewehrungsstahl. */
export function withoutPosition(text: string): string {
  const plain = text.trim().replace(BULLET, "");
  const rest = [WORD, NUMBER, CODE].map((position) => plain.replace(position, "")).find((each) => each !== plain);
  // What stands before an amount alone is the name.
  return rest === undefined || isAmount(rest) ? plain : rest;
}

/** Whether a cell is a position and nothing else. */
export const isPosition = (cell: string) =>
  /^(?:(?:pos|no|nr|item|line)\.?\s*)?(?:[A-Z]{1,4}-?)?\(?\d{1,6}[a-z]?(?:\.\d{1,3})*[.):]?$/i.test(cell.trim());
