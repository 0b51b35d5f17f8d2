import { messages, type Sentence } from "../message/message.ts";
import { someOf } from "../message/some-of.ts";
import type { LeontiefSystem } from "../numeric/leontief.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";
import { type InputOutputTable, labelOf, TableError } from "./table.ts";

const texts = messages("mrio", {
  unproductive: {
    en: "Z has no Leontief inverse without negative cells: the spectral radius of A is {radius}, and must be below 1 (Hawkins–Simon condition). These sectors use up, directly and through each other, all that they make or more: {rows}. Check their cells of Z and their output x.",
    zh: "Z 没有不含负元素的列昂惕夫逆：A 的谱半径为 {radius}，应小于 1（霍金斯–西蒙条件）。以下部门直接或相互之间耗尽了自身的产出，甚至更多：{rows}。请检查它们在 Z 中的数值和产出 x。",
  },
});

/** Names row i. */
export type RowName = (i: number) => Sentence;

/**
 * Rejects a system whose rounds of supply grow without bound: A ≥ 0 with a spectral radius of 1 or more, so that multipliers
 * are negative or do not exist and no series of layers or paths sums to them. Columns of A above 1 or negative final
 * demand alone do not cause this. If negative cells leave the question open, nothing is rejected: see `notesOnSeries`.
 *
 * Hawkins & Simon (1949), Econometrica 17: 245–248, doi:10.2307/1905526; Miller & Blair (2009), chapter 2.
 * Throws TableError, which names the sectors responsible.
 *
 * @param name names row i, for example `rowName(table)`.
 */
export async function requireProductive(
  system: LeontiefSystem,
  name: RowName,
  work: Work = uninterrupted,
): Promise<void> {
  const series = await system.series(work);
  if (series.kind !== "diverges") return;
  throw new TableError(
    "Z",
    texts.unproductive({ radius: series.radius.toPrecision(4), rows: someOf(series.rows.map(name)) }),
  );
}

/** Names of rows for display. */
export function rowName(table: Pick<InputOutputTable, "regions" | "sectors">): RowName {
  return (i) => labelOf(table, i);
}
