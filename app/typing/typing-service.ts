import { type Remote, wrap } from "../../kernel/boundary/endpoint.ts";
import { trusted } from "../../kernel/boundary/rule.ts";
import type { DocumentCell } from "../../kernel/document/document-cell.ts";
import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import type { LanguageRequest } from "../../kernel/services/language.ts";
import { RunningWorker } from "../../kernel/workers/running-worker.ts";
import { Fault, messageOf } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import type { QueryResults } from "./query-result.ts";
import type { TypingAnswer, TypingApi } from "./typing-api.ts";

const texts = messages("typing", {
  absent: {
    en: "The language service is not there.",
    zh: "语言服务不可用。",
  },
  workerEnded: {
    en: "The worker ended.",
    zh: "后台进程已结束。",
  },
});

/** The state of a notebook at the time of a request. */
export interface TypedNotebook {
  readonly cells: readonly DocumentCell[];
  readonly catalogue: readonly DatasetEntry[];
  readonly language: "en" | "zh";
  readonly results: QueryResults;
  /** The texts of the modules beside the notebook, by their paths there; another object whenever they change. */
  readonly modules: Readonly<Record<string, string>>;
}

/** There is no language service: its program did not load, or its worker ended too often. */
export class TypingUnavailable extends Fault {
  override name = "TypingUnavailable";
}

interface Live {
  readonly running: RunningWorker;
  readonly api: Remote<TypingApi>;
}

/** How often a worker is restarted that has answered before. */
const RETRIES = 2;

/** The worker of the language service. It is started by the first request, and gets only changes. */
export class TypingService {
  readonly #start: () => Worker;
  readonly #declarations: string;
  #live: Live | null = null;
  #answered = false;
  #losses = 0;
  #owner: object | null = null;
  #cells = new Map<number, DocumentCell>();
  #order = "";
  #language = "";
  #results = "";
  #catalogue: readonly DatasetEntry[] | null = null;
  #modules: TypedNotebook["modules"] | null = null;

  constructor(start: () => Worker, declarations: URL) {
    this.#start = start;
    this.#declarations = declarations.href;
  }

  /** Sends a request about a notebook. Rejects with {@link TypingUnavailable} if there is no service. */
  async ask(owner: object, notebook: TypedNotebook, request: LanguageRequest): Promise<TypingAnswer> {
    if (this.#losses > RETRIES) throw new TypingUnavailable(texts.absent());
    this.#live ??= this.#open();
    const live = this.#live;
    try {
      // Not awaited before the request: the worker handles messages in order.
      const updated = this.#update(live, owner, notebook);
      const [answer] = await live.running.race(Promise.all([live.api.ask(request), updated]));
      this.#answered = true;
      return answer as TypingAnswer;
    } catch (error) {
      if (this.#live === live && !this.#answered) this.#lose(live, error as Error);
      if (this.#live === live) throw error;
      if (this.#losses > RETRIES) throw new TypingUnavailable(messageOf(error));
      return null;
    }
  }

  #open(): Live {
    const worker = this.#start();
    const running = new RunningWorker(worker, ({ message }) => {
      this.#lose(live);
      return new Fault(message || texts.workerEnded());
    });
    // The error is reported to the caller of the request; it need not be logged, too.
    worker.addEventListener("error", (event) => event.preventDefault());
    const live: Live = { running, api: wrap<TypingApi>(worker, trusted) };
    void live.api.open(this.#declarations);
    return live;
  }

  /** A worker that never answered is not restarted. */
  #lose(live: Live, reason?: Error): void {
    if (this.#live !== live) return;
    if (reason) live.running.end(reason);
    this.#live = null;
    this.#losses += this.#answered ? 1 : RETRIES + 1;
    this.#owner = null;
  }

  #update(
    live: Live,
    owner: object,
    { cells, catalogue, language, results, modules }: TypedNotebook,
  ): Promise<void> | undefined {
    const known = this.#owner === owner ? this.#cells : new Map<number, DocumentCell>();
    const changed = cells.filter((cell) => !sameText(known.get(cell.id), cell));
    const order = cells.map(({ id }) => id);
    const all = this.#owner === null;
    const resultsKey = JSON.stringify([...results]);
    const changes = {
      ...(all || language !== this.#language ? { language } : {}),
      ...(all || catalogue !== this.#catalogue ? { catalogue } : {}),
      ...(this.#owner !== owner || resultsKey !== this.#results ? { results } : {}),
      ...(this.#owner !== owner || modules !== this.#modules ? { modules } : {}),
    };
    const moved = order.join() !== this.#order || this.#owner !== owner;
    this.#owner = owner;
    this.#cells = new Map(cells.map((cell) => [cell.id, cell]));
    this.#order = order.join();
    this.#language = language;
    this.#catalogue = catalogue;
    this.#results = resultsKey;
    this.#modules = modules;
    if (!moved && changed.length === 0 && Object.keys(changes).length === 0) return undefined;
    const sent = changed.map(({ id, kind, source, attributes, converted }) => ({
      id,
      kind,
      source,
      attributes: { ...attributes },
      ...(converted ? { converted } : {}),
    }));
    return live.api.update({ ...changes, order, changed: sent });
  }
}

function sameText(a: DocumentCell | undefined, b: DocumentCell): boolean {
  const isSame = a?.source === b.source && a.kind === b.kind && a.attributes.output === b.attributes.output;
  return a === b || (isSame && a.converted?.source === b.converted?.source);
}
