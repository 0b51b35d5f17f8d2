import type { Session } from "../../../app/session/contract.ts";
import type { CellState, CellStatus } from "../../../kernel/runtime/state.ts";

type Parts = Partial<Session["autosave"]> & Partial<Session["document"]>;

export interface Fake extends Partial<Omit<Session, "cells" | "reports" | "autosave" | "document">>, Parts {
  cells?: { id: number; kind: string; source: string }[];
  /** Each cell's state by its id; a cell named only here is made. */
  statuses?: Record<number, CellStatus | CellState>;
  outputs?: Record<number, string[]>;
}

/** An open notebook that only says what it is told to say. */
export function fakeSession({ cells, statuses = {}, outputs = {}, ...said }: Fake = {}): Session {
  const { saveState = "saved", text = "", save = async () => {}, keep = async () => false, ...rest } = said;
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
    autosave: { saveState, problem: null, save, keep },
    document: { text, canUndo: false, canRedo: false },
    problems: [],
    running: false,
    unresponsiveFor: 0,
    cells: (cells ?? ids.map((id) => ({ id, kind: "js", source: "" }))).map((cell) => ({ ...cell, attributes: {} })),
    reports,
    values: new Map(),
    study: { begun: null, exercises: {} },
    settings: { theme: "light", language: "en", lazy: false, mode: "edit", reducedMotion: false },
    dispose: () => {},
    reveal: () => {},
    ...rest,
  });
}
