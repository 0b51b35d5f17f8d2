import { z } from "zod";
import { type Message, messages } from "../../message/message.ts";
import { notesOut, sentenceOut } from "../../tool/outcome.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import { factorDataset } from "../background/dataset-names.ts";
import { assessInventory, inventoryLineShape } from "../impact/assessed-inventory.ts";
import { type MissingReason, matchedBy } from "../impact/characterisation.ts";
import { chosenMethods } from "../impact/chosen-methods.ts";
import type { FlowCoverage } from "../impact/coverage.ts";
import { impactMethodsIn, methodsFromIn } from "../impact/method-records.ts";
import { normalisationReferenceShape, weighted } from "../impact/weighting.ts";
import { availableMethods } from "../resource/available-methods.ts";
import { fallbackOut } from "./indicator-schema.ts";

const texts = messages("lifecycle.characterise", {
  flow: { en: "The method has no factor for the flow.", zh: "方法没有该流的因子。" },
  compartment: {
    en: "The method has factors for the flow, but none for its compartment or one that contains it.",
    zh: "方法有该流的因子，但其环境介质及上级介质均无因子。",
  },
  place: {
    en: "The method has factors for the flow in other places, but none for its place, one that contains it, or the whole world.",
    zh: "方法只有该流在其他地点的因子，其所在地、包含所在地的区域及全球均无因子。",
  },
  unit: {
    en: "Its unit does not convert to that of the factor.",
    zh: "其单位不能换算为因子的单位。",
  },
  unknownCompartment: {
    en: "Its compartment is not known. Write it as in the Federal Elementary Flow List, such as emission/air.",
    zh: "无法识别其环境介质。请按联邦基本流清单书写，如 emission/air。",
  },
  biogenicCO2: {
    en: "Biogenic CO2 is not taken for fossil CO2. Use lifecycle.climate, which counts its emission and its removal.",
    zh: "生物源 CO2 不按化石 CO2 处理。请使用 lifecycle.climate，它同时计入其排放与清除。",
  },
});

const reasons: Readonly<Record<MissingReason, Message>> = {
  flow: texts.flow(),
  compartment: texts.compartment(),
  place: texts.place(),
  unit: texts.unit(),
  "unknown compartment": texts.unknownCompartment(),
  "biogenic CO2": texts.biogenicCO2(),
};

const coverage = {
  flows: z.int().describe("Elementary flows with an amount"),
  characterised: z.int().describe("Of these, with a factor"),
  share: ratio.nullable().describe("By count"),
  shareOfMass: ratio.nullable().describe("By mass, of those in units of mass; null if there are none"),
};

const covered = ({ flows, characterised, share, shareOfMass }: FlowCoverage) => ({
  flows,
  characterised,
  share,
  shareOfMass,
});

const inIndicatorUnit = { unitIn: "indicatorUnit" };

