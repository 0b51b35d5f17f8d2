import { z } from "zod";
import { dense, toRows } from "../../numeric/matrix.ts";
import { matrix } from "../../tool/matrix.ts";
import { notesOut, residualOut } from "../../tool/outcome.ts";
import { integerColumn, numberColumn, textColumn } from "../../tool/table.ts";
import { numberIn } from "../../tool/unit.ts";
import { calcA } from "../coefficients.ts";
import { productionLayers } from "../layers.ts";
import { requireProductive, rowName } from "../productive.ts";
import type { TableLabels } from "../results/table-rows.ts";
import { emissions } from "../results/table-units.ts";
import { notesOnSeries } from "../series-notes.ts";
import { demandFields, demandOf } from "./demand.ts";
import { defineTableTool } from "./table-tool.ts";

export const consumptionLayers = defineTableTool({
  name: "consumption.layers",
  title: { en: "Production layers", zh: "生产层分解" },
  summary: {
    en: "The emissions of a purchase tier by tier of supply: the makers, their suppliers, the suppliers of these, and what is beyond the last tier.",
    zh: "某项购买的排放按供应层级逐级列出：制造者、其供应商、供应商的供应商，以及最后一层之后的剩余量。",
  },
  tables: { table: "spread" },
  options: {
    ...demandFields,
    depth: z.number().int().min(0).max(200).optional().describe("The last layer; 8 when left out."),
  },
  output: z.object({
    layers: matrix("One row per layer 0 … depth, one column per stressor.", emissions),
    total: z.array(numberIn(emissions)).describe("All layers together, K."),
    remainder: z.array(numberIn(emissions)).describe("Beyond the last layer, K."),
    residual: residualOut,
    notes: notesOut.describe("Where it is not known that the layers die away, why."),
  }),
  tablesOut: {
    byLayer: {
      description: { en: "Emissions tier by tier of supply.", zh: "逐级供应层的排放。" },
      columns: {
        layer: integerColumn({ en: "0 is the maker.", zh: "0 为制造者。" }),
        stressor: textColumn({
          en: "The stressor, where the table has several.",
          zh: "压力因子；表中有多个时才有此列。",
        }),
        value: numberColumn({ en: "Emitted in the layer.", zh: "该层产生的排放。" }, emissions),
      },
      values: ({ layers }: { readonly layers: number[][] }, { stressors }: TableLabels) => ({
        layer: layers.flatMap((values, layer) => values.map(() => layer)),
        stressor: stressors.length > 1 ? { labels: stressors, each: 1 } : undefined,
        value: layers,
      }),
    },
  },
  formula: "Layer t: S Aᵗ Y; remainder M Y − Σ_t S Aᵗ Y.",
  assumptions: [
    "A layer is a round of purchases, not a span of time.",
    "Rounds of supply die away: a table whose A has a spectral radius of 1 or more is refused.",
  ],
  references: ["Lenzen & Crawford (2009), doi:10.1021/es902090z.", "Waugh (1950), Econometrica 18: 142–154."],
  async over({ table: cached }, input, work) {
    const { table } = cached;
    const system = await cached.system(work);
    await requireProductive(system, rowName(table), work);
    const notes = await notesOnSeries(system, table, work);
    const { S, M, residual } = await cached.accounts(work);
    const y = demandOf(table, input);
    const found = await productionLayers(calcA(table.Z, table.x), S, M, dense(y.length, 1, y), input.depth ?? 8, work);
    return {
      layers: found.layers.map((layer) => Array.from(layer.data)),
      total: toRows(found.total).flat(),
      remainder: toRows(found.remainder).flat(),
      residual,
      notes: notes.map(({ sentence }) => sentence),
    };
  },
});
