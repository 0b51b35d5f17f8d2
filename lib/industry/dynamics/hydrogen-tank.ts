/** A tank for hydrogen. Masses in kg. */
export interface HydrogenTank {
  readonly capacity: number;
  /** Share of its content that is lost in an hour (boil-off, leaks). */
  readonly loss: number;
}

export interface TankHour {
  readonly level: number;
  readonly delivered: number;
  readonly vented: number;
  readonly lost: number;
}

/**
 * One hour of m′ = made − delivered − vented − k m with constant flows, in closed form: m₁ = m₀ e^(−k) + net (1 − e^(−k)) / k. With
 * constant flows the level is monotone, so that a level within its bounds at the end was so all hour. Less than the demand is
 * delivered if the tank runs empty; what does not fit is vented.
 */
export function tankHour({ capacity, loss }: HydrogenTank, level: number, made: number, demand: number): TankHour {
  const k = -Math.log1p(-loss);
  const [keep, gain] = k > 0 ? [1 - loss, loss / k] : [1, 1];
  const delivered = Math.min(demand, made + (keep * level) / gain);
  const filled = keep * level + gain * (made - delivered);
  const vented = Math.max(0, (filled - capacity) / gain);
  const end = Math.max(0, vented > 0 ? capacity : filled);
  const net = made - delivered - vented;
  // The loss is the rest of the exact solution, not a difference of levels: it does not hide an error of the level.
  const lost = level * (1 - keep) + net * (1 - gain);
  return { level: end, delivered, vented, lost };
}

/** Hydrogen in kg/h that can be made without venting while this demand is delivered. */
export function roomFor({ capacity, loss }: HydrogenTank, level: number, demand: number): number {
  const k = -Math.log1p(-loss);
  const [keep, gain] = k > 0 ? [1 - loss, loss / k] : [1, 1];
  return Math.max(0, (capacity - keep * level) / gain + demand);
}
