import type { ModelProvider } from "../../kernel/dialogue/model/provider.ts";
import { messageOf } from "../../lib/message/fault.ts";
import type { Sentence } from "../../lib/message/message.ts";
import type { FileModel } from "./model-file.ts";

/** Where the chosen model is. */
export type ModelPlace = "off" | "server" | "file";

/**
 * The language model that the reader has chosen for this page: none at first, and none again after the page is loaded anew. Only the
 * reader's own controls call it; no notebook can. Dispatches `change`.
 */
export class ModelChoice extends EventTarget {
  #place: ModelPlace = "off";
  #provider: ModelProvider | null = null;
  #file: FileModel | null = null;
  #loading = false;
  #problem: Sentence | null = null;
  /** Counts choices: a model that has loaded after another was chosen is not wanted any more. */
  #chosen = 0;

  get place(): ModelPlace {
    return this.#place;
  }

  /** The model that may be asked; null while it is off or loads. */
  get provider(): ModelProvider | null {
    return this.#provider;
  }

  get isLoading(): boolean {
    return this.#loading;
  }

  /** Why the chosen model cannot be used. */
  get problem(): Sentence | null {
    return this.#problem;
  }

  /** No model is asked; one that was loaded is unloaded. */
  turnOff(): void {
    this.#choose("off");
  }

  /** A model of the page's server. */
  async useServer(model: string): Promise<void> {
    const chosen = this.#choose("server");
    const { serverModel } = await import("./model-server.ts");
    if (chosen === this.#chosen) this.#set({ provider: serverModel(model) });
  }

  /** A model in a file of the reader's disk. Its program is loaded now. */
  async useFile(file: File): Promise<void> {
    const chosen = this.#choose("file");
    this.#set({ loading: true });
    try {
      const { FileModel } = await import("./model-file.ts");
      const model = await FileModel.open(file);
      if (chosen !== this.#chosen) return model.unload();
      this.#file = model;
      this.#set({ provider: model });
    } catch (error) {
      if (chosen === this.#chosen) this.#set({ problem: messageOf(error) });
    }
  }

  #choose(place: ModelPlace): number {
    this.#file?.unload();
    this.#file = null;
    this.#place = place;
    this.#set({});
    return ++this.#chosen;
  }

  #set({
    provider = null,
    loading = false,
    problem = null,
  }: {
    provider?: ModelProvider | null;
    loading?: boolean;
    problem?: Sentence | null;
  }): void {
    this.#provider = provider;
    this.#loading = loading;
    this.#problem = problem;
    this.dispatchEvent(new Event("change"));
  }
}

/** The choice for this page, whichever notebook is open. */
export const pageModel = new ModelChoice();
