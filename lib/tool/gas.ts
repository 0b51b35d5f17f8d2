import { z } from "zod";
import { messages } from "../message/message.ts";
import { findGas, knownGases } from "../quantity/substance.ts";
import { nearestName } from "./nearest-name.ts";
import { nearestGas } from "./nearly-gas.ts";
import { remarked } from "./remark.ts";

const texts = messages("tool.gas-field", {
  near: {
    en: '{field}: there is no gas "{written}", so that no metric weighs it. Did you mean {near}?',
    zh: "{field}：没有名为“{written}”的气体，因此没有折算指标适用于它。您是不是要用 {near}？",
  },
  unknown: {
    en: '{field}: there is no gas "{written}", so that no metric weighs it. Check its name; it was used as given.',
    zh: "{field}：没有名为“{written}”的气体，因此没有折算指标适用于它。请核对名称；计算按所给名称进行。",
  },
});

/** The name of a gas. One that no metric knows is noted, with the nearest; words such as F-gases, of groups, are not. */
export const gasIn = remarked(z.string(), (written, field) => {
  const name = written.replace(/ (fossil|biogenic)$/, "").trim();
  if (findGas(name) !== undefined || !/^[A-Za-z]+-?\d/.test(name)) return [];
  const near = nearestGas(name) ?? nearestName(name.replace(/[-\s]/g, ""), knownGases());
  return [near === undefined ? texts.unknown({ field, written }) : texts.near({ field, written, near })];
});
