/** The signals that end a command: SIGINT from Ctrl+C, SIGTERM from another process. */
type EndingSignal = "SIGINT" | "SIGTERM";

/** As in a shell: 128 plus the number of the signal. */
const exitCodes: Record<EndingSignal, number> = { SIGINT: 130, SIGTERM: 143 };

/** Thrown when a signal ends a command. Results that were finished before remain. */
export class Interrupted extends Error {
  override name = "Interrupted";
  readonly exitCode: number;

  constructor(signal: EndingSignal) {
    super("The command was interrupted.");
    this.exitCode = exitCodes[signal];
  }
}

/**
 * Runs `body` with a signal that is aborted with `Interrupted` as its reason when the process is asked to end. A second request
 * ends the process at once.
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
