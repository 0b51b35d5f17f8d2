import { charging, endOfLife, equipmentTotal, lifetimeLoss } from "../equations/products.ts";
import { Steps, type TierResult } from "../steps.ts";

/** Equipment with fluorinated gases, by stock: IPCC 2006 Guidelines, Vol 3 Ch 7. */

/** Equipment with a gas, by year of charging. */
export interface EquipmentStock {
  readonly gas: string;
  readonly firstYear: number;
  /** t of the gas charged into new equipment, from the first year on. */
  readonly charged: readonly number[];
  readonly chargingLoss: number;
  readonly annualLoss: number;
  /** Years from charge to retirement. */
  readonly lifetime: number;
  /** Share of the remaining gas that is recovered. */
  readonly recovery: number;
  /** Whether leakage is refilled every year; the charge is then complete at the end of life. */
  readonly refilled?: boolean;
}

/** A year of a stock: its content at the end, and its losses. */
export interface StockYear {
  readonly year: number;
  readonly bank: number;
  readonly refilled: number;
  readonly recovered: number;
  readonly result: TierResult;
}

/**
 * Emissions of equipment by stock, Tier 2a, year by year: losses at charging, during life, at the end. Charged gas is
 * emitted, recovered or still in the bank: Σ charged + Σ refilled = Σ emitted + Σ recovered + bank. Vol 3 Eq 7.10, 7.12 to
 * 7.14.
 */
export function equipmentStock(stock: EquipmentStock): StockYear[] {
  const { gas, charged, annualLoss, lifetime, refilled = false } = stock;
  const banked = charged.map(() => 0);
  const unit = `t ${gas}`;
  return charged.map((M, i) => {
    const steps = new Steps();
    const options = { gas, label: String(stock.firstYear + i) };
    const retiring = i - lifetime;
    let recovered = 0;
    const parts = [steps.take(charging, { M, k: stock.chargingLoss }, options)];
    if (retiring >= 0) {
      const original = charged[retiring]!;
      const p = original === 0 ? 0 : banked[retiring]! / original;
      const lost = steps.take(endOfLife, { M: original, p, eta: stock.recovery }, options);
      recovered = banked[retiring]! - lost.value;
      banked[retiring] = 0;
      parts.push(lost);
    }
    const inUse = banked.reduce((sum, mass) => sum + mass, 0);
    const loss = steps.take(lifetimeLoss, { B: inUse, x: annualLoss }, options);
    parts.push(loss);
    if (!refilled) for (let j = 0; j < i; j++) banked[j]! *= 1 - annualLoss;
    banked[i] = M * (1 - stock.chargingLoss);
    const total = steps.sum(parts, unit, equipmentTotal, { label: options.label });
    return {
      year: stock.firstYear + i,
      bank: banked.reduce((sum, mass) => sum + mass, 0),
      refilled: refilled ? loss.value : 0,
      recovered,
      result: { emissions: [total], steps: steps.list },
    };
  });
}
