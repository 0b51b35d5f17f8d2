import type { Electrolyser } from "./electrolyser.ts";
import type { HydrogenTank } from "./hydrogen-tank.ts";
import type { ThermalStore } from "./thermal-store.ts";

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
