import { z } from "zod";
import { messages } from "../../message/message.ts";
import { dense, toRows } from "../../numeric/matrix.ts";
import { matrix, vector } from "../../tool/matrix.ts";
import { recordTable } from "../../tool/record-table.ts";
import { numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio } from "../../tool/unit.ts";
import { lmdi } from "../lmdi.ts";
import { regionAxes, regionColumns, type TableLabels } from "../results/table-rows.ts";
import { emissions } from "../results/table-units.ts";
import { structuralDecomposition } from "../structural-decomposition.ts";
import { TableError } from "../table.ts";
import { defineTableTool } from "./table-tool.ts";

const texts = messages("mrio", {
  lengthByRegion: {
    en: "{field} has {count} entries, but there are {regions} regions.",
    zh: "{field} 有 {count} 个数，而区域有 {regions} 个。",
  },
  factorRows: {
    en: "{field} has {count} rows, but there are {factors} factors.",
    zh: "{field} 有 {count} 行，而因素有 {factors} 个。",
  },
  unevenValues: {
    en: "{field}[{at}] has {count} values, but before[0] has {expected}.",
    zh: "{field}[{at}] 有 {count} 个值，而 before[0] 有 {expected} 个。",
  },
  negativeValue: {
    en: "{field}[{at}] ({factor}) contains a negative value; LMDI needs values ≥ 0.",
    zh: "{field}[{at}]（{factor}）含有负值；LMDI 要求不小于 0。",
  },
});
/** Throws unless both tables have the same stressors in the same units. */
const emitted = { unitIn: "before.units.stressors" };

export const consumptionStructuralDecomposition = defineTableTool({
  name: "consumption.structuralDecomposition",
  title: { en: "Structural decomposition between two tables", zh: "两期投入产出表的结构分解" },
  summary: {
    en: "Why consumption-based emissions changed: intensity, technology, mix of final demand, and its level (or people and demand per head). The effects add up to the change.",
    zh: "消费端排放变化的原因：排放强度、技术结构、最终需求结构与规模（或人口与人均需求）；各效应之和恰为总变化。",
  },
  tables: { before: "required", after: "required" },
  options: {
    form: z.enum(["all orders", "polar mean"]).optional(),
    populationBefore: vector("R.", "person").optional(),
    populationAfter: vector("R.", "person").optional(),
  },
  output: z.object({
    factors: z.array(z.string()),
    effects: z.array(matrix("K × R.", emitted)),
    change: matrix("K × R.", emitted),
    largestResidual: numberIn(emitted),
    range: z.array(z.object({ low: matrix("K × R.", emitted), high: matrix("K × R.", emitted) })),
    solverResidual: ratio,
  }),
  tablesOut: {
    byRegion: {
      description: { en: "The change as a whole, region by region.", zh: "各区域的总变化。" },
      columns: {
        ...regionColumns,
        change: numberColumn({ en: "Change of consumption emissions.", zh: "消费端排放的变化。" }, emissions),
      },
      values: ({ change }: Decomposed, about: Compared) => ({ ...regionAxes(labelsIn(about)), change }),
    },
    byFactor: {
      description: { en: "What each factor changed, region by region.", zh: "各因素对各区域排放变化的贡献。" },
      columns: {
        factor: textColumn({ en: "The factor.", zh: "因素。" }),
        ...regionColumns,
        effect: numberColumn({ en: "Mean over the orders of change.", zh: "各变化次序的平均效应。" }, emissions),
        low: numberColumn({ en: "The least over the orders.", zh: "各次序中的最小值。" }, emissions),
        high: numberColumn({ en: "The most over the orders.", zh: "各次序中的最大值。" }, emissions),
      },
      charts: {
        ladder: {
          channels: { label: "factor", value: "effect", lo: "low", hi: "high" },
          measure: { en: "Contribution to the change of emissions", zh: "对排放变化的贡献" },
          words: {
            intensity: { en: "Emission intensity", zh: "排放强度" },
            technology: { en: "Input structure", zh: "投入结构" },
            mix: { en: "Composition of demand", zh: "需求构成" },
            level: { en: "Level of demand", zh: "需求规模" },
            "demand per head": { en: "Demand per capita", zh: "人均需求" },
            population: { en: "Population", zh: "人口" },
          },
        },
      },
      values: ({ factors, effects, range }: Decomposed, about: Compared) => {
        const labels = labelsIn(about);
        const each = labels.stressors.length * labels.regions.length;
        return {
          factor: { labels: factors, each },
          ...regionAxes(labels),
          effect: effects,
          low: range.map(({ low }) => low),
          high: range.map(({ high }) => high),
        };
      },
    },
  },
  formula:
    "D_kc = Σ_j (S L)_kj mix_jc level_c; each factor’s effect is the mean over all orders, or over the two polar orders, of D after less D before the factor moves.",
  assumptions: [
    "Both tables are in the same prices and classification. In current prices, as the tables that ship are, changes of prices and exchange rates pass for changes of every factor (of level and intensity above all); no tables in constant prices ship.",
    "Factors change independently; how much the order of change matters is shown as a range.",
    "Direct emissions of households are left out.",
  ],
  references: ["Dietzenbacher & Los (1998), doi:10.1080/09535319800000023.", "Sun (1998), Energy Econ. 20: 85–100."],
  async over(tables, input, work) {
    const [before, after] = [tables.before.table, tables.after.table];
    const K = before.F.rows;
    const R = before.regions.length;
    const { populationBefore, populationAfter } = input;
    for (const [field, people] of Object.entries({ populationBefore, populationAfter })) {
      if (people && people.length !== R)
        throw new TableError(field, texts.lengthByRegion({ field, count: people.length, regions: R }));
    }
    const result = await structuralDecomposition(
      before,
      after,
      {
        ...(input.form ? { form: input.form } : {}),
        ...(populationBefore && populationAfter ? { population: [populationBefore, populationAfter] as const } : {}),
      },
      work,
    );
    const rows = (values: Float64Array) => toRows(dense(K, R, values));
    return {
      factors: [...result.factors],
      effects: result.effects.map(rows),
      change: rows(result.change),
      largestResidual: result.residual.reduce((most, value) => Math.max(most, Math.abs(value)), 0),
      range: result.range.map(({ low, high }) => ({ low: rows(low), high: rows(high) })),
      solverResidual: result.solverResidual,
    };
  },
});

