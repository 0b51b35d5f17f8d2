import { recordTable } from "../../tool/record-table.ts";
import { integerColumn, numberColumn, type TableDeclaration, textColumn } from "../../tool/table.ts";

interface Converging {
  readonly years: readonly {
    readonly year: number;
    readonly gini: number;
    readonly theil: number;
    readonly sigma: number;
    readonly weightedSigma: number;
  }[];
  readonly countries: readonly { readonly region: string; readonly emissions: number; readonly persons: number }[];
}

const measures = ["gini", "theil", "sigma", "weightedSigma"] as const;

/** The measures of dispersion over the years, and the countries of the last year, as charts draw them. */
export const convergenceTables: Readonly<Record<string, TableDeclaration>> = {
  measures: {
    charts: {
      trend: {
        channels: { x: "year", y: "value", series: "measure" },
        measure: { en: "Dispersion of emissions per head between countries", zh: "各国人均排放的离散程度" },
        words: {
          gini: { en: "Gini coefficient", zh: "基尼系数" },
          theil: { en: "Theil index", zh: "泰尔指数" },
          sigma: { en: "Standard deviation of logarithms", zh: "对数标准差" },
          weightedSigma: { en: "Standard deviation of logarithms, by persons", zh: "对数标准差（按人口）" },
        },
      },
    },
    ...recordTable(
      { en: "Every measure of dispersion in every year.", zh: "各年各项离散程度指标。" },
      {
        year: integerColumn({ en: "Year.", zh: "年份。" }),
        measure: textColumn({
          en: "gini, theil, sigma or weightedSigma.",
          zh: "gini（基尼系数）、theil（泰尔指数）、sigma 或 weightedSigma（对数标准差）。",
        }),
        value: numberColumn({ en: "Its value.", zh: "数值。" }),
      },
      ({ years }: Converging) =>
        measures.flatMap((measure) => years.map((each) => ({ year: each.year, measure, value: each[measure] }))),
    ),
  },
  lastYear: {
    charts: {
      lorenz: {
        channels: { label: "region", value: "emissions", weight: "persons" },
        measure: { en: "Emissions", zh: "排放" },
      },
    },
    ...recordTable(
      { en: "Emissions and persons of every country in the last year.", zh: "各国最后一年的排放与人口。" },
      {
        region: textColumn({ en: "ISO 3166 alpha-3.", zh: "ISO 3166 三字母代码。" }),
        emissions: numberColumn({ en: "Emissions.", zh: "排放。" }, { unitIn: "massUnit" }),
        persons: numberColumn({ en: "Persons.", zh: "人口。" }, "person"),
      },
      ({ countries }: Converging) =>
        countries.map(({ region, emissions, persons }) => ({ region, emissions, persons })),
    ),
  },
};
