import { z } from "zod";
import { messages } from "../message/message.ts";
import type { InputOf, ResultOf } from "../tool/shape.ts";
import { numberIn } from "../tool/unit.ts";
import { type Estimate, meanAndRange, NaturalInputError } from "./estimate.ts";

const texts = messages("natural", {
  bookkeeping: { en: "bookkeeping models", zh: "簿记模型" },
  lessReported: {
    en: "bookkeeping models less the reported flux of managed land",
    zh: "簿记模型减去受管理土地的报告通量",
  },
  endsByEnds: {
    en: "ends of the sink ({interval}) by ends of the share",
    zh: "碳汇两端（{interval}）乘以占比两端",
  },
  shareOfManaged: {
    en: "{method}; share of managed land {share}",
    zh: "{method}；受管理土地的份额为 {share}",
  },

  fossilNotPositive: {
    en: "fossil is {fossil}; expected a positive number of Mt CO2.",
    zh: "fossil 应为以 Mt CO2 计的正数，实际为{fossil}。",
  },
  shareNotRising: {
    en: "share is {lo}, {value}, {hi}; expected lo ≤ value ≤ hi between 0 and 1.",
    zh: "share 应在 0 与 1 之间由 lo 递增至 hi，实际为 {lo}、{value}、{hi}。",
  },
});

/** A bookkeeping model's net land-use-change emission, Mt CO2/yr. */
export const modelFluxShape = z.object({
  model: z.string(),
  value: numberIn("Mt CO2/yr"),
});
export type ModelFlux = InputOf<typeof modelFluxShape>;

export const managedLandChoiceShape = z.object({
  principle: z.enum(["fossil only", "bookkeeping", "managed-land proxy"]),
  /** The model, or the reporting source. */
  by: z.string(),
  /** What counts as anthropogenic on land, Mt CO2/yr. */
  land: numberIn("Mt CO2/yr"),
  total: numberIn("Mt CO2/yr"),
  /** Relative to fossil only, per cent. */
  percent: numberIn("%"),
});
export type ManagedLandChoice = ResultOf<typeof managedLandChoiceShape>;

export interface ManagedLand {
  readonly unit: "Mt CO2/yr";
  readonly choices: readonly ManagedLandChoice[];
  readonly bookkeeping: Estimate;
  /**
   * The natural flux of managed land that the inventory counts and bookkeeping models do not: bookkeeping minus reported.
   * Positive: a sink counted as anthropogenic. Null if nothing is reported.
   */
  readonly indirectSink: Estimate | null;
  /** Largest minus smallest total over all choices that include land, Mt CO2/yr. */
  readonly spread: number;
}

/**
 * The effect of the accounting principle for land on a total.
 *
 * Bookkeeping models count the effects of human land use (E_LUC). Inventories count every flux of managed land: the
 * managed-land proxy of the IPCC guidelines (2006 and 2019, Vol 4 Ch 1), so that regrowth by CO2, nitrogen and climate
 * (indirect effects) becomes anthropogenic. So  E_inventory = E_LUC − S_managed,  and S_managed = E_LUC − E_inventory.
 *
 * Source: Grassi et al. (2018), doi:10.1038/s41558-018-0283-x; (2021), doi:10.1038/s41558-021-01033-6.
 */
export function managedLand(
  fossil: number,
  models: readonly ModelFlux[],
  reported: { readonly value: number; readonly source: string } | null,
): ManagedLand {
  if (!(fossil > 0)) throw new NaturalInputError("fossil", texts.fossilNotPositive({ fossil }));
  const rest = { unit: "Mt CO2/yr", source: models.map(({ model }) => model).join(", "), method: texts.bookkeeping() };
  const bookkeeping = meanAndRange(
    models.map(({ value }) => value),
    rest,
  );
  const choice = (principle: ManagedLandChoice["principle"], by: string, land: number): ManagedLandChoice => ({
    principle,
    by,
    land,
    total: fossil + land,
    percent: (100 * land) / fossil,
  });
  const choices = [
    choice("fossil only", "no land", 0),
    ...models.map(({ model, value }) => choice("bookkeeping", model, value)),
    ...(reported ? [choice("managed-land proxy", reported.source, reported.value)] : []),
  ];
  const totals = choices.slice(1).map(({ total }) => total);
  return {
    unit: "Mt CO2/yr",
    choices,
    bookkeeping,
    indirectSink: reported
      ? {
          ...meanAndRange(
            models.map(({ value }) => value - reported.value),
            { ...rest, source: `${rest.source}; ${reported.source}` },
          ),
          method: texts.lessReported(),
        }
      : null,
    spread: Math.max(...totals) - Math.min(...totals),
  };
}

/**
 * The part of a natural sink on managed land: S_managed = share × S_LAND. Its lo and hi are the lowest and the highest
 * product of the ends of both, which are ranges, not errors to be added in quadrature. The managed share of all forest is about
 * 0.75 by area (Grassi et al. 2018).
 */
export function managedShareOf(sink: Estimate, share: { value: number; lo: number; hi: number }): Estimate {
  if (!(share.lo >= 0 && share.lo <= share.value && share.value <= share.hi && share.hi <= 1))
    throw new NaturalInputError("share", texts.shareNotRising({ lo: share.lo, value: share.value, hi: share.hi }));
  const value = sink.value * share.value;
  const ends = [sink.lo ?? sink.value, sink.hi ?? sink.value].flatMap((end) => [end * share.lo, end * share.hi]);
  return {
    ...sink,
    value,
    lo: Math.min(...ends),
    hi: Math.max(...ends),
    interval: texts.endsByEnds({ interval: sink.interval }),
    method: texts.shareOfManaged({ method: sink.method, share: share.value }),
  };
}
