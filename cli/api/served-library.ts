import { join } from "node:path";
import type { Table } from "apache-arrow";
import { type Dialogue, openDialogue } from "../../kernel/dialogue/dialogue.ts";
import { type NodeServices, openNodeServices } from "../../kernel/headless/node-services.ts";
import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import type { AgentHost, CallResult } from "../../lib/dialogue/host.ts";
import { readArrow } from "../../lib/files/arrow/arrow-file.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import type { Selection } from "../../lib/tool/selection.ts";
import { root } from "../installation/root.ts";
import { compileKernels } from "../serve/wasm.ts";

const texts = messages("interface", {
  noRows: {
    en: "`{name}` is a map and has no rows.",
    zh: "`{name}` 是地图，没有行。",
  },
  noNotebookHere: {
    en: "Tools import no notebooks.",
    zh: "工具不能导入笔记本。",
  },
});

/** Thrown for the rows of a dataset that has none. */
export class NoRows extends Fault {
  override readonly name = "NoRows";
}

/** The library's tools and the shipped datasets, as programs get them: tools run in threads, and can be cancelled. */
export class ServedLibrary implements AgentHost {
  readonly #services: NodeServices;
  #dialogue: Promise<Dialogue> | undefined;

  private constructor(services: NodeServices) {
    this.#services = services;
  }

  /** Opens the library. Whoever opens it closes it. */
  static async open(): Promise<ServedLibrary> {
    // Without the compiler (a production install) the kernels run in TypeScript.
    const builds = await compileKernels(root).catch(() => ({}));
    const notebook = async () => {
      throw new Fault(texts.noNotebookHere());
    };
    return new ServedLibrary(openNodeServices({ datasets: join(root, "datasets"), notebook, builds }));
  }

  /** Runs a tool. Rejects with its error, with UnknownToolError, and with the signal's reason. */
  async call(tool: string, args: Readonly<Record<string, unknown>>, signal?: AbortSignal): Promise<CallResult> {
    signal?.throwIfAborted();
    const sources: Selection[] = [];
    const reads = (selection: Selection) => void sources.push(selection);
    const result = await this.#services.compute.call(tool, args, { reads, ...(signal ? { signal } : {}) });
    return { result, sources: sources.map(({ dataset, where }) => ({ dataset, where })) };
  }

  datasets(): Promise<readonly DatasetEntry[]> {
    return this.#services.datasets.entries();
  }

  /** Rejects with UnknownDataset. */
  dataset(name: string): Promise<DatasetEntry> {
    return this.#services.datasets.entry(name);
  }

  /** The rows of a dataset. Rejects with UnknownDataset, NoRows and DatasetError. */
  async table(name: string): Promise<Table> {
    const { format, file } = await this.dataset(name);
    if (format !== "arrow") throw new NoRows(texts.noRows({ name }));
    return readArrow(await this.#services.datasets.load(name), file);
  }

  /** The dialogue over these tools and datasets, opened once. */
  dialogue(): Promise<Dialogue> {
    this.#dialogue ??= this.datasets().then((entries) => openDialogue(this, entries));
    return this.#dialogue;
  }

  close(): Promise<void> {
    return this.#services.close();
  }
}
