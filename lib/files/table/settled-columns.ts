import { type Message, messages } from "../../message/message.ts";
import { mixedPercent } from "./column-builder.ts";
import type { ColumnEvidence } from "./column-evidence.ts";
import { Duration } from "./duration.ts";
import type { DecimalSign } from "./number-text.ts";
import type { ColumnType, DateOrder, ReadColumn, TableReading } from "./table-reading.ts";
import { placeIn, type TableSource } from "./table-source.ts";

const texts = messages("tableFile", {
  commaGroups: {
    en: "Numbers such as `1,234` were read with the comma between thousands. If it is the decimal sign, choose it.",
    zh: "`1,234` 这样的数字按逗号为千位分隔符读取。如果逗号是小数点，请另行选择。",
  },
  commaDecimal: {
    en: "Numbers such as `1,234` were read with the comma as the decimal sign. If it stands between thousands, choose the point.",
    zh: "`1,234` 这样的数字按逗号为小数点读取。如果逗号是千位分隔符，请选择句点为小数点。",
  },
  pointGroups: {
    en: "Numbers such as `1.234` were read with the point between thousands, as other numbers of the file have decimal commas.",
    zh: "`1.234` 这样的数字按句点为千位分隔符读取，因为文件中的其他数字以逗号为小数点。",
  },
  pointDecimal: {
    en: "Numbers such as `1.234` were read with the point as the decimal sign. If it stands between thousands, choose the comma as the decimal sign.",
    zh: "`1.234` 这样的数字按句点为小数点读取。如果句点是千位分隔符，请选择逗号为小数点。",
  },
  dayFirst: {
    en: "Dates such as `01/02/2024` were read with the day first. If the month comes first, choose that order.",
    zh: "`01/02/2024` 这样的日期按日在前读取。如果月在前，请另行选择。",
  },
  monthFirst: {
    en: "Dates such as `01/02/2024` were read with the month first, because their times have am or pm. If the day comes first, choose that order.",
    zh: "`01/02/2024` 这样的日期按月在前读取，因为时间带有 am 或 pm。如果日在前，请另行选择。",
  },
  almostNumbers: {
    en: '`{name}` was read as text because of {count} {count:value|values} that {count:is no number|are not numbers}; the first is "{value}" in {place}.',
    zh: "`{name}` 按文本读取，因为有 {count} 个值不是数字；第一个是{place}的“{value}”。",
  },
});

/** What was recognised of the columns of a table. */
export interface SettledColumns {
  readonly columns: readonly ReadColumn[];
  /** Undefined if no number is written as text. */
  readonly decimal: DecimalSign | undefined;
  /** Undefined if no date is written as text. */
  readonly dates: DateOrder | undefined;
  readonly notes: readonly Message[];
}

/** The types of columns by the evidence of all their values; what is asked is kept. */
export function settleColumns(
  source: TableSource,
  evidence: readonly ColumnEvidence[],
  names: readonly string[],
  asked: Partial<TableReading>,
): SettledColumns {
  const notes: Message[] = [];
  const decimal = asked.decimal ?? decimalOf(evidence, source.form.delimiter, notes);
  const dates = asked.dates ?? dateOrderOf(evidence, notes);
  const known = new Map(asked.columns?.map((column) => [column.name, column]));
  const columns = names.map((name, c): ReadColumn => {
    const found = evidence[c]!;
    const kept = known.get(name);
    if (kept) return { name, type: kept.type, unit: kept.unit };
    const type = source.types?.[c] ?? found.typeBy(decimal, dates ?? "ymd");
    if (type === "number" && found.isPartlyPercent) notes.push(mixedPercent(name));
    const spoilt = type === "text" ? found.spoiltNumbers : null;
    if (spoilt) {
      const { value, place } = spoilt.first;
      notes.push(
        texts.almostNumbers({ name, count: spoilt.count, value: value.trim(), place: placeIn(source, place) }),
      );
    }
    return { name, type, unit: unitOf(found, type, source.units?.[c] ?? "") };
  });
  const hasNumbers = source.form.format === "delimited" || evidence.some((each) => each.hasWrittenNumbers);
  return { columns, decimal: asked.decimal ?? (hasNumbers ? decimal : undefined), dates, notes };
}

/** The unit that the file states, or that follows from the values: percentages, and hours of lengths of time. */
function unitOf(found: ColumnEvidence, type: ColumnType, stated: string): string {
  if (found.isDuration && Number.isNaN(new Duration(1).in(stated))) return "h";
  return stated || (type === "number" && found.isPercent ? "%" : "");
}

/**
 * The decimal sign by which more columns are numbers. If both fit, `1,234` is a thousand, unless other thousands of its column are not
 * grouped, or the delimiter is the semicolon that takes the place of a comma; `1.234` is a fraction.
 */
function decimalOf(evidence: readonly ColumnEvidence[], delimiter: string | undefined, notes: Message[]): DecimalSign {
  const count = (sign: DecimalSign) => evidence.filter((each) => each.hasWrittenNumbers && each.isNumber(sign)).length;
  const points = count(".");
  const commas = count(",");
  const either = evidence.filter((each) => each.eitherSign !== null);
  if (commas > points) {
    if (either.some((each) => each.eitherSign === ".")) notes.push(texts.pointGroups());
    return ",";
  }
  const commaColumns = either.filter((each) => each.eitherSign === ",");
  if (commaColumns.length === 0) {
    // The semicolon separates where the comma is the decimal sign.
    if (delimiter === ";" && either.length > 0 && points === commas) notes.push(texts.pointDecimal());
    return ".";
  }
  if (points === commas && (delimiter === ";" || commaColumns.some((each) => each.hasUngrouped))) {
    notes.push(texts.commaDecimal());
    return ",";
  }
  notes.push(texts.commaGroups());
  return ".";
}

/** The order by which more columns are dates; if both fit, the day comes first. */
function dateOrderOf(evidence: readonly ColumnEvidence[], notes: Message[]): DateOrder | undefined {
  const ordered = evidence.filter((each) => each.hasDateOrder);
  if (ordered.length === 0) return evidence.some((each) => each.hasWrittenDates) ? "ymd" : undefined;
  const days = ordered.filter((each) => each.isDate("dmy")).length;
  const months = ordered.filter((each) => each.isDate("mdy")).length;
  if (days !== months) return days > months ? "dmy" : "mdy";
  const isHalf = ordered.some((each) => each.hasHalfDays);
  notes.push(isHalf ? texts.monthFirst() : texts.dayFirst());
  return isHalf ? "mdy" : "dmy";
}
