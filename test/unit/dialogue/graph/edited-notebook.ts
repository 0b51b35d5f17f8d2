import type { AgentDocument } from "../../../../kernel/dialogue/graph/notebook-log.ts";
import {
  createNotebook,
  emptyHistory,
  type History,
  type Notebook,
  type Operation,
  type Outcome,
  parseNotebook,
  perform,
  type Step,
  serializeNotebook,
  undo,
} from "../../../../kernel/document/index.ts";
import type { CallResult } from "../../../../lib/dialogue/host.ts";

/** A notebook with its history, and values of cells that a test says. */
export class EditedNotebook implements AgentDocument {
  notebook: Notebook;
  history: History = emptyHistory;
  values: ReadonlyMap<string, unknown> = new Map();

  constructor(text = serializeNotebook(createNotebook({ title: "A test" }))) {
    this.notebook = parseNotebook(text);
  }

  get text(): string {
    return serializeNotebook(this.notebook);
  }

  get steps(): number {
    return this.history.undo.length;
  }

  perform(operations: readonly Operation[]): void {
    this.#take(perform(this.notebook, this.history, operations, 0));
  }

  undo(): void {
    this.#take(undo(this.notebook, this.history, 0));
  }

  cellValue(name: string): CallResult | undefined {
    return this.values.has(name) ? { result: this.values.get(name), sources: [] } : undefined;
  }

  /** Replaces the source of the cell that defines a name. */
  edit(name: string, source: string): void {
    const cell = this.notebook.cells.find((each) => each.source.startsWith(`const ${name} =`))!;
    this.perform([{ type: "source", cell: cell.id, source }]);
  }

  #take(outcome: Outcome<Step>): void {
    if (!outcome.ok) throw new Error(outcome.refusal.reason);
    this.notebook = outcome.notebook;
    this.history = outcome.history;
  }
}
