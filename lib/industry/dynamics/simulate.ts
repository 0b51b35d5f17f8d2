import { messages } from "../../message/message.ts";
import { uninterrupted, type Work } from "../../numeric/work.ts";
import { IndustryError } from "../industry-error.ts";
import {
  checkElectrolyser,
  type Electrolyser,
  type ElectrolyserState,
  hydrogenAt,
  type Mode,
  nextState,
  powerFor,
} from "./electrolyser.ts";
import { type HydrogenTank, roomFor, tankHour } from "./hydrogen-tank.ts";
import { storeHour, type ThermalStore } from "./thermal-store.ts";

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

/** A plant of electricity, hydrogen and heat, and what drives it by the hour. Powers in MW, hydrogen in kg/h, heat in MWh. */
export interface HourlyPlant {
  /** Wind, solar and others that are there anyway. */
  readonly supply: ArrayLike<number>;
  readonly load: ArrayLike<number>;
  /** The most that the grid gives. */
  readonly importMost: number;
  readonly electrolyser: Electrolyser;
  readonly tank: HydrogenTank & { readonly start: number };
  readonly hydrogenDemand: ArrayLike<number>;
  readonly store?: (ThermalStore & { readonly start: number; readonly heater: number }) | undefined;
  readonly heatDemand: ArrayLike<number>;
  /** Lower heating value of hydrogen, kWh/kg. */
  readonly heatingValue: number;
}

/** Columns of the simulated hours. */
export type HourColumn =
  | "supply"
  | "load"
  | "imported"
  | "unserved"
  | "curtailed"
  | "electrolyser"
  | "heater"
  | "made"
  | "delivered"
  | "unmet"
  | "vented"
  | "lost"
  | "level"
  | "recovered"
  | "conversionLoss"
  | "heatDelivered"
  | "heatUnmet"
  | "heatLost"
  | "heatRejected"
  | "temperature";

