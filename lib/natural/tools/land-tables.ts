import { recordTable } from "../../tool/record-table.ts";
import { integerColumn, numberColumn, type TableDeclaration, textColumn } from "../../tool/table.ts";

interface Estimated {
  readonly value: number;
  readonly lo: number | null;
  readonly hi: number | null;
}

interface Bookkeeping {
  readonly years: readonly {
    readonly year: number;
    readonly total: Estimated;
    readonly byPool: Readonly<Record<string, number>>;
  }[];
  readonly curves: readonly {
    readonly from: string;
    readonly to: string;
    readonly pools: readonly { readonly name: string; readonly carbon: number; readonly years: number }[];
  }[];
}

const year = integerColumn({ en: "Year.", zh: "年份。" });
const pool = textColumn({
  en: "at once, slash, products 10, products 100, soil or regrowth.",
  zh: "at once（即时）、slash（残余物）、products 10 与 products 100（产品）、soil（土壤）或 regrowth（再生长）。",
});
const perYear = "t C/yr";

/** A history of land-use changes: its emissions by year, and the response curves. */
export const bookkeepingTables: Readonly<Record<string, TableDeclaration>> = {
  byYear: recordTable(
    { en: "Emissions, year by year.", zh: "逐年排放。" },
    {
      year,
      value: numberColumn({ en: "Emitted in the year.", zh: "当年排放。" }, perYear),
      lo: numberColumn({ en: "Lower end of the range, where there is one.", zh: "范围下限；有范围时才有。" }, perYear),
      hi: numberColumn({ en: "Upper end of the range.", zh: "范围上限。" }, perYear),
    },
    ({ years }: Bookkeeping) => years.map(({ year, total }) => ({ year, ...total })),
  ),
  byPool: recordTable(
    { en: "Emissions, year by year and pool by pool.", zh: "逐年、分碳库的排放。" },
    { year, pool, value: numberColumn({ en: "Emitted from the pool.", zh: "该碳库的排放。" }, perYear) },
    ({ years }: Bookkeeping) =>
      years.flatMap(({ year, byPool }) => Object.entries(byPool).map(([pool, value]) => ({ year, pool, value }))),
  ),
  pools: recordTable(
    { en: "The pools of the response curve of every kind of change.", zh: "各类变化的响应曲线的碳库。" },
    {
      from: textColumn({ en: "Land cover before.", zh: "变化前的土地覆盖。" }),
      to: textColumn({ en: "Land cover after.", zh: "变化后的土地覆盖。" }),
      pool,
      carbon: numberColumn({ en: "What it emits in total.", zh: "最终排放量。" }, "t C/ha"),
      years: numberColumn({ en: "Its time constant.", zh: "时间常数。" }, "yr"),
    },
    ({ curves }: Bookkeeping) =>
      curves.flatMap(({ from, to, pools }) =>
        pools.map(({ name, carbon, years }) => ({ from, to, pool: name, carbon, years })),
      ),
  ),
};

interface Stand {
  readonly years: readonly {
    readonly age: number;
    readonly biomass_tC: number;
    readonly soil_tC: number;
    readonly sink: Estimated;
  }[];
}

const ofSink = { unitIn: "years.sink.unit" };

/** A growing stand by year. */
export const standTable = recordTable(
  { en: "Carbon and sink, by the age of the stand.", zh: "各林龄的碳储量与碳汇。" },
  {
    age: numberColumn({ en: "Age of the stand.", zh: "林龄。" }, "yr"),
    biomass_tC: numberColumn({ en: "Carbon of the biomass with roots.", zh: "含根生物量的碳。" }, "t C"),
    soil_tC: numberColumn({ en: "Carbon of the soil.", zh: "土壤碳。" }, "t C"),
    sink: numberColumn({ en: "What is taken up in the year.", zh: "当年碳汇。" }, ofSink),
    lo: numberColumn({ en: "Lower end of the sink.", zh: "碳汇下限。" }, ofSink),
    hi: numberColumn({ en: "Upper end of the sink.", zh: "碳汇上限。" }, ofSink),
  },
  ({ years }: Stand) => years.map(({ sink: { value, lo, hi }, ...stand }) => ({ ...stand, sink: value, lo, hi })),
);
