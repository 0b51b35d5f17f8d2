import { charging, endOfLife, equipmentTotal, lifetimeLoss } from "../equations/products.ts";
import { Steps, type TierResult } from "../steps.ts";

/** Equipment that holds fluorinated gases, by its stock: IPCC 2006 Guidelines, Vol 3 Ch 7. */

/** Equipment that holds a gas, by the year in which it was charged. */
export interface EquipmentStock {
  readonly gas: string;
  readonly firstYear: number;
  /** t of the gas charged into new equipment, from the first year on. */
  readonly charged: readonly number[];
  readonly chargingLoss: number;
  readonly annualLoss: number;
  /** Years from charge to retirement. */
  readonly lifetime: number;
  /** Share of what is left that is recovered. */
  readonly recovery: number;
  /** Whether what leaks is refilled year by year; then the charge is whole at the end. */
  readonly refilled?: boolean;
}

/** A year of a stock: what it holds at its end, and what it lost. */
export interface StockYear {
  readonly year: number;
  readonly bank: number;
  readonly refilled: number;
  readonly recovered: number;
  readonly result: TierResult;
}

/**
 * Emissions of equipment by its stock, Tier 2a, year by year: losses at charging, during life, at the end. What is charged is
 * emitted, recovered or still there: Σ charged + Σ refilled = Σ emitted + Σ recovered + bank. Vol 3 Eq 7.10, 7.12 to 7.14.
 */
export function equipmentStock(stock: EquipmentStock): StockYear[] {
  const { gas, charged, annualLoss, lifetime, refilled = false } = stock;
  const held = charged.map(() => 0);
  const unit = `t ${gas}`;
  return charged.map((M, i) => {
    const steps = new Steps();
    const options = { gas, label: String(stock.firstYear + i) };
    const retiring = i - lifetime;
    let recovered = 0;
    const parts = [steps.take(charging, { M, k: stock.chargingLoss }, options)];
    if (retiring >= 0) {
      const original = charged[retiring]!;
      const p = original === 0 ? 0 : held[retiring]! / original;
      const lost = steps.take(endOfLife, { M: original, p, eta: stock.recovery }, options);
      recovered = held[retiring]! - lost.value;
      held[retiring] = 0;
      parts.push(lost);
    }
    const inUse = held.reduce((sum, mass) => sum + mass, 0);
    const loss = steps.take(lifetimeLoss, { B: inUse, x: annualLoss }, options);
    parts.push(loss);
    if (!refilled) for (let j = 0; j < i; j++) held[j]! *= 1 - annualLoss;
    held[i] = M * (1 - stock.chargingLoss);
    const total = steps.sum(parts, unit, equipmentTotal, { label: options.label });
    return {
      year: stock.firstYear + i,
      bank: held.reduce((sum, mass) => sum + mass, 0),
      refilled: refilled ? loss.value : 0,
      recovered,
      result: { emissions: [total], steps: steps.list },
    };
  });
}
