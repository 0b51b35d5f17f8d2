import { z } from "zod";
import { toRows } from "../../numeric/matrix.ts";
import { matrices, matrix } from "../../tool/matrix.ts";
import { residualOut } from "../../tool/outcome.ts";
import { ratio } from "../../tool/unit.ts";
import { incomeBased, sumSectors } from "../ghosh.ts";
import { calcBilateralBalance, calcNetTransfer, calcShared, calcTechnologyAdjusted } from "../responsibility.ts";
import { ofField, pairTable, regionTable } from "../results/field-table.ts";
import { emissions } from "../results/table-units.ts";
import { sharedAlongChain } from "../shared-chain.ts";
import { defineTableTool } from "./table-tool.ts";

export const consumptionResponsibility = defineTableTool({
  name: "consumption.responsibility",
  title: { en: "Responsibility and balances", zh: "排放责任与转移平衡" },
  summary: {
    en: "The same emissions by producer, by consumer, shared, by income and with technology-adjusted exports; net transfers and bilateral balances.",
    zh: "同一排放按生产者、消费者、共担、收入端和技术调整口径归属；并给出净转移与双边差额。",
  },
  tables: { table: "spread" },
  options: {
    producerShare: ratio
      .min(0)
      .max(1)
      .optional()
      .describe("The producer's part of shared responsibility, 0 to 1. 0.5 when left out."),
  },
  output: z.object({
    production: matrix("K × R, households included.", emissions),
    consumption: matrix("K × R, households included.", emissions),
    shared: matrix("K × R, households included.", emissions),
    sharedProducers: matrix(
      "What producers keep when every sector keeps in the measure of its value added, K × R.",
      emissions,
    ),
    sharedConsumers: matrix("What consumers get in the same sharing, K × R, households included.", emissions),
    income: matrix(
      "K × R, households left out: the model ties their emissions to no value added, though whoever sold the fuel earned by it.",
      emissions,
    ),
    technologyAdjusted: matrix("K × R, households included.", emissions),
    netTransfer: matrix("Consumption less production, K × R.", emissions),
    bilateralBalance: matrices("Per stressor, R × R: what the row emits for the column less the reverse.", emissions),
    residual: residualOut,
  }),
  tablesOut: {
    byRegion: regionTable(
      { en: "The same emissions by every principle, region by region.", zh: "同一排放按各种口径归属于各区域。" },
      {
        production: ofField("production", { en: "By producer.", zh: "按生产者。" }),
        consumption: ofField("consumption", { en: "By consumer.", zh: "按消费者。" }),
        shared: ofField("shared", { en: "Shared between producer and consumer.", zh: "生产者与消费者共担。" }),
        sharedProducers: ofField("sharedProducers", {
          en: "Kept by producers in the measure of their value added.",
          zh: "按增加值由生产者保留的部分。",
        }),
        sharedConsumers: ofField("sharedConsumers", {
          en: "Left to consumers in the same sharing.",
          zh: "同一共担方式下归于消费者的部分。",
        }),
        income: ofField("income", { en: "By income.", zh: "按收入端。" }),
        technologyAdjusted: ofField("technologyAdjusted", {
          en: "With exports at the world's average technology.",
          zh: "出口按世界平均技术调整。",
        }),
        netTransfer: ofField("netTransfer", { en: "Consumption less production.", zh: "消费端减生产端。" }),
      },
    ),
    bilateral: pairTable(
      { en: "The balance of every pair of regions.", zh: "每对区域之间的差额。" },
      ["region", "partner"],
      {
        balance: ofField("bilateralBalance", {
          en: "What the region emits for the partner less the reverse.",
          zh: "区域为伙伴产生的排放减去相反方向的排放。",
        }),
      },
    ),
  },
  formula:
    "D = α D_pba + (1 − α) D_cba; net transfer D_cba − D_pba; along the chain 1 − α_i = v_i / (x_i − z_ii); technology adjusted D_pba + D_imp − Σ_s s̄_s q_rs.",
  assumptions: [
    "The share of the producer is a convention, not a measurement.",
    "Production is that of residents where the satellite account follows residents, as the one that ships does; it is not a territorial total.",
    "Technology adjustment averages direct intensities of a sector over the world's exported output.",
  ],
  references: [
    "Lenzen, Murray, Sack & Wiedmann (2007), doi:10.1016/j.ecolecon.2006.05.018.",
    "Peters (2008), doi:10.1016/j.ecolecon.2007.10.014.",
    "Kander et al. (2015), doi:10.1038/nclimate2555.",
    "Marques et al. (2012), doi:10.1016/j.ecolecon.2012.09.010.",
  ],
  async over({ table: cached }, input, work) {
    const { table } = cached;
    const result = await cached.accounts(work);
    const N = table.sectors.length;
    const chain = await sharedAlongChain(table, work);
    return {
      production: toRows(result.D_pba),
      consumption: toRows(result.D_cba),
      shared: toRows(calcShared(result.D_pba, result.D_cba, input.producerShare ?? 0.5)),
      sharedProducers: toRows(chain.producers),
      sharedConsumers: toRows(chain.consumers),
      income: toRows(sumSectors(await incomeBased(table, work), N)),
      technologyAdjusted: toRows(calcTechnologyAdjusted(result, N)),
      netTransfer: toRows(calcNetTransfer(result)),
      bilateralBalance: result.flows.map((flow) => toRows(calcBilateralBalance(flow))),
      residual: Math.max(result.residual, chain.residual),
    };
  },
});
