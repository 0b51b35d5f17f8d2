/** What an obligation follows from. */
export interface Declared {
  /** Specific embedded emissions that count, with the mark-up of a default value, t CO2e/t. */
  readonly specific: number;
  /** t CO2e/t. */
  readonly benchmark: number;
  /** CBAM factor of the year. */
  readonly factor: number;
  /** Cross-sectoral correction factor. */
  readonly correction: number;
  readonly mass_t: number;
  /** Price of a certificate, EUR/t CO2e. */
  readonly price: number;
  /** Carbon price effectively paid abroad, EUR/t CO2e. */
  readonly paid: number;
}

export interface Obligation {
  readonly embedded_t: number;
  readonly freeAllocation_t: number;
  /** Certificates to surrender, one for a tonne of CO2e. */
  readonly certificates: number;
  /** EUR. */
  readonly cost: number;
}

/**
 * Certificates of a declared good: max(0, s − f · c · b) · m; their cost at max(0, price − paid).
 *
 * Source: Implementing Regulation (EU) 2025/2620 for the free allocation adjustment f · c · b. The law takes the carbon price paid
 * abroad off the number of certificates; here it is taken off their price, which costs the same.
 */
export function obligation({ specific, benchmark, factor, correction, mass_t, price, paid }: Declared): Obligation {
  const adjustment = factor * correction * benchmark;
  const certificates = Math.max(0, specific - adjustment) * mass_t;
  return {
    embedded_t: specific * mass_t,
    freeAllocation_t: adjustment * mass_t,
    certificates,
    cost: certificates * Math.max(0, price - paid),
  };
}
