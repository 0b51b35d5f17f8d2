import { messages } from "../../message/message.ts";
import { converts, type Quantity } from "../../quantity/quantity.ts";
import type { Equation } from "../equation.ts";
import {
  allFuels,
  aviation,
  aviationEmissions,
  cruiseEmissions,
  factorFromCarbon,
  fuelEnergy,
  landingEmissions,
  landingFuel,
  navigationEmissions,
  netFromGross,
  railEmissions,
  roadCo2,
  roadOtherGases,
  stationaryEmissions,
} from "../equations/combustion.ts";
import {
  drainedFlaredCo2,
  drainedUnburnt,
  recoveredMethane,
  surfaceMines,
  surfaceMining,
  surfacePostMining,
  undergroundMines,
  undergroundMining,
  undergroundPostMining,
  undergroundTotal,
} from "../equations/fugitive.ts";
import { EquationError, type Given, Steps, type TierResult } from "../steps.ts";

const texts = messages("inventory", {
  massWithoutNcv: {
    en: "{fuel}: {amount} is a mass; its net calorific value is needed too.",
    zh: "{fuel}：{amount} 是质量；还需要净热值。",
  },
  grossBasis: {
    en: "{fuel}: {unit} is on the gross basis; say net over gross, 0.95 for coal and oil, 0.90 for gas.",
    zh: "{fuel}：{unit} 按高热值计；请给出净热值与高热值之比（煤和油 0.95，天然气 0.90）。",
  },
});

/** A fuel that is burnt, with its parameters. */
export interface BurntFuel {
  readonly fuel: string;
  /** A mass, or an energy on net or gross basis (`TJ GCV`). A plain number is TJ net. */
  readonly amount: Given;
  /** Required if the amount is a mass. */
  readonly ncv?: Given;
  /** Net over gross calorific value, required if the amount is gross: 0.95 for coal and oil, 0.90 for gas. */
  readonly netOverGross?: number;
  /** Factors by gas: `CO2`, `CO2 biogenic`, `CH4`, `N2O`. */
  readonly factors?: Readonly<Record<string, Given>>;
  /** Instead of a CO2 factor: carbon content and the fraction oxidised. */
  readonly carbonContent?: Given;
  readonly oxidised?: Given;
}

export type CombustionMode = "stationary" | "road" | "rail" | "navigation" | "aviation";

type FuelEquation = Equation<"FC" | "EF"> | Equation<"Fuel" | "EF">;

function equationOf(mode: CombustionMode, gas: string): FuelEquation {
  if (mode === "stationary") return stationaryEmissions;
  if (mode === "road") return gas.startsWith("CO2") ? roadCo2 : roadOtherGases;
  return { rail: railEmissions, navigation: navigationEmissions, aviation: aviationEmissions }[mode];
}

/**
 * Fuel burnt to emissions: energy of the fuel, factor, product; Tier 1 with default factors, Tier 2 with national ones.
 * Gases are summed over the fuels; biogenic CO2 remains a separate gas. Vol 2 Eq 2.1 and 2.2, 3.2.1, 3.2.3, 3.4.1, 3.5.1,
 * 3.6.1.
 */
export function combustion(fuels: readonly BurntFuel[], mode: CombustionMode = "stationary"): TierResult {
  const steps = new Steps();
  const byGas = new Map<string, Quantity[]>();
  for (const fuel of fuels) {
    const label = fuel.fuel;
    const energy = energyOf(fuel, steps);
    const factors = { ...fuel.factors };
    if (fuel.carbonContent !== undefined) {
      const carbon = { CC: fuel.carbonContent, COF: fuel.oxidised ?? 1 };
      factors.CO2 = steps.take(factorFromCarbon, carbon, { gas: "CO2", label });
    }
    for (const [gas, EF] of Object.entries(factors)) {
      const of = equationOf(mode, gas);
      const E = steps.take(of as Equation, { FC: energy, Fuel: energy, EF }, { gas, label });
      byGas.set(gas, [...(byGas.get(gas) ?? []), E]);
    }
  }
  const emissions = [...byGas].map(([gas, parts]) => {
    const id = mode === "stationary" ? allFuels.id : (equationOf(mode, gas) as Equation).id;
    return steps.sum(parts, `kg ${gas}`, { ...allFuels, id }, { label: gas });
  });
  return { emissions, steps: steps.list };
}

