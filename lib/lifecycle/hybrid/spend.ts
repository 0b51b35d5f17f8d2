import type { Message } from "../../message/message.ts";
import { uninterrupted, type Work } from "../../numeric/work.ts";
import { forRow, timesVector } from "../product-system.ts";
import { notesOnPrices, type Purchase, purchaseIn, type SectorPurchase } from "./purchase.ts";
import type { SectorBackground } from "./sector-background.ts";
import { outputOf, preparedSectors } from "./sector-output.ts";

/** A sector whose own flows contribute to the score of purchases. */
export interface UpstreamSector {
  readonly sector: number;
  /** x, in money of the background's year. */
  readonly output: number;
  /** D x of this sector. */
  readonly value: number;
}

export interface SpendFootprint {
  /** N y, m. */
  readonly scores: Float64Array;
  /** Each purchase in money of the background's year, with its score in the chosen indicator. */
  readonly purchases: readonly (SectorPurchase & { readonly score: number })[];
  /** By the size of their contribution to the chosen indicator. */
  readonly upstream: readonly UpstreamSector[];
  /** |Σ D x − N y| / |N y| for the chosen indicator: whether N fits A and D, and how well x was solved. */
  readonly residual: number;
  readonly method: Message;
  readonly notes: readonly Message[];
}

/**
 * The footprint of purchases by the multipliers of an input–output table, with the sectors upstream whose own flows it comes from:
 * h = N y, x = (I − A)⁻¹ y, contributions D x. Throws LifecycleError, which names the sector.
 *
 * @param indicator index of the indicator for purchases and upstream sectors
 */
export async function spendFootprint(
  background: SectorBackground,
  purchases: readonly Purchase[],
  indicator: number,
  work: Work = uninterrupted,
): Promise<SpendFootprint> {
  const { sectors, A, D, N } = background;
  const bought = purchases.map((purchase) => purchaseIn(background, purchase));
  const y = new Float64Array(sectors.length);
  for (const { sector, amount } of bought) y[sector]! += amount;
  const prepared = preparedSectors(
    A,
    sectors.map(({ name }) => name),
  );
  const { scaling: x, method, notes } = await outputOf(prepared, y, work);
  const scores = timesVector(N, y);
  const multipliers = new Float64Array(sectors.length);
  forRow(N, indicator, (j, value) => {
    multipliers[j] = value;
  });
  const upstream: UpstreamSector[] = [];
  forRow(D, indicator, (sector, value) => {
    if (x[sector] !== 0) upstream.push({ sector, output: x[sector]!, value: value * x[sector]! });
  });
  upstream.sort((a, b) => Math.abs(b.value) - Math.abs(a.value) || a.sector - b.sector);
  const sum = upstream.reduce((total, { value }) => total + value, 0);
  const score = scores[indicator]!;
  return {
    scores,
    purchases: bought.map(({ sector, amount }) => ({ sector, amount, score: amount * multipliers[sector]! })),
    upstream,
    residual: score === 0 ? Math.abs(sum) : Math.abs((sum - score) / score),
    method,
    notes: [...notesOnPrices(background, purchases), ...notes],
  };
}
