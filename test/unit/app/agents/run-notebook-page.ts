import { NotebookDocument } from "../../../../app/live/notebook-document.ts";
import type { AgentNotebook } from "../../../../app/session/agent-controller.ts";
import type { Operation } from "../../../../kernel/document/index.ts";
import { runNotebook } from "../../../../kernel/headless/run-notebook.ts";
import { cellData } from "../../../../kernel/services/cell-data.ts";
import { notebookText } from "../../../e2e/notebook-text.ts";
import { openServices } from "../../headless/services.ts";

const services = openServices();

/** An open notebook whose cells run in this process; their values come as data, as from a frame. */
export class RunNotebookPage extends EventTarget implements AgentNotebook {
  readonly document: NotebookDocument;
  readonly settings = { language: "en" };
  reports: AgentNotebook["reports"] = new Map();
  readonly revealed: number[] = [];
  #values: ReadonlyMap<string, unknown> = new Map();
  #runs = 0;
  #running: Promise<void> = Promise.resolve();

  constructor(text = notebookText("t", ["1"])) {
    super();
    this.document = new NotebookDocument(text);
  }

  /** Runs all cells, as a frame does when the document has changed; resolves when the last run has ended. */
  settle(): Promise<void> {
    this.#running = this.#running.then(async () => {
      const { cells, values } = await runNotebook(this.document.text, { services });
      this.#values = values;
      this.#runs += 1;
      this.#report(new Map(cells.map(({ id, error }) => [id, error ? "failed" : "fresh"])));
    });
    return this.#running;
  }

  /** Replaces the source of the cell that defines a name, as a person does; it has not run. */
  edit(name: string, source: string): void {
    const cell = this.document.cells.find((each) => each.source.startsWith(`const ${name} =`))!;
    this.document.perform([{ type: "source", cell: cell.id, source }]);
    this.#report(new Map(this.document.cells.map(({ id }) => [id, "queued"])));
  }

  undo(): void {
    this.document.undo();
    this.#report(new Map(this.document.cells.map(({ id }) => [id, "queued"])));
  }

  async valuesOf(names: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
    const data = names.flatMap((name) => {
      const value = cellData(this.#values.get(name));
      return value === undefined ? [] : [[name, structuredClone(value)] as const];
    });
    return new Map(data);
  }

  perform(operations: readonly Operation[]): boolean {
    const isDone = this.document.perform(operations);
    void this.settle();
    return isDone;
  }

  run(): void {
    void this.settle();
  }

  reveal(cell: number): void {
    this.revealed.push(cell);
  }

  #report(statuses: ReadonlyMap<number, "fresh" | "failed" | "queued">): void {
    const { cells } = this.document;
    this.reports = new Map(
      cells.flatMap(({ id }) => {
        const status = statuses.get(id);
        return status ? [[id, { edited: false, state: { status, runs: this.#runs } }] as const] : [];
      }),
    );
    this.dispatchEvent(new Event("change"));
  }
}
