import { z } from "zod";
import { messages } from "../../message/message.ts";
import { matrixOf } from "../../tool/matrix.ts";
import { residualOut } from "../../tool/outcome.ts";
import { recordTable } from "../../tool/record-table.ts";
import { booleanColumn, numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { ratio } from "../../tool/unit.ts";
import { pathExchange, pathReplacementShape } from "../hybrid/path-exchange.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { forRow } from "../product-system.ts";

const texts = messages("lifecycle.pathTool", {
  one: {
    en: "Give intensities or multipliers, and not both.",
    zh: "请给出 intensities 或 multipliers 之一，不要同时给出。",
  },
  length: {
    en: "multipliers has {count} entries, but A_io has {size} sectors.",
    zh: "multipliers 有 {count} 项，而 A_io 有 {size} 个部门。",
  },
});

interface Exchanged {
  readonly paths: readonly {
    readonly path: readonly number[];
    readonly flow: number;
    readonly replaced: number;
    readonly value: number;
    readonly upstream: boolean;
    readonly share: number | null;
  }[];
}

export const lifecyclePathExchange = defineTool({
  name: "lifecycle.pathExchange",
  title: { en: "Path exchange", zh: "路径替换法" },
  summary: {
    en: "The score of a demand by an input–output table in which named supply chains are replaced by process data, each alone or with everything upstream of it.",
    zh: "以投入产出表计算需求的结果，其中指定的供应链由过程数据替换，可只替换其自身，也可连同全部上游。",
  },
  input: z.object({
    A_io: z
      .array(z.array(z.number()))
      .describe("Sectors × sectors: what a sector takes per unit of money of its output."),
    intensities: z
      .array(z.number())
      .optional()
      .describe("What a sector's own flows score per unit of money of its output."),
    multipliers: z
      .array(z.number())
      .optional()
      .describe("The same with everything upstream, per unit of money of demand: intensities follow from them."),
    demand: z.array(z.number()).describe("Money of demand, one number a sector."),
    replacements: z.array(pathReplacementShape),
  }),
  output: z.object({
    total: z.number().describe("io − replaced + added"),
    io: z.number().describe("By the table alone"),
    replaced: z.number().describe("What the table gives for what is replaced"),
    added: z.number().describe("Sum of the process values"),
    remaining: z.number().describe("What stays of the table"),
    processShare: ratio.nullable().describe("Process values in the total; null for a total of zero"),
    paths: z.array(
      z.object({
        path: z.array(z.int()),
        flow: z.number().describe("Money that flows along the path"),
        replaced: z.number(),
        value: z.number(),
        upstream: z.boolean(),
        share: ratio.nullable().describe("Of what is replaced in the score by the table"),
      }),
    ),
    residual: residualOut,
  }),
  tablesOut: {
    exchanged: recordTable(
      {
        en: "Replaced paths: the table's value and that of process data.",
        zh: "被替换的路径：投入产出表的值与过程数据的值。",
      },
      {
        path: textColumn({ en: "Sectors from the demanded one, from 0.", zh: "自最终需求起的部门，编号从 0 起。" }),
        flow: numberColumn({ en: "Money that flows along the path.", zh: "沿路径流动的金额。" }),
        replaced: numberColumn({ en: "By the table.", zh: "按投入产出表。" }),
        value: numberColumn({ en: "By process data.", zh: "按过程数据。" }),
        upstream: booleanColumn({ en: "Whether everything upstream is replaced.", zh: "是否连同全部上游替换。" }),
        share: numberColumn({ en: "Share in the score by the table.", zh: "占投入产出表结果的比例。" }),
      },
      ({ paths }: Exchanged) => paths.map((each) => ({ ...each, path: each.path.join(" ← ") })),
    ),
  },
  formula: "h = D (I − A)⁻¹ y − Σ replaced + Σ values; own: D_k a_kj … a_ji y_i, with upstream: M_k a_kj … a_ji y_i",
  assumptions: [
    "What is replaced is mutually exclusive: nothing upstream of a path that is replaced with its upstream is replaced by itself.",
    "The process value is for the same chain, and for the whole demand.",
  ],
  references: [
    "Treloar (1997): input–output based hybrid analysis by paths.",
    "Lenzen, Crawford (2009), doi:10.1021/es902090z: the path exchange method.",
  ],
  async run({ A_io, intensities, multipliers, demand, replacements }, work) {
    if ((intensities === undefined) === (multipliers === undefined))
      throw new LifecycleError("intensities", texts.one());
    const A = matrixOf("A_io", A_io);
    const direct = Float64Array.from(intensities ?? multipliers!);
    if (multipliers) {
      if (multipliers.length !== A.rows)
        throw new LifecycleError("multipliers", texts.length({ count: multipliers.length, size: A.rows }));
      // D = M (I − A).
      for (let i = 0; i < A.rows; i++)
        forRow(A, i, (j, value) => {
          direct[j]! -= multipliers[i]! * value;
        });
    }
    const found = await pathExchange(A, direct, Float64Array.from(demand), replacements, work);
    return {
      ...found,
      processShare: found.total === 0 ? null : found.added / found.total,
      paths: found.paths.map((each) => ({
        ...each,
        path: [...each.path],
        share: found.io === 0 ? null : each.replaced / found.io,
      })),
    };
  },
});
