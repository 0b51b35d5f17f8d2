import { z } from "zod";
import { messages } from "../../message/message.ts";
import { gridFactorRange } from "../../tool/intensity-bound.ts";
import { plausible } from "../../tool/plausible.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { numberIn, ratio } from "../../tool/unit.ts";
import { IndustryError } from "../industry-error.ts";

const texts = messages("industry.dispatchSystem", {
  noHours: {
    en: "load_MW is empty. Give the load of at least one hour.",
    zh: "load_MW 为空，请至少给出一个小时的负荷。",
  },
  noGenerators: { en: "generators is empty. Give at least one.", zh: "generators 为空，请至少给出一个。" },
  twice: {
    en: "{field} has {name} twice. Give each a name of its own.",
    zh: "{field} 中 {name} 出现两次，请分别命名。",
  },
  profileLength: {
    en: "Generator {name} has a profile of {hours} hours, the load has {wanted}. Give as many.",
    zh: "发电机组 {name} 的出力曲线有 {hours} 小时，负荷有 {wanted} 小时，二者应相等。",
  },
  belowMinimum: {
    en: "Generator {name} must give at least {minimum} MW, but in hour {hour} no more than {available} MW is available. Lower minimum_MW, or raise capacity or profile.",
    zh: "发电机组 {name} 的最小出力为 {minimum} MW，而第 {hour} 小时至多可用 {available} MW。请调低 minimum_MW，或提高容量或出力曲线。",
  },
  twoRamps: {
    en: "Generator {name} has rampShare and ramp_MW. Give one of them.",
    zh: "发电机组 {name} 同时给出了 rampShare 与 ramp_MW，请只给出一个。",
  },
  twoLevels: {
    en: "Storage {name} has {share} and {level}. Give one of them.",
    zh: "储能 {name} 同时给出了 {share} 与 {level}，请只给出一个。",
  },
  aboveEnergy: {
    en: "Storage {name} has {field} {level} MWh, more than its energy_MWh of {energy}.",
    zh: "储能 {name} 的 {field} 为 {level} MWh，超过其 energy_MWh {energy}。",
  },
  endTooFar: {
    en: "Storage {name} cannot hold {end} MWh after {hours} {hours:hour|hours}: from {start} MWh, power_MW of {power} takes it to {reach} MWh. Change end, or raise power_MW.",
    zh: "储能 {name} 在 {hours} 个小时后不可能储有 {end} MWh：从 {start} MWh 起，以 power_MW {power} 只能到达 {reach} MWh。请更改 end，或提高 power_MW。",
  },
  clipped: {
    en: "The profile of {name} exceeds capacity_MW in {hours} {hours:hour|hours}; the capacity holds there.",
    zh: "{name} 的出力曲线在 {hours} 个小时内超过 capacity_MW，以容量为准。",
  },
});

/** A level that is missed by this share of the energy is missed by rounding of the caller's numbers. */
const ROUNDING = 1e-9;

const power = numberIn("MW").nonnegative();

/** A generator as a caller describes it; numbers are not negative. */
export const generatorShape = z.strictObject({
  name: z.string().min(1),
  capacity_MW: power,
  marginalCost: z.number().describe("Money per MWh, without carbon"),
  emissions_t_MWh: plausible(numberIn("t/MWh"), gridFactorRange),
  rampShare: ratio.nonnegative().optional().describe("Largest change of output in an hour, as a share of capacity"),
  ramp_MW: power.optional().describe("The same in MW"),
  minimum_MW: power.optional().describe("Output in every hour at least"),
  /** What is available in each hour, such as wind: what is not used is curtailed. */
  profile_MW: z.array(power).optional().describe("Available power by hour, such as of wind; unused power is curtailed"),
});
export type Generator = ResultOf<typeof generatorShape>;

const energy = numberIn("MWh").nonnegative();

/** A store of electricity; levels are those before the first and after the last hour. */
export const storageShape = z.strictObject({
  name: z.string().min(1).optional(),
  power_MW: numberIn("MW").nonnegative(),
  energy_MWh: energy,
  chargeEfficiency: ratio.positive().max(1),
  dischargeEfficiency: ratio.positive().max(1),
  /** A share of energy_MWh up to 1; a larger number is MWh. */
  start: z
    .number()
    .nonnegative()
    .optional()
    .describe("Level before the first hour: a share of energy_MWh up to 1, MWh above 1; default 0"),
  end: z
    .number()
    .nonnegative()
    .optional()
    .describe("Level after the last hour, likewise; default: at least that of the start"),
  start_MWh: energy.optional(),
  end_MWh: energy.optional(),
});
export type Storage = ResultOf<typeof storageShape>;

/** A generator with its bounds in each hour. */
export interface HourlyGenerator {
  readonly name: string;
  readonly marginalCost: number;
  readonly emissions: number;
  readonly minimum: number;
  readonly available: Float64Array;
  /** MW in an hour; Infinity if it is not limited. */
  readonly ramp: number;
  readonly isCurtailable: boolean;
}

