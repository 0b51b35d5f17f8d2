import { recordTable } from "../../tool/record-table.ts";
import { numberColumn, textColumn } from "../../tool/table.ts";

interface Estimated {
  readonly value: number;
  readonly unit: string;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly interval: string;
}

/** A row for each gas of a result with one estimate per gas. Its numbers are tonnes of the row's gas. */
export const gasTable = recordTable(
  { en: "The estimate of every gas.", zh: "各气体的估计值。" },
  {
    gas: textColumn({ en: "The gas.", zh: "气体。" }),
    value: numberColumn({ en: "Emitted.", zh: "排放量。" }, "t {gas}"),
    lo: numberColumn({ en: "Lower bound, of the kind that interval names.", zh: "下界，含义见 interval。" }, "t {gas}"),
    hi: numberColumn({ en: "Upper bound, of the same kind.", zh: "上界，含义同上。" }, "t {gas}"),
    unit: textColumn({ en: "The unit of the row.", zh: "该行的单位。" }),
    interval: textColumn({ en: "What lo and hi are.", zh: "lo 与 hi 的含义。" }),
  },
  (gases: Readonly<Record<string, Estimated>>) => Object.entries(gases).map(([gas, of]) => ({ gas, ...of })),
);
