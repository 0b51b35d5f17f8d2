/** A year of account that is no calendar year, as it is written, and the calendar year in which it begins. */
export interface FiscalYear {
  readonly text: string;
  readonly year: number;
}

const words =
  /(?:fy|fiscal year|financial year|wirtschaftsjahr|geschäftsjahr|gj|exercice|ejercicio|财年|财政年度|学年)\s*'?/i;
const spans =
  /(?:(?<![a-z])(?:fy|fiscal year|financial year|wirtschaftsjahr|geschäftsjahr|gj|exercice|ejercicio)\s*'?)?(?<!\d)((?:19|20)?\d\d)\s?[/–—-]\s?((?:19|20)?\d\d)(?![\d]|[-./]\d)(?:\s*(?:财年|财政年度|学年|年度))?/gi;

/** "FY 2022/23", "2022-2023", "2023–24财年": the year of account in a text; null if there is none, or it may be a month or several years. */
export function fiscalYearIn(text: string): FiscalYear | null {
  for (const found of text.slice(0, 300).matchAll(spans)) {
    const [span, begin, end] = found as unknown as [string, string, string];
    const isNamed = words.test(span);
    // 2011/12 may be a December, and 22/23 a page.
    if (begin.length === 2 && !isNamed) continue;
    if (end.length === 2 && Number(end) <= 12 && !isNamed) continue;
    // "Energy 2022-2023" may have two years; a cell of years with it has one.
    if (end.length === 4 && !isNamed && !span.includes("/") && span.trim() !== text.trim()) continue;
    const year = begin.length === 2 ? 2000 + Number(begin) : Number(begin);
    if ((year + 1) % 100 !== Number(end) % 100 || (end.length === 4 && Number(end) !== year + 1)) continue;
    return { text: span.trim(), year };
  }
  return null;
}

/** "FY23", "GJ 23": the year by which a year of account is named; null if there is none. */
export function namedYearIn(text: string): number | null {
  const [, year] = /(?<![a-z])(?:fy|gj)\s?'?(\d\d)(?!\d|\s?[/–—-]\s?\d)/i.exec(text.slice(0, 300)) ?? [];
  return year === undefined ? null : 2000 + Number(year);
}
