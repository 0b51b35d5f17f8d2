import { recordTable } from "../../tool/record-table.ts";
import { integerColumn, numberColumn, type TableDeclaration, textColumn } from "../../tool/table.ts";

interface Term {
  readonly term: string;
  readonly side: string;
  readonly value: number;
  readonly lo: number | null;
  readonly hi: number | null;
}

interface Budget {
  readonly years: readonly { readonly year: number; readonly terms: readonly Term[] }[];
  readonly mean: { readonly terms: readonly Term[] };
  readonly cumulative: readonly { readonly term: string; readonly value: number }[];
}

const yearly = { unitIn: "mean.terms.unit" };
const inAll = { unitIn: "cumulative.unit" };

const term = textColumn({
  en: "E_FF, E_LUC, G_ATM, S_OCEAN, S_LAND, S_CEMENT or B_IM.",
  zh: "E_FF、E_LUC、G_ATM、S_OCEAN、S_LAND、S_CEMENT 或 B_IM。",
});
const side = textColumn({
  en: "source, sink, growth or imbalance.",
  zh: "source（源）、sink（汇）、growth（大气增长）或 imbalance（不平衡项）。",
});

/** How charts draw the terms: stacked over the years, or as bars of the whole period. */
const drawn = {
  measure: { en: "Global carbon budget", zh: "全球碳收支" },
  words: {
    E_FF: { en: "Fossil fuels and industry", zh: "化石燃料与工业" },
    E_LUC: { en: "Land-use change", zh: "土地利用变化" },
    G_ATM: { en: "Stays in the air", zh: "留在大气" },
    S_OCEAN: { en: "Into the ocean", zh: "海洋吸收" },
    S_LAND: { en: "Into the land", zh: "陆地吸收" },
    S_CEMENT: { en: "Into cement", zh: "水泥碳化" },
    B_IM: { en: "Unexplained", zh: "未解释部分" },
  },
  colours: {
    E_FF: "production",
    E_LUC: "natural",
    G_ATM: "neutral",
    S_OCEAN: "consumption",
    S_LAND: "sink",
    S_CEMENT: "var(--rule-strong)",
    B_IM: "var(--ink)",
  },
};
const channels = { term: "term", side: "side", lo: "lo", hi: "hi" };

/** The terms of a carbon budget, by year and for the whole period. */
export const carbonBudgetTables: Readonly<Record<string, TableDeclaration>> = {
  byYear: {
    charts: { budget: { ...drawn, channels: { ...channels, x: "year", value: "value" } } },
    ...recordTable(
      { en: "Every term of every year.", zh: "各年各项。" },
      {
        year: integerColumn({ en: "Year.", zh: "年份。" }),
        term,
        side,
        value: numberColumn({ en: "The term.", zh: "该项的值。" }, yearly),
        lo: numberColumn({ en: "One sigma below.", zh: "减 1 倍标准差。" }, yearly),
        hi: numberColumn({ en: "One sigma above.", zh: "加 1 倍标准差。" }, yearly),
      },
      ({ years }: Budget) => years.flatMap(({ year, terms }) => terms.map((each) => ({ year, ...each }))),
    ),
  },
  byTerm: {
    charts: { budget: { ...drawn, channels: { ...channels, value: "mean" } } },
    ...recordTable(
      { en: "Every term over the period: its mean and its sum.", zh: "各项在时段内的均值与累计值。" },
      {
        term,
        side,
        mean: numberColumn({ en: "Mean over the period.", zh: "时段均值。" }, yearly),
        lo: numberColumn({ en: "One sigma below the mean.", zh: "均值减 1 倍标准差。" }, yearly),
        hi: numberColumn({ en: "One sigma above the mean.", zh: "均值加 1 倍标准差。" }, yearly),
        sum: numberColumn({ en: "Sum over the period.", zh: "时段累计值。" }, inAll),
      },
      ({ mean, cumulative }: Budget) => {
        const sums = new Map(cumulative.map(({ term, value }) => [term, value]));
        return mean.terms.map(({ value, ...each }) => ({ ...each, mean: value, sum: sums.get(each.term) }));
      },
    ),
  },
};

interface Ensemble {
  readonly components: readonly {
    readonly component: string;
    readonly budget: number;
    readonly models: readonly {
      readonly model: string;
      readonly role: string;
      readonly value: number;
      readonly years: number;
      readonly imbalanceShift: number;
    }[];
    readonly spread: { readonly value: number; readonly lo: number | null; readonly hi: number | null };
    readonly sd: number | null;
  }[];
}

const perYear = "Gt C/yr";
const component = textColumn({
  en: "ocean_sink, land_sink or land_use_change.",
  zh: "ocean_sink（海洋汇）、land_sink（陆地汇）或 land_use_change（土地利用变化）。",
});

/** The models behind the terms of a carbon budget, and their spread. */
export const ensembleTables: Readonly<Record<string, TableDeclaration>> = {
  byModel: recordTable(
    { en: "Every model of every term.", zh: "各项的各模型。" },
    {
      component,
      model: textColumn({ en: "The model.", zh: "模型。" }),
      role: textColumn({ en: "What kind of model it is.", zh: "模型类别。" }),
      value: numberColumn({ en: "Its mean over the period.", zh: "时段均值。" }, perYear),
      years: integerColumn({ en: "Years of the period that it covers.", zh: "覆盖的年数。" }),
      imbalanceShift: numberColumn(
        { en: "By how much B_IM changes when it replaces the term.", zh: "以该模型代替该项时不平衡项的变化。" },
        perYear,
      ),
    },
    ({ components }: Ensemble) =>
      components.flatMap(({ component, models }) => models.map((model) => ({ component, ...model }))),
  ),
  byComponent: recordTable(
    { en: "What the budget took for every term, and the spread of its models.", zh: "各项的收支取值及其模型离散。" },
    {
      component,
      budget: numberColumn({ en: "What the budget itself took.", zh: "收支本身的取值。" }, perYear),
      mean: numberColumn({ en: "Mean of the models.", zh: "各模型均值。" }, perYear),
      lo: numberColumn({ en: "The lowest model.", zh: "最低的模型。" }, perYear),
      hi: numberColumn({ en: "The highest model.", zh: "最高的模型。" }, perYear),
      sd: numberColumn({ en: "Standard deviation of the models.", zh: "各模型的标准差。" }, perYear),
    },
    ({ components }: Ensemble) =>
      components.map(({ component, budget, spread: { value, lo, hi }, sd }) => ({
        component,
        budget,
        mean: value,
        lo,
        hi,
        sd,
      })),
  ),
};
