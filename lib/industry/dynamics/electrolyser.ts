import { messages } from "../../message/message.ts";
import { IndustryError } from "../industry-error.ts";

const texts = messages("industry.electrolyser", {
  loads: {
    en: "`electrolyser.partLoad` needs loads that ascend within 0 to 1 and consumptions above 0; entry {at} has load {load} and {consumption} kWh/kg.",
    zh: "`electrolyser.partLoad` 的负荷应在 0 至 1 之间递增，耗电应大于 0；第 {at} 项的负荷为 {load}，耗电为 {consumption} kWh/kg。",
  },
  falls: {
    en: "`electrolyser.partLoad`: between loads {from} and {to} more power would make less hydrogen. Check the consumptions.",
    zh: "`electrolyser.partLoad`：负荷从 {from} 升至 {to} 时，功率增加而产氢减少。请检查耗电数据。",
  },
  belowHeat: {
    en: "The electrolyser would give more energy than it gets: {consumption} kWh/kg at load {load}, of which {heat} are recovered as heat and {hydrogen} are in the hydrogen (lower heating value). Lower `heatRecovery` or raise the consumption.",
    zh: "电解槽输出的能量会多于输入：负荷 {load} 时耗电 {consumption} kWh/kg，其中 {heat} 作为热回收，{hydrogen} 在氢气中（低位热值）。请降低 `heatRecovery` 或提高耗电。",
  },
});

/** Specific consumption at a load. */
export interface PartLoad {
  /** Share of capacity. */
  readonly load: number;
  /** kWh of electricity a kg of hydrogen. */
  readonly consumption: number;
}

/** An electrolyser as it is run by the hour. Powers in MW. */
export interface Electrolyser {
  readonly capacity: number;
  /** Ascending in load; between them consumption is linear, outside it is that of the nearest. */
  readonly partLoad: readonly PartLoad[];
  /** Share of capacity below which it does not run. */
  readonly minimumLoad: number;
  /** Largest change of load in an hour, as a share of capacity. */
  readonly ramp: number;
  /** Hours from off to running, and the power drawn meanwhile; no hydrogen is made. */
  readonly startUp: number;
  readonly startUpPower: number;
  /** Hours that it is kept warm when there is too little power, and the power for it. */
  readonly standby: number;
  readonly standbyPower: number;
  /** Share of its electricity that is recovered as heat while it runs. */
  readonly heatRecovery: number;
}

export type Mode = "off" | "starting" | "standby" | "running";

/** Mode at the end of an hour, how many hours it has lasted, and the power while running. */
export interface ElectrolyserState {
  readonly mode: Mode;
  readonly hours: number;
  readonly power: number;
}

/** Throws IndustryError if the curve cannot be that of an electrolyser, or makes energy. `heatingValue` in kWh/kg (lower). */
export function checkElectrolyser({ partLoad, heatRecovery }: Electrolyser, heatingValue: number): void {
  for (const [at, { load, consumption }] of partLoad.entries()) {
    const before = partLoad[at - 1];
    if (!(load >= 0 && load <= 1 && consumption > 0) || (before && !(before.load < load)))
      throw new IndustryError("electrolyser.partLoad", texts.loads({ at, load, consumption }));
    // Consumption is linear, so hydrogen l/(a + b l) rises between two loads exactly if it rises from end to end.
    if (before && load / consumption < before.load / before.consumption)
      throw new IndustryError("electrolyser.partLoad", texts.falls({ from: before.load, to: load }));
    if (heatingValue + heatRecovery * consumption > consumption * (1 + 1e-12))
      throw new IndustryError(
        "electrolyser",
        texts.belowHeat({
          consumption,
          load,
          heat: (heatRecovery * consumption).toPrecision(4),
          hydrogen: heatingValue.toPrecision(4),
        }),
      );
  }
}

/** kWh/kg at a power. */
export function consumptionAt({ partLoad, capacity }: Electrolyser, power: number): number {
  const load = capacity > 0 ? power / capacity : 0;
  const next = partLoad.findIndex((each) => each.load >= load);
  if (next < 0) return partLoad.at(-1)!.consumption;
  if (next === 0) return partLoad[0]!.consumption;
  const [a, b] = [partLoad[next - 1]!, partLoad[next]!];
  return a.consumption + ((load - a.load) / (b.load - a.load)) * (b.consumption - a.consumption);
}

/** Hydrogen in kg/h at a power in MW. */
export function hydrogenAt(electrolyser: Electrolyser, power: number): number {
  return power > 0 ? (1000 * power) / consumptionAt(electrolyser, power) : 0;
}

/** The largest power that makes no more than `most` kg/h: hydrogen rises with power, so bisection finds it. */
export function powerFor(electrolyser: Electrolyser, most: number): number {
  let [lo, hi] = [0, electrolyser.capacity];
  if (hydrogenAt(electrolyser, hi) <= most) return hi;
  for (let k = 0; k < 60 && hi - lo > 1e-14 * electrolyser.capacity; k++) {
    const middle = (lo + hi) / 2;
    if (hydrogenAt(electrolyser, middle) <= most) lo = middle;
    else hi = middle;
  }
  return lo;
}

/**
 * What the electrolyser does in the next hour if this power is offered: it follows the offer within its ramp, does not run below
 * its minimum load, is kept warm for `standby` hours and is then switched off; from off it takes `startUp` hours to run.
 */
export function nextState(electrolyser: Electrolyser, before: ElectrolyserState, offered: number): ElectrolyserState {
  const { capacity, minimumLoad, ramp, startUp, startUpPower, standby, standbyPower } = electrolyser;
  const [least, change] = [minimumLoad * capacity, ramp * capacity];
  const wanted = Math.min(offered, capacity);
  const isEnough = wanted > 0 && wanted >= least;
  const enter = (mode: Mode, power: number): ElectrolyserState => ({
    mode,
    hours: mode === before.mode ? before.hours + 1 : 1,
    power,
  });
  const run = (from: number) => enter("running", Math.max(least, Math.min(wanted, from + change), from - change));
  const rest = () =>
    standby > 0 && !(before.mode === "standby" && before.hours >= standby)
      ? enter("standby", standbyPower)
      : enter("off", 0);
  switch (before.mode) {
    case "running":
      if (isEnough) return run(before.power);
      // It can only stop from a load that the ramp can take it down from.
      return before.power - change > least ? enter("running", before.power - change) : rest();
    case "standby":
      return isEnough ? run(0) : rest();
    case "starting":
      if (before.hours < startUp) return enter("starting", startUpPower);
      return isEnough ? run(0) : rest();
    case "off":
      if (!isEnough) return enter("off", 0);
      return startUp > 0 ? enter("starting", startUpPower) : run(0);
  }
}
