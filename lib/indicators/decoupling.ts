/** The eight states of Tapio (2005), Figure 1. */
export const tapioStates = [
  "strong decoupling",
  "weak decoupling",
  "expansive coupling",
  "expansive negative decoupling",
  "recessive decoupling",
  "recessive coupling",
  "weak negative decoupling",
  "strong negative decoupling",
] as const;
export type TapioState = (typeof tapioStates)[number];

/** Absolute: emissions fall while the economy grows. Relative: they grow, more slowly than it. */
export const decouplings = ["absolute", "relative", "none", "no growth"] as const;

/** The elasticities between which emissions and the economy count as coupled: 1 ± 20 % (Tapio 2005). */
const [COUPLED_FROM, COUPLED_TO] = [0.8, 1.2];

export interface Decoupling {
  /** Relative changes over the period: 0.1 is 10 % more. */
  readonly emissionsChange: number;
  readonly gdpChange: number;
  /** Of emissions per unit of GDP. */
  readonly intensityChange: number;
  /** (ΔE/E) / (ΔGDP/GDP), relative to the first year; null if GDP did not change. */
  readonly elasticity: number | null;
  readonly state: TapioState | null;
  readonly decoupling: (typeof decouplings)[number];
}

/**
 * How emissions moved with the economy between two years. All four values must be positive. Tapio, P. (2005), Towards a theory
 * of decoupling, Transport Policy 12: 137–151, doi:10.1016/j.tranpol.2005.01.001; absolute and relative decoupling: OECD
 * (2002), Indicators to Measure Decoupling of Environmental Pressure from Economic Growth, SG/SD(2002)1/FINAL.
 *
 * @param gdp real: at constant prices.
 */
export function decoupling(emissions: readonly [number, number], gdp: readonly [number, number]): Decoupling {
  const [emissionsChange, gdpChange] = [emissions[1] / emissions[0] - 1, gdp[1] / gdp[0] - 1];
  const elasticity = gdpChange === 0 ? null : emissionsChange / gdpChange;
  return {
    emissionsChange,
    gdpChange,
    intensityChange: (1 + emissionsChange) / (1 + gdpChange) - 1,
    elasticity,
    state: elasticity === null ? null : tapioState(elasticity, gdpChange > 0),
    decoupling:
      gdpChange <= 0
        ? "no growth"
        : emissionsChange < 0
          ? "absolute"
          : emissionsChange < gdpChange
            ? "relative"
            : "none",
  };
}

/** The bounds 0.8 and 1.2 belong to coupling, an elasticity of zero to the weak states. */
export function tapioState(elasticity: number, grows: boolean): TapioState {
  if (elasticity < 0) return grows ? "strong decoupling" : "strong negative decoupling";
  if (elasticity < COUPLED_FROM) return grows ? "weak decoupling" : "weak negative decoupling";
  if (elasticity <= COUPLED_TO) return grows ? "expansive coupling" : "recessive coupling";
  return grows ? "expansive negative decoupling" : "recessive decoupling";
}
