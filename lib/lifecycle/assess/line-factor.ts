import { z } from "zod";
import { messages } from "../../message/message.ts";
import { findMetric } from "../../quantity/substance.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import { factorBetween } from "../graph/unit-names.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { billUnit } from "./bill-units.ts";

const texts = messages("lifecycle.lineFactor", {
  notFactor: {
    en: "The factor of {name} is in {unit}; expected kg CO2e per unit of the line, such as kg CO2e/{of}.",
    zh: "{name} 的因子单位为 {unit}；应为每单位用量的 kg CO2e，如 kg CO2e/{of}。",
  },
  otherUnit: {
    en: "The factor of {name} is per {per}, and the line is in {of}, which does not convert.",
    zh: "{name} 的因子以每 {per} 计，而该行以 {of} 计，两者不能换算。",
  },
});

/** The metric of the score. */
export const METRIC = "AR6.GWP100";

/** A factor that a line states for itself: the person's own, which goes before the data that are found. */
export const lineFactorShape = z.strictObject({
  value: numberIn(siblingUnit).min(0),
  unit: z
    .string()
    .min(1)
    .describe("kg CO2e per unit of the line, with a metric if not AR6.GWP100: kg CO2e AR5.GWP100/t"),
  source: z.string().min(1),
  year: z.int(),
  uncertainty: ratio.min(0).optional().describe("Half of the 95 % interval by the value: 0.1 is ±10 %"),
});
export type LineFactor = ResultOf<typeof lineFactorShape>;

/** kg CO2e of a line by its own factor, with the metric where it is not that of the score. Throws LifecycleError for a unit that does not fit. */
export function scoreByLineFactor(
  name: string,
  amount: number,
  of: string,
  { value, unit, uncertainty = 0 }: LineFactor,
): { readonly score: number; readonly lo: number; readonly hi: number; readonly metric: string | null } {
  const [, written = METRIC, per] = /^kg CO2e(?: (\S+))?\/(\S.*)$/.exec(unit.trim()) ?? [];
  if (per === undefined) throw new LifecycleError("factor", texts.notFactor({ name, unit, of }));
  const metric = findMetric(written);
  const units = per === of ? 1 : factorBetween(billUnit(of), billUnit(per));
  if (units === null) throw new LifecycleError("factor", texts.otherUnit({ name, per, of }));
  const score = value * units * amount;
  return {
    score,
    lo: score * Math.max(0, 1 - uncertainty),
    hi: score * (1 + uncertainty),
    metric: metric === METRIC ? null : metric,
  };
}