export const consumptionLmdi = defineTool({
  name: "consumption.lmdi",
  title: { en: "Index decomposition (LMDI-I)", zh: "指数分解（LMDI-I）" },
  summary: {
    en: "Shares out the change of a sum of products, e.g. activity × structure × intensity, among its factors, additively and multiplicatively, without residual.",
    zh: "把连乘积之和（如 活动 × 结构 × 强度）的变化无残差地分解到各因素，给出加法与乘法两种形式。",
  },
  input: z.object({
    factors: z.array(z.string()).min(1),
    before: z
      .array(z.array(z.number()))
      .describe("One row per factor, one column per category. A factor common to all repeats its number."),
    after: z.array(z.array(z.number())).describe("The same for the later year."),
  }),
  output: z.object({
    factors: z.array(z.string()),
    additive: z.array(z.number()).describe("Effects in the unit of the aggregate; they add up to change."),
    change: z.number(),
    multiplicative: z.array(ratio).describe("Effects whose product is ratio.").nullable(),
    ratio: ratio.nullable().describe("After over before; null, as multiplicative is, when either adds up to zero."),
    residual: z.number().meta({ provenance: "residual" }),
  }),
  tablesOut: {
    byFactor: recordTable(
      { en: "What each factor changed.", zh: "各因素的贡献。" },
      {
        factor: textColumn({ en: "The factor.", zh: "因素。" }),
        additive: numberColumn({
          en: "Its part in the change, in the unit of the aggregate.",
          zh: "对总变化的贡献，单位与总量相同。",
        }),
        multiplicative: numberColumn({
          en: "By how much it multiplies the aggregate; missing where there is no ratio.",
          zh: "使总量变为多少倍；无比值时空缺。",
        }),
      },
      ({ factors, additive, multiplicative }: IndexDecomposition) =>
        factors.map((factor, f) => ({ factor, additive: additive[f], multiplicative: multiplicative?.[f] })),
    ),
  },
  formula:
    "ΔV_f = Σ_i L(V_i¹, V_i⁰) ln(x_f,i¹ / x_f,i⁰), L(a, b) = (a − b) / (ln a − ln b); D_f = exp(ΔV_f / L(V¹, V⁰)).",
  assumptions: ["Factors are 0 or more; a zero is replaced by 10⁻¹⁰⁰ (Ang & Liu 2007)."],
  references: ["Ang (2005), doi:10.1016/j.enpol.2003.10.010.", "Ang & Liu (2007), doi:10.1016/j.enpol.2005.11.001."],
  run({ factors, before, after }) {
    for (const [field, rows] of Object.entries({ before, after })) {
      if (rows.length !== factors.length)
        throw new TableError(field, texts.factorRows({ field, count: rows.length, factors: factors.length }));
      const ragged = rows.findIndex((row) => row.length !== before[0]!.length);
      if (ragged >= 0)
        throw new TableError(
          field,
          texts.unevenValues({ field, at: ragged, count: rows[ragged]!.length, expected: before[0]!.length }),
        );
      const wrong = rows.findIndex((row) => row.some((value) => value < 0));
      if (wrong >= 0) throw new TableError(field, texts.negativeValue({ field, at: wrong, factor: factors[wrong] }));
    }
    const result = lmdi(factors, before, after);
    const defined = result.ratio > 0 && Number.isFinite(result.ratio);
    return {
      factors,
      additive: Array.from(result.additive),
      change: result.change,
      multiplicative: defined ? Array.from(result.multiplicative) : null,
      ratio: defined ? result.ratio : null,
      residual: result.residual,
    };
  },
});

interface Decomposed {
  readonly factors: string[];
  readonly change: number[][];
  readonly effects: number[][][];
  readonly range: readonly { readonly low: number[][]; readonly high: number[][] }[];
}

interface IndexDecomposition {
  readonly factors: readonly string[];
  readonly additive: readonly number[];
  readonly multiplicative: readonly number[] | null;
}

/** The labels of two tables of one layout, or the tables themselves. */
type Compared = TableLabels | { readonly before: TableLabels };

function labelsIn(about: Compared): TableLabels {
  return "regions" in about ? about : about.before;
}
