/** What ends a command from outside: Ctrl+C, and whoever ends processes politely. */
type EndingSignal = "SIGINT" | "SIGTERM";

/** As a shell has it: 128 and the number of the signal. */
const exitCodes: Record<EndingSignal, number> = { SIGINT: 130, SIGTERM: 143 };

/** Thrown when a command is ended from outside. What was finished before is there. */
export class Interrupted extends Error {
  override name = "Interrupted";
  readonly exitCode: number;

  constructor(signal: EndingSignal) {
    super("The command was interrupted.");
    this.exitCode = exitCodes[signal];
  }
}

/**
 * Runs something that ends when the process is asked to: its signal is then aborted, with `Interrupted` as the reason. A second
 * time ends the process at once.
 */
export async function untilInterrupted<T>(body: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const interrupt = (signal: EndingSignal) => {
    if (controller.signal.aborted) process.exit(exitCodes[signal]);
    controller.abort(new Interrupted(signal));
  };
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  try {
    return await body(controller.signal);
  } finally {
    process.off("SIGINT", interrupt);
    process.off("SIGTERM", interrupt);
  }
}
