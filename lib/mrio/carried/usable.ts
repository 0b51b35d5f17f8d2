/** A region's net transfer of CO2 in a carried table and what it is held against, as shares of its production. */
export interface TransferEvidence {
  /** Consumption less production by the carried table. */
  readonly transfer: number;
  /** The error of consumption found over the same span, absolute. */
  readonly modelError: number;
  /** Consumption less production of the same region by the Global Carbon Budget; null if it has none. */
  readonly budget: number | null;
}

export type Verdict = "usable" | "model_error_above_transfer" | "budget_differs_by_more_than_transfer";

/**
 * Whether the net transfer of a region may be used. It is not if the error found by carrying over the same span to a known table is
 * larger than the transfer, or if the Global Carbon Budget differs from it by more than itself: its sign is then unknown.
 */
export function judgeTransfer({ transfer, modelError, budget }: TransferEvidence): Verdict {
  if (modelError > Math.abs(transfer)) return "model_error_above_transfer";
  if (budget !== null && Math.abs(budget - transfer) > Math.abs(transfer))
    return "budget_differs_by_more_than_transfer";
  return "usable";
}
