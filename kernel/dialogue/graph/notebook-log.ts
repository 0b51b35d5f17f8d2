import type { Agent } from "../../../lib/agents/agent.ts";
import type { Return } from "../../../lib/agents/state.ts";
import type { StepResult } from "../../../lib/dialogue/host.ts";
import type { Json } from "../../../lib/dialogue/plan.ts";
import type { Notebook } from "../../document/notebook.ts";
import type { Operation } from "../../document/operation.ts";
import { answerOperations, beginningOperations, noteOperations, phaseOperations } from "./agent-operations.ts";
import { prefixOf, REQUEST } from "./cell-names.ts";
import { type CellValue, cellsOfAgent, nextInstance, readAgentRecord } from "./notebook-record.ts";
import type { AgentLog, AgentRecord, PhaseRun } from "./record.ts";

/** A notebook to which an agent adds its cells. */
export interface AgentDocument {
  readonly notebook: Notebook;
  /** Applies operations as one undoable step. Throws if one is refused. */
  perform(operations: readonly Operation[]): void;
  /** The values of the notebook's cells that have run. */
  readonly cellValue: CellValue;
}

/** Where an agent in a notebook works. */
export interface Place<Request> {
  readonly agent: Agent<Request>;
  readonly document: AgentDocument;
  /** Its name and number, `lca-1`. */
  readonly instance: string;
  /** The day of a note, as 2026-11-28. */
  today(): string;
}

/**
 * The log of an agent that works in a notebook: each phase is one undoable step of the document. What the agent computed is taken for the
 * values of cells that have not run yet, as long as they are as it wrote them.
 */
export class NotebookLog<Request> implements AgentLog {
  readonly #place: Place<Request>;
  readonly #own = new Map<string, { readonly source: string; readonly result: StepResult }>();

  constructor(place: Place<Request>) {
    this.#place = place;
  }

  /** Begins a new agent at the end of a notebook, or after a cell. */
  static begin<Request>(
    place: Omit<Place<Request>, "instance">,
    request: Json,
    after?: number | null,
  ): NotebookLog<Request> {
    const { agent, document } = place;
    const instance = nextInstance(document.notebook, agent.name);
    const log = new NotebookLog({ ...place, instance });
    document.perform(beginningOperations(document.notebook, agent, instance, request, after));
    log.#remember(REQUEST, { result: request, sources: [], hash: "" });
    return log;
  }

  get instance(): string {
    return this.#place.instance;
  }

  read(): AgentRecord {
    const { document, instance } = this.#place;
    return readAgentRecord(document.notebook, instance, (name) => this.#ownValue(name) ?? document.cellValue(name));
  }

  keep(run: PhaseRun): void {
    const { agent, document, instance } = this.#place;
    document.perform(phaseOperations(document.notebook, agent, instance, run));
    for (const [step, result] of run.record.results) this.#remember(step, result);
  }

  goBack(to: Return): void {
    const { agent, document, instance, today } = this.#place;
    document.perform(noteOperations(document.notebook, agent, instance, to, today()));
  }

  /** Fills slots of the request. */
  answer(answers: { readonly [slot: string]: Json }): void {
    const { document, instance } = this.#place;
    const request = { ...(this.read().request as object), ...answers };
    document.perform(answerOperations(document.notebook, instance, request));
    this.#remember(REQUEST, { result: request, sources: [], hash: "" });
  }

  #remember(step: string, result: StepResult): void {
    const name = prefixOf(this.instance) + step;
    this.#own.set(name, { source: this.#sourceOf(name), result });
  }

  #ownValue(name: string): StepResult | undefined {
    const own = this.#own.get(name);
    return own && own.source === this.#sourceOf(name) ? own.result : undefined;
  }

  /** The source of a cell with those of the agent's cells that it names: if one of them was edited, its value may be another. */
  #sourceOf(name: string): string {
    const { document, instance } = this.#place;
    return [...sourcesBehind(document.notebook, instance, name)].join("\n");
  }
}

function sourcesBehind(notebook: Notebook, instance: string, name: string, found = new Set<string>()): Set<string> {
  const prefix = prefixOf(instance);
  const names = (source: string) => source.match(/[\w$]+/g)?.filter((word) => word.startsWith(prefix)) ?? [];
  const cell = cellsOfAgent(notebook, instance).find(
    ({ kind, source }) => kind === "js" && source.startsWith(`const ${name} =`),
  );
  if (!cell || found.has(cell.source)) return found;
  found.add(cell.source);
  for (const other of names(cell.source)) sourcesBehind(notebook, instance, other, found);
  return found;
}
