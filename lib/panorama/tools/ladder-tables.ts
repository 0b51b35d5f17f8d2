import type { Sentence } from "../../message/message.ts";
import { writeMessage } from "../../message/write.ts";
import { recordTable } from "../../tool/record-table.ts";
import { booleanColumn, integerColumn, numberColumn, type TableDeclaration, textColumn } from "../../tool/table.ts";
import { LAW_RANGE } from "../account.ts";

interface Drawn {
  readonly rows: readonly {
    readonly region: string;
    readonly year: number;
    readonly step: string;
    readonly kind: string;
    readonly principle: string;
    readonly value: number;
    readonly from: number;
    readonly to: number;
    readonly lo: number | null;
    readonly hi: number | null;
    readonly bounds: string;
    readonly interval: Sentence;
    readonly source: string;
    readonly distribution?: {
      readonly histogram: { readonly edges: readonly number[]; readonly counts: readonly number[] };
    };
  }[];
  readonly adjustments: readonly {
    readonly region: string;
    readonly year: number;
    readonly from: string;
    readonly to: string;
    readonly quantiles: readonly { readonly probability: number; readonly value: number }[];
  }[];
}

const region = textColumn({ en: "Code of the region.", zh: "区域代码。" });
const year = integerColumn({ en: "Year.", zh: "年份。" });
const ofRows = { unitIn: "rows.unit" };

/** The colour of a step: levels by their principle, changes by what they are and which way they go. */
function meaningOf({ kind, principle, step, from, to }: Drawn["rows"][number]): string {
  if (kind === "level")
    return step === "territorial" ? "production" : step === "consumption" ? "consumption" : "neutral";
  if (principle === "natural") return to < from ? "sink" : "natural";
  return to < from ? "trade-out" : "trade-in";
}

/** The bounds of a step as drawn: what is deducted has those of the deduction. */
function boundsOf({ kind, value, from, to, lo, hi }: Drawn["rows"][number]): { lo: number | null; hi: number | null } {
  const isDeducted = kind === "change" && Math.sign(to - from) !== Math.sign(value);
  return isDeducted && lo !== null && hi !== null ? { lo: -hi, hi: -lo } : { lo, hi };
}

/** The steps as a chart draws them. */
const drawnSteps = {
  ...recordTable(
    { en: "The steps as a waterfall draws them.", zh: "供瀑布图绘制的各步骤。" },
    {
      region,
      year,
      step: textColumn({ en: "The step.", zh: "步骤。" }),
      kind: textColumn({ en: "level or change.", zh: "level（口径）或 change（变化）。" }),
      value: numberColumn({ en: "The level, or by how much it changes.", zh: "口径的值，或变化量。" }, ofRows),
      lo: numberColumn({ en: "Lower bound.", zh: "下界。" }, ofRows),
      hi: numberColumn({ en: "Upper bound.", zh: "上界。" }, ofRows),
      meaning: textColumn({ en: "What its colour means.", zh: "颜色的含义。" }),
      ranged: booleanColumn({
        en: "Whether the bounds are a range and no interval.",
        zh: "上下界是否为范围而非区间。",
      }),
      note: textColumn({ en: "How the bounds were made, and the source.", zh: "上下界的由来与数据来源。" }),
    },
    ({ rows }: Drawn) =>
      rows.map((row) => ({
        region: row.region,
        year: row.year,
        step: row.step,
        kind: row.kind,
        value: row.kind === "level" ? row.value : row.to - row.from,
        ...boundsOf(row),
        meaning: meaningOf(row),
        ranged: row.bounds === "range of sources" || row.bounds === LAW_RANGE,
        note: [writeMessage(row.interval), row.source].filter(Boolean).join("\n"),
      })),
  ),
  charts: {
    ladder: {
      channels: {
        label: "step",
        kind: "kind",
        value: "value",
        lo: "lo",
        hi: "hi",
        fill: "meaning",
        dashed: "ranged",
        note: "note",
      },
      measure: { en: "Emissions", zh: "排放" },
      facts: { year: "rows.year", region: "rows.region" },
      words: {
        territorial: { en: "Territorial emissions", zh: "属地排放" },
        "resident transport": { en: "Transport of residents", zh: "常住单位的运输" },
        unexplained: { en: "Unexplained", zh: "未解释部分" },
        residence: { en: "Emissions of residents", zh: "常住单位排放" },
        imports: { en: "Imports", zh: "进口" },
        exports: { en: "Exports", zh: "出口" },
        "net transfer": { en: "Imports less exports", zh: "进口减出口" },
        "net transfer CH4": { en: "CH₄ in imports less exports", zh: "CH₄ 的进口减出口" },
        "net transfer N2O": { en: "N₂O in imports less exports", zh: "N₂O 的进口减出口" },
        "net transfer F-gases": { en: "F-gases in imports less exports", zh: "含氟气体的进口减出口" },
        consumption: { en: "Consumption emissions", zh: "消费端排放" },
        "land-use change": { en: "Land-use change", zh: "土地利用变化" },
        "managed land, indirect": { en: "Other managed land", zh: "其他受管理土地" },
        "land sink": { en: "Land sink", zh: "陆地汇" },
        "ocean sink": { en: "Ocean sink", zh: "海洋汇" },
        panorama: { en: "Panoramic emissions", zh: "全景排放" },
      },
    },
  },
} satisfies TableDeclaration;

/** Results of a ladder's draws beyond its steps; without rows if no uncertainty was requested. */
export const ladderTables: Readonly<Record<string, TableDeclaration>> = {
  steps: drawnSteps,
  bins: recordTable(
    { en: "The histogram of every step that was drawn.", zh: "各步骤抽样结果的直方图。" },
    {
      region,
      year,
      step: textColumn({ en: "The step.", zh: "步骤。" }),
      from: numberColumn({ en: "Where the bin begins.", zh: "分组下界。" }, ofRows),
      to: numberColumn({ en: "Where it ends.", zh: "分组上界。" }, ofRows),
      count: numberColumn({ en: "Draws in it.", zh: "落入该组的抽样数。" }),
    },
    ({ rows }: Drawn) =>
      rows.flatMap(({ region, year, step, distribution }) => {
        const { edges = [], counts = [] } = distribution?.histogram ?? {};
        return counts.map((count, bin) => ({ region, year, step, from: edges[bin], to: edges[bin + 1], count }));
      }),
  ),
  quantiles: recordTable(
    { en: "Quantiles of every level relative to the first.", zh: "各口径相对首个口径的分位数。" },
    {
      region,
      year,
      from: textColumn({ en: "The first level.", zh: "首个口径。" }),
      to: textColumn({ en: "The level that is relative to it.", zh: "与之相比的口径。" }),
      probability: numberColumn({ en: "Of being below.", zh: "低于该值的概率。" }),
      value: numberColumn({ en: "The quantile.", zh: "分位数。" }, "%"),
    },
    ({ adjustments }: Drawn) =>
      adjustments.flatMap(({ region, year, from, to, quantiles }) =>
        quantiles.map((quantile) => ({ region, year, from, to, ...quantile })),
      ),
  ),
};
