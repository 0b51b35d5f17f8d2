import { recordTable } from "../../tool/record-table.ts";
import { integerColumn, numberColumn, textColumn } from "../../tool/table.ts";

interface Years {
  readonly years: readonly {
    readonly year: number;
    readonly emissions: readonly { readonly value: number; readonly unit: string; readonly gas?: string }[];
  }[];
}

/** The emissions of a tier by year. */
export const yearsTable = recordTable(
  { en: "Emissions, year by year and gas by gas.", zh: "逐年、分气体的排放。" },
  {
    year: integerColumn({ en: "Year.", zh: "年份。" }),
    gas: textColumn({ en: "The gas.", zh: "气体。" }),
    value: numberColumn({ en: "Emitted in the year.", zh: "当年排放。" }, { unitIn: "years.emissions.unit" }),
    unit: textColumn({ en: "The unit of what is emitted.", zh: "排放的单位。" }),
  },
  ({ years }: Years) =>
    years.flatMap(({ year, emissions }) => emissions.map(({ gas, value, unit }) => ({ year, gas, value, unit }))),
);
