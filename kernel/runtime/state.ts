import type { Sentence } from "../../lib/message/message.ts";
import type { CellError } from "./cell-error.ts";

/**
 * The states of a cell.
 *
 * - `queued`: it waits for its inputs or for its place in the queue.
 * - `running`: its body runs, or a promise it exported has not settled.
 * - `fresh`: its output belongs to the current code and inputs.
 * - `stale`: an input or the code changed, and the cell must be run explicitly (lazy mode).
 * - `paused`: the author paused it, or a cell it reads.
 * - `failed`: it threw, was stopped, or cannot run.
 * - `blocked`: a cell it reads failed.
 */
export type CellStatus = "queued" | "running" | "fresh" | "stale" | "paused" | "failed" | "blocked";

/** Why a cell last ran. */
export type Cause =
  | { kind: "first" }
  | { kind: "edited" }
  | { kind: "input"; names: readonly string[] }
  | { kind: "asked" }
  | { kind: "resumed" }
  | { kind: "restarted"; service: Sentence };

export interface Progress {
  /** From 0 to 1; null if the total is unknown. */
  fraction: number | null;
  message?: Sentence;
}

export interface CellState {
  status: CellStatus;
  /** The start of the current or last run, in milliseconds of the host's clock. */
  startedAt?: number;
  /** The duration of the last finished run, in milliseconds. */
  elapsed?: number;
  progress?: Progress;
  error?: CellError;
  /** What is amiss although the cell ran: errors that came after its run, a name that other cells define, too. */
  warnings?: readonly CellError[];
  /** The nearest cell upstream that prevents this one from running, and the name read from it. */
  blockedBy?: { cell: number; name: string };
  cause?: Cause;
  /** How often the body was started since the notebook was opened. */
  runs: number;
}

/** A state as a person sees it: a run that was ended on request is no failure of the cell. */
export type ShownStatus = CellStatus | "stopped";

/** What a person sees of a state: a cell that was stopped is told from one that failed. */
export function shownStatus({ status, error }: Pick<CellState, "status" | "error">): ShownStatus {
  return status === "failed" && error?.name === "stopped" ? "stopped" : status;
}

/** An event of a cell; the only way to change its state. */
export type CellEvent =
  | { type: "queue" }
  | { type: "start"; at: number; cause: Cause }
  | { type: "progress"; progress: Progress }
  | { type: "finish"; at: number }
  | { type: "keep" }
  | { type: "fail"; at: number; error: CellError }
  | { type: "warn"; warnings: readonly CellError[] }
  | { type: "block"; by: { cell: number; name: string }; as: "blocked" | "paused" | "stale" }
  | { type: "pause" }
  | { type: "mark-stale" };

export const initialState: CellState = { status: "queued", runs: 0 };

/** The state after an event. Pure; returns the same object if nothing changes. */
export function transitionCell(state: CellState, event: CellEvent): CellState {
  const { startedAt, elapsed, cause, runs, warnings } = state;
  const past = { startedAt, elapsed, cause, runs, ...(warnings ? { warnings } : {}) };
  switch (event.type) {
    case "queue":
      return state.status === "queued" ? state : { ...past, status: "queued", error: state.error };
    case "start":
      return { status: "running", startedAt: event.at, elapsed, cause: event.cause, runs: runs + 1 };
    case "progress":
      return state.status === "running" ? { ...state, progress: event.progress } : state;
    case "finish":
      return { ...past, status: "fresh", elapsed: event.at - (startedAt ?? event.at) };
    case "keep":
      return state.error ? { ...past, status: "failed", error: state.error } : { ...past, status: "fresh" };
    case "fail":
      return {
        ...past,
        status: "failed",
        error: event.error,
        elapsed: startedAt === undefined ? undefined : event.at - startedAt,
      };
    case "warn":
      return withWarnings(state, event.warnings);
    case "block":
      return { ...past, status: event.as, blockedBy: event.by };
    case "pause":
      return { ...past, status: "paused" };
    case "mark-stale":
      return { ...past, status: "stale" };
  }
}

function withWarnings({ warnings: _, ...state }: CellState, warnings: readonly CellError[]): CellState {
  return warnings.length === 0 ? state : { ...state, warnings };
}
