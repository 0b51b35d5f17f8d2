import { z } from "zod";
import { messages } from "../../message/message.ts";
import { iterationsOut, methodOut, notesOut, residualOut } from "../../tool/outcome.ts";
import { recordTable } from "../../tool/record-table.ts";
import { numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import { degreesOfFreedomShape } from "../flowsheet/sheet.ts";
import { IndustryError } from "../industry-error.ts";
import type { ProcessSpecification } from "../process/process-sheet.ts";
import { solveProcess } from "../process/solve-process.ts";
import { isMaterial } from "../stream/stream.ts";
import { substancesWith } from "../substance/substances.ts";
import { unitNotes } from "./confirmation-notes.ts";
import { adjustedIn, feedsIn, quantitiesIn, unitsIn } from "./sheet-schema.ts";
import { fuelIn, readStreams, streamIn } from "./stream-schema.ts";

const texts = messages("industry.flowsheetTool", {
  oneOf: {
    en: "Specification {at} sets {count} quantities; give exactly one of `substance` with `kg_h`, `temperature_C` and `power_MW`.",
    zh: "第 {at} 个设计规定给出了 {count} 个量；应恰好给出一个：`substance` 与 `kg_h`、`temperature_C` 或 `power_MW`。",
  },
});

const ZERO_CELSIUS = 273.15;

const balanceOut = z.object({
  quantity: z.string(),
  unit: z.enum(["kg/h", "MW"]),
  into: numberIn(siblingUnit),
  out: numberIn(siblingUnit),
  difference: numberIn(siblingUnit),
  residual: ratio.describe("|difference| over the larger of all that goes in and all that leaves"),
});

interface StreamOut {
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly temperature_C: number | null;
  readonly power_MW: number | null;
  readonly flows_kg_h: Readonly<Record<string, number>>;
}

export const industryFlowsheet = defineTool({
  name: "industry.flowsheet",
  title: { en: "Flowsheet in steady state", zh: "稳态流程图" },
  summary: {
    en: "Solves operations joined by streams, with recycles and design specifications: all streams, tear streams, degrees of freedom, and the balances of each unit and of the whole.",
    zh: "求解由物流连接的单元操作，含循环与设计规定：给出全部物流、切断物流、自由度，以及各单元与整体的平衡。",
  },
  input: z.object({
    units: unitsIn,
    feeds: feedsIn,
    specifications: z
      .array(
        z.strictObject({
          ...quantitiesIn,
          by: adjustedIn.describe("What may change for it: a parameter of a unit, or a flow of a feed in kg/h"),
        }),
      )
      .default([]),
    guesses: z
      .record(z.string(), streamIn)
      .default({})
      .describe("First guesses of streams in recycles; left out: what is fed, at 25 °C"),
    method: z.enum(["Wegstein", "Newton"]).optional().describe("Left out: Wegstein's, then Newton's if needed"),
    fuels: z.array(fuelIn).optional().describe("Fuels by analysis, beside the substances that ship"),
  }),
  output: z.object({
    streams: z.array(
      z.object({
        name: z.string(),
        kind: z.enum(["material", "heat", "electricity"]),
        from: z.string().nullable().describe("Unit; null: from outside"),
        to: z.string().nullable().describe("Unit; null: leaves the sheet"),
        temperature_C: numberIn("°C").nullable(),
        power_MW: numberIn("MW").nullable(),
        flows_kg_h: z.record(z.string(), numberIn("kg/h")).describe("Empty for heat and electricity"),
      }),
    ),
    units: z.array(
      z.object({
        name: z.string(),
        operation: z.string(),
        mass: residualOut,
        carbon: residualOut,
        energy: residualOut,
      }),
    ),
    overall: z.array(balanceOut).describe("Over the gate of the sheet"),
    parts: z.array(z.object({ blocks: z.array(z.string()), tears: z.array(z.string()) })),
    free: z.record(z.string(), z.number()).describe("What the specifications changed, in its own unit (feeds kg/h)"),
    degrees: degreesOfFreedomShape,
    residual: residualOut,
    iterations: iterationsOut,
    method: methodOut,
    notes: notesOut,
  }),
  tablesOut: {
    byStream: recordTable(
      {
        en: "What flows in each stream, by substance; energy in a row of its own.",
        zh: "各物流的物质流量；能量单列一行。",
      },
      {
        stream: textColumn({ en: "The stream.", zh: "物流。" }),
        from: textColumn({ en: "Unit that it leaves.", zh: "来源单元。" }),
        to: textColumn({ en: "Unit that it enters.", zh: "去向单元。" }),
        substance: textColumn({ en: "The substance.", zh: "物质。" }),
        flow: numberColumn({ en: "Its flow.", zh: "流量。" }, "kg/h"),
        power: numberColumn({ en: "Heat or electricity.", zh: "热或电。" }, "MW"),
        temperature: numberColumn({ en: "Temperature of the stream.", zh: "物流温度。" }, "°C"),
      },
      ({ streams }: { readonly streams: readonly StreamOut[] }) =>
        streams.flatMap(({ name: stream, from, to, temperature_C: temperature, power_MW: power, flows_kg_h }) => {
          const substances = power === null ? Object.entries(flows_kg_h) : [[null, null] as const];
          return substances.map(([substance, flow]) => ({ stream, from, to, substance, flow, power, temperature }));
        }),
    ),
    byPart: recordTable(
      {
        en: "Units in the order of their computation, with the tear streams of their recycle.",
        zh: "按计算次序的单元及其所在循环的切断物流。",
      },
      {
        unit: textColumn({ en: "The unit.", zh: "单元。" }),
        tears: textColumn({ en: "Tear streams of its part.", zh: "所在部分的切断物流。" }),
      },
      ({ parts }: { readonly parts: readonly { readonly blocks: string[]; readonly tears: string[] }[] }) =>
        parts.flatMap(({ blocks, tears }) => blocks.map((unit) => ({ unit, tears: tears.join(", ") }))),
    ),
  },
  formula: "x = f(x) for all streams; x ← q x + (1 − q) g(x), q = s/(s − 1), or x ← x − J⁻¹ (x − f(x))",
  assumptions: [
    "Steady state; gases are ideal, pressure is not carried, each stream has one temperature.",
    "Mixers lose no heat; splitters keep composition; separators part by the shares given, without energy. Here mixer and splitter have ports of your own.",
    "Each operation states its own assumptions and the source of each parameter: industry.operations.",
  ],
  references: [
    "Wegstein (1958), Communications of the ACM 1(6): 9–13.",
    "Tarjan (1972), SIAM J. Comput. 1: 146–160, doi:10.1137/0201010.",
    "Dennis, Schnabel (1996), doi:10.1137/1.9781611971200.",
  ],
  async run({ units, feeds, specifications, guesses, method, fuels = [] }, work) {
    const substances = substancesWith(fuels.map(({ source = "caller", ...fuel }) => ({ ...fuel, source })));
    const wanted = specifications.map((given, at): ProcessSpecification => {
      const { stream, substance, kg_h, temperature_C, power_MW, by } = given;
      const set = [kg_h, temperature_C, power_MW].filter((value) => value !== undefined);
      if (set.length !== 1 || (kg_h === undefined) !== (substance === undefined))
        throw new IndustryError("specifications", texts.oneOf({ at: at + 1, count: set.length }));
      if (kg_h !== undefined) return { stream, quantity: { substance: substance! }, value: kg_h, by };
      return temperature_C !== undefined
        ? { stream, quantity: "temperature", value: temperature_C + ZERO_CELSIUS, by }
        : { stream, quantity: "power", value: power_MW!, by };
    });
    const solved = await solveProcess(
      { units, feeds: readStreams(feeds), specifications: wanted, guesses: readStreams(guesses) },
      substances,
      method ? { method } : {},
      work,
    );
    const { sheet } = solved;
    return {
      streams: solved.streams.map(({ name, kind, from, to, stream }) => ({
        name,
        kind,
        from,
        to,
        temperature_C: isMaterial(stream) ? stream.temperature - ZERO_CELSIUS : null,
        power_MW: isMaterial(stream) ? null : stream.power,
        flows_kg_h: isMaterial(stream)
          ? Object.fromEntries(Object.entries(stream.flows).filter(([, flow]) => flow !== 0))
          : {},
      })),
      units: solved.units.map(({ name, operation, balances }) => {
        const of = (quantity: string) => balances.find((balance) => balance.quantity === quantity)!.residual;
        return { name, operation, mass: of("mass"), carbon: of("carbon"), energy: of("energy") };
      }),
      overall: [...solved.overall],
      parts: sheet.parts.map(({ blocks, tears }) => ({ blocks: [...blocks], tears: [...tears] })),
      free: { ...sheet.free },
      degrees: { ...sheet.degrees },
      residual: sheet.residual,
      iterations: sheet.iterations,
      method: sheet.method,
      notes: [...sheet.notes, ...unitNotes(units)],
    };
  },
});
