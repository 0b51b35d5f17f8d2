/** A region's net transfer of CO2 in a carried table and what it is held against, as shares of its production. */
export interface TransferEvidence {
  /** Consumption less production by the carried table. */
  readonly transfer: number;
  /** The error of consumption found over the same span, absolute. */
  readonly modelError: number;
  /** Consumption less production of the same region by the Global Carbon Budget; null if it has none. */
  readonly budget: number | null;
}

/** From the best to the worst. */
export const verdicts = ["usable", "model_error_above_transfer", "budget_differs_by_more_than_transfer"] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * Whether the net transfer of a region may be used. It is not if the error found by carrying over the same span to a known table is
 * larger than the transfer, or if it and that of the Global Carbon Budget differ by more than either of them: its sign, or its size, is
 * then unknown.
 */
export function judgeTransfer({ transfer, modelError, budget }: TransferEvidence): Verdict {
  if (modelError > Math.abs(transfer)) return "model_error_above_transfer";
  if (budget !== null && Math.abs(budget - transfer) > Math.min(Math.abs(transfer), Math.abs(budget)))
    return "budget_differs_by_more_than_transfer";
  return "usable";
}

/** The verdict of a sum: its own, and no better than that of any part. */
export function worstVerdict(own: Verdict, parts: readonly Verdict[]): Verdict {
  return verdicts[Math.max(...[own, ...parts].map((each) => verdicts.indexOf(each)))]!;
}
