/**
 * Absolute global warming potentials from impulse responses. Of CO2: Joos et al. (2013), doi:10.5194/acp-13-2793-2013, as
 * in AR5 WG1 8.SM.11: a constant and three exponentials.
 */
const CO2_SHARES = [0.2173, 0.224, 0.2824, 0.2763] as const;
const CO2_TIMES = [Number.POSITIVE_INFINITY, 394.4, 36.54, 4.304] as const;

const ATMOSPHERE_KG = 5.1352e18;
const AIR_G_PER_MOL = 28.97;

/** ∫₀ᴴ of the remaining fraction of a CO2 pulse, in years: Σ a_i τ_i (1 − e^(−H/τ_i)), with a₀ H from the constant. */
export function integratedCo2Response(horizon: number): number {
  return CO2_SHARES.reduce((sum, share, i) => sum + share * integratedDecay(CO2_TIMES[i]!, horizon), 0);
}

/** ∫₀ᴴ e^(−t/τ) dt = τ (1 − e^(−H/τ)), in years. */
export function integratedDecay(lifetime: number, horizon: number): number {
  return lifetime === Number.POSITIVE_INFINITY ? horizon : -lifetime * Math.expm1(-horizon / lifetime);
}

/** Radiative efficiency of a gas from W m⁻² ppb⁻¹ to W m⁻² kg⁻¹. @param molarMass g/mol. */
export function radiativeEfficiencyPerKg(perPpb: number, molarMass: number): number {
  return ((perPpb * 1e9) / ATMOSPHERE_KG) * (AIR_G_PER_MOL / molarMass);
}

/** AGWP of CO2 over the horizon, W m⁻² yr kg⁻¹, with AR6's radiative efficiency of 1.33e-5 W m⁻² ppb⁻¹. */
export function agwpCo2(horizon: number): number {
  return radiativeEfficiencyPerKg(1.33e-5, 44.01) * integratedCo2Response(horizon);
}

/**
 * GWP of a gas that decays with one lifetime and has no indirect effects: AGWP of the gas over AGWP of CO2. For halocarbons the
 * published values of AR6 are 2 to 7 % higher, because they add the response of the carbon cycle; for CH4 and N2O chemistry
 * adds more, so this function is no substitute for the table.
 *
 * @param lifetime years. @param perPpb W m⁻² ppb⁻¹. @param molarMass g/mol. @param horizon years.
 */
export function gwpOfDecay(lifetime: number, perPpb: number, molarMass: number, horizon: number): number {
  return (radiativeEfficiencyPerKg(perPpb, molarMass) * integratedDecay(lifetime, horizon)) / agwpCo2(horizon);
}
