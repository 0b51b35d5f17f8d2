/** A command of `yuheng`. `run` writes to the standard streams and gives the exit code. */
export interface Command {
  /** How it is called, without the `yuheng`. */
  readonly usage: string;
  readonly summary: string;
  run(args: readonly string[]): Promise<number>;
}