function energyOf({ fuel, amount, ncv, netOverGross }: BurntFuel, steps: Steps): Given {
  if (typeof amount === "number") return amount;
  if (converts(amount.unit, "Gg")) {
    if (ncv === undefined)
      throw new EquationError("NCV", texts.massWithoutNcv({ fuel, amount: `${amount.value} ${amount.unit}` }));
    return steps.take(fuelEnergy, { M: amount, NCV: ncv }, { label: fuel });
  }
  if (amount.unit.includes("GCV")) {
    if (netOverGross === undefined) throw new EquationError("r", texts.grossBasis({ fuel, unit: amount.unit }));
    const r = { value: netOverGross, unit: "TJ NCV/TJ GCV" };
    return steps.take(netFromGross, { GCV: amount, r }, { label: fuel });
  }
  return amount;
}

/** Coal of a mine and its methane. */
export interface CoalMine {
  readonly kind: "underground" | "surface";
  readonly coal: Given;
  /** Methane from mining and post-mining, m3 CH4/t. */
  readonly mining: Given;
  readonly postMining: Given;
  /** Methane drained and used. */
  readonly used?: Given;
  /** Methane drained and flared, m3 CH4. */
  readonly flared?: Given;
}

/** CH4 (and CO2 of flaring) of a coal mine. Vol 2 Eq 4.1.2 to 4.1.8. */
export function coalMine({ kind, coal, mining, postMining, used = 0, flared = 0 }: CoalMine): TierResult {
  const steps = new Steps();
  const isSurface = kind === "surface";
  const fromMining = steps.take(isSurface ? surfaceMining : undergroundMining, { coal, EF: mining });
  const after = steps.take(isSurface ? surfacePostMining : undergroundPostMining, { coal, EF: postMining });
  if (isSurface) {
    const total = steps.sum([fromMining, after], "kg CH4", surfaceMines);
    return { emissions: [total], steps: steps.list };
  }
  const unburnt = steps.take(drainedUnburnt, { V: flared });
  const co2 = steps.take(drainedFlaredCo2, { V: flared });
  // Flared methane is deducted from the mine's account, except for the 2 % that stay unburnt.
  const gone = unburnt.value / 0.02;
  const usedKg = typeof used === "number" ? { value: used, unit: "kg CH4" } : used;
  const recovered = steps.sum([{ value: gone, unit: "kg CH4" }, usedKg], "kg CH4", recoveredMethane);
  const net = steps.take(undergroundTotal, { mining: fromMining, post: after, recovered });
  const ch4 = steps.sum([net, unburnt], "kg CH4", undergroundMines);
  return { emissions: [ch4, co2], steps: steps.list };
}

/** Aviation by landings and cruise, Tier 2, one aircraft type. Vol 2 Eq 3.6.2 to 3.6.5. */
export function aviationTier2(flights: {
  readonly gas: string;
  readonly cycles: number;
  readonly fuel: Given;
  readonly fuelPerCycle: Given;
  readonly emissionsPerCycle: Given;
  readonly cruiseFactor: Given;
}): TierResult {
  const steps = new Steps();
  const { gas } = flights;
  const Fuel_LTO = steps.take(landingFuel, { N: flights.cycles, FC: flights.fuelPerCycle });
  const landing = steps.take(landingEmissions, { N: flights.cycles, EF: flights.emissionsPerCycle }, { gas });
  const cruise = steps.take(cruiseEmissions, { Fuel: flights.fuel, Fuel_LTO, EF: flights.cruiseFactor }, { gas });
  return { emissions: [steps.sum([landing, cruise], `kg ${gas}`, aviation)], steps: steps.list };
}
