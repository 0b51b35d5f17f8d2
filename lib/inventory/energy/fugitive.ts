import { equation, type Given, Steps, type TierResult } from "../equation.ts";

/** Equations of fugitive emissions: IPCC 2006 Guidelines, Vol 2 Ch 4. */

/** Density of methane at 20 °C and 1 atm, kg/m³: the guidelines' conversion factor of 0.67e-6 Gg/m³. */
export const METHANE_KG_PER_M3 = 0.67;

const coal = { coal: "t | raw coal produced", EF: "m3 CH4/t | methane a tonne" } as const;
const methane = ({ coal: produced, EF }: { coal: number; EF: number }) => produced * EF * METHANE_KG_PER_M3;

export const undergroundMining = equation("V2 Eq 4.1.3", "Underground mining", "E_mining", "kg CH4", coal, methane);
export const undergroundPostMining = equation(
  "V2 Eq 4.1.4",
  "Post-mining of underground coal",
  "E_post",
  "kg CH4",
  coal,
  methane,
);
export const surfaceMining = equation("V2 Eq 4.1.7", "Surface mining", "E_mining", "kg CH4", coal, methane);
export const surfacePostMining = equation(
  "V2 Eq 4.1.8",
  "Post-mining of surface coal",
  "E_post",
  "kg CH4",
  coal,
  methane,
);

export const undergroundTotal = equation(
  "V2 Eq 4.1.2",
  "CH4 of underground mines",
  "E",
  "kg CH4",
  {
    mining: "kg CH4 | emissions of mining",
    post: "kg CH4 | emissions after mining",
    recovered: "kg CH4 | methane recovered and used or flared",
  },
  ({ mining, post, recovered }) => mining + post - recovered,
);

export const drainedFlaredCo2 = equation(
  "V2 Eq 4.1.5a",
  "CO2 of drained methane that is flared",
  "E",
  "kg CO2",
  { V: "m3 CH4 | methane flared" },
  ({ V }) => (0.98 * V * METHANE_KG_PER_M3 * 44) / 16,
);

export const drainedUnburnt = equation(
  "V2 Eq 4.1.5b",
  "CH4 of flaring that stays unburnt",
  "E",
  "kg CH4",
  { V: "m3 CH4 | methane flared" },
  ({ V }) => 0.02 * V * METHANE_KG_PER_M3,
);

export const abandonedMines = equation(
  "V2 Eq 4.1.10",
  "CH4 of abandoned mines, Tier 1",
  "E",
  "kg CH4",
  {
    mines: "1 | abandoned mines that are not flooded",
    gassy: "1 | share that are gassy | fraction",
    EF: "m3 CH4/yr | factor of a mine by the time since it closed",
  },
  ({ mines, gassy, EF }) => mines * gassy * EF * METHANE_KG_PER_M3,
);

export const oilAndGasSegment = equation(
  "V2 Eq 4.2.1",
  "Emissions of a segment of the oil and gas industry, Tier 1",
  "E",
  "Gg {gas}",
  { A: "1000 m3 | activity of the segment", EF: "Gg {gas}/1000 m3 | emission factor" },
  ({ A, EF }) => A * EF,
);

export const gasVented = equation(
  "V2 Eq 4.2.3",
  "Gas vented of what oil production brings up, Tier 2",
  "E_vent",
  "Gg {gas}",
  {
    GOR: "m3/m3 | gas-to-oil ratio",
    Q: "m3 | oil produced",
    CE: "1 | share that is conserved | fraction",
    Xflared: "1 | flared share of what is wasted | fraction",
    M: "kg/kmol | molar mass of the gas",
    y: "1 | mole fraction of the gas | fraction",
  },
  // 42.3e-3 kmol of gas are in a m³ at 15 °C and 101.325 kPa; 1e-6 turns kg into Gg.
  ({ GOR, Q, CE, Xflared, M, y }) => GOR * Q * (1 - CE) * (1 - Xflared) * M * y * 42.3e-3 * 1e-6,
);

/** A segment of the oil and gas industry: exploration, production, processing, transmission, distribution. */
export interface Segment {
  readonly segment: string;
  /** m3 of oil or gas, or any activity that the factors go with. */
  readonly activity: Given;
  /** By gas: `CO2`, `CH4 fossil`, `N2O`. */
  readonly factors: Readonly<Record<string, Given>>;
}

/** Emissions of oil and gas by segment and gas, Tier 1 with default factors, Tier 2 with national ones. Vol 2 Eq 4.2.1, 4.2.2. */
export function oilAndGas(segments: readonly Segment[]): TierResult {
  const steps = new Steps();
  const byGas = new Map<string, ReturnType<Steps["take"]>[]>();
  for (const { segment: label, activity: A, factors } of segments) {
    for (const [gas, EF] of Object.entries(factors)) {
      const E = steps.take(oilAndGasSegment, { A, EF }, { gas, label });
      byGas.set(gas, [...(byGas.get(gas) ?? []), E]);
    }
  }
  const of = { symbol: "E", equation: "V2 Eq 4.2.2", title: "Emissions of all segments" };
  const emissions = [...byGas].map(([gas, parts]) => steps.sum(parts, `Gg ${gas}`, { ...of, label: gas }));
  return { emissions, steps: steps.list };
}
