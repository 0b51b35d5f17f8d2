import { z } from "zod";
import { messages } from "../../message/message.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import type { OpenedInventory } from "../resource/opened-inventory.ts";

const texts = messages("lifecycle.indicator", {
  several: {
    en: "indicator is {name}, a method of {count} indicators; name one of them: {codes:or}.",
    zh: "indicator 为 {name}，该方法含 {count} 个指标；请指定其中之一：{codes:or}。",
  },
});

/** Methods by which scores are asked for. */
export const methodsIn = z
  .array(z.string())
  .optional()
  .describe(
    "Methods, single indicators such as ACID, metrics such as AR6.GTP100; or one of methodsFrom, impactMethods or the import itself; default: all that ship",
  );

/** Whose regional factors were taken. */
export const fallbackOut = z
  .object({
    own: z.int().describe("With the factor of their own place"),
    wider: z.int().describe("With that of a place which contains it"),
    world: z.int().describe("With that of the whole world"),
  })
  .describe("Amounts whose flow has factors for places, counted by indicator; all 0 where none has");

/** The one indicator that is analysed. */
export const indicatorIn = z
  .string()
  .default("AR6.GWP100")
  .describe(
    "Code of an indicator such as ACID or one of an imported method, or a metric of the IPCC such as AR6.GTP100",
  );

/** The inventory under one indicator, which has index 0. Throws LifecycleError for an unknown name, or one of several indicators. */
export function assessedBy(inventory: OpenedInventory, name: string) {
  const assessed = inventory.assessedBy([name]);
  const { indicators } = assessed.characteriser;
  if (indicators.length !== 1) {
    const codes = indicators.map(({ code }) => code);
    throw new LifecycleError("indicator", texts.several({ name, count: codes.length, codes }));
  }
  return { assessed, indicator: indicators[0]! };
}
