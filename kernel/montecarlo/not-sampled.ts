import { Fault } from "../../lib/message/fault.ts";
import type { Sentence } from "../../lib/message/message.ts";

/**
 * Why a cell cannot be sampled: no sample reaches it; it draws; it waits for the reader; it is not a function of its inputs;
 * it failed, or what it gives changes its shape from draw to draw.
 */
export type Obstacle = (typeof obstacles)[number];

export const obstacles = ["no-sample", "draws", "waits", "chance", "failed"] as const;

/** Thrown where a cell cannot be sampled: it says why, and what to do instead. */
export class NotSampled extends Fault {
  override name = "NotSampled";
  readonly obstacle: Obstacle;
  /** Names whose cells can be asked instead. */
  readonly instead: readonly string[];

  constructor(obstacle: Obstacle, reason: Sentence, instead: readonly string[] = []) {
    super(reason);
    this.obstacle = obstacle;
    this.instead = instead;
  }
}
