import { z } from "zod";
import { messages } from "../../message/message.ts";
import { methodOut, notesOut, residualOut } from "../../tool/outcome.ts";
import { recordTable } from "../../tool/record-table.ts";
import { integerColumn, numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { integerIn, numberIn } from "../../tool/unit.ts";
import type { HourColumn } from "../dynamics/hourly-record.ts";
import { processParameterShape } from "../dynamics/process-parameter.ts";
import { type Simulation, simulate } from "../dynamics/simulate.ts";
import { hourlyPlant, simulateInput } from "./simulate-input.ts";

const texts = messages("industry.simulateTool", {
  rule: {
    en: "Hour by hour by a rule: load first, then hydrogen while the tank has room, then heat; heat store by RODAS.",
    zh: "逐小时按规则运行：先供负荷，再在储罐有余量时制氢，最后供热；蓄热体用 RODAS 积分。",
  },
  ruleWithoutStore: {
    en: "Hour by hour by a rule: load first, then hydrogen while the tank has room.",
    zh: "逐小时按规则运行：先供负荷，再在储罐有余量时制氢。",
  },
});

const hours = {
  supply_MW: "MW",
  load_MW: "MW",
  imported_MW: "MW",
  unserved_MW: "MW",
  curtailed_MW: "MW",
  electrolyser_MW: "MW",
  heater_MW: "MW",
  made_kg: "kg",
  delivered_kg: "kg",
  unmet_kg: "kg",
  vented_kg: "kg",
  lost_kg: "kg",
  level_kg: "kg",
  recovered_MWh: "MWh",
  conversionLoss_MWh: "MWh",
  heatDelivered_MWh: "MWh",
  heatUnmet_MWh: "MWh",
  heatLost_MWh: "MWh",
  heatRejected_MWh: "MWh",
  temperature_C: "°C",
} as const;

type HourField = keyof typeof hours;

const columnOf = (field: HourField) => field.split("_")[0] as HourColumn;

const hoursOut = z.object({
  mode: z.array(z.enum(["off", "starting", "standby", "running"])),
  ...(Object.fromEntries(Object.entries(hours).map(([field, unit]) => [field, z.array(numberIn(unit))])) as Record<
    HourField,
    z.ZodArray<z.ZodNumber>
  >),
});

const described: Readonly<Record<HourField, { readonly en: string; readonly zh: string }>> = {
  supply_MW: { en: "Wind, solar and other supply.", zh: "风光等供电。" },
  load_MW: { en: "Load.", zh: "负荷。" },
  imported_MW: { en: "From the grid.", zh: "电网购入。" },
  unserved_MW: { en: "Not covered by supply and grid.", zh: "供电与电网均未满足。" },
  curtailed_MW: { en: "Supply that nobody takes.", zh: "弃电。" },
  electrolyser_MW: { en: "Drawn by the electrolyser.", zh: "电解槽用电。" },
  heater_MW: { en: "Drawn by the heater of the store.", zh: "蓄热加热器用电。" },
  made_kg: { en: "Hydrogen made.", zh: "产氢量。" },
  delivered_kg: { en: "Hydrogen delivered.", zh: "供氢量。" },
  unmet_kg: { en: "Demand for hydrogen that was not met.", zh: "未满足的氢需求。" },
  vented_kg: { en: "Hydrogen that did not fit into the tank.", zh: "因储罐已满而放空的氢。" },
  lost_kg: { en: "Hydrogen lost from the tank.", zh: "储罐损失的氢。" },
  level_kg: { en: "Hydrogen in the tank at the end of the hour.", zh: "小时末储罐存氢量。" },
  recovered_MWh: { en: "Heat recovered from the electrolyser.", zh: "电解槽回收热。" },
  conversionLoss_MWh: {
    en: "Electricity of the electrolyser that is neither in the hydrogen nor recovered.",
    zh: "电解槽用电中既未进入氢气也未回收的部分。",
  },
  heatDelivered_MWh: { en: "Heat delivered.", zh: "供热量。" },
  heatUnmet_MWh: { en: "Demand for heat that was not met.", zh: "未满足的热需求。" },
  heatLost_MWh: { en: "Heat lost from the store.", zh: "蓄热体热损失。" },
  heatRejected_MWh: { en: "Heat that the store did not take.", zh: "蓄热体未接收的热。" },
  temperature_C: { en: "Temperature of the store at the end of the hour.", zh: "小时末蓄热体温度。" },
};

export const industrySimulate = defineTool({
  name: "industry.simulate",
  title: { en: "Hours of electricity, hydrogen and heat", zh: "电、氢、热逐小时模拟" },
  summary: {
    en: "Simulates an electrolyser with part load, ramp and start-up, a hydrogen tank and a heat store on hourly supply and demand, with balances of each hour.",
    zh: "按逐小时供需模拟电解槽（部分负荷、爬坡、启停）、储氢罐与蓄热体，给出每小时的平衡。",
  },
  input: simulateInput,
  output: z.object({
    hours: integerIn("h"),
    from: z.string().nullable().describe("First hour in UTC, if it is known"),
    totals: z.object({
      supply_MWh: numberIn("MWh"),
      load_MWh: numberIn("MWh"),
      imported_MWh: numberIn("MWh"),
      unserved_MWh: numberIn("MWh"),
      curtailed_MWh: numberIn("MWh"),
      electrolyser_MWh: numberIn("MWh"),
      heater_MWh: numberIn("MWh"),
      hydrogen_t: numberIn("t"),
      hydrogen_MWh: numberIn("MWh").describe("Its lower heating value"),
      delivered_t: numberIn("t"),
      unmet_t: numberIn("t"),
      vented_t: numberIn("t"),
      lost_t: numberIn("t"),
      conversionLoss_MWh: numberIn("MWh"),
      heatDelivered_MWh: numberIn("MWh"),
      heatUnmet_MWh: numberIn("MWh"),
      heatLost_MWh: numberIn("MWh"),
      heatRejected_MWh: numberIn("MWh"),
      emissions_t: numberIn("t CO2").nullable().describe("Of imported electricity; null without its factor"),
    }),
    fullLoadHours: numberIn("h")
      .nullable()
      .describe("Electricity of running hours over capacity; null without capacity"),
    starts: integerIn("1").describe("Starts from off"),
    consumption_kWh_kg: numberIn("kWh/kg").nullable().describe("All electricity of the electrolyser over its hydrogen"),
    hourly: hoursOut,
    parameters: z.array(processParameterShape).describe("Values that were taken from process_ranges"),
    residuals: z
      .object({ electricity: residualOut, hydrogen: residualOut, heat: residualOut, energy: residualOut })
      .describe("Largest of an hour, relative to the largest term of its balance; energy: of the plant over all hours"),
    method: methodOut,
    notes: notesOut,
  }),
  datasets: ["power_hours", "process_ranges"],
  tablesOut: {
    byHour: recordTable(
      { en: "Hour by hour.", zh: "逐小时结果。" },
      {
        hour: integerColumn({ en: "Hour, from 1.", zh: "小时序号，从 1 起。" }),
        mode: textColumn({ en: "What the electrolyser does.", zh: "电解槽状态。" }),
        ...(Object.fromEntries(
          Object.entries(hours).map(([field, unit]) => [field, numberColumn(described[field as HourField], unit)]),
        ) as Record<HourField, ReturnType<typeof numberColumn>>),
      },
      ({ hourly: of }: { readonly hourly: z.infer<typeof hoursOut> }) =>
        of.mode.map((mode, t) => ({
          hour: t + 1,
          mode,
          ...Object.fromEntries((Object.keys(hours) as HourField[]).map((field) => [field, of[field][t] ?? null])),
        })),
    ),
  },
  formula: "m′ = made − delivered − vented − k m; C T′ = q a(T) − d s(T) − U (T − T₀)",
  assumptions: [
    "A rule, not an optimum: it does not foresee the next hour.",
    "Powers are constant within an hour; start-up and standby last whole hours.",
    "Hydrogen's energy is its lower heating value: what the electrolyser does not give as hydrogen or recovered heat is loss, which includes the evaporation that this value leaves out.",
    "The store is well mixed; a profile of a country is what its fleet generated, curtailment included.",
  ],
  references: [
    "Hairer, Wanner (1996), Solving Ordinary Differential Equations II, doi:10.1007/978-3-642-05221-7.",
    "Open Power System Data (2020), Time series, doi:10.25832/time_series/2020-10-06.",
  ],
  async run(input, work, read) {
    const { plant, from, parameters, notes } = await hourlyPlant(input, read);
    const result = await simulate(plant, work);
    const { columns } = result;
    const totals = totalsOf(result, plant.heatingValue, input.gridFactor_t_MWh);
    const made = columns.made.reduce((sum, value) => sum + value, 0);
    const running = result.modes.reduce((sum, mode, t) => sum + (mode === "running" ? columns.electrolyser[t]! : 0), 0);
    const { capacity } = plant.electrolyser;
    return {
      hours: result.hours,
      from,
      totals,
      fullLoadHours: capacity > 0 ? running / capacity : null,
      starts: result.starts,
      consumption_kWh_kg: made > 0 ? (1000 * totals.electrolyser_MWh) / made : null,
      hourly: {
        mode: [...result.modes],
        ...(Object.fromEntries(
          (Object.keys(hours) as HourField[]).map((field) => [field, [...columns[columnOf(field)]]]),
        ) as Record<HourField, number[]>),
      },
      parameters,
      residuals: result.residuals,
      method: input.store ? texts.rule() : texts.ruleWithoutStore(),
      notes,
    };
  },
});

/** Sums over all hours. */
function totalsOf({ columns }: Simulation, heatingValue: number, gridFactor: number | undefined) {
  const total = (name: HourColumn) => columns[name].reduce((sum, value) => sum + value, 0);
  const [made, imported] = [total("made"), total("imported")];
  return {
    supply_MWh: total("supply"),
    load_MWh: total("load"),
    imported_MWh: imported,
    unserved_MWh: total("unserved"),
    curtailed_MWh: total("curtailed"),
    electrolyser_MWh: total("electrolyser"),
    heater_MWh: total("heater"),
    hydrogen_t: made / 1000,
    hydrogen_MWh: (made * heatingValue) / 1000,
    delivered_t: total("delivered") / 1000,
    unmet_t: total("unmet") / 1000,
    vented_t: total("vented") / 1000,
    lost_t: total("lost") / 1000,
    conversionLoss_MWh: total("conversionLoss"),
    heatDelivered_MWh: total("heatDelivered"),
    heatUnmet_MWh: total("heatUnmet"),
    heatLost_MWh: total("heatLost"),
    heatRejected_MWh: total("heatRejected"),
    emissions_t: gridFactor === undefined ? null : imported * gridFactor,
  };
}
