import { z } from "zod";
import { residualOut, sentenceOut } from "../../tool/outcome.ts";
import { recordTable } from "../../tool/record-table.ts";
import { numberColumn, textColumn } from "../../tool/table.ts";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import { assessProduct } from "../assess/assess.ts";
import {
  alternativesOf,
  askShape,
  assessedLineShape,
  assessmentStateShape,
  gateShape,
  phaseNames,
} from "../assess/assessment.ts";
import { assessmentInput, billLineShape, electricityShape } from "../assess/given-product.ts";
import { transportShape } from "../assess/transport-lines.ts";
import { indicatorScoreShape } from "../impact/assessed-inventory.ts";
import { defineInventoryTool } from "./inventory-tool.ts";

const co2e = "kg CO2e" as const;
/** The unit of its numbers: the metric is that of the indicator. */
const inMetric = "kg CO2e AR6.GWP100";

interface Lines {
  readonly lines: readonly {
    readonly name: string;
    readonly alternatives: readonly { readonly name: string; readonly score: number }[];
  }[];
}

export const lifecycleAssess = defineInventoryTool({
  name: "lifecycle.assess",
  title: { en: "Life-cycle assessment from a bill of materials", zh: "由物料清单进行生命周期评价" },
  summary: {
    en: "The four phases of ISO 14040 from a description and a bill of materials: matches lines to open background data, marks assumptions, asks what it cannot know, and says what is ready for review.",
    zh: "由产品说明和物料清单完成 ISO 14040 的四个阶段：将各行与开放的背景数据匹配，标出假设，询问无法得知之处，并说明哪些已可供评审。",
  },
  source: "background",
  options: {
    description: z.string().max(10_000).describe("What the product is and does"),
    functionalUnit: z.object({ amount: numberIn(siblingUnit), unit: z.string() }).describe("What the bill is for"),
    bill: z.array(billLineShape).describe("What the functional unit takes, losses included"),
    leftOut: z
      .array(
        z.strictObject({
          text: z.string().min(1),
          reason: z.string().optional(),
          row: z.int().optional(),
          isLine: z.boolean().default(true),
        }),
      )
      .optional()
      .describe(
        "Lines of the bill that could not be read, as `lifecycle.bill` gives them in `input`: they count as lines without data",
      ),
    electricity: electricityShape.optional().describe("Electricity of making; several, each with a name of its own"),
    transport: z.array(transportShape).optional(),
    answers: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
      .optional()
      .describe("Answers to what a phase asks, by the key of the question"),
    state: assessmentStateShape.optional().describe("`state` of the call before, so that going back is recorded"),
  },
  output: z.object({
    phases: z.array(
      z.object({
        name: z.enum(phaseNames),
        status: z.enum(["passed", "open", "closed"]),
        artefact: z.array(z.object({ item: sentenceOut, value: sentenceOut })),
        gates: z.array(gateShape),
        assumptions: z.array(sentenceOut),
        asks: z.array(askShape),
      }),
    ),
    headline: sentenceOut.describe("The score, and how much of the bill stands behind it"),
    score: z
      .object({
        value: numberIn(inMetric).nullable(),
        unit: z.literal(co2e),
        lo: numberIn(inMetric)
          .nullable()
          .describe("Least among the data that could stand for the lines, no confidence interval"),
        hi: numberIn(inMetric).nullable().describe("Largest among them"),
      })
      .describe("Of the lines with data; all null if no line of the bill has any"),
    coverage: z
      .object({
        lines: z.int().describe("Lines of the bill with data"),
        of: z.int().describe("All lines of the bill, with those that could not be read"),
        notRead: z.int().describe("Lines that could not be read"),
        byMass: ratio
          .nullable()
          .describe(
            "Their share of the mass of the lines in units of mass; null if there are none, or if lines could not be read",
          ),
      })
      .describe("How much of the bill stands behind the score"),
    rangedShare: ratio
      .nullable()
      .describe("Share of the score of lines with a range: that of the score is theirs alone"),
    lines: z.array(assessedLineShape),
    leftOut: z
      .array(z.object({ text: z.string(), reason: z.string().nullable() }))
      .describe("Lines of the bill that could not be read, and are in no figure"),
    scores: z.array(indicatorScoreShape),
    processes: z
      .array(z.object({ id: z.string(), name: z.string(), location: z.string().nullable(), value: numberIn(inMetric) }))
      .describe("Activities of the background by what they emit themselves, the ten largest"),
    climate: z
      .array(z.object({ kind: z.string(), value: numberIn(inMetric) }))
      .describe("The score by the kinds of ISO 14067: they sum to it. Grids and tables of factors are not told apart"),
    uncountedBiogenicCO2: z
      .object({ emission: numberIn("kg"), removal: numberIn("kg") })
      .describe(
        "CO2 of living matter, emitted and taken from the air: the indicator gives it no factor, so it is in no kind",
      ),
    cutOffShare: ratio.nullable().describe("Inputs that are cut off, by count, unmatched lines among them"),
    characterisedShare: ratio.nullable().describe("Emissions with a factor, by count"),
    matchShares: z
      .object({ exact: ratio, proxy: ratio, grid: ratio, own: ratio, estimated: ratio })
      .describe(
        "Shares of the result by how lines were matched; own: by their own factors; estimated: by the middle of their class of materials",
      ),
    review: z.object({ passed: z.int(), of: z.int() }).describe("Ready for review: gates that pass, of all"),
    residual: residualOut,
    state: assessmentStateShape.describe("To be handed to the next call"),
  }),
  tablesOut: {
    gates: recordTable(
      { en: "The check list: gates of all phases.", zh: "检查表：各阶段的关口。" },
      {
        phase: textColumn({ en: "The phase.", zh: "阶段。" }),
        gate: textColumn({ en: "The gate.", zh: "关口。" }),
        passed: textColumn({ en: "yes or no.", zh: "yes（是）或 no（否）。" }),
        sentence: textColumn({ en: "What was found.", zh: "检查结果。" }),
      },
      ({
        phases,
      }: {
        readonly phases: readonly {
          readonly name: string;
          readonly gates: readonly { readonly name: string; readonly passed: boolean; readonly sentence: string }[];
        }[];
      }) =>
        phases.flatMap(({ name, gates }) =>
          gates.map((gate) => ({
            phase: name,
            gate: gate.name,
            passed: gate.passed ? "yes" : "no",
            sentence: gate.sentence,
          })),
        ),
    ),
    candidates: recordTable(
      { en: "What else could stand for each line.", zh: "每一行的其他候选数据。" },
      {
        line: textColumn({ en: "The line.", zh: "清单行。" }),
        activity: textColumn({ en: "The candidate.", zh: "候选活动。" }),
        score: numberColumn({ en: "The line's score with it.", zh: "采用该候选时该行的结果。" }, inMetric),
      },
      ({ lines }: Lines) =>
        lines.flatMap(({ name, alternatives }) =>
          alternatives.map((each) => ({ line: name, activity: each.name, score: each.score })),
        ),
    ),
  },
  formula:
    "score = Σ amount × w of what stands for the line, w = C B A⁻¹ of the background; electricity of a known place × its grid factor; a material without a process × the published factor of its class; a line with its own factor × that",
  assumptions: [
    "What is called alike is alike: a proxy is not the product, and every one is listed.",
    "Where no other place has data, the background is of North America: most data begin in 2000 or later, the oldest in 1969.",
    "A line that could not be read (leftOut) has no data and no mass: the share of the mass is then not known.",
    "A proxy has the span of its class of materials in the shipped data for its range, which is no confidence interval; a line of no class with data has no figure.",
    "An exact match takes the uncertainties that the inventory states, to first order; most amounts state none.",
    "Heat that the data take from burning a fuel is as much fuel as holds it (net), without the losses of a boiler: at least so much.",
    "Published factors of materials are by GWP100 of AR5, and those of grids state no metric: neither is converted, since their gases are not published.",
    "No program can say that a study complies with a standard: it counts what is ready for review.",
  ],
  references: [
    "ISO 14040:2006; ISO 14044:2006; ISO 14067:2018.",
    "NREL (2021), U.S. Life Cycle Inventory Database, FY21 Q3.",
    "DESNZ (2025), Greenhouse gas reporting: conversion factors 2025 (material use, water supply).",
    "Sacchi et al. (2022), premise, doi:10.1016/j.rser.2022.112311.",
  ],
  async over(inventory, product, work) {
    const input = assessmentInput(product);
    const { cutOffs: _, ...found } = await assessProduct(inventory, input, work);
    return {
      ...found,
      score: { ...found.score, unit: co2e },
      phases: found.phases.map(({ artefact, gates, assumptions, asks, ...phase }) => ({
        ...phase,
        artefact: [...artefact],
        gates: [...gates],
        assumptions: [...assumptions],
        asks: asks.map(({ options, ...ask }) => ({ ...ask, options: [...options] })),
      })),
      lines: found.lines.map(({ missing, kind, called: __, ...line }) => ({
        ...line,
        missing: missing && { kg: missing.kg, names: [...missing.names] },
        alternatives: alternativesOf({ kind, amount: line.amount }),
      })),
      leftOut: [...found.leftOut],
      scores: [...found.scores],
      processes: [...found.processes],
      climate: [...found.climate],
      state: { ...found.state, returns: [...found.state.returns] },
    };
  },
});
