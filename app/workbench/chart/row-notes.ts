import { type Message, messages } from "../../../lib/message/message.ts";
import { isPlaced } from "./row-cell.ts";
import { isRatio, type RowChoice, rowDivisorsOf, timeColumns, yearsPer } from "./row-choice.ts";
import { countriesOf, countryColumns } from "./row-places.ts";
import { columnOf, type RowTable } from "./row-table.ts";

const texts = messages("workbench.chart.rows", {
  noTexts: {
    en: "Per head, per GDP and the map need a column of countries; this table has no column of names.",
    zh: "人均、单位 GDP 和地图需要国家列；此表没有名称列。",
  },
  noCountries: {
    en: "Per head, per GDP and the map need a column of countries. In the column {column}, these are not known as countries: {names}.",
    zh: "人均、单位 GDP 和地图需要国家列。列“{column}”中以下值不是已知的国家：{names}。",
  },
  otherColumn: {
    en: "Per head and per GDP are offered when each line or bar is a country: choose the column {column}.",
    zh: "以国家为线条或条目时才能换算为人均或单位 GDP：请选择列“{column}”。",
  },
  noYears: {
    en: "Per head and per GDP need a column of years, such as 2020; this table has none.",
    zh: "人均和单位 GDP 需要年份列（如 2020）；此表没有。",
  },
  ratio: {
    en: "{measure} is already in relation to something ({unit}), so it is not offered per head or per GDP.",
    zh: "{measure}已是相对量（{unit}），因此不提供人均或单位 GDP。",
  },
  noData: {
    en: "People and GDP are not known for the years of this table, {first} to {last}, so per head and per GDP are not offered.",
    zh: "此表的年份（{first}—{last}）没有人口和 GDP 数据，因此不提供人均或单位 GDP。",
  },
  leftOut: {
    en: "Left out, because they are not known as countries: {names}.",
    zh: "以下值不是已知的国家，未予绘制：{names}。",
  },
  years: {
    en: "Drawn for {first} to {last}: people or GDP of other years are not known.",
    zh: "仅绘制 {first}—{last} 年：其他年份没有人口或 GDP 数据。",
  },
});

/** Names beyond these are counted and not written. */
const MOST_NAMES = 5;

/** Why something is not offered for a table, and what of it is not drawn. */
export function rowNotes(choice: RowChoice, table: RowTable): Message[] {
  const [refused] = [whyNotPer(choice, table)].filter((note) => note !== null);
  const { others = [] } = countriesOf(table, choice.label) ?? {};
  const all = columnOf(table, choice.time)?.years ?? [];
  const drawn = yearsPer(all, choice.per, table);
  return [
    ...(refused ? [refused] : []),
    ...(isPlaced(choice) && others.length > 0 ? [texts.leftOut({ names: some(others) })] : []),
    ...(drawn.length < all.length ? [texts.years({ first: String(drawn[0]), last: String(drawn.at(-1)) })] : []),
  ];
}

/** Null where values may be divided, or where a form takes no quotients. */
function whyNotPer(choice: RowChoice, table: RowTable): Message | null {
  const { form, label, measures, time } = choice;
  const [column] = countryColumns(table);
  if (column === undefined) {
    // The column that comes nearest to one of countries.
    const [nearest] = [...table.places].sort(
      ([, a], [, b]) => b.codes.size - a.codes.size || a.others.length - b.others.length,
    );
    return nearest ? texts.noCountries({ column: nearest[0], names: some(nearest[1].others) }) : texts.noTexts();
  }
  if (form === "shares" || form === "scatter" || rowDivisorsOf(choice, table).length > 0) return null;
  if (countriesOf(table, label) === null) return texts.otherColumn({ column });
  const unit = columnOf(table, measures[0]!)?.unit ?? "";
  if (isRatio(unit)) return texts.ratio({ measure: columnOf(table, measures[0]!)?.label ?? "", unit });
  const years = columnOf(table, time)?.years ?? timeColumns(table).map((name) => columnOf(table, name)?.years)[0];
  return years ? texts.noData({ first: String(years[0]), last: String(years.at(-1)) }) : texts.noYears();
}

/** The first of many names, and how many follow. */
function some(names: readonly string[]): string {
  const rest = names.length - MOST_NAMES;
  const written = names.slice(0, MOST_NAMES).join(", ");
  return rest > 0 ? `${written} +${rest}` : written;
}
