import type { Turn } from "../../lib/dialogue/conversation.ts";
import type { Reply } from "../../lib/dialogue/reply.ts";
import type { Sentence } from "../../lib/message/message.ts";
import type { Proposal } from "./dialogue-proposal.ts";
import type { RecordedTurn, RecordedValue } from "./dialogue-record.ts";

/** What asking again gave for a figure. */
export interface Reproduced {
  readonly before: RecordedValue;
  /** Null if the answer no longer has the figure. */
  readonly now: Pick<RecordedValue, "value" | "unit"> | null;
  readonly same: boolean;
}

/** A turn of the conversation and its reply. */
export interface Exchange {
  readonly id: number;
  readonly turn: Turn;
  /** `recorded`: it stands in the file and was not asked since the notebook was opened. */
  readonly state: "asking" | "replied" | "failed" | "recorded";
  readonly reply: Reply | null;
  /** Why it failed. */
  readonly problem: Sentence | null;
  /** What the file says of it. */
  readonly recorded: RecordedTurn | null;
  /** The cells of the answer that are not in the notebook yet; null if there are none or they were discarded. */
  readonly proposal: Proposal | null;
  /** The cell below which they would stand; null at the end of the notebook. */
  readonly place: number | null;
  /** The names in the notebook of the cells that were kept, by their ids in the reply. */
  readonly kept: ReadonlyMap<string, string>;
  readonly reproduced: readonly Reproduced[] | null;
}
