import { messages } from "../../message/message.ts";
import { uninterrupted, type Work } from "../../numeric/work.ts";
import { IndustryError } from "../industry-error.ts";
import {
  checkElectrolyser,
  type ElectrolyserState,
  hydrogenAt,
  type Mode,
  nextState,
  powerFor,
} from "./electrolyser.ts";
import type { HourlyPlant } from "./hourly-plant.ts";
import { type BalanceResiduals, type HourColumn, HourlyRecord, type PowerHour } from "./hourly-record.ts";
import { roomFor, tankHour } from "./hydrogen-tank.ts";
import { storeHour } from "./thermal-store.ts";

const texts = messages("industry.simulate", {
  simulating: { en: "simulating hours", zh: "逐小时模拟" },
  startAbove: {
    en: "The tank begins with {start} kg; it holds {capacity} kg.",
    zh: "储罐初始有 {start} kg，而容量为 {capacity} kg。",
  },
  temperatures: {
    en: "The store has its lowest temperature {lowest} °C not below its highest {highest} °C.",
    zh: "蓄热体的最低温度 {lowest} °C 不低于最高温度 {highest} °C。",
  },
});

export interface Simulation {
  readonly hours: number;
  readonly columns: Readonly<Record<HourColumn, Float64Array>>;
  readonly modes: readonly Mode[];
  readonly starts: number;
  readonly residuals: BalanceResiduals;
  /** Steps of the integration of the store. */
  readonly steps: number;
}

/** Hours between two pauses. */
const BLOCK = 24;

/**
 * Simulates hour by hour: the load is served first, the electrolyser is offered what is left as far as its hydrogen fits into the
 * tank, the heater what is left of that; the rest is curtailed. Load beyond the supply, and what the electrolyser needs beyond its
 * offer (ramp, start-up, keeping warm), come from the grid up to `importMost`; what is then missing is unserved. A rule, not an
 * optimum.
 */
export async function simulate(plant: HourlyPlant, work: Work = uninterrupted): Promise<Simulation> {
  checkPlant(plant);
  const { tank, store } = plant;
  const hours = plant.supply.length;
  const record = new HourlyRecord(plant);
  const modes: Mode[] = [];
  let state: ElectrolyserState = { mode: "off", hours: 0, power: 0 };
  let [level, temperature, starts, steps] = [tank.start, store?.start ?? 0, 0, 0];
  let next: number | undefined;
  for (let t = 0; t < hours; t++) {
    const before = { mode: state.mode, level, temperature };
    const hour = powerHour(plant, state, level, t);
    state = hour.state;
    if (state.mode === "running" && before.mode !== "running" && before.mode !== "standby") starts++;
    modes.push(state.mode);
    record.setPower(t, hour);
    level = hour.filled.level;
    if (store) {
      const heat = await storeHour(store, temperature, hour.recovered + hour.heater, plant.heatDemand[t]!, work, next);
      next = heat.next;
      temperature = heat.temperature;
      steps += heat.steps;
      record.setHeat(t, heat, hour.recovered);
    } else record.setHeat(t, null, hour.recovered);
    record.balanceHour(t, before);
    if (t % BLOCK === 0) {
      work.progress(t / hours, texts.simulating());
      await work.pause();
    }
  }
  record.balanceAll(level, temperature);
  return { hours, columns: record.columns, modes, starts, residuals: record.residuals, steps };
}

function checkPlant({ electrolyser, heatingValue, tank, store }: HourlyPlant): void {
  checkElectrolyser(electrolyser, heatingValue);
  if (tank.start > tank.capacity)
    throw new IndustryError("tank", texts.startAbove({ start: tank.start, capacity: tank.capacity }));
  if (store && !(store.lowest < store.highest))
    throw new IndustryError("store", texts.temperatures({ lowest: store.lowest, highest: store.highest }));
}

/** What the rule does with the electricity of an hour, and the hydrogen that it makes. */
function powerHour(plant: HourlyPlant, before: ElectrolyserState, level: number, t: number): PowerHour {
  const { electrolyser, tank, store } = plant;
  const surplus = plant.supply[t]! - plant.load[t]!;
  const demand = plant.hydrogenDemand[t]!;
  const fits = powerFor(electrolyser, roomFor(tank, level, demand));
  const state = nextState(electrolyser, before, Math.min(Math.max(0, surplus), fits));
  const isRunning = state.mode === "running";
  const power = state.power;
  const heater = store ? Math.min(store.heater, Math.max(0, surplus - power)) : 0;
  const balance = surplus - power - heater;
  const made = isRunning ? hydrogenAt(electrolyser, power) : 0;
  return {
    state,
    heater,
    balance,
    imported: Math.min(Math.max(0, -balance), plant.importMost),
    made,
    filled: tankHour(tank, level, made, demand),
    recovered: isRunning ? electrolyser.heatRecovery * power : 0,
  };
}
