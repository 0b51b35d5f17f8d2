/** An allocation factor: the share of one exchange that belongs to one product of its activity. */
export interface AllocationFactor {
  readonly exchange: number;
  readonly product: number;
  /** 0 to 1 */
  readonly share: number;
}

/** Stands for all exchanges where a factor names none. */
export const WHOLE_ACTIVITY = -1;

export interface CoproductShares {
  /** Shares of the whole output by product; empty if the exchanges do not agree on one set. */
  readonly shares: ReadonlyMap<number, number>;
  /** The product to which an exchange belongs entirely, by exchange. */
  readonly only: ReadonlyMap<number, number>;
  /** Whether exchanges that belong to several products have different factors, which are left out. */
  readonly differ: boolean;
}

/** Factors are stated in per cent with three decimals. */
const ROUNDING = 1e-5;

/**
 * Allocation factors stated per exchange, as shares of products: exchanges that belong to one product entirely, and one set of shares
 * for all others if they agree.
 */
export function coproductShares(factors: readonly AllocationFactor[]): CoproductShares {
  const byExchange = new Map<number, Map<number, number>>();
  for (const { exchange, product, share } of factors) {
    const shares = byExchange.get(exchange) ?? new Map<number, number>();
    byExchange.set(exchange, shares.set(product, share));
  }
  const products = new Set(factors.map(({ product }) => product));
  const only = new Map<number, number>();
  let shares: ReadonlyMap<number, number> = new Map();
  let differ = false;
  for (const [exchange, own] of byExchange) {
    const whole = [...own].find(([, share]) => Math.abs(share - 1) <= ROUNDING);
    if (whole) only.set(exchange, whole[0]);
    else if (shares.size === 0) shares = own;
    else if ([...products].some((product) => Math.abs((own.get(product) ?? 0) - (shares.get(product) ?? 0)) > ROUNDING))
      differ = true;
  }
  const [owner, ...others] = new Set(only.values());
  // All of it to one product, and 0 stated for the others: whole exchanges are shares, too.
  if (shares.size === 0 && owner !== undefined && others.length === 0 && products.size > 1)
    shares = new Map([...products].map((product) => [product, product === owner ? 1 : 0]));
  return { shares: differ ? new Map() : shares, only, differ };
}
