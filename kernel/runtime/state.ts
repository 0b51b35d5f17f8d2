import type { Sentence } from "../../lib/message/message.ts";
import type { CellError } from "./cell-error.ts";

/**
 * A cell's life.
 *
 * - `queued`: it will run; its inputs or its turn are awaited.
 * - `running`: its body runs, or a promise it exported has not settled.
 * - `fresh`: what is shown belongs to the current code and inputs.
 * - `stale`: an input or the code changed and the cell waits to be asked (lazy mode).
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
  /** From 0 to 1; null where the end is not known. */
  fraction: number | null;
  message?: Sentence;
}

export interface CellState {
  status: CellStatus;
  /** Milliseconds of the host's clock at which the current or last run began. */
  startedAt?: number;
  /** Milliseconds the last finished run took. */
  elapsed?: number;
  progress?: Progress;
  error?: CellError;
  /** The nearest cell upstream that keeps this one from running, and the name read from it. */
  blockedBy?: { cell: number; name: string };
  cause?: Cause;
  /** How often the body was started since the notebook opened. */
  runs: number;
}

/** What happens to a cell; the only way its state changes. */
export type CellEvent =
  | { type: "queue" }
  | { type: "start"; at: number; cause: Cause }
  | { type: "progress"; progress: Progress }
  | { type: "finish"; at: number }
  | { type: "keep" }
  | { type: "fail"; at: number; error: CellError }
  | { type: "block"; by: { cell: number; name: string }; as: "blocked" | "paused" | "stale" }
  | { type: "pause" }
  | { type: "mark-stale" };

export const initialState: CellState = { status: "queued", runs: 0 };

/** The state after an event. Pure; returns the same object where nothing changes. */
export function transitionCell(state: CellState, event: CellEvent): CellState {
  const { startedAt, elapsed, cause, runs } = state;
  const past = { startedAt, elapsed, cause, runs };
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
    case "block":
      return { ...past, status: event.as, blockedBy: event.by };
    case "pause":
      return { ...past, status: "paused" };
    case "mark-stale":
      return { ...past, status: "stale" };
  }
}
