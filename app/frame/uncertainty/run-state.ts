import type { Shares } from "../../../kernel/montecarlo/shares.ts";
import type { CellSpread } from "../../../kernel/montecarlo/uncertainty-run.ts";
import type { Sentence } from "../../../lib/message/message.ts";

/** The phase of ± of a cell. */
export type Phase = "drawing" | "sharing" | "done" | "stopped" | "refused";

/** The state that the sheet of one cell shows. */
export interface RunState {
  readonly phase: Phase;
  readonly spread: CellSpread | null;
  /** The chosen number, as an index of the leaves. */
  readonly leaf: number;
  readonly shares: Shares | null;
  readonly fraction: number;
  /** Why it cannot be sampled. */
  readonly reason: Sentence;
  readonly instead: readonly string[];
}

export const initialState: RunState = {
  phase: "drawing",
  spread: null,
  leaf: 0,
  shares: null,
  fraction: 0,
  reason: "",
  instead: [],
};
