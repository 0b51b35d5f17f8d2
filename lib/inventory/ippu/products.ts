import { equation, Steps, type TierResult } from "../equation.ts";

/** Product use: lubricants and waxes (Vol 3 Ch 5), fluorinated gases by stock (Ch 7), electrical equipment (Ch 8). */

const nonEnergy = {
  LC: "TJ NCV | lubricant or wax used",
  CC: "t C/TJ NCV | carbon content",
  ODU: "1 | share oxidised during use | fraction",
} as const;
const oxidised = ({ LC, CC, ODU }: Record<keyof typeof nonEnergy, number>) => (LC * CC * ODU * 44) / 12;

export const lubricants = equation("V3 Eq 5.2", "CO2 of lubricants", "E", "t CO2", nonEnergy, oxidised);
export const paraffinWax = equation("V3 Eq 5.4", "CO2 of paraffin waxes", "E", "t CO2", nonEnergy, oxidised);

export const netConsumption = equation(
  "V3 Eq 7.1",
  "Net consumption of a gas",
  "NC",
  "t {gas}",
  {
    Production: "t {gas} | production",
    Imports: "t {gas} | imports",
    Exports: "t {gas} | exports",
    Destruction: "t {gas} | destruction",
  },
  ({ Production, Imports, Exports, Destruction }) => Production + Imports - Exports - Destruction,
);

export const compositeFactor = equation(
  "V3 Eq 7.2A",
  "Emissions by a composite factor, Tier 1a",
  "E",
  "t {gas}",
  { NC: "t {gas} | net consumption | signed", EF: "1 | composite factor | fraction" },
  ({ NC, EF }) => NC * EF,
);

export const promptUse = equation(
  "V3 Eq 7.6",
  "Emissions of aerosols and solvents: half this year, half the next",
  "E",
  "t {gas}",
  {
    S: "t {gas} | used this year",
    Sbefore: "t {gas} | used the year before",
    EF: "1 | share of the first year | fraction",
  },
  ({ S, Sbefore, EF }) => S * EF + Sbefore * (1 - EF),
);

export const refrigerantBalance = equation(
  "V3 Eq 7.9",
  "Emissions of refrigerants by mass balance",
  "E",
  "t {gas}",
  {
    Sales: "t {gas} | sales of new refrigerant",
    Charge: "t {gas} | charge of new equipment",
    Retired: "t {gas} | original charge of equipment retired",
    Destroyed: "t {gas} | destroyed on purpose",
  },
  ({ Sales, Charge, Retired, Destroyed }) => Sales - Charge + Retired - Destroyed,
);

export const containers = equation(
  "V3 Eq 7.11",
  "Losses of containers",
  "E_containers",
  "t {gas}",
  { RM: "t {gas} | refrigerant on the market for new equipment and servicing", c: "1 | share lost | fraction" },
  ({ RM, c }) => RM * c,
);

export const charging = equation(
  "V3 Eq 7.12",
  "Losses at the first charge",
  "E_charge",
  "t {gas}",
  { M: "t {gas} | charged into new equipment", k: "1 | share lost | fraction" },
  ({ M, k }) => M * k,
);

export const lifetimeLoss = equation(
  "V3 Eq 7.13",
  "Losses during lifetime",
  "E_lifetime",
  "t {gas}",
  { B: "t {gas} | bank in equipment in use", x: "1/yr | share lost a year | fraction" },
  ({ B, x }) => B * x,
);

export const endOfLife = equation(
  "V3 Eq 7.14",
  "Losses at the end of life",
  "E_end",
  "t {gas}",
  {
    M: "t {gas} | charged d years ago into what is retired",
    p: "1 | charge that is left | fraction",
    eta: "1 | share recovered of what is left | fraction",
  },
  ({ M, p, eta }) => M * p * (1 - eta),
);

export const switchgearTier1 = equation(
  "V3 Eq 8.1",
  "SF6 of electrical equipment, Tier 1",
  "E",
  "t SF6",
  {
    Made: "t SF6 | used in manufacture",
    EFmade: "1 | share lost in manufacture | fraction",
    Bank: "t SF6 | in installed equipment",
    EFuse: "1 | share lost a year | fraction",
    Retired: "t SF6 | in retired equipment",
    EFend: "1 | share lost at disposal | fraction",
  },
  ({ Made, EFmade, Bank, EFuse, Retired, EFend }) => Made * EFmade + Bank * EFuse + Retired * EFend,
);

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
    const total = steps.sum(parts, unit, {
      symbol: "E",
      equation: "V3 Eq 7.10",
      title: "Emissions of equipment",
      label: options.label,
    });
    return {
      year: stock.firstYear + i,
      bank: held.reduce((sum, mass) => sum + mass, 0),
      refilled: refilled ? loss.value : 0,
      recovered,
      result: { emissions: [total], steps: steps.list },
    };
  });
}
