/** A row of a waterfall: a level, or a change from the level before it. */
export interface Rung {
  readonly kind: "level" | "change";
  readonly value: number;
  /** Its interval; of a change that of the change. */
  readonly lo?: number | null | undefined;
  readonly hi?: number | null | undefined;
}

/** Where a row is drawn: a bar from `from` to `to`, a line from `lo` to `hi`, and the running total after it. */
export interface PlacedRung {
  readonly from: number;
  readonly to: number;
  readonly lo: number | null;
  readonly hi: number | null;
}

/** The bars of a waterfall: a level begins at zero, a change where the row before ended. */
export function waterfall(rungs: readonly Rung[]): PlacedRung[] {
  let reached = 0;
  return rungs.map(({ kind, value, lo, hi }) => {
    const from = kind === "level" ? 0 : reached;
    const to = from + value;
    reached = to;
    const has = lo !== null && lo !== undefined && hi !== null && hi !== undefined;
    return { from, to, lo: has ? from + lo : null, hi: has ? from + hi : null };
  });
}
