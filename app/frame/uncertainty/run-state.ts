import type { Shares } from "../../../kernel/montecarlo/shares.ts";
import type { CellSpread } from "../../../kernel/montecarlo/uncertainty-run.ts";
import type { Candidate } from "../../../kernel/proposals/candidate.ts";
import type { Sentence } from "../../../lib/message/message.ts";

/** The phase of ± of a cell. */
export type Phase = "drawing" | "sharing" | "done" | "stopped" | "refused" | "proposing";

/** What can be marked as uncertain, and what the user has chosen of it. */
export interface ProposalChoice {
  /** The cell whose ± was asked for. */
  readonly cell: number;
  readonly candidates: readonly Candidate[];
  /** Whether the cell itself is the input. */
  readonly isInput: boolean;
  /** The chosen candidate, by its id. */
  readonly chosen: string;
  /** The percentage as typed, for candidates without a published range. */
  readonly percent: string;
  /** Whether all candidates are listed. */
  readonly all: boolean;
}

/** The state that the sheet of one cell shows. */
export interface RunState {
  readonly phase: Phase;
  readonly spread: CellSpread | null;
  /** The chosen number, as an index of the leaves. */
  readonly leaf: number;
  readonly shares: Shares | null;
  readonly fraction: number;
  /** For a cell that draws a figure: the name that it draws, whose numbers are shown instead. */
  readonly drawn: string | null;
  /** Why it cannot be sampled. */
  readonly reason: Sentence;
  readonly instead: readonly string[];
  readonly proposals: ProposalChoice | null;
}

export const initialState: RunState = {
  phase: "drawing",
  spread: null,
  leaf: 0,
  shares: null,
  fraction: 0,
  drawn: null,
  reason: "",
  instead: [],
  proposals: null,
};
