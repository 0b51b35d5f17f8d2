import { z } from "zod";
import { notesOut } from "../../tool/outcome.ts";
import { recordTable } from "../../tool/record-table.ts";
import { numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import type { OperationRun } from "../operation/run-operation.ts";
import { runOperation } from "../operation/run-operation.ts";
import { isMaterial, type Stream } from "../stream/stream.ts";
import { substancesWith } from "../substance/substances.ts";
import { confirmationNotes } from "./confirmation-notes.ts";
import { parameterOut, writeParameter } from "./parameter-schema.ts";
import { fuelIn, type MaterialOutput, materialOut, readStreams, streamIn, writeMaterials } from "./stream-schema.ts";

interface Duty {
  readonly name: string;
  readonly kind: string;
  readonly direction: string;
  readonly power_MW: number;
}

interface Result {
  readonly outlets: Readonly<Record<string, MaterialOutput>>;
  readonly demands: Readonly<Record<string, MaterialOutput>>;
}

export const industryOperation = defineTool({
  name: "industry.operation",
  title: { en: "Unit operation", zh: "单元操作" },
  summary: {
    en: "One unit operation of a plant on given inlets: what leaves it, what it takes besides, heat and electricity, and its balances of mass, carbon, every element and energy with their residuals.",
    zh: "在给定进料下运行工厂的一个单元操作：给出出料、所需的其他物料、热与电，以及质量、碳、各元素和能量的平衡及残差。",
  },
  input: z.object({
    operation: z.string().min(1).describe("Name of the operation; industry.operations lists them"),
    inlets: z.record(z.string(), streamIn).describe("Inlet → stream; inlets that are not given are empty"),
    parameters: z
      .record(z.string(), z.number())
      .optional()
      .describe("Parameter → value in its unit; others are typical values, whose confirmation the result states"),
    fuels: z.array(fuelIn).optional().describe("Fuels by analysis, beside the substances that ship"),
  }),
  output: z.object({
    outlets: z.record(z.string(), materialOut).describe("Matter that leaves"),
    demands: z.record(z.string(), materialOut).describe("Matter that it takes besides its inlets, computed"),
    duties: z
      .array(
        z.object({
          name: z.string(),
          kind: z.enum(["heat", "electricity"]),
          direction: z.enum(["in", "out"]),
          power_MW: numberIn("MW"),
        }),
      )
      .describe("Heat and electricity, given and computed; one of them closes the balance of energy"),
    closes: z.string().describe("The duty that closes the balance of energy"),
    balances: z.array(
      z.object({
        quantity: z.string().describe("mass, carbon, an element, or energy (with enthalpies of formation)"),
        unit: z.enum(["kg/h", "MW"]),
        into: numberIn(siblingUnit),
        out: numberIn(siblingUnit),
        difference: numberIn(siblingUnit),
        residual: ratio.describe("|difference| over the larger of all that goes in and all that leaves"),
      }),
    ),
    parameters: z.array(parameterOut),
    assumptions: z.array(z.string()),
    notes: notesOut,
  }),
  tablesOut: {
    streams: recordTable(
      { en: "What flows in computed streams, by substance.", zh: "各计算流股中的物质流量。" },
      {
        stream: textColumn({ en: "The stream.", zh: "流股。" }),
        direction: textColumn({ en: "out: an outlet; in: a demand.", zh: "out 为出料，in 为需求。" }),
        substance: textColumn({ en: "The substance.", zh: "物质。" }),
        flow: numberColumn({ en: "Its flow.", zh: "流量。" }, "kg/h"),
        temperature: numberColumn({ en: "Temperature of the stream.", zh: "流股温度。" }, "°C"),
      },
      ({ outlets, demands }: Result) => [...rows(outlets, "out"), ...rows(demands, "in")],
    ),
  },
  formula: "Σ m_in = Σ m_out for each element; Σ (m h + P)_in = Σ (m h + P)_out, h with enthalpy of formation",
  assumptions: [
    "Gases are ideal and pressure is not carried; each stream has one temperature.",
    "Elements are conserved by construction; one named flow of heat closes the energy, and a negative one is refused as impossible.",
    "Each operation states its own assumptions in its result.",
  ],
  references: [
    "McBride, Zehe, Gordon (2002), NASA/TP-2002-211556: enthalpies and equilibrium constants.",
    "IUPAC (2013), doi:10.1515/pac-2015-0305: atomic weights.",
  ],
  run({ operation: name, inlets, parameters = {}, fuels = [] }) {
    const substances = substancesWith(fuels.map(({ source = "caller", ...fuel }) => ({ ...fuel, source })));
    const run = runOperation(name, readStreams(inlets), parameters, substances);
    const { operation, result, balances } = run;
    return {
      outlets: writeMaterials(result.outlets),
      demands: writeMaterials(result.demands),
      duties: dutiesOf(run) as {
        name: string;
        kind: "heat" | "electricity";
        direction: "in" | "out";
        power_MW: number;
      }[],
      closes: operation.closes,
      balances: [...balances],
      parameters: Object.entries(operation.parameters).map(([parameter, declared]) => ({
        name: parameter,
        ...writeParameter(declared),
        value: run.parameters[parameter]!,
        given: Object.hasOwn(parameters, parameter),
      })),
      assumptions: [...operation.assumptions],
      notes: confirmationNotes(operation.parameters, parameters),
    };
  },
});

function rows(streams: Readonly<Record<string, MaterialOutput>>, direction: string) {
  return Object.entries(streams).flatMap(([stream, { temperature_C: temperature, flows_kg_h }]) =>
    Object.entries(flows_kg_h).map(([substance, flow]) => ({ stream, direction, substance, flow, temperature })),
  );
}

function dutiesOf({ operation, inlets, result }: OperationRun): Duty[] {
  const duties = (
    streams: Readonly<Record<string, Stream<number>>>,
    kinds: Readonly<Record<string, string>>,
    direction: string,
  ) =>
    Object.entries(streams).flatMap(([name, stream]) =>
      isMaterial(stream) ? [] : [{ name, kind: kinds[name]!, direction, power_MW: stream.power }],
    );
  return [
    ...duties(inlets, operation.inlets, "in"),
    ...duties(result.demands, operation.demands, "in"),
    ...duties(result.outlets, operation.outlets, "out"),
  ];
}
