import type { ElectrolyserState } from "./electrolyser.ts";
import type { HourlyPlant } from "./hourly-plant.ts";
import type { TankHour } from "./hydrogen-tank.ts";
import type { StoreHour } from "./thermal-store.ts";

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

/** Electricity of an hour and what follows from it. */
export interface PowerHour {
  readonly state: ElectrolyserState;
  readonly heater: number;
  /** What is left of the supply, or missing. */
  readonly balance: number;
  readonly imported: number;
  readonly made: number;
  readonly filled: TankHour;
  readonly recovered: number;
}

/**
 * Largest residual of the balance of an hour, relative to its largest term, each computed from the columns afterwards:
 * electricity at the bus, hydrogen in the tank, heat in the store. `energy` is that of the whole plant over all hours.
 */
export interface BalanceResiduals {
  readonly electricity: number;
  readonly hydrogen: number;
  readonly heat: number;
  readonly energy: number;
}

/** The columns of the hours, and the residuals of their balances, each computed from the columns. */
export class HourlyRecord {
  readonly columns: Readonly<Record<HourColumn, Float64Array>>;
  readonly residuals: { -readonly [balance in keyof BalanceResiduals]: number } = {
    electricity: 0,
    hydrogen: 0,
    heat: 0,
    energy: 0,
  };
  readonly #plant: HourlyPlant;

  constructor(plant: HourlyPlant) {
    this.#plant = plant;
    const column = () => new Float64Array(plant.supply.length);
    this.columns = {
      supply: Float64Array.from(plant.supply),
      load: Float64Array.from(plant.load),
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
  }

  setPower(t: number, { state, heater, balance, imported, made, filled, recovered }: PowerHour): void {
    const { columns } = this;
    const { power } = state;
    columns.imported[t] = imported;
    columns.unserved[t] = Math.max(0, -balance - imported);
    columns.curtailed[t] = Math.max(0, balance);
    columns.electrolyser[t] = power;
    columns.heater[t] = heater;
    columns.made[t] = made;
    columns.delivered[t] = filled.delivered;
    columns.unmet[t] = this.#plant.hydrogenDemand[t]! - filled.delivered;
    columns.vented[t] = filled.vented;
    columns.lost[t] = filled.lost;
    columns.level[t] = filled.level;
    columns.recovered[t] = recovered;
    columns.conversionLoss[t] = power - recovered - (made * this.#plant.heatingValue) / 1000;
  }

  /** Of the store; without one, the heat that is recovered goes to a cooler. */
  setHeat(t: number, heat: StoreHour | null, recovered: number): void {
    const { columns } = this;
    if (heat) {
      columns.heatDelivered[t] = heat.delivered;
      columns.heatLost[t] = heat.lost;
      columns.heatRejected[t] = heat.rejected;
      columns.temperature[t] = heat.temperature;
    } else columns.heatRejected[t] = recovered;
    columns.heatUnmet[t] = Math.max(0, this.#plant.heatDemand[t]! - columns.heatDelivered[t]!);
  }

  /** Balances of an hour: electricity at the bus, hydrogen in the tank, heat in the store. */
  balanceHour(t: number, before: { readonly level: number; readonly temperature: number }): void {
    const of = (name: HourColumn) => this.columns[name][t]!;
    this.#residual(
      "electricity",
      [of("supply"), of("imported"), of("unserved")],
      [of("load"), of("electrolyser"), of("heater"), of("curtailed")],
    );
    this.#residual("hydrogen", [before.level, of("made")], [of("level"), of("delivered"), of("vented"), of("lost")]);
    if (this.#plant.store)
      this.#residual(
        "heat",
        [this.#heatIn(before.temperature), of("recovered"), of("heater")],
        [this.#heatIn(of("temperature")), of("heatDelivered"), of("heatLost"), of("heatRejected")],
      );
  }

  /** The balance of energy of the whole plant over all hours. */
  balanceAll(level: number, temperature: number): void {
    const { tank, store, heatingValue } = this.#plant;
    const total = (name: HourColumn) => this.columns[name].reduce((sum, value) => sum + value, 0);
    const ofHydrogen = (kg: number) => (kg * heatingValue) / 1000;
    this.#residual(
      "energy",
      [
        ...[total("supply"), total("imported"), total("unserved")],
        ofHydrogen(tank.start),
        this.#heatIn(store?.start ?? 0),
      ],
      [
        ...(["load", "curtailed", "conversionLoss", "heatDelivered", "heatLost", "heatRejected"] as const).map(total),
        ...[total("delivered"), total("vented"), total("lost"), level].map(ofHydrogen),
        this.#heatIn(temperature),
      ],
    );
  }

  #heatIn(temperature: number): number {
    const { store } = this.#plant;
    return store ? store.heatCapacity * (temperature - store.ambient) : 0;
  }

  #residual(of: keyof BalanceResiduals, into: readonly number[], out: readonly number[]): void {
    const sum = (terms: readonly number[]) => terms.reduce((all, term) => all + term, 0);
    const largest = Math.max(...into.map(Math.abs), ...out.map(Math.abs));
    if (largest > 0) this.residuals[of] = Math.max(this.residuals[of], Math.abs(sum(into) - sum(out)) / largest);
  }
}
