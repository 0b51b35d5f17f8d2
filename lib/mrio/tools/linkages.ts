import { z } from "zod";
import { toRows } from "../../numeric/matrix.ts";
import { matrix, vector } from "../../tool/matrix.ts";
import { residualOut } from "../../tool/outcome.ts";
import { numberColumn, textColumn } from "../../tool/table.ts";
import { extractSectors } from "../extraction.ts";
import { calcLinkages } from "../linkages.ts";
import { ofField, sectorTable } from "../results/field-table.ts";
import { sectorAxes, sectorColumns, type TableLabels } from "../results/table-rows.ts";
import { emissions, money } from "../results/table-units.ts";
import { rowIndex, rowReference } from "../table-index.ts";
import { defineTableTool } from "./table-tool.ts";

export const consumptionExtraction = defineTableTool({
  name: "consumption.extraction",
  title: { en: "Hypothetical extraction", zh: "假设抽取法" },
  summary: {
    en: "What output and emissions would be missing, and where, if some sectors were not there, bought nothing, or sold nothing.",
    zh: "假如某些部门不存在、停止采购或停止销售，各处会减少多少产出与排放。",
  },
  tables: { table: "spread" },
  options: {
    rows: z.array(rowReference).min(1).describe("The sectors to be taken out."),
    form: z.enum(["whole", "purchases", "sales"]).optional(),
  },
  output: z.object({
    x: vector("Output without them, RN.", money),
    loss: vector("What is missing, RN.", money),
    emissions: matrix("Emissions that go with the loss, K × RN.", emissions),
    residual: residualOut,
  }),
  tablesOut: {
    bySector: sectorTable(
      { en: "What would be missing, sector by sector.", zh: "各部门减少的产出与排放。" },
      {
        emissions: ofField("emissions", { en: "Emissions that go with the missing output.", zh: "随产出减少的排放。" }),
      },
    ),
    output: {
      description: { en: "Output without them, and what is missing.", zh: "抽取后的产出与减少量。" },
      columns: {
        ...sectorColumns,
        x: numberColumn({ en: "Output without them.", zh: "抽取后的产出。" }, money),
        loss: numberColumn({ en: "What is missing.", zh: "减少的产出。" }, money),
      },
      values: ({ x, loss }: { readonly x: number[]; readonly loss: number[] }, labels: TableLabels) => ({
        ...sectorAxes({ ...labels, stressors: [""] }),
        x,
        loss,
      }),
    },
  },
  formula: "x − (I − A*)⁻¹ y*, and F less S (I − A*)⁻¹ y*: A* is A without the extracted rows, columns or both.",
  assumptions: [
    "Nothing takes the place of what is extracted: it measures a sector's hold on others, it does not predict.",
  ],
  references: ["Dietzenbacher & Lahr (2013), doi:10.1080/09535314.2013.774266."],
  async over({ table: { table } }, input, work) {
    const rows = input.rows.map((row, p) => rowIndex(table, row, `rows[${p}]`));
    const result = await extractSectors(table, rows, input.form ?? "whole", work);
    return {
      x: Array.from(result.x),
      loss: Array.from(result.loss),
      emissions: toRows(result.emissions),
      residual: result.residual,
    };
  },
});

export const consumptionLinkages = defineTableTool({
  name: "consumption.linkages",
  title: { en: "Linkages and key sectors", zh: "产业关联与关键部门" },
  summary: {
    en: "How strongly each sector pulls its suppliers (backward, from L) and pushes its buyers (forward, from G), and which are key.",
    zh: "各部门对上游的拉动（后向关联，L）与对下游的推动（前向关联，G），并识别关键部门。",
  },
  tables: { table: "spread" },
  options: {},
  output: z.object({
    backward: vector("Column sums of L.", "1"),
    forward: vector("Row sums of G.", "1"),
    backwardIndex: vector("Divided by the mean.", "1"),
    forwardIndex: vector("Divided by the mean.", "1"),
    kinds: z.array(z.enum(["key", "backward", "forward", "weak"])),
    residual: residualOut,
  }),
  tablesOut: {
    bySector: {
      description: { en: "Linkages, sector by sector of every region.", zh: "各区域各部门的产业关联。" },
      columns: {
        ...sectorColumns,
        backward: numberColumn({ en: "Column sum of L.", zh: "L 的列和。" }),
        forward: numberColumn({ en: "Row sum of G.", zh: "G 的行和。" }),
        backwardIndex: numberColumn({ en: "Backward linkage over its mean.", zh: "后向关联与其均值之比。" }),
        forwardIndex: numberColumn({ en: "Forward linkage over its mean.", zh: "前向关联与其均值之比。" }),
        kind: textColumn({
          en: "key, backward, forward or weak.",
          zh: "key（关键）、backward（后向）、forward（前向）或 weak（弱）。",
        }),
      },
      values: ({ kinds, ...linkages }: LinkageFields, labels: TableLabels) => ({
        ...sectorAxes({ ...labels, stressors: [""] }),
        ...linkages,
        kind: kinds,
      }),
    },
  },
  formula: "b = 1ᵀ L backward, f = G 1 forward with G = (I − x̂⁻¹ Z)⁻¹; indices b_j / mean b and f_i / mean f.",
  assumptions: ["Sectors count alike, whatever their size."],
  references: ["Miller & Blair (2009), Input–Output Analysis, 2nd ed., chapter 12."],
  async over({ table: { table } }, _input, work) {
    const result = await calcLinkages(table, work);
    return {
      backward: Array.from(result.backward),
      forward: Array.from(result.forward),
      backwardIndex: Array.from(result.backwardIndex),
      forwardIndex: Array.from(result.forwardIndex),
      kinds: [...result.kinds],
      residual: result.residual,
    };
  },
});

type LinkageFields = Readonly<Record<"backward" | "forward" | "backwardIndex" | "forwardIndex", number[]>> & {
  readonly kinds: string[];
};
