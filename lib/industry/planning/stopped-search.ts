import { type Message, messages } from "../../message/message.ts";

const texts = messages("industry.stoppedSearch", {
  stopped: {
    en: "The search ended after {seconds} s with the best that it had found: no objective is better than {bound}, {gap} % away. Give more seconds to come closer, or a larger gap to end sooner; another machine may get farther.",
    zh: "搜索在 {seconds} 秒后结束，给出当时已找到的最优者：目标值不可能优于 {bound}，差距为 {gap} %。增加 seconds 可更接近，放宽 gap 可更早结束；在其他机器上结果可能更好。",
  },
  withoutBound: {
    en: "The search ended after {seconds} s with the best that it had found; how far it is from the optimum is not known. Give more seconds.",
    zh: "搜索在 {seconds} 秒后结束，给出当时已找到的最优者；与最优值的差距未知。请增加 seconds。",
  },
});

interface Search {
  readonly isStopped: boolean;
  readonly bound: number;
  readonly gap: number;
}

/** How good the answer of a search with integers is that was not finished; none of one that was. */
export function notesOnSearch({ isStopped, bound, gap }: Search, seconds: number): Message[] {
  if (!isStopped) return [];
  if (!Number.isFinite(gap)) return [texts.withoutBound({ seconds })];
  return [texts.stopped({ seconds, bound, gap: Number((100 * gap).toPrecision(2)) })];
}
