import { z } from "zod";
import { notesOut, residualOut } from "../../tool/outcome.ts";
import { recordTable } from "../../tool/record-table.ts";
import { integerColumn, numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn } from "../../tool/unit.ts";
import { dispatch } from "../dispatch/dispatch.ts";
import { dispatchSystem, generatorShape, storageShape } from "../dispatch/dispatch-system.ts";

const power = numberIn("MW").nonnegative();
const hourly = z.array(numberIn("MW"));
const money = z.number();

export const industryDispatch = defineTool({
  name: "industry.dispatch",
  title: { en: "Dispatch of generators and storage", zh: "发电与储能调度" },
  summary: {
    en: "Least-cost output of generators and storage for an hourly load, with ramps, minimum outputs, a carbon price and a cap: generation, curtailment, emissions and the price of each hour.",
    zh: "按小时负荷求发电与储能的最低成本出力，计入爬坡、最小出力、碳价与排放上限：给出各机组出力、弃电量、排放量与各小时电价。",
  },
  input: z.strictObject({
    load_MW: z.array(power).describe("Load by hour"),
    generators: z.array(generatorShape),
    storage: z.array(storageShape).default([]),
    carbonPrice: money.default(0).describe("Money per t"),
    cap_t: numberIn("t").nonnegative().optional().describe("Emissions over all hours at most"),
    valueOfLostLoad: money
      .nonnegative()
      .optional()
      .describe("Money per MWh of load that is shed; unless it is given, no more is shed than must be"),
  }),
  output: z.object({
    generation: z.record(z.string(), hourly).describe("Generator → output by hour"),
    storage: z
      .record(z.string(), z.object({ charge: hourly, discharge: hourly, level: z.array(numberIn("MWh")) }))
      .describe("Storage → power by hour, and level after each hour"),
    curtailed: hourly.describe("Available from profiles and not used, by hour"),
    shed: hourly,
    cost: money.describe("Generation, carbon and lost load"),
    fuelCost: money.describe("Of generation without carbon"),
    carbonCost: money,
    lostLoadCost: money,
    emissions_t: numberIn("t"),
    price: z
      .array(money.nullable())
      .describe("d cost / d load of each hour, money per MWh; null where more load would be shed at no stated value"),
    marginalAbatementCost: money
      .nullable()
      .describe("What the last t under cap_t costs, money per t; null without a cap"),
    generation_MWh: z.record(z.string(), numberIn("MWh")).describe("Generator → energy"),
    curtailed_MWh: z.record(z.string(), numberIn("MWh")).describe("Generator with a profile → energy not used"),
    shed_MWh: numberIn("MWh"),
    residual: residualOut.describe("Of the conditions that prove the optimum, checked without the solver"),
    notes: notesOut,
  }),
  tablesOut: {
    hours: recordTable(
      { en: "Power by hour and source; charging is negative.", zh: "各小时各来源的功率；充电为负。" },
      {
        hour: integerColumn({ en: "The hour, from 1.", zh: "小时，从 1 起。" }),
        source: textColumn({
          en: "Generator or storage; shed is load that is not served.",
          zh: "机组或储能；shed 为未供应的负荷。",
        }),
        power: numberColumn({ en: "Its power.", zh: "功率。" }, "MW"),
        price: numberColumn({ en: "The price of the hour, per MWh.", zh: "该小时电价，每 MWh。" }),
      },
      (output: Tabled) =>
        output.price.flatMap((price, t) =>
          sourcesOf(output).map(({ source, power }) => ({ hour: t + 1, source, power: power(t), price })),
        ),
    ),
    sources: recordTable(
      { en: "Energy over all hours.", zh: "全部小时的电量。" },
      {
        source: textColumn({ en: "Generator.", zh: "机组。" }),
        energy: numberColumn({ en: "What it gives.", zh: "发电量。" }, "MWh"),
        curtailed: numberColumn({ en: "What it could have given beyond.", zh: "弃电量。" }, "MWh"),
      },
      ({ generation_MWh, curtailed_MWh }: Tabled) =>
        Object.entries(generation_MWh).map(([source, given]) => ({
          source,
          energy: given,
          curtailed: curtailed_MWh[source],
        })),
    ),
  },
  formula: "min Σ (c + p e) g + v shed: Σ g + d − c + shed = load",
  assumptions: [
    "One node: no losses or limits of the grid. Output can be any number between its bounds; nothing is switched on or off.",
    "All hours are known in advance.",
    "The price of an hour is the dual of its balance. Where several plans cost the same it is one of several.",
    "Without a value of lost load, all load is served that can be: the least is shed, then cost is least.",
    "A storage may charge and discharge at once, as it does where a price is 0 or negative; the notes say where.",
    "Without an end level, a storage holds at least as much after the last hour as before the first.",
  ],
  solver: "highs",
  references: [
    "Wood, Wollenberg, Sheblé (2013), Power Generation, Operation, and Control, 3rd ed., ISBN 978-0-471-79055-6: economic dispatch.",
    "Huangfu, Hall (2018), doi:10.1007/s12532-017-0130-5: the solver (HiGHS).",
  ],
  async run({ load_MW, generators, storage: given, carbonPrice, cap_t, valueOfLostLoad }, work) {
    const system = dispatchSystem(load_MW, generators, given);
    const found = await dispatch(
      system,
      { carbonPrice, cap: cap_t ?? Number.POSITIVE_INFINITY, valueOfLostLoad: valueOfLostLoad ?? null },
      work,
    );
    const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
    const named = <T, Out>(parts: readonly { readonly name: string }[], of: readonly T[], out: (each: T) => Out) =>
      Object.fromEntries(parts.map(({ name }, at) => [name, out(of[at]!)]));
    const curtailing = system.generators.flatMap(({ name }, i) => {
      const curtailed = found.curtailed[i];
      return curtailed ? [{ name, curtailed }] : [];
    });
    return {
      generation: named(system.generators, found.generation, (each) => [...each]),
      storage: named(system.storage, found.storage, ({ charge, discharge, level: held }) => ({
        charge: [...charge],
        discharge: [...discharge],
        level: [...held],
      })),
      curtailed: load_MW.map((_, t) => curtailing.reduce((sum, { curtailed }) => sum + curtailed[t]!, 0)),
      shed: [...found.shed],
      cost: found.cost,
      fuelCost: found.fuelCost,
      carbonCost: found.carbonCost,
      lostLoadCost: found.lostLoadCost,
      emissions_t: found.emissions,
      price: Array.from(found.price, (price) => (Number.isNaN(price) ? null : price)),
      marginalAbatementCost: found.capPrice,
      generation_MWh: named(system.generators, found.generation, total),
      curtailed_MWh: Object.fromEntries(curtailing.map(({ name, curtailed }) => [name, total(curtailed)])),
      shed_MWh: total(found.shed),
      residual: found.residual,
      notes: [...found.notes],
    };
  },
});

interface Tabled {
  readonly generation: Readonly<Record<string, readonly number[]>>;
  readonly storage: Readonly<
    Record<string, { readonly charge: readonly number[]; readonly discharge: readonly number[] }>
  >;
  readonly shed: readonly number[];
  readonly price: readonly (number | null)[];
  readonly generation_MWh: Readonly<Record<string, number>>;
  readonly curtailed_MWh: Readonly<Record<string, number>>;
}

function sourcesOf({ generation, storage: stored, shed }: Tabled) {
  return [
    ...Object.entries(generation).map(([source, values]) => ({ source, power: (t: number) => values[t]! })),
    ...Object.entries(stored).map(([source, { charge, discharge }]) => ({
      source,
      power: (t: number) => discharge[t]! - charge[t]!,
    })),
    ...(shed.some((value) => value > 0) ? [{ source: "shed", power: (t: number) => shed[t]! }] : []),
  ];
}
