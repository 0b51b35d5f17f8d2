import { messages } from "../message/message.ts";
import { someOf } from "../message/some-of.ts";
import type { LeontiefSystem } from "../numeric/leontief.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";
import type { Note } from "./notes.ts";
import { rowName } from "./productive.ts";
import type { InputOutputTable } from "./table.ts";

const texts = messages("mrio", {
  openSeries: {
    en: "A has {cells} negative {cells:cell|cells}, and the spectral radius of its absolute values is not below 1: rounds of supply are not known to die away, and multipliers may be negative.",
    zh: "A 有 {cells} 个负元素，且其绝对值矩阵的谱半径不小于 1：无法确定供应轮次会逐渐消失，乘数可能为负。",
  },
  divergingSeries: {
    en: "The spectral radius of A is {radius}, and must be below 1 (Hawkins–Simon condition): multipliers are negative in places and cannot be read, and rounds of supply grow without end. These sectors use up, directly and through each other, all that they make or more: {rows}.",
    zh: "A 的谱半径为 {radius}，应小于 1（霍金斯–西蒙条件）：部分乘数为负，没有意义，供应轮次会无限增大。以下部门直接或相互之间耗尽了自身的产出，甚至更多：{rows}。",
  },
});

/**
 * What `requireProductive` rejects, as a note, for accounts: their identities hold for any spectral radius, so one faulty
 * sector need not stop a whole table, but its multipliers have no meaning. A note also says if negative cells leave the
 * question open.
 */
export async function notesOnSeries(
  system: LeontiefSystem,
  table: Pick<InputOutputTable, "regions" | "sectors">,
  work: Work = uninterrupted,
): Promise<Note[]> {
  const series = await system.series(work);
  if (series.kind === "converges") return [];
  if (series.kind === "open")
    return [{ kind: "series", sentence: texts.openSeries({ cells: series.negativeCells }), places: [] }];
  const { radius, rows } = series;
  const N = table.sectors.length;
  const places = rows.map((i) => ({
    region: table.regions[Math.floor(i / N)]!,
    sector: table.sectors[i % N]!,
    value: radius,
  }));
  const sentence = texts.divergingSeries({ radius: radius.toPrecision(4), rows: someOf(rows.map(rowName(table))) });
  return [{ kind: "series", sentence, places }];
}