export const lifecycleCharacterise = defineTool({
  name: "lifecycle.characterise",
  title: { en: "Life-cycle impact assessment of an inventory", zh: "清单的生命周期影响评价" },
  summary: {
    en: "Scores of elementary flows in the indicators of impact methods, with the contribution of each flow, the factor that was taken, and the flows without one.",
    zh: "按影响评价方法的各项指标计算基本流的结果，并给出各流的贡献、所用因子，以及没有因子的流。",
  },
  input: z.object({
    inventory: z.array(
      z.strictObject({
        ...inventoryLineShape.shape,
        flowId: z.string().optional().describe("Id of the flow in the files of a method, by which it is found first"),
      }),
    ),
    methods: z
      .array(z.string())
      .optional()
      .describe(
        "Methods, single indicators such as ACID, or metrics such as AR6.GTP100; default: all methods of the shipped table",
      ),
    impactMethods: impactMethodsIn.optional(),
    methodsFrom: methodsFromIn.optional(),
    synonyms: z
      .record(z.string(), z.string())
      .optional()
      .describe("Names of the inventory, each with the method's flow that stands for it, such as a proxy"),
    weighting: z
      .strictObject({
        publicComparison: z
          .boolean()
          .describe(
            "Whether it is for a comparative assertion that is disclosed to the public, for which it is refused",
          ),
        normalisation: z
          .record(z.string(), normalisationReferenceShape)
          .describe("By indicator: the impact of a reference, such as a person in a year"),
        weights: z.record(z.string(), ratio).optional().describe("By indicator; left out, scores are only normalised"),
      })
      .optional()
      .describe("Left out, nothing is normalised or weighted. It must name every indicator that is asked for"),
  }),
  output: z.object({
    scores: z.array(
      z.object({
        method: z.string(),
        indicator: z.string(),
        name: sentenceOut,
        kind: z.enum(["impact", "inventory"]).describe("An inventory sums what is taken from nature: it is no impact"),
        unit: z.string(),
        value: numberIn(siblingUnit).nullable().describe("Null if no flow has a factor"),
        ...coverage,
      }),
    ),
    contributions: z
      .array(
        z.object({
          indicator: z.string(),
          flow: z.string(),
          compartment: z.string(),
          amount: numberIn(siblingUnit),
          unit: z.string(),
          location: z.string().nullable(),
          locationUsed: z.string().nullable().describe("The place of the factor; null: the whole world"),
          contextUsed: z.string().describe("The compartment of the factor, which may contain that of the flow"),
          matched: z.string().describe("The flow's name in the method"),
          matchedBy: z.enum(matchedBy),
          factor: numberIn({ unitIn: "indicatorUnit / unit" }),
          contribution: numberIn(inIndicatorUnit),
          indicatorUnit: z.string(),
          share: ratio.nullable().describe("Of the score; null for a score of zero"),
        }),
      )
      .describe("The largest first within each indicator"),
    uncharacterised: z
      .array(
        z.object({
          flow: z.string(),
          compartment: z.string(),
          amount: numberIn(siblingUnit),
          unit: z.string(),
          reason: sentenceOut,
          indicators: z.array(z.string()).describe("The indicators that have no factor for it"),
        }),
      )
      .describe("Flows without a factor: not an impact of zero"),
    emissions: z.object(coverage).describe("Emissions with a factor in any indicator of impact"),
    resources: z.object(coverage).describe("Resources with a factor in any indicator of impact"),
    fallback: fallbackOut,
    normalised: z
      .array(z.object({ indicator: z.string(), value: ratio, source: z.string() }))
      .optional()
      .describe("Scores over their references"),
    weighted: ratio.nullable().optional().describe("The weighted sum of normalised scores; null without weights"),
    notes: notesOut,
  }),
  formula: "h = C g",
  assumptions: [
    "Where a compartment has no factor, that of the smallest compartment that contains it and has one holds.",
    "A regional factor holds for its place; where a place has none, that of the smallest place which contains it and has one, and then that of the whole world. fallback counts them.",
    "A flow is found by its name, then by its CAS number, then by a known synonym; biogenic CO2 is not taken for CO2.",
    "The shipped table has factors only for the flows of USEEIO v2.0.1: complete TRACI 2.1 has thousands more.",
    "Nothing is normalised or weighted unless references and weights are given; none ships.",
  ],
  references: [
    "Bare (2012), TRACI 2.1, US EPA; Ingwersen et al. (2022), USEEIO v2.0.1, Scientific Data 9: 194.",
    "Young et al. (2021), The LCIA formatter, JOSS 6(66): 3392.",
    "ISO 14044:2006: mandatory elements, normalisation, weighting, public comparisons.",
  ],
  datasets: [factorDataset],
  async run({ inventory, methods, impactMethods, methodsFrom, synonyms, weighting }, work, read) {
    const chosen = chosenMethods(
      await availableMethods(read, { given: impactMethods, from: methodsFrom }, work),
      methods,
    );
    const lines = inventory.map(({ flowId, ...line }) => ({ ...line, id: flowId }));
    const found = assessInventory(lines, chosen, {
      ...(synonyms && { synonyms: new Map(Object.entries(synonyms)) }),
    });
    const optional =
      weighting &&
      weighted(
        found.scores.map(({ indicator, kind, unit, value }) => ({ code: indicator, kind, unit, value })),
        {
          publicComparison: weighting.publicComparison,
          normalisation: new Map(Object.entries(weighting.normalisation)),
          ...(weighting.weights && { weights: new Map(Object.entries(weighting.weights)) }),
        },
      );
    return {
      scores: found.scores.map(({ coverage: of, ...score }) => ({ ...score, ...covered(of) })),
      contributions: found.contributions.map(({ match, value, ...line }) => ({
        ...line,
        locationUsed: match.location,
        contextUsed: match.context,
        matched: match.name,
        matchedBy: match.by,
        contribution: value,
      })),
      uncharacterised: found.uncharacterised.map(({ reason, indicators, ...line }) => ({
        ...line,
        reason: reasons[reason],
        indicators: [...indicators],
      })),
      emissions: covered(found.emissions),
      resources: covered(found.resources),
      fallback: found.fallback,
      ...(optional && {
        normalised: optional.normalised.map(({ code, ...rest }) => ({ indicator: code, ...rest })),
        weighted: optional.weighted,
      }),
      notes: [...found.notes, ...(optional?.notes ?? [])],
    };
  },
});
