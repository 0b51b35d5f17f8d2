import { z } from "zod";
import { dense, rowOf } from "../../numeric/matrix.ts";
import { residualOut } from "../../tool/outcome.ts";
import { integerColumn, numberColumn, textColumn } from "../../tool/table.ts";
import { numberIn } from "../../tool/unit.ts";
import { calcA, calcS } from "../coefficients.ts";
import { structuralPaths } from "../paths.ts";
import { requireProductive, rowName } from "../productive.ts";
import { emissions } from "../results/table-units.ts";
import { labelOf } from "../table.ts";
import { stressorIndex } from "../table-index.ts";
import { demandFields, demandOf } from "./demand.ts";
import { defineTableTool } from "./table-tool.ts";

const emitted = numberIn(emissions);

export const consumptionPaths = defineTableTool({
  name: "consumption.paths",
  title: { en: "Structural paths and production layers", zh: "结构路径与生产层分析" },
  summary: {
    en: "The largest supply paths behind a purchase, from the final product to the sector that emits, with what they leave, overall and layer by layer.",
    zh: "某项购买背后最大的供应链路径（由最终产品到排放部门），并给出各生产层及总体的剩余量。",
  },
  tables: { table: "spread" },
  options: {
    ...demandFields,
    stressor: z.string().optional().describe("The first when left out."),
    count: z.number().int().min(1).max(100_000).optional().describe("How many paths; 100 when left out."),
    maxLayer: z.number().int().min(0).max(60).optional().describe("Longest chain; 12 when left out."),
  },
  output: z.object({
    paths: z.array(z.object({ path: z.array(z.string()), value: emitted, through: emitted })),
    total: emitted,
    remainder: emitted,
    layers: z.array(z.object({ total: emitted, found: emitted, remainder: emitted })),
    beyond: emitted.describe("Beyond the last layer."),
    complete: z.boolean().describe("No larger path exists, of whatever length. False where that is not known."),
    residual: residualOut,
  }),
  tablesOut: {
    chains: {
      description: { en: "The paths, largest first.", zh: "各路径，由大到小。" },
      columns: {
        chain: textColumn({
          en: "From the emitter to the final product, as region.sector.",
          zh: "由排放部门到最终产品，写作“区域.部门”。",
        }),
        emitter: textColumn({ en: "Who emits.", zh: "排放部门。" }),
        product: textColumn({ en: "The final product.", zh: "最终产品。" }),
        tier: integerColumn({ en: "Purchases between the two.", zh: "两者之间的采购次数。" }),
        value: numberColumn({ en: "Emitted along this path.", zh: "沿此路径产生的排放。" }, emissions),
        through: numberColumn(
          { en: "Emitted along it and all that branches off it.", zh: "沿此路径及其分支产生的排放。" },
          emissions,
        ),
      },
      charts: {
        paths: {
          channels: { path: "chain", value: "value" },
          measure: { en: "Emissions along one chain of suppliers", zh: "单条供应链路径上的排放" },
          facts: { total: "total", year: "year" },
        },
      },
      values: ({ paths }: { readonly paths: readonly { path: string[]; value: number; through: number }[] }) => ({
        chain: paths.map(({ path }) => path.join(" → ")),
        emitter: paths.map(({ path }) => path[0] ?? null),
        product: paths.map(({ path }) => path.at(-1) ?? null),
        tier: paths.map(({ path }) => path.length - 1),
        value: paths.map(({ value }) => value),
        through: paths.map(({ through }) => through),
      }),
    },
  },
  formula: "S (I + A + A² + …) y term by term: s_i a_ij a_jk … y_l for the chain i ← j ← k … ← l.",
  assumptions: [
    "A path is a series of average recipes; it is not a series of firms.",
    "Rounds of supply die away: a table whose A has a spectral radius of 1 or more is refused.",
  ],
  references: [
    "Defourny & Thorbecke (1984), doi:10.2307/2232220.",
    "Lenzen (2003), Struct. Change Econ. Dyn. 14: 1–34.",
  ],
  async over({ table: cached }, input, work) {
    const { table } = cached;
    const y = demandOf(table, input);
    const A = calcA(table.Z, table.x);
    const S = rowOf(calcS(table.F, table.x), stressorIndex(table, input.stressor));
    const system = await cached.system(work);
    await requireProductive(system, rowName(table), work);
    const solved = await system.solveTransposed(dense(S.length, 1, S.slice()), work);
    const options = {
      count: input.count ?? 100,
      ...(input.maxLayer === undefined ? {} : { maxLayer: input.maxLayer }),
    };
    const found = await structuralPaths(A, S, solved.x.data, y, options, work);
    return {
      ...found,
      layers: [...found.layers],
      paths: found.paths.map((path) => ({ ...path, path: path.path.map((i) => labelOf(table, i)) })),
      residual: solved.residual,
    };
  },
});
