/** Rows from which on running numbers are no chance, and the share of steps that have to run on. */
const FEWEST = 3;
const MOST_BREAKS = 0.1;

/**
 * Whether the cells of a column number its rows: 1, 2, 3, or by sections, 1.1, 1.2, 2.1. A workbook that has 1.10 as a number has 1.1. Of a
 * list that was cut some numbers lack.
 */
export function areRowNumbers(cells: readonly string[]): boolean {
  if (cells.length < FEWEST) return false;
  let before = numberOf(cells[0]!);
  if (before === null || Number(before[1]) > 1) return false;
  const most = (cells.length - 1) * MOST_BREAKS;
  let breaks = 0;
  for (const text of cells.slice(1)) {
    const number = numberOf(text);
    if (number === null) return false;
    if (!runsOn(before, number) && ++breaks > most) return false;
    before = number;
  }
  return true;
}

type Numbered = readonly (string | undefined)[];

function numberOf(text: string): Numbered | null {
  return /^(\d{1,4})(?:\.(\d{1,3}))?[a-z]?$/.exec(text);
}

function runsOn([, section, part]: Numbered, [, nextSection, nextPart]: Numbered): boolean {
  const sections = Number(nextSection) - Number(section);
  if (nextPart === undefined) return sections === 1;
  if (sections === 1) return Number(nextPart) <= 1;
  if (sections !== 0) return false;
  if (part === undefined) return Number(nextPart) <= 1;
  const step = Number(nextPart) - Number(part);
  // 4.1 and 4.1a, and 1.9 and 1.10 as a number.
  return step === 0 || step === 1 || (part === "9" && nextPart === "1");
}
