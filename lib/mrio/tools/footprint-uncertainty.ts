import { z } from "zod";
import { toRows } from "../../numeric/matrix.ts";
import { matrix } from "../../tool/matrix.ts";
import { residualOut, unitOut } from "../../tool/outcome.ts";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import { drawsIn, figureIn, notesOut, seedIn } from "../../uncertainty/tools/variables.ts";
import { widthPercent } from "../../uncertainty/width-percent.ts";
import { footprintTables } from "../results/footprint-tables.ts";
import { regionIndex, stressorIndex } from "../table-index.ts";
import { sharings, uncertainParts } from "../uncertainty/error-source.ts";
import { outputRules } from "../uncertainty/footprint-base.ts";
import { footprintUncertainty } from "../uncertainty/footprint-uncertainty.ts";
import { sizedErrorShape } from "../uncertainty/relative-error.ts";
import { defineTableTool } from "./table-tool.ts";

const relativeError = z.union([
  z.strictObject({ halfWidthPercent: widthPercent }).describe("The same for all flows, half of the 95 % interval"),
  z
    .strictObject({
      bySize: z.array(sizedErrorShape),
      mostPercent: numberIn("%").optional(),
    })
    .describe("A power law through two sizes of flow, in the unit of the table; at most mostPercent, 200 if left out"),
]);

const source = z.strictObject({
  name: z.string(),
  part: z.enum(uncertainParts).describe("Z deliveries, Y final demand, F emissions of sectors and households"),
  shared: z
    .enum(sharings)
    .describe("Which flows have one error: none (cell), a row, a column, a region, a sector everywhere, or all"),
  error: relativeError,
  law: z.enum(["normal", "lognormal"]).default("lognormal").describe("Of the factor on a flow, whose mean is 1"),
});

export const uncertaintyFootprint = defineTableTool({
  name: "uncertainty.footprint",
  title: { en: "How sure are production and consumption accounts", zh: "生产端与消费端账户的不确定性" },
  summary: {
    en: "From errors of deliveries, final demand and emissions, by size of flow or shared by rows, regions and sectors: the distribution of each region's production and consumption account and of their difference, what makes it, and the correlation between regions. All draws by first order, some solved exactly to show what that costs.",
    zh: "由中间投入、最终需求与排放的误差（按流量大小，或由行、区域、部门共享）得到各区域生产端、消费端账户及其差额的分布、来源与区域间相关；全部抽样按一阶近似，另以若干次精确求解给出线性化误差。",
  },
  tables: { table: "spread" },
  options: {
    sources: z.array(source),
    stressor: z.string().optional().describe("The first one when left out."),
    output: z
      .enum(outputRules)
      .default("follows")
      .describe(
        "follows: output is the sum of the flows, so that the world balances in every draw; held: output as published, the coefficients carry the error.",
      ),
    draws: drawsIn(1_000_000).default(10_000),
    exact: z.int().min(0).max(10_000).default(24).describe("Draws that are solved exactly as well; 0 for none"),
    seed: seedIn,
    keep: z
      .array(z.union([z.string(), z.number().int()]))
      .default([])
      .describe("Regions whose draws of D_pba and D_cba are given too"),
  },
  output: z.object({
    accounts: z.array(
      z.object({
        region: z.string(),
        D_pba: figureIn(siblingUnit),
        D_cba: figureIn(siblingUnit),
        adjustment: figureIn("%").nullable().describe("100 (D_cba − D_pba) / D_pba, per cent"),
        shares: z
          .array(z.object({ source: z.string(), D_cba: ratio, adjustment: ratio }))
          .describe("Of the variance; sources are independent"),
        linearisation: z
          .object({
            bias: numberIn(siblingUnit),
            standardError: numberIn(siblingUnit),
            relativeRms: ratio,
            relativeLargest: ratio,
            sdRatio: ratio,
          })
          .nullable()
          .describe("Exact less first order: mean, its standard error, root mean square and largest against D_cba"),
      }),
    ),
    correlation: matrix("Of D_cba between regions, R × R.", "1"),
    balance: z
      .object({ gap: numberIn(siblingUnit), sd: numberIn(siblingUnit) })
      .describe("Σ D_cba − Σ D_pba of the world"),
    kept: z.array(
      z.object({ region: z.string(), D_pba: z.array(numberIn(siblingUnit)), D_cba: z.array(numberIn(siblingUnit)) }),
    ),
    unit: unitOut.describe("Of the accounts"),
    draws: z.int(),
    exact: z.int(),
    residual: residualOut,
    notes: notesOut,
  }),
  tablesOut: footprintTables,
  formula:
    "D = F (x̂ − Z)⁻¹ Y; with p = S (I − A)⁻¹ and u = X x̂⁻¹: ∂D_c = F_i u_ic, p_i z_ij (u_jc − κ u_ic), p_i y_id (1[c=d] − κ u_ic), κ = 1 where output follows and 0 where it is held; then Var D_c = Σ m_i² s_ij² x_j² for independent coefficients.",
  assumptions: [
    "Sources are independent of one another; within a source, flows share an error or have their own.",
    "Half-widths are halves of 95 % intervals; the factor on a flow has mean 1 by either law.",
    "Accounts are linear in the errors; the exact draws show by how much they are not, and their mean difference is taken off.",
    "Errors of a table say nothing of what another database would have counted: see uncertainty.ensemble.",
  ],
  references: [
    "Lenzen, Wood, Wiedmann (2010), Uncertainty analysis for multi-region input–output models, doi:10.1080/09535311003661226.",
    "Bullard, Sebald (1977), Effects of parametric uncertainty and technological change on input–output models, Rev. Econ. Stat. 59: 75–81.",
    "Lavenberg, Welch (1981), A perspective on the use of control variables, doi:10.1287/mnsc.27.3.322.",
  ],
  async over({ table: cached }, input, work) {
    const { table } = cached;
    const stressor = stressorIndex(table, input.stressor);
    const keep = input.keep.map((region, at) => regionIndex(table, region, `keep[${at}]`));
    const { draws, exact, seed, output } = input;
    const solved = await cached.accounts(work);
    const found = await footprintUncertainty(
      table,
      solved,
      input.sources,
      { stressor, output, draws, exact, seed },
      work,
    );
    const drawsOf = (o: number) => Array.from(found.results.data.subarray(o * draws, (o + 1) * draws));
    return {
      accounts: found.regions.map(({ shares, ...rest }) => ({ ...rest, shares: [...shares] })),
      correlation: toRows(found.correlation),
      balance: found.balance,
      kept: keep.map((r) => ({
        region: table.regions[r]!,
        D_pba: drawsOf(table.regions.length + r),
        D_cba: drawsOf(r),
      })),
      unit: table.units.stressors[stressor]!,
      draws,
      exact,
      residual: found.residual,
      notes: [...found.notes],
    };
  },
});
