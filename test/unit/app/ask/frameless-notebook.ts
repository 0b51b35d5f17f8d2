import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NotebookDocument } from "../../../../app/live/notebook-document.ts";
import type { DialogueNotebook } from "../../../../app/session/dialogue-controller.ts";
import { compileCell } from "../../../../kernel/compile/index.ts";
import { readDialogue, withDialogue } from "../../../../kernel/document/dialogue-script.ts";
import type { Operation } from "../../../../kernel/document/index.ts";
import type { DatasetEntry } from "../../../../kernel/services/catalogue.ts";
import type { ToolRunner } from "../../../../kernel/services/service-calls.ts";
import { host } from "../../dialogue/shipped-host.ts";

const root = join(import.meta.dirname, "../../../..");
export const { datasets } = JSON.parse(readFileSync(join(root, "datasets/catalogue.json"), "utf8")) as {
  datasets: DatasetEntry[];
};

/** The library in this process, as a page has it in its workers. */
export const compute: ToolRunner = {
  async call(tool, input, { signal, reads } = {}) {
    const { result, sources } = await host.call(tool, input as object, signal);
    for (const source of sources) reads?.({ ...source, rows: 0, of: 0 });
    return result;
  },
};

/** A notebook without a frame: its cells define what they would, and none has run. */
export class FramelessNotebook extends EventTarget implements DialogueNotebook {
  readonly document: NotebookDocument;
  readonly catalogue: readonly DatasetEntry[];
  readonly settings = { language: "en" };
  /** Whether the document takes cells. */
  takes = true;

  constructor(text: string, own: readonly DatasetEntry[] = []) {
    super();
    this.catalogue = [...datasets, ...own];
    this.document = new NotebookDocument(text);
  }

  get conversation() {
    return readDialogue(this.document.notebook);
  }

  get reports() {
    return new Map(
      this.document.cells.map((cell) => {
        const { outputs } = compileCell(cell);
        return [cell.id, { id: cell.id, state: { status: "queued", runs: 0 }, outputs: [...outputs] }] as const;
      }),
    ) as DialogueNotebook["reports"];
  }

  get sources(): string[] {
    return this.document.cells.map(({ source }) => source);
  }

  chosenCell = async () => null;
  hashesOf = async () => new Map();
  addCells = (operations: readonly Operation[]) => this.takes && this.document.perform(operations);
  record(script: string | null) {
    this.document.amend((notebook) => withDialogue(notebook, script));
  }
}
