/**
 * Why a cell cannot be sampled: no sample reaches it; it draws; it waits for the reader; it is not a function of its inputs;
 * it failed, or what it gives changes its shape from draw to draw.
 */
export type Obstacle = "no-sample" | "draws" | "waits" | "chance" | "failed";

/** Thrown where a cell cannot be sampled; the message is a sentence that says why and what to do instead. */
export class NotSampled extends Error {
  override readonly name = "NotSampled";
  readonly obstacle: Obstacle;
  /** Names whose cells can be asked instead. */
  readonly instead: readonly string[];

  constructor(obstacle: Obstacle, message: string, instead: readonly string[] = []) {
    super(message);
    this.obstacle = obstacle;
    this.instead = instead;
  }
}
