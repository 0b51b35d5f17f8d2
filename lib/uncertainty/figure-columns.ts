import { numberColumn } from "../tool/table.ts";
import type { UnitOf } from "../tool/unit.ts";

/** The columns of a figure with the statistics of its draws. */
export function figureColumns(unit: UnitOf = "1") {
  return {
    value: numberColumn({ en: "As the account has it.", zh: "账户中的值。" }, unit),
    mean: numberColumn({ en: "Mean of the draws.", zh: "各次抽样的均值。" }, unit),
    sd: numberColumn({ en: "Standard deviation of the draws.", zh: "各次抽样的标准差。" }, unit),
    lo: numberColumn({ en: "2.5 % quantile.", zh: "2.5 % 分位数。" }, unit),
    hi: numberColumn({ en: "97.5 % quantile.", zh: "97.5 % 分位数。" }, unit),
  };
}

export interface Figure {
  readonly value: number;
  readonly mean: number;
  readonly sd: number;
  readonly lo: number;
  readonly hi: number;
}