export interface Simulation {
  readonly hours: number;
  readonly columns: Readonly<Record<HourColumn, Float64Array>>;
  readonly modes: readonly Mode[];
  readonly starts: number;
  /**
   * Largest residual of the balance of an hour, relative to its largest term, each computed from the columns afterwards:
   * electricity at the bus, hydrogen in the tank, heat in the store. `energy` is that of the whole plant over all hours.
   */
  readonly residuals: {
    readonly electricity: number;
    readonly hydrogen: number;
    readonly heat: number;
    readonly energy: number;
  };
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
  const { supply, load, electrolyser, tank, store, hydrogenDemand, heatDemand, heatingValue } = plant;
  const hours = supply.length;
  checkElectrolyser(electrolyser, heatingValue);
  if (tank.start > tank.capacity)
    throw new IndustryError("tank", texts.startAbove({ start: tank.start, capacity: tank.capacity }));
  if (store && !(store.lowest < store.highest))
    throw new IndustryError("store", texts.temperatures({ lowest: store.lowest, highest: store.highest }));
  const column = () => new Float64Array(hours);
  const columns: Record<HourColumn, Float64Array> = {
    supply: Float64Array.from(supply),
    load: Float64Array.from(load),
    imported: column(),
    unserved: column(),
    curtailed: column(),
    electrolyser: column(),
    heater: column(),
    made: column(),
    delivered: column(),
    unmet: column(),
    vented: column(),
    lost: column(),
    level: column(),
    recovered: column(),
    conversionLoss: column(),
    heatDelivered: column(),
    heatUnmet: column(),
    heatLost: column(),
    heatRejected: column(),
    temperature: column(),
  };
  const modes: Mode[] = [];
  let state: ElectrolyserState = { mode: "off", hours: 0, power: 0 };
  let [level, temperature, starts, steps] = [tank.start, store?.start ?? 0, 0, 0];
  let next: number | undefined;
  const residuals = { electricity: 0, hydrogen: 0, heat: 0, energy: 0 };
  for (let t = 0; t < hours; t++) {
    const surplus = supply[t]! - load[t]!;
    const [demand, heat] = [hydrogenDemand[t]!, heatDemand[t]!];
    const fits = powerFor(electrolyser, roomFor(tank, level, demand));
    const before = state;
    state = nextState(electrolyser, before, Math.min(Math.max(0, surplus), fits));
    if (state.mode === "running" && before.mode !== "running" && before.mode !== "standby") starts++;
    modes.push(state.mode);
    const isRunning = state.mode === "running";
    const power = state.power;
    const heater = store ? Math.min(store.heater, Math.max(0, surplus - power)) : 0;
    const balance = surplus - power - heater;
    const imported = Math.min(Math.max(0, -balance), plant.importMost);
    const made = isRunning ? hydrogenAt(electrolyser, power) : 0;
    const filled = tankHour(tank, level, made, demand);
    const recovered = isRunning ? electrolyser.heatRecovery * power : 0;
    set("imported", imported);
    set("unserved", Math.max(0, -balance - imported));
    set("curtailed", Math.max(0, balance));
    set("electrolyser", power);
    set("heater", heater);
    set("made", made);
    set("delivered", filled.delivered);
    set("unmet", demand - filled.delivered);
    set("vented", filled.vented);
    set("lost", filled.lost);
    set("level", filled.level);
    set("recovered", recovered);
    set("conversionLoss", power - recovered - (made * heatingValue) / 1000);
    const [levelBefore, temperatureBefore] = [level, temperature];
    level = filled.level;
    if (store) {
      const hour = await storeHour(store, temperature, recovered + heater, heat, work, next);
      next = hour.next;
      temperature = hour.temperature;
      steps += hour.steps;
      set("heatDelivered", hour.delivered);
      set("heatLost", hour.lost);
      set("heatRejected", hour.rejected);
      set("temperature", temperature);
    } else set("heatRejected", recovered);
    set("heatUnmet", Math.max(0, heat - columns.heatDelivered[t]!));
    const of = (name: HourColumn) => columns[name][t]!;
    residual(
      "electricity",
      [of("supply"), of("imported"), of("unserved")],
      [of("load"), of("electrolyser"), of("heater"), of("curtailed")],
    );
    residual("hydrogen", [levelBefore, of("made")], [of("level"), of("delivered"), of("vented"), of("lost")]);
    if (store)
      residual(
        "heat",
        [store.heatCapacity * (temperatureBefore - store.ambient), of("recovered"), of("heater")],
        [store.heatCapacity * (temperature - store.ambient), of("heatDelivered"), of("heatLost"), of("heatRejected")],
      );
    function set(name: HourColumn, value: number): void {
      columns[name][t] = value;
    }
    if (t % BLOCK === 0) {
      work.progress(t / hours, texts.simulating());
      await work.pause();
    }
  }
  const total = (name: HourColumn) => columns[name].reduce((sum, value) => sum + value, 0);
  const ofHydrogen = (kg: number) => (kg * heatingValue) / 1000;
  const heatIn = (of: number) => (store ? store.heatCapacity * (of - store.ambient) : 0);
  residual(
    "energy",
    [total("supply"), total("imported"), total("unserved"), ofHydrogen(tank.start), heatIn(store?.start ?? 0)],
    [
      ...(["load", "curtailed", "conversionLoss", "heatDelivered", "heatLost", "heatRejected"] as const).map(total),
      ...[total("delivered"), total("vented"), total("lost"), level].map(ofHydrogen),
      heatIn(temperature),
    ],
  );
  return { hours, columns, modes, starts, residuals, steps };

  function residual(of: keyof typeof residuals, into: readonly number[], out: readonly number[]): void {
    const sum = (terms: readonly number[]) => terms.reduce((all, term) => all + term, 0);
    const largest = Math.max(...into.map(Math.abs), ...out.map(Math.abs));
    if (largest > 0) residuals[of] = Math.max(residuals[of], Math.abs(sum(into) - sum(out)) / largest);
  }
}
