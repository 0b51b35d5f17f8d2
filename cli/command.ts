/** A command of `yuheng`. `run` writes to the standard streams and resolves to the exit code. */
export interface Command {
  /** The call, without the `yuheng`. */
  readonly usage: string;
  readonly summary: string;
  run(args: readonly string[]): Promise<number>;
}
