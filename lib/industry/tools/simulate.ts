import { z } from "zod";
import { type Message, messages } from "../../message/message.ts";
import { methodOut, notesOut, residualOut } from "../../tool/outcome.ts";
import { recordTable } from "../../tool/record-table.ts";
import { integerColumn, numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { integerIn, numberIn, ratio } from "../../tool/unit.ts";
import { powerProfile } from "../dynamics/power-profile.ts";
import { processParameter, processParameterShape } from "../dynamics/process-parameter.ts";
import { type HourColumn, simulate } from "../dynamics/simulate.ts";
import { IndustryError } from "../industry-error.ts";

const texts = messages("industry.simulateTool", {
  rule: {
    en: "Hour by hour by a rule: load first, then hydrogen while the tank has room, then heat; heat store by RODAS.",
    zh: "逐小时按规则运行：先供负荷，再在储罐有余量时制氢，最后供热；蓄热体用 RODAS 积分。",
  },
  ruleWithoutStore: {
    en: "Hour by hour by a rule: load first, then hydrogen while the tank has room.",
    zh: "逐小时按规则运行：先供负荷，再在储罐有余量时制氢。",
  },
  noSupply: {
    en: "`supply_MW` is missing; expected a list of one power an hour, or a `profile` of a country.",
    zh: "缺少 `supply_MW`；应为逐小时功率列表，或用 `profile` 指定国家。",
  },
  both: {
    en: "Give `supply_MW` or `profile`, not both.",
    zh: "`supply_MW` 与 `profile` 只能给出一个。",
  },
  otherHours: {
    en: "`{field}` has {count} hours; `supply_MW` has {hours}.",
    zh: "`{field}` 有 {count} 小时，而 `supply_MW` 有 {hours} 小时。",
  },
  negative: {
    en: "`{field}` is {value} in hour {hour}; expected a number ≥ 0.",
    zh: "`{field}` 在第 {hour} 小时为 {value}，应为不小于 0 的数。",
  },
  flat: {
    en: "Specific consumption is {value} kWh/kg at every load: no part-load curve was given.",
    zh: "各负荷下的单位耗电均为 {value} kWh/kg：未给出部分负荷曲线。",
  },
  recalled: {
    en: "{process}, {parameter}: {value} {unit} is recalled from {source} and was not checked.",
    zh: "{process}，{parameter}：{value} {unit} 凭记忆引自 {source}，未经核对。",
  },
  noTank: {
    en: "There is no tank: hydrogen beyond the demand of its hour is not made.",
    zh: "没有储罐：只按当小时需求制氢。",
  },
  heatLeft: {
    en: "Recovered heat has no store and no user: it is rejected.",
    zh: "回收的热没有蓄热体和用户，全部排放。",
  },
});

const megawatts = numberIn("MW");
const hourly = (unit: string) => z.union([numberIn(unit), z.array(numberIn(unit)).max(100_000)]);

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
  input: z.object({
    supply_MW: z.array(megawatts).max(100_000).optional().describe("Wind, solar and other supply, one power an hour"),
    load_MW: hourly("MW").optional().describe("Load that is served first; 0 if left out"),
    profile: z
      .strictObject({
        country: z.string().length(3).describe("ISO 3166 alpha-3, one of power_hours"),
        from: z.string().optional().describe("First hour in UTC, as 2019-01-01 or 2019-01-01T06"),
        hours: z.int().min(1).max(8784).default(8760),
        wind_MW: megawatts.nonnegative().optional().describe("Mean of wind over these hours"),
        solar_MW: megawatts.nonnegative().optional().describe("Mean of solar over these hours"),
        load_MW: megawatts.nonnegative().optional().describe("Mean of the load over these hours"),
      })
      .optional()
      .describe("Hours as reported for a country, scaled to means, instead of supply_MW"),
    import_MW: megawatts.nonnegative().optional().describe("The most that the grid gives; left out, no limit"),
    gridFactor_t_MWh: numberIn("t CO2/MWh").nonnegative().optional().describe("CO2 of imported electricity"),
    electrolyser: z.strictObject({
      capacity_MW: megawatts.nonnegative(),
      type: z.enum(["alkaline", "PEM", "solid oxide"]).default("alkaline"),
      consumption_kWh_kg: numberIn("kWh/kg").positive().optional().describe("Left out: typical of the type"),
      partLoad: z
        .array(z.strictObject({ load: ratio.min(0).max(1), consumption_kWh_kg: numberIn("kWh/kg").positive() }))
        .min(1)
        .optional()
        .describe("Specific consumption by load, linear between"),
      minimumLoad: ratio.min(0).max(1).default(0).describe("Share of capacity below which it does not run"),
      ramp: ratio.gt(0).max(1).default(1).describe("Largest change of load in an hour, as a share of capacity"),
      startUp_h: integerIn("h").min(0).default(0).describe("Hours from off to running"),
      startUp_MW: megawatts.nonnegative().default(0).describe("Drawn while starting"),
      standby_h: integerIn("h").min(0).default(0).describe("Hours kept warm before it is switched off"),
      standby_MW: megawatts.nonnegative().default(0).describe("Drawn while kept warm"),
      heatRecovery: ratio.min(0).max(1).default(0).describe("Share of its electricity recovered as heat"),
    }),
    tank: z
      .strictObject({
        capacity_kg: numberIn("kg").nonnegative(),
        start_kg: numberIn("kg").nonnegative().default(0),
        loss: ratio.min(0).lt(1).default(0).describe("Share of the content lost in an hour"),
      })
      .optional(),
    hydrogenDemand_kg_h: hourly("kg/h").default(0),
    store: z
      .strictObject({
        heatCapacity_MWh_K: numberIn("MWh/K").positive(),
        lossCoefficient_MW_K: numberIn("MW/K").nonnegative().default(0),
        ambient_C: numberIn("°C").default(20),
        start_C: numberIn("°C"),
        lowest_C: numberIn("°C").describe("Below it nothing is delivered"),
        highest_C: numberIn("°C").describe("Above it nothing is taken"),
        band_K: numberIn("K").positive().default(1).describe("Within which delivery and charging fade"),
        heater_MW: megawatts.nonnegative().default(0).describe("Heater on surplus electricity"),
      })
      .optional(),
    heatDemand_MW: hourly("MW").default(0),
  }),
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
    const { electrolyser: cell, tank, store, profile } = input;
    if (input.supply_MW && profile) throw new IndustryError("profile", texts.both());
    const chosen = profile && {
      ...profile,
      load: profile.load_MW,
      wind: profile.wind_MW,
      solar: profile.solar_MW,
    };
    const reported = chosen ? await powerProfile(chosen, read) : null;
    const supply = reported?.supply ?? input.supply_MW;
    if (!supply) throw new IndustryError("supply_MW", texts.noSupply());
    const count = supply.length;
    const series = (field: string, given: number | readonly number[] = 0): ArrayLike<number> => {
      const values = typeof given === "number" ? new Float64Array(count).fill(given) : given;
      if (values.length !== count)
        throw new IndustryError(field, texts.otherHours({ field, count: values.length, hours: count }));
      for (let t = 0; t < count; t++)
        if (!(values[t]! >= 0))
          throw new IndustryError(field, texts.negative({ field, value: values[t]!, hour: t + 1 }));
      return values;
    };
    series("supply_MW", Array.from(supply));
    const load = input.load_MW === undefined && reported ? reported.load : series("load_MW", input.load_MW);
    const ranges = await read("process_ranges", { process: ["electrolyser", `electrolyser, ${cell.type}`] });
    const heatingValue = processParameter(ranges, "electrolyser", "lower heating value of hydrogen");
    const parameters = [heatingValue];
    let partLoad = cell.partLoad?.map((at) => ({ load: at.load, consumption: at.consumption_kWh_kg }));
    const notes: Message[] = [...(reported?.notes ?? [])];
    if (!partLoad) {
      let consumption = cell.consumption_kWh_kg;
      if (consumption === undefined) {
        const typical = processParameter(ranges, `electrolyser, ${cell.type}`, "electricity");
        parameters.push(typical);
        consumption = typical.value;
      }
      partLoad = [{ load: 1, consumption }];
      notes.push(texts.flat({ value: consumption }));
    }
    for (const { confirmation, ...row } of parameters) if (confirmation === "recalled") notes.push(texts.recalled(row));
    if (!tank) notes.push(texts.noTank());
    if (!store && cell.heatRecovery > 0) notes.push(texts.heatLeft());
    const result = await simulate(
      {
        supply,
        load,
        importMost: input.import_MW ?? Number.POSITIVE_INFINITY,
        electrolyser: {
          capacity: cell.capacity_MW,
          partLoad,
          minimumLoad: cell.minimumLoad,
          ramp: cell.ramp,
          startUp: cell.startUp_h,
          startUpPower: cell.startUp_MW,
          standby: cell.standby_h,
          standbyPower: cell.standby_MW,
          heatRecovery: cell.heatRecovery,
        },
        tank: { capacity: tank?.capacity_kg ?? 0, start: tank?.start_kg ?? 0, loss: tank?.loss ?? 0 },
        hydrogenDemand: series("hydrogenDemand_kg_h", input.hydrogenDemand_kg_h),
        store: store && {
          heatCapacity: store.heatCapacity_MWh_K,
          lossCoefficient: store.lossCoefficient_MW_K,
          ambient: store.ambient_C,
          start: store.start_C,
          lowest: store.lowest_C,
          highest: store.highest_C,
          band: store.band_K,
          heater: store.heater_MW,
        },
        heatDemand: series("heatDemand_MW", input.heatDemand_MW),
        heatingValue: heatingValue.value,
      },
      work,
    );
    const total = (name: HourColumn) => result.columns[name].reduce((sum, value) => sum + value, 0);
    const [made, imported] = [total("made"), total("imported")];
    const running = result.modes.reduce(
      (sum, mode, t) => sum + (mode === "running" ? result.columns.electrolyser[t]! : 0),
      0,
    );
    return {
      hours: count,
      from: reported?.from ?? null,
      totals: {
        supply_MWh: total("supply"),
        load_MWh: total("load"),
        imported_MWh: imported,
        unserved_MWh: total("unserved"),
        curtailed_MWh: total("curtailed"),
        electrolyser_MWh: total("electrolyser"),
        heater_MWh: total("heater"),
        hydrogen_t: made / 1000,
        hydrogen_MWh: (made * heatingValue.value) / 1000,
        delivered_t: total("delivered") / 1000,
        unmet_t: total("unmet") / 1000,
        vented_t: total("vented") / 1000,
        lost_t: total("lost") / 1000,
        conversionLoss_MWh: total("conversionLoss"),
        heatDelivered_MWh: total("heatDelivered"),
        heatUnmet_MWh: total("heatUnmet"),
        heatLost_MWh: total("heatLost"),
        heatRejected_MWh: total("heatRejected"),
        emissions_t: input.gridFactor_t_MWh === undefined ? null : imported * input.gridFactor_t_MWh,
      },
      fullLoadHours: cell.capacity_MW > 0 ? running / cell.capacity_MW : null,
      starts: result.starts,
      consumption_kWh_kg: made > 0 ? (1000 * total("electrolyser")) / made : null,
      hourly: {
        mode: [...result.modes],
        ...(Object.fromEntries(
          (Object.keys(hours) as HourField[]).map((field) => [field, [...result.columns[columnOf(field)]]]),
        ) as Record<HourField, number[]>),
      },
      parameters: parameters.map((row) => ({ ...row })),
      residuals: { ...result.residuals },
      method: store ? texts.rule() : texts.ruleWithoutStore(),
      notes,
    };
  },
});
