import { z } from "zod";
import { toRows } from "../../numeric/matrix.ts";
import { matrices, matrix, vector } from "../../tool/matrix.ts";
import { residualOut } from "../../tool/outcome.ts";
import { integerColumn, numberColumn } from "../../tool/table.ts";
import { numberIn } from "../../tool/unit.ts";
import { ofField, sectorTable } from "../results/field-table.ts";
import {
  productAxes,
  productColumns,
  regionAxes,
  regionColumns,
  sectorAxes,
  sectorColumns,
  type TableLabels,
} from "../results/table-rows.ts";
import { emissions } from "../results/table-units.ts";
import { rowIndex, rowReference, stressorIndex } from "../table-index.ts";
import { traceDownstream, traceUpstream } from "../trace.ts";
import { demandFields, demandOf } from "./demand.ts";
import { defineTableTool } from "./table-tool.ts";

export const consumptionTraceUpstream = defineTableTool({
  name: "consumption.traceUpstream",
  title: { en: "Trace a purchase up its chain", zh: "碳溯源：由产品追溯排放来源" },
  summary: {
    en: "Which sector in which region emits for one purchase, tier of supply by tier of supply.",
    zh: "一项购买在哪些地区、哪些部门产生排放，逐级给出。",
  },
  tables: { table: "spread" },
  options: { ...demandFields, tiers: z.number().int().min(0).max(50).optional() },
  output: z.object({
    origins: matrix("Emissions by emitting row, K × RN.", emissions),
    tiers: matrices("Per tier, K × RN; tier 0 is the maker.", emissions),
    beyond: matrix("Beyond the last tier, K × RN.", emissions),
    residual: residualOut,
  }),
  tablesOut: {
    bySector: sectorTable(
      { en: "Who emits for the purchase, sector by sector.", zh: "该项购买在各部门产生的排放。" },
      {
        value: ofField("origins", { en: "Emitted by the sector.", zh: "部门产生的排放。" }),
        beyond: ofField("beyond", { en: "Of that, beyond the last tier.", zh: "其中最后一级之后的部分。" }),
      },
    ),
    byTier: {
      description: { en: "The same, tier of supply by tier of supply.", zh: "同上，逐级供应。" },
      columns: {
        tier: integerColumn({ en: "0 is the maker.", zh: "0 为制造者。" }),
        ...sectorColumns,
        value: numberColumn({ en: "Emitted by the sector in the tier.", zh: "部门在该级产生的排放。" }, emissions),
      },
      values: ({ tiers }: { readonly tiers: number[][][] }, labels: TableLabels) => ({
        tier: tiers.flatMap((rows, tier) => rows.flatMap((row) => row.map(() => tier))),
        ...sectorAxes(labels),
        value: tiers,
      }),
    },
  },
  formula: "origins_ki = S_ki (L y)_i, tiers_t,ki = S_ki (Aᵗ y)_i, beyond = origins − Σ_t tiers_t.",
  assumptions: ["Every product of a sector has the sector's average chain."],
  references: ["Miller & Blair (2009), chapter 2."],
  async over({ table: { table } }, input, work) {
    const trace = await traceUpstream(table, demandOf(table, input), input.tiers ?? 4, work);
    return {
      origins: toRows(trace.origins),
      tiers: trace.tiers.map(toRows),
      beyond: toRows(trace.beyond),
      residual: trace.residual,
    };
  },
});

export const consumptionTraceDownstream = defineTableTool({
  name: "consumption.traceDownstream",
  title: { en: "Trace an emission down to its consumers", zh: "碳溯源：由排放追踪最终消费者" },
  summary: {
    en: "Into which final products, and to whom, the emissions of one sector go.",
    zh: "某一部门的排放最终进入哪些产品、由谁消费。",
  },
  tables: { table: "spread" },
  options: { emitter: rowReference, stressor: z.string().optional() },
  output: z.object({
    products: matrix("By final product and consumer, RN × R.", emissions),
    consumers: vector("By consumer, R.", emissions),
    total: numberIn(emissions),
    gap: numberIn(emissions).describe("What reaches no consumer (inputs of sectors without output), and rounding."),
    residual: residualOut,
  }),
  tablesOut: {
    byConsumer: {
      description: { en: "To whom the emissions go.", zh: "排放最终归于哪些消费地。" },
      columns: {
        ...regionColumns,
        value: numberColumn({ en: "For the region's final use.", zh: "为该区域最终使用。" }, emissions),
      },
      values: ({ consumers }: { readonly consumers: number[] }, labels: TableLabels) => ({
        ...regionAxes({ ...labels, stressors: [""] }),
        value: consumers,
      }),
    },
    byProduct: {
      description: { en: "In which final products, and to whom.", zh: "进入哪些最终产品、由谁消费。" },
      columns: {
        ...productColumns,
        value: numberColumn(
          { en: "In this product for this consumer.", zh: "此产品中归于此消费地的排放。" },
          emissions,
        ),
      },
      values: ({ products }: { readonly products: number[][] }, labels: TableLabels) => ({
        ...productAxes(labels, "one"),
        value: products,
      }),
    },
  },
  formula: "products_jc = S_ki l_ij y_jc for one emitter i, over products j and consumers c; gap = F_ki − Σ products.",
  assumptions: ["Emissions go with output in proportion to sales."],
  references: ["Miller & Blair (2009), chapter 2."],
  async over({ table: cached }, input, work) {
    const { table } = cached;
    const row = rowIndex(table, input.emitter, "emitter");
    const trace = await traceDownstream(
      table,
      row,
      stressorIndex(table, input.stressor),
      work,
      await cached.system(work),
    );
    return { ...trace, products: toRows(trace.products), consumers: Array.from(trace.consumers) };
  },
});
