import { z } from "zod";
import { messages } from "../../message/message.ts";
import { csrFromDense } from "../../numeric/csr.ts";
import { identity, toRows } from "../../numeric/matrix.ts";
import { matrixOf } from "../../tool/matrix.ts";
import { methodOut, notesOut, residualOut } from "../../tool/outcome.ts";
import { recordTable } from "../../tool/record-table.ts";
import { integerColumn, numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { ratio } from "../../tool/unit.ts";
import { hybridDemand, requireMatrix, type SectorPart } from "../hybrid/hybrid-parts.ts";
import { coveredProductShape, integrated } from "../hybrid/integrated.ts";
import { tiered } from "../hybrid/tiered.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { checkSystem, directScores } from "../product-system.ts";
import { productSystemIn } from "./product-system-schema.ts";

const texts = messages("lifecycle.hybridTool", {
  together: {
    en: "technosphere, C_u, C_d and A_io are solved as one system. {reason}",
    zh: "technosphere、C_u、C_d 与 A_io 作为一个系统求解。{reason}",
  },
  noScores: {
    en: "Give B_io, or multipliers in its place: without either, sectors have no scores.",
    zh: "请给出 B_io，或以 multipliers 代替：两者皆无则部门没有结果。",
  },
  both: {
    en: "B_io and multipliers are both given. Give one of them.",
    zh: "同时给出了 B_io 和 multipliers。请只给出其一。",
  },
  needed: {
    en: "The integrated method needs {field}: sectors and processes are solved as one system.",
    zh: "integrated 方法需要 {field}：部门与过程作为一个系统求解。",
  },
  ignored: {
    en: "{field} plays no part in the tiered method.",
    zh: "{field} 在 tiered 方法中不起作用。",
  },
  byPurchase: {
    en: "Contributions of sectors are those of the purchases, upstream included, because only multipliers were given.",
    zh: "因只给出乘数，部门的贡献是各项采购的贡献，包含其上游。",
  },
});

const rows = z.array(z.array(z.number()));

interface Hybrid {
  readonly scaling: readonly number[];
  readonly output: readonly number[];
  readonly contributions: readonly (readonly number[])[];
}

export const lifecycleHybrid = defineTool({
  name: "lifecycle.hybrid",
  title: { en: "Hybrid life-cycle assessment", zh: "混合生命周期评价" },
  summary: {
    en: "A process system with an input–output table for what it buys: tiered (processes buy of sectors) or integrated (sectors buy of processes, too, solved as one system), with contributions of both parts.",
    zh: "以投入产出表补全过程系统的采购：分层法（过程向部门采购）或整合法（部门也向过程采购，作为一个系统求解），并给出两部分的贡献。",
  },
  input: z.object({
    method: z.enum(["tiered", "integrated"]),
    technosphere: productSystemIn.technosphere,
    biosphere: productSystemIn.biosphere,
    characterization: rows.describe("Impact categories × elementary flows; default: each flow is a score.").optional(),
    A_io: rows.describe("Sectors × sectors: what a sector takes of others per unit of money of its output.").optional(),
    B_io: rows.describe("Elementary flows × sectors, per unit of money of output.").optional(),
    multipliers: rows
      .describe("Scores × sectors per unit of money of demand, upstream included, in place of B_io (tiered).")
      .optional(),
    C_u: rows.describe("Upstream links, sectors × processes: money that a run of a process spends on a sector."),
    C_d: rows
      .describe("Downstream links, processes × sectors: product that a sector takes per unit of money of its output.")
      .optional(),
    covered: z
      .array(coveredProductShape)
      .optional()
      .describe("Sales that C_d takes out of A_io, so that they do not count twice (integrated)"),
    demand: z.array(z.number()).describe("One number a product, or one a product and then one a sector."),
    references: z.array(z.int().nonnegative()).optional().describe("The row of each activity's reference product"),
  }),
  output: z.object({
    scores: z.array(z.number()).describe("h, one number an impact category."),
    byPart: z.object({
      processes: z.array(z.number()).describe("What the own flows of processes score."),
      sectors: z.array(z.number()).describe("What the own flows of sectors score."),
    }),
    sectorShare: z.array(ratio.nullable()).describe("Share of the sectors in each score; null for a score of zero."),
    scaling: z.array(z.number()).describe("s, one number a process."),
    purchases: z.array(z.number()).describe("Money that processes and demand spend on each sector."),
    output: z.array(z.number()).describe("x, output of each sector; empty if only multipliers were given."),
    x: z.array(z.number()).describe("scaling, then output."),
    contributions: z
      .array(z.array(z.number()))
      .describe("Impact categories × processes, then sectors: what each one's own flows score."),
    residual: residualOut,
    method: methodOut,
    notes: notesOut,
  }),
  tablesOut: {
    byContributor: recordTable(
      { en: "Contribution of each process and sector to each score.", zh: "各过程与部门对各项结果的贡献。" },
      {
        category: integerColumn({ en: "Impact category, from 1.", zh: "影响类别，从 1 起。" }),
        part: textColumn({ en: "process or sector.", zh: "process（过程）或 sector（部门）。" }),
        index: integerColumn({ en: "Its number, from 1.", zh: "编号，从 1 起。" }),
        level: numberColumn({
          en: "How often the process runs, or the sector's output.",
          zh: "过程的运行水平，或部门产出。",
        }),
        contribution: numberColumn({ en: "What its own flows score.", zh: "其自身基本流的结果。" }),
      },
      ({ scaling, output, contributions }: Hybrid) =>
        contributions.flatMap((row, m) =>
          row.map((contribution, j) => ({
            category: m + 1,
            part: j < scaling.length ? "process" : "sector",
            index: j < scaling.length ? j + 1 : j - scaling.length + 1,
            level: j < scaling.length ? scaling[j]! : (output[j - scaling.length] ?? null),
            contribution,
          })),
        ),
    ),
  },
  formula:
    "tiered: s = A⁻¹ f, y = f_io + C_u s, h = C (B s + B_io (I − A_io)⁻¹ y); integrated: [[A, −C_d], [−C_u, I − A_io]] (s; x) = f",
  assumptions: [
    "Money is in the prices of the table: its year, and producer or basic prices.",
    "C_u contains nothing that the process part contains already.",
    "What covered takes out of A_io leaves own flows and inputs of the selling sector per unit of its output as they are.",
    "The tiered method leaves out what sectors buy of processes.",
  ],
  references: [
    "Suh (2004), doi:10.1016/j.ecolecon.2003.10.013: integrated hybrid analysis.",
    "Suh, Huppes (2005), doi:10.1016/j.jclepro.2003.08.001: tiered, input–output based and integrated hybrid analysis.",
  ],
  async run(input, work) {
    const { method, C_u, C_d, A_io, B_io, multipliers, covered, references } = input;
    const biosphere = csrFromDense(matrixOf("biosphere", input.biosphere));
    const C = input.characterization
      ? matrixOf("characterization", input.characterization)
      : identity(input.biosphere.length);
    const technosphere = csrFromDense(matrixOf("technosphere", input.technosphere));
    const P = technosphere.columns;
    const n = C_u.length;
    const demand = hybridDemand(input.demand, P, n);
    const characterization = csrFromDense(C);
    checkSystem({ technosphere, biosphere, characterization, demand: demand.processes });
    const processes = { technosphere, direct: directScores({ biosphere, characterization }), references };
    const upstream = csrFromDense(matrixOf("C_u", C_u));
    if (!B_io && !multipliers) throw new LifecycleError("B_io", texts.noScores());
    if (B_io && multipliers) throw new LifecycleError("multipliers", texts.both());
    const need = <T>(field: string, given: T | undefined): T => {
      if (given === undefined) throw new LifecycleError(field, texts.needed({ field }));
      return given;
    };
    const sectors = (): SectorPart => {
      const flows = csrFromDense(matrixOf("B_io", need("B_io", B_io)));
      requireMatrix("B_io", flows, biosphere.rows, n);
      return {
        A: csrFromDense(matrixOf("A_io", need("A_io", A_io))),
        direct: directScores({ biosphere: flows, characterization }),
      };
    };
    const found =
      method === "integrated"
        ? await solvedTogether(() =>
            integrated(
              processes,
              sectors(),
              upstream,
              csrFromDense(matrixOf("C_d", need("C_d", C_d))),
              demand,
              { covered },
              work,
            ),
          )
        : await tiered(
            processes,
            multipliers ? { multipliers: csrFromDense(matrixOf("multipliers", multipliers)) } : sectors(),
            upstream,
            demand,
            work,
          );
    const unused = method === "tiered" ? Object.entries({ C_d, covered, ...(multipliers && { A_io }) }) : [];
    const [ofProcesses, ofSectors] = [toRows(found.processScores), toRows(found.sectorScores)];
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    const bySector = ofSectors.map(sum);
    return {
      scores: [...found.scores],
      byPart: { processes: ofProcesses.map(sum), sectors: bySector },
      sectorShare: bySector.map((value, m) => (found.scores[m] === 0 ? null : value / found.scores[m]!)),
      scaling: [...found.scaling],
      purchases: [...found.purchases],
      output: [...(found.output ?? [])],
      x: [...found.scaling, ...(found.output ?? [])],
      contributions: ofProcesses.map((row, m) => [...row, ...ofSectors[m]!]),
      residual: found.residual,
      method: found.method,
      notes: [
        ...unused.flatMap(([field, given]) => (given === undefined ? [] : [texts.ignored({ field })])),
        ...(found.output ? [] : [texts.byPurchase()]),
        ...found.notes,
      ],
    };
  },
});

/** A refusal of the joint system names each of its matrices: any of them may be at fault. */
async function solvedTogether<T>(solve: () => Promise<T>): Promise<T> {
  try {
    return await solve();
  } catch (error) {
    if (!(error instanceof LifecycleError) || error.field !== "technosphere") throw error;
    throw new LifecycleError("technosphere", texts.together({ reason: error.said }));
  }
}
