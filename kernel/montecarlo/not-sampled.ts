import { Fault } from "../../lib/message/fault.ts";
import type { Sentence } from "../../lib/message/message.ts";

/**
 * Why a cell cannot be sampled: it depends on no sample; it draws a figure; it waits for the reader; it is not a function of its
 * inputs; it failed, or the shape of its result changes between draws.
 */
export type Obstacle = (typeof obstacles)[number];

export const obstacles = ["no-sample", "draws", "waits", "chance", "failed"] as const;

/** Thrown if a cell cannot be sampled, with the reason and alternatives. */
export class NotSampled extends Fault {
  override name = "NotSampled";
  readonly obstacle: Obstacle;
  /** Names whose cells can be sampled instead. */
  readonly instead: readonly string[];

  constructor(obstacle: Obstacle, reason: Sentence, instead: readonly string[] = []) {
    super(reason);
    this.obstacle = obstacle;
    this.instead = instead;
  }
}