export interface NamedStorage {
  readonly name: string;
  readonly power: number;
  readonly energy: number;
  readonly chargeEfficiency: number;
  readonly dischargeEfficiency: number;
  readonly start: number;
  /** The level after the last hour; null if it may be any from `start` on. */
  readonly end: number | null;
}

export interface DispatchSystem {
  readonly load: Float64Array;
  readonly generators: readonly HourlyGenerator[];
  readonly storage: readonly NamedStorage[];
  readonly notes: readonly ReturnType<typeof texts.clipped>[];
}

/** The system in numbers by hour. Throws IndustryError, which names generator or storage, field and hour. */
export function dispatchSystem(
  load: readonly number[],
  generators: readonly Generator[],
  storage: readonly Storage[] = [],
): DispatchSystem {
  if (load.length === 0) throw new IndustryError("load_MW", texts.noHours());
  if (generators.length === 0) throw new IndustryError("generators", texts.noGenerators());
  const stores = storage.map((each, at) => namedStorage(each, each.name ?? `storage${at + 1}`, at, load.length));
  mustDiffer("generators", generators);
  mustDiffer("storage", stores);
  const hourly = generators.map((each, at) => hourlyGenerator(each, at, load.length));
  const notes = generators.flatMap(({ name, capacity_MW, profile_MW = [] }) => {
    const hours = profile_MW.filter((power) => power > capacity_MW).length;
    return hours > 0 ? [texts.clipped({ name, hours })] : [];
  });
  return { load: Float64Array.from(load), generators: hourly, storage: stores, notes };
}

function hourlyGenerator(given: Generator, at: number, hours: number): HourlyGenerator {
  const { name, capacity_MW, marginalCost, emissions_t_MWh, rampShare, ramp_MW, minimum_MW = 0, profile_MW } = given;
  const field = `generators[${at}]`;
  if (profile_MW && profile_MW.length !== hours)
    throw new IndustryError(
      `${field}.profile_MW`,
      texts.profileLength({ name, hours: profile_MW.length, wanted: hours }),
    );
  if (rampShare !== undefined && ramp_MW !== undefined)
    throw new IndustryError(`${field}.ramp_MW`, texts.twoRamps({ name }));
  const available = profile_MW
    ? Float64Array.from(profile_MW, (power) => Math.min(power, capacity_MW))
    : new Float64Array(hours).fill(capacity_MW);
  const short = available.findIndex((power) => power < minimum_MW);
  if (short >= 0)
    throw new IndustryError(
      `${field}.minimum_MW`,
      texts.belowMinimum({ name, minimum: minimum_MW, hour: short + 1, available: available[short]! }),
    );
  return {
    name,
    marginalCost,
    emissions: emissions_t_MWh,
    minimum: minimum_MW,
    available,
    ramp: ramp_MW ?? (rampShare === undefined ? Number.POSITIVE_INFINITY : rampShare * capacity_MW),
    isCurtailable: profile_MW !== undefined,
  };
}

function namedStorage(given: Storage, name: string, at: number, hours: number): NamedStorage {
  const { power_MW, energy_MWh, chargeEfficiency, dischargeEfficiency } = given;
  const levelOf = (part: "start" | "end"): number | null => {
    const [share, level] = [given[part], given[`${part}_MWh`]];
    const field = `storage[${at}].${part}`;
    if (share !== undefined && level !== undefined)
      throw new IndustryError(field, texts.twoLevels({ name, share: part, level: `${part}_MWh` }));
    if (share === undefined && level === undefined) return null;
    const found = level ?? (share! <= 1 ? share! * energy_MWh : share!);
    if (found > energy_MWh)
      throw new IndustryError(field, texts.aboveEnergy({ name, field: part, level: found, energy: energy_MWh }));
    return found;
  };
  const [start, end] = [levelOf("start") ?? 0, levelOf("end")];
  const [lowest, highest] = [
    start - (hours * power_MW) / dischargeEfficiency,
    start + hours * power_MW * chargeEfficiency,
  ];
  const slack = ROUNDING * (1 + energy_MWh);
  if (end !== null && (end < lowest - slack || end > highest + slack)) {
    const reach = Number((end > start ? highest : lowest).toPrecision(6));
    throw new IndustryError(
      given.end_MWh === undefined ? `storage[${at}].end` : `storage[${at}].end_MWh`,
      texts.endTooFar({ name, hours, start, end, power: power_MW, reach }),
    );
  }
  return { name, power: power_MW, energy: energy_MWh, chargeEfficiency, dischargeEfficiency, start, end };
}

function mustDiffer(field: string, parts: readonly { readonly name: string }[]): void {
  const names = parts.map(({ name }) => name);
  const again = names.find((name, at) => names.indexOf(name) !== at);
  if (again !== undefined) throw new IndustryError(field, texts.twice({ field, name: again }));
}
