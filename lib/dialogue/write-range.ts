import { writeInterval, writeQuantity } from "../charts/number-text.ts";
import { messages } from "../message/message.ts";
import { writeMessage } from "../message/write.ts";
import { rangeOfDraws } from "../uncertainty/range-of-draws.ts";
import type { Language } from "./conversation.ts";
import type { Value } from "./reply.ts";
import { writeValue, writtenUnit } from "./write-reply.ts";

const texts = messages("agent.range", {
  models: { en: "{bounds}, range of the models", zh: "{bounds}，各模型的范围" },
  sources: { en: "{bounds}, range of the sources", zh: "{bounds}，各来源的范围" },
  candidates: { en: "{bounds}, range of the candidates in the data", zh: "{bounds}，数据中各候选值的范围" },
  unnamed: { en: "{bounds}, a range and not an interval", zh: "{bounds}，是范围而非置信区间" },
  to: { en: "to", zh: "至" },
  ranged: { en: "{value} ({range})", zh: "{value}（{range}）" },
});

/** The bounds of a figure as charts write them, with what they are; null for a figure without. */
export function writeRange({ value, unit, lo, hi, range }: Value, language: Language): string | null {
  if (typeof value !== "number" || lo === undefined || hi === undefined) return null;
  const tag = tagOf(language);
  const written = writtenUnit(value, unit, language);
  const scale = 1000 ** written.thousands;
  const numbers = writeInterval(lo / scale, hi / scale, writeMessage(texts.to(), { tag }));
  const bounds = writeQuantity(numbers, written.unit === "1" ? "" : written.unit);
  const called = range === "interval" ? rangeOfDraws.bounds : texts[range ?? "unnamed"];
  return writeMessage(called({ bounds }), { tag });
}

/** A figure with its bounds and what these are, if it has any. */
export function writeRanged(value: Value, language: Language): string {
  const range = writeRange(value, language);
  const written = writeValue(value, undefined, language);
  return range === null ? written : writeMessage(texts.ranged({ value: written, range }), { tag: tagOf(language) });
}

function tagOf(language: Language): string {
  return language === "zh" ? "zh-CN" : "en";
}
