import type { JsonSchema } from "../../kernel/dialogue/model/json-schema.ts";
import { chatOf } from "../../kernel/dialogue/model/prompt.ts";
import { type Delta, type ModelProvider, modelLabel } from "../../kernel/dialogue/model/provider.ts";
import type { ModelView } from "../../kernel/dialogue/model/view.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { ModelEvents } from "./model-events.ts";
import { type ModelEvent, type ModelRequest, modelEvent } from "./model-messages.ts";

const texts = messages("session.model", {
  notGguf: {
    en: "“{name}” is no model: a file in the format GGUF is needed.",
    zh: "“{name}”不是模型文件，应为 GGUF 格式。",
  },
  notLoaded: {
    en: "The model of “{name}” could not be loaded: {reason}",
    zh: "未能载入“{name}”中的模型：{reason}",
  },
  failed: { en: "The model did not answer: {reason}", zh: "模型未能回答：{reason}" },
  unloaded: { en: "The model was unloaded.", zh: "模型已卸载。" },
});

/** The first four characters of a file of this format. */
const MAGIC = "GGUF";

/** A small model on one thread writes a few words a second, and reads the view before. */
const PATIENCE_MS = 600_000;

/**
 * A language model in a file of the reader's disk, which runs in a worker of the page. Its program is fetched from the page's own host
 * when the first model is loaded; the file is read where it is and goes nowhere.
 */
export class FileModel implements ModelProvider {
  readonly name = "wllama";
  readonly model: string;
  readonly patience = PATIENCE_MS;
  readonly #worker: Worker;
  readonly #events = new EventTarget();
  #asked = 0;
  #gone = false;

  private constructor(name: string, worker: Worker) {
    this.model = modelLabel(name.replace(/\.gguf$/i, ""));
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<unknown>) => {
      const event = modelEvent.safeParse(data);
      if (event.success) this.#dispatch(event.data);
    };
    worker.onerror = ({ message }) => this.#dispatch({ kind: "failed", id: this.#asked, reason: message });
  }

  /** Loads the model of a file. Rejects with a Fault. */
  static async open(file: File): Promise<FileModel> {
    const { name } = file;
    if ((await file.slice(0, MAGIC.length).text()) !== MAGIC) throw new Fault(texts.notGguf({ name }));
    const worker = new Worker(new URL("./model.worker.ts", import.meta.url), { type: "module", name: "yuheng-model" });
    const model = new FileModel(name, worker);
    const events = model.#eventsOf(0);
    model.#send({ kind: "load", file });
    for await (const event of events) {
      if (event.kind === "loaded") return model;
      if (event.kind === "failed") {
        model.unload();
        throw new Fault(texts.notLoaded({ name, reason: event.reason }));
      }
    }
    throw new Fault(texts.unloaded());
  }

  /** Ends the worker, with all its memory. */
  unload(): void {
    this.#gone = true;
    this.#worker.terminate();
    this.#events.dispatchEvent(new Event("gone"));
  }

  async *propose(view: ModelView, schema: JsonSchema, signal: AbortSignal): AsyncIterable<Delta> {
    signal.throwIfAborted();
    if (this.#gone) throw new Fault(texts.unloaded());
    const id = ++this.#asked;
    const stop = () => this.#send({ kind: "stop", id });
    signal.addEventListener("abort", stop);
    const events = this.#eventsOf(id);
    this.#send({ kind: "ask", id, messages: chatOf(view), schema: { ...schema } });
    let ended = false;
    try {
      for await (const event of events) {
        signal.throwIfAborted();
        ended = event.kind === "done" || event.kind === "failed";
        if (event.kind === "piece") yield { text: event.text };
        else if (event.kind === "failed") throw new Fault(texts.failed({ reason: event.reason }));
        else if (event.kind === "done") return;
      }
      throw new Fault(texts.unloaded());
    } finally {
      signal.removeEventListener("abort", stop);
      if (!ended && !this.#gone) stop();
    }
  }

  #send(request: ModelRequest): void {
    this.#worker.postMessage(request);
  }

  #dispatch(event: ModelEvent): void {
    this.#events.dispatchEvent(new CustomEvent("event", { detail: event }));
  }

  /** The events of one question, or of loading, from now on. */
  #eventsOf(id: number): ModelEvents {
    return new ModelEvents(this.#events, (event) => ("id" in event ? event.id === id : id === 0));
  }
}
