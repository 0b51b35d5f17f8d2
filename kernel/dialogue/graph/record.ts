import type { PhaseWork } from "../../../lib/agents/agent.ts";
import type { Return } from "../../../lib/agents/state.ts";
import type { StepResult } from "../../../lib/dialogue/host.ts";
import type { Json } from "../../../lib/dialogue/plan.ts";

/** What a phase has left: the hash of what it was made from, and the results of its cells by the names of their steps. */
export interface PhaseRecord {
  readonly input: string;
  readonly results: ReadonlyMap<string, StepResult>;
}

/** All that an agent has done. It can be read from the cells of a notebook, so there is nothing else to keep. */
export interface AgentRecord {
  /** What is asked of it, with what was answered since. */
  readonly request: Json;
  readonly phases: ReadonlyMap<string, PhaseRecord>;
  readonly returns: readonly Return[];
}

/** A phase that has run. */
export interface PhaseRun {
  readonly phase: string;
  readonly work: PhaseWork;
  readonly record: PhaseRecord;
}

/** Where an agent leaves what it has done: a notebook, or memory. */
export interface AgentLog {
  read(): AgentRecord;
  /** Keeps a phase that has run, in the place of an earlier run of it. */
  keep(run: PhaseRun): void;
  /** Keeps that the agent went back, and why. */
  goBack(to: Return): void;
}

/** A log in memory, for agents that answer without a notebook. */
export class MemoryLog implements AgentLog {
  #record: AgentRecord;
  /** The last run of each phase. */
  readonly runs = new Map<string, PhaseRun>();

  constructor(request: Json) {
    this.#record = { request, phases: new Map(), returns: [] };
  }

  read(): AgentRecord {
    return this.#record;
  }

  keep(run: PhaseRun): void {
    this.runs.set(run.phase, run);
    this.#record = { ...this.#record, phases: new Map(this.#record.phases).set(run.phase, run.record) };
  }

  goBack(to: Return): void {
    this.#record = { ...this.#record, returns: [...this.#record.returns, to] };
  }

  /** Fills slots of the request. */
  answer(answers: { readonly [slot: string]: Json }): void {
    this.#record = { ...this.#record, request: { ...(this.#record.request as object), ...answers } };
  }
}
