/** A plant of an intensity-based carbon market in a compliance period. */
export interface MarketPlant {
  /** Output that the benchmark is per, in its unit. */
  readonly output: number;
  /** Emissions that the market counts, t. */
  readonly emissions_t: number;
  /** t per unit of output. */
  readonly benchmark: number;
  /** Product of the correction factors of the plan of allocation. */
  readonly correction: number;
  /** Share of the emissions that is covered. */
  readonly coverage: number;
  /** Largest shortfall, as a share of covered emissions, that has to be surrendered; null without such a limit. */
  readonly shortfallLimit: number | null;
  readonly price: number;
  /** Share of the net cost that the price of the product takes up. */
  readonly passThrough: number;
}

export interface Allocation {
  readonly intensity: number | null;
  readonly covered_t: number;
  readonly allocation_t: number;
  /** allocation − covered: positive is a surplus to sell, negative a shortfall to buy. */
  readonly balance_t: number;
  /** What of a shortfall has to be bought after its limit. */
  readonly toBuy_t: number;
  readonly surplus_t: number;
  /** Cost of what is bought less revenue of what is sold. */
  readonly netCost: number;
  readonly costPerOutput: number | null;
  readonly passedOn: number;
  readonly borne: number;
  /** Price signal of the last tonne: what reducing a tonne saves or earns. */
  readonly marginal: number;
  /** Output change of the last unit: net cost of one more unit of output at the plant's intensity. */
  readonly marginalOutputCost: number | null;
}

/**
 * Free allocation by a benchmark of intensity, and what it costs a plant:
 * allocation = benchmark · output · correction; balance = allocation − coverage · emissions; a shortfall above a limit (share of covered
 * emissions) need not be bought.
 *
 * Such a market rewards intensity: one more unit of output costs price · (coverage · intensity − benchmark · correction), which is
 * negative below the benchmark.
 *
 * Source: Ministry of Ecology and Environment of China, plans of allocation of the national carbon market, whose benchmarks and
 * factors are inputs here. Shapes: output in the unit of the benchmark, emissions in t, price per t.
 */
export function allocation(plant: MarketPlant): Allocation {
  const { output, emissions_t, benchmark, correction, coverage, shortfallLimit, price, passThrough } = plant;
  const covered_t = coverage * emissions_t;
  const allocation_t = benchmark * output * correction;
  const balance_t = allocation_t - covered_t;
  const shortfall = Math.max(0, -balance_t);
  const limit = shortfallLimit === null ? Number.POSITIVE_INFINITY : shortfallLimit * covered_t;
  const [toBuy_t, surplus_t] = [Math.min(shortfall, limit), Math.max(0, balance_t)];
  const netCost = price * (toBuy_t - surplus_t);
  const passedOn = netCost * passThrough;
  const intensity = output > 0 ? emissions_t / output : null;
  const isCapped = shortfall > limit;
  return {
    intensity,
    covered_t,
    allocation_t,
    balance_t,
    toBuy_t,
    surplus_t,
    netCost,
    costPerOutput: output > 0 ? netCost / output : null,
    passedOn,
    borne: netCost - passedOn,
    // Above the limit a tonne less lowers only the limit.
    marginal: price * coverage * (isCapped ? shortfallLimit! : 1),
    marginalOutputCost:
      intensity === null
        ? null
        : price * coverage * intensity * (isCapped ? shortfallLimit! : 1) -
          (isCapped ? 0 : price * benchmark * correction),
  };
}
