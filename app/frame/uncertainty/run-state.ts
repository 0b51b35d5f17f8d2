import type { Shares } from "../../../kernel/montecarlo/shares.ts";
import type { CellSpread } from "../../../kernel/montecarlo/uncertainty-run.ts";
import type { Sentence } from "../../../lib/message/message.ts";

/** How far ± of a cell is. */
export type Phase = "drawing" | "sharing" | "done" | "stopped" | "refused";

/** What the sheet of one cell shows. */
export interface RunState {
  readonly phase: Phase;
  readonly spread: CellSpread | null;
  /** The number looked at: the place among the leaves. */
  readonly leaf: number;
  readonly shares: Shares | null;
  readonly fraction: number;
  /** Why it cannot be sampled. */
  readonly reason: Sentence;
  readonly instead: readonly string[];
}

export const opened: RunState = {
  phase: "drawing",
  spread: null,
  leaf: 0,
  shares: null,
  fraction: 0,
  reason: "",
  instead: [],
};
