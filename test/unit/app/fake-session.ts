import type { Session } from "../../../app/session/contract.ts";
import type { CellState, CellStatus } from "../../../kernel/runtime/state.ts";

export interface Fake extends Partial<Omit<Session, "cells" | "reports">> {
  cells?: { id: number; kind: string; source: string }[];
  /** Each cell's state by its id; a cell named only here is made. */
  statuses?: Record<number, CellStatus | CellState>;
  outputs?: Record<number, string[]>;
}

/** An open notebook that only says what it is told to say. */
export function fakeSession({ cells, statuses = {}, outputs = {}, ...rest }: Fake = {}): Session {
  const ids = Object.keys(statuses).map(Number);
  const reports = new Map(
    ids.map((id) => {
      const state = statuses[id]!;
      const whole = typeof state === "string" ? { status: state, runs: 1 } : state;
      return [id, { id, state: whole, edited: false, outputs: outputs[id] ?? [], inputs: [] }] as const;
    }),
  );
  const session = new EventTarget() as Session;
  return Object.assign(session, {
    name: "notebook",
    title: "",
    saveState: "saved",
    saveProblem: null,
    problems: [],
    running: false,
    unresponsiveFor: 0,
    staleCount: 0,
    failedCount: 0,
    canUndo: false,
    canRedo: false,
    cells: (cells ?? ids.map((id) => ({ id, kind: "js", source: "" }))).map((cell) => ({ ...cell, attributes: {} })),
    reports,
    values: new Map(),
    study: { begun: null, exercises: {} },
    settings: { theme: "light", language: "en", lazy: false, mode: "edit", reducedMotion: false },
    text: () => "",
    save: async () => {},
    keep: async () => false,
    dispose: () => {},
    reveal: () => {},
    ...rest,
  });
}
