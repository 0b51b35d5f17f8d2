import { z } from "zod";
import type { Message } from "../../message/message.ts";
import { messages } from "../../message/message.ts";
import type { Read } from "../../tool/read.ts";
import { integerIn, numberIn, ratio } from "../../tool/unit.ts";
import type { HourlyPlant } from "../dynamics/hourly-plant.ts";
import { powerProfile } from "../dynamics/power-profile.ts";
import { processParameter } from "../dynamics/process-parameter.ts";
import { IndustryError } from "../industry-error.ts";

const texts = messages("industry.simulateTool", {
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

export const simulateInput = z.object({
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
});

type SimulateInput = z.infer<typeof simulateInput>;

/** The plant that the input describes, with where its hours begin, the values that were taken from process_ranges, and notes on both. */
export async function hourlyPlant(input: SimulateInput, read: Read) {
  const { electrolyser: cell, tank, store } = input;
  const { supply, load, reported } = await powerOf(input, read);
  const ranges = await read("process_ranges", { process: ["electrolyser", `electrolyser, ${cell.type}`] });
  const heatingValue = processParameter(ranges, "electrolyser", "lower heating value of hydrogen");
  const parameters = [heatingValue];
  const notes: Message[] = [...(reported?.notes ?? [])];
  let partLoad = cell.partLoad?.map((at) => ({ load: at.load, consumption: at.consumption_kWh_kg }));
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
  const plant: HourlyPlant = {
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
    hydrogenDemand: hourlySeries("hydrogenDemand_kg_h", input.hydrogenDemand_kg_h, supply.length),
    store: store && thermalStore(store),
    heatDemand: hourlySeries("heatDemand_MW", input.heatDemand_MW, supply.length),
    heatingValue: heatingValue.value,
  };
  return { plant, from: reported?.from ?? null, parameters, notes };
}

/** Supply and load: as given, or as reported for a country. */
async function powerOf({ profile, supply_MW, load_MW }: SimulateInput, read: Read) {
  if (supply_MW && profile) throw new IndustryError("profile", texts.both());
  const chosen = profile && { ...profile, load: profile.load_MW, wind: profile.wind_MW, solar: profile.solar_MW };
  const reported = chosen ? await powerProfile(chosen, read) : null;
  const supply = reported?.supply ?? supply_MW;
  if (!supply) throw new IndustryError("supply_MW", texts.noSupply());
  hourlySeries("supply_MW", Array.from(supply), supply.length);
  const load = load_MW === undefined && reported ? reported.load : hourlySeries("load_MW", load_MW, supply.length);
  return { supply, load, reported };
}

/** One number an hour, each 0 or more. Throws IndustryError, which names field and hour. */
function hourlySeries(field: string, given: number | readonly number[] = 0, count: number): ArrayLike<number> {
  const values = typeof given === "number" ? new Float64Array(count).fill(given) : given;
  if (values.length !== count)
    throw new IndustryError(field, texts.otherHours({ field, count: values.length, hours: count }));
  for (let t = 0; t < count; t++)
    if (!(values[t]! >= 0)) throw new IndustryError(field, texts.negative({ field, value: values[t]!, hour: t + 1 }));
  return values;
}

function thermalStore(store: NonNullable<SimulateInput["store"]>): NonNullable<HourlyPlant["store"]> {
  return {
    heatCapacity: store.heatCapacity_MWh_K,
    lossCoefficient: store.lossCoefficient_MW_K,
    ambient: store.ambient_C,
    start: store.start_C,
    lowest: store.lowest_C,
    highest: store.highest_C,
    band: store.band_K,
    heater: store.heater_MW,
  };
}
