import { cellsOfAgent } from "../../kernel/dialogue/graph/notebook-record.ts";
import type { PhaseStanding, PhaseStatus, Standing } from "../../kernel/dialogue/graph/standing.ts";
import type { Cell, Notebook } from "../../kernel/document/notebook.ts";
import { cellsIn } from "../../kernel/document/translations.ts";
import type { CellReport } from "../../kernel/sandbox/protocol.ts";
import type { Check, Question } from "../../lib/agents/agent.ts";
import type { Sentence, Text } from "../../lib/message/message.ts";

/** The phase of the cells that say what an agent found. */
export const REPORT = "report";

/**
 * How a phase stands on its rail: as its agent finds it (`stands`, `shut`, `stale`, `next`, `waits`), or it waits for an answer, or the
 * agent works at it, or its cells have not run to their end.
 */
export type StationStatus = PhaseStatus | "asks" | "works" | "computes";

/** A phase on the rail of an agent. */
export interface Station {
  readonly name: string;
  /** Null for the report, which is no phase of its own. */
  readonly title: Text | null;
  readonly status: StationStatus;
  /** Conditions that it does not meet, those that keep the next phase closed first. */
  readonly unmet: readonly Check[];
  /** The first of its cells that a reader sees; null if it has none. */
  readonly cell: number | null;
  /** Whether the agent may be sent back to it. */
  readonly isBehind: boolean;
}

/** An agent of the notebook: its phases in order, the report last. */
export interface Rail {
  readonly instance: string;
  readonly title: Text;
  readonly stations: readonly Station[];
  readonly question: Question | null;
  /** Whether the agent works now. */
  readonly isWorking: boolean;
  /** Whether something is left that it can do without being told more. */
  readonly canGoOn: boolean;
  /** Why it stopped, or why its cells cannot be read. */
  readonly problem: Sentence | null;
}

/** What a rail is made from, besides where its agent stands. */
export interface RailPlace {
  readonly instance: string;
  readonly title: Text;
  readonly notebook: Notebook;
  readonly reports: ReadonlyMap<number, Pick<CellReport, "state">>;
  readonly language: string;
  readonly isWorking: boolean;
  readonly problem: Sentence | null;
}

/** The rail of an agent where it stands. */
export function railOf<Request>({ phases, move }: Standing<Request>, place: RailPlace): Rail {
  const { instance, title, notebook, isWorking, problem } = place;
  const current = phases.findIndex(({ status }) => status !== "stands");
  const from = current < 0 ? phases.length - 1 : current;
  const report = stationOf(place, REPORT);
  const isReported = move.kind === "report" && report.cell !== null;
  const stations = phases.map((phase, at): Station => {
    const asks = move.kind === "ask" && move.phase === phase.name;
    const isCurrent = at === current;
    return {
      ...stationOf(place, phase.name),
      title: phase.title,
      status: asks ? "asks" : isCurrent && isWorking ? "works" : statusOf(phase, place),
      unmet: unmetOf(phase),
      isBehind: !isWorking && phase.status === "stands" && at < from,
    };
  });
  const last = isReported ? "stands" : move.kind === "report" ? (isWorking ? "works" : "next") : "waits";
  const computes = isComputing(place, cellsOfAgent(notebook, instance));
  return {
    instance,
    title,
    stations: [...stations, { ...report, status: last }],
    question: !isWorking && move.kind === "ask" ? move : null,
    isWorking,
    canGoOn:
      !isWorking &&
      !computes &&
      (move.kind === "run" || move.kind === "back" || (move.kind === "report" && !isReported)),
    problem,
  };
}

/** The rail of an agent of which it cannot be said where it stands: what it is asked has no value, or is not what it can read. */
export function unreadRail(
  phases: readonly Pick<PhaseStanding, "name" | "title">[],
  place: RailPlace,
  unread: Sentence,
): Rail {
  const { instance, title, notebook, isWorking, problem } = place;
  const computes = isComputing(place, cellsOfAgent(notebook, instance));
  const status = computes ? "computes" : "waits";
  return {
    instance,
    title,
    stations: phases.map((phase) => ({ ...stationOf(place, phase.name), title: phase.title, status })),
    question: null,
    isWorking,
    canGoOn: false,
    problem: problem ?? (computes ? null : unread),
  };
}

function stationOf({ notebook, instance, language }: RailPlace, name: string): Station {
  const seen = new Set(cellsIn(notebook.cells, language).map(({ id }) => id));
  const cell = cellsOfAgent(notebook, instance, name).find(({ id }) => seen.has(id))?.id ?? null;
  return { name, title: null, status: "waits", unmet: [], cell, isBehind: false };
}

/** A phase without all its results may only wait for its own cells. */
function statusOf({ name, status }: PhaseStanding, place: RailPlace): StationStatus {
  if (status === "stands" || status === "shut") return status;
  return isComputing(place, cellsOfAgent(place.notebook, place.instance, name)) ? "computes" : status;
}

function isComputing({ reports }: RailPlace, cells: readonly Cell[]): boolean {
  return cells.some(({ id, kind }) => {
    if (kind !== "js") return false;
    // A cell that was added just now has no report yet.
    const status = reports.get(id)?.state.status ?? "queued";
    return status === "queued" || status === "running";
  });
}

function unmetOf({ checks }: PhaseStanding): Check[] {
  return checks.filter(({ passed }) => !passed).toSorted((a, b) => Number(b.blocks) - Number(a.blocks));
}
