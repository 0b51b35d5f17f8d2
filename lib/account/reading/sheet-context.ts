import { type Batch, batchIn } from "./composition.ts";
import { type Row, textOf } from "./find-tables.ts";
import { fiscalYearIn, namedYearIn } from "./fiscal-year.ts";
import { readUnit, type WrittenUnit } from "./read-unit.ts";

/** What titles and fields above a table say of all its rows. */
export interface SheetContext {
  readonly year: number | null;
  /** The name of a sheet or file that the year stands in; null if it stands above the table. */
  readonly yearIn: string | null;
  /** What says the year, wherever it stands. */
  readonly yearText: string | null;
  readonly unit: WrittenUnit | null;
  readonly site: string | null;
  /** The mass of what the rows are shares of. */
  readonly batch: Batch | null;
  /** What all rows are of, where the table has no names. */
  readonly name: string | null;
}

const years = new Map<string, number | null>();

/** The one year that a text names; null if there is none, or several. */
export function yearIn(text: string): number | null {
  const known = years.get(text);
  if (known !== undefined) return known;
  const year = foundYear(text);
  // Texts come from files: the table of them is bounded.
  if (years.size > 5_000) years.clear();
  years.set(text, year);
  return year;
}

function foundYear(text: string): number | null {
  const fiscal = fiscalYearIn(text);
  if (fiscal !== null) return fiscal.year;
  const found = new Set(
    [...text.slice(0, 300).matchAll(/(?<!\d)((?:19|20)\d\d)(?!\d)/g)].map(([, year]) => Number(year)),
  );
  if (found.size !== 1) {
    const [, short] = /(?:^|[^\d])\d{1,2}[./](?:\d{1,2}[./])?(\d\d)$|[a-z]{3,9}[-' ](\d\d)$/i.exec(text) ?? [];
    return found.size > 0 ? null : short === undefined ? namedYearIn(text) : 2000 + Number(short);
  }
  return [...found][0]!;
}

const unitFields =
  /(?:单位|计量单位|units?|einheit(?:en)?|unité|unidad)\s*[:：]\s*([^\s,，;；)）]{1,20}(?: [a-z]{1,12})?)/i;
const unitSentences =
  /(?:all (?:figures|values|amounts|data|quantities|weights|masses|volumes)|figures|values|amounts|weights|masses|quantities|alle (?:angaben|werte)|angaben|werte|数据|数值)\s*(?:are |is |均|全部)?(?:in|以|单位为)\s+([^\s,，;；.。)）]{1,20}(?: [^\s,，;；.。)）]{1,12}){0,2})/i;
const exceptions = /(?:,|;|，|；)?\s*(?:unless|except|if not|wenn nicht|sauf|salvo|除|另有)[^)）]{0,60}$/i;
/** Units of one piece, of a time or of a way stand in brackets for other reasons. */
const notOfTables: ReadonlySet<string> = new Set(["item", "h", "m", "km", "%", "ft"]);

/** The unit of all amounts in brackets of a title: "… (TJ unless stated)", "（kg）", "(miles de pesos MXN, sin IVA)". */
function unitInBrackets(text: string): WrittenUnit | null {
  for (const [, inner] of [...text.matchAll(/[(（]([^()（）]{1,60})[)）]/g)].reverse()) {
    const bare = inner!.replace(exceptions, "").replace(/^(?:in|en|all in|均为|单位为)\s+/i, "");
    const unit = readUnit(bare.trim());
    if (unit && !notOfTables.has(unit.unit)) return unit;
  }
  return null;
}

export const yearFields = /(?:year|period|jahr|berichtsjahr|année|año|年度|年份|报告期|统计期)/i;
const siteFields = /^(?:site|facility|location|plant|standort|werk|场所|厂区|工厂|地点)\s*(?:name|名称)?\s*[:：]?$/i;

/** The unit with which a text begins: the longest of its words that are one. */
function unitAtStart(text: string): WrittenUnit | null {
  const words = text.split(" ");
  for (let count = words.length; count > 0; count--) {
    const unit = readUnit(words.slice(0, count).join(" "));
    if (unit) return unit;
  }
  return null;
}

/** @param above the rows above the head; the nearest to the table count first */
export function contextOf(above: readonly Row[], names: readonly string[], asked: number | null): SheetContext {
  let yearText: string | null = null;
  const take = (said: string | undefined) => {
    if (yearText === null && said !== undefined && yearIn(said) !== null) yearText = said;
  };
  let unit: WrittenUnit | null = null;
  let site: string | null = null;
  for (const row of [...above].reverse()) {
    const cells = row.map(textOf).filter((text) => text !== "");
    const text = cells.join(" ").slice(0, 500);
    if (text === "") continue;
    const written = unitFields.exec(text)?.[1] ?? unitSentences.exec(text)?.[1];
    if (written !== undefined) unit ??= unitAtStart(written);
    // "Spend 2023 in thousand USD": the last words of a title, if they are a unit and no more.
    const [, last] = /\sin ([^\s,;:]{1,20}(?: [^\s,;:]{1,12}){0,2})$/.exec(text) ?? [];
    if (last !== undefined) unit ??= readUnit(last);
    unit ??= unitInBrackets(text);
    const field = cells.findIndex((cell) => yearFields.test(cell));
    if (field >= 0) take(cells[field + 1]);
    take(undated(text));
    const at = cells.findIndex((cell) => siteFields.test(cell));
    if (at >= 0) site ??= cells[at + 1] ?? null;
    const [, ofField] = /^(?:site|facility|standort|werk|厂区|工厂|场所)\s*[:：]\s*(.+)$/i.exec(cells[0]!) ?? [];
    site ??= ofField ?? null;
  }
  const ofName = yearText === null ? (names.find((name) => yearIn(name) !== null) ?? null) : null;
  yearText ??= ofName;
  const year = yearText === null ? asked : yearIn(yearText);
  return { year, yearIn: ofName, yearText, unit, site, batch: batchIn(above), name: null };
}

/** Without the day on which something was written. */
export function undated(text: string): string {
  return text.replace(/(?:version|stand|printed|date|as of|created|编制日期|填表日期|日期)\s*[:：]?.*$/i, "");
}
