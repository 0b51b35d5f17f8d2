import { NotebookLog, type Place } from "../../kernel/dialogue/graph/notebook-log.ts";
import { agentsIn, cellsOfAgent } from "../../kernel/dialogue/graph/notebook-record.ts";
import { standingOf } from "../../kernel/dialogue/graph/standing.ts";
import { workInNotebook } from "../../kernel/dialogue/graph/work-in-notebook.ts";
import type { Cell, Notebook } from "../../kernel/document/notebook.ts";
import type { Operation } from "../../kernel/document/operation.ts";
import type { CellReport } from "../../kernel/sandbox/protocol.ts";
import type { ToolRunner } from "../../kernel/services/service-calls.ts";
import { type Agent, answersOf, type Question } from "../../lib/agents/agent.ts";
import { agentNamed } from "../../lib/agents/agents.ts";
import { type AgentName, agentNames } from "../../lib/dialogue/agent-name.ts";
import { bothLanguages } from "../../lib/dialogue/both-languages.ts";
import type { Json } from "../../lib/dialogue/plan.ts";
import { Fault, messageOf } from "../../lib/message/fault.ts";
import { messages, type Sentence } from "../../lib/message/message.ts";
import { type Rail, type RailPlace, railOf, unreadRail } from "./agent-rail.ts";
import { AgentValues } from "./agent-values.ts";
import { PageAgentHost } from "./dialogue-host.ts";

const texts = messages("session.agent", {
  refused: {
    en: "The agent's cells do not fit the notebook any more, because it was changed at the same time. What the agent did before stands; let it go on.",
    zh: "笔记本同时有改动，智能体的单元格无法写入。此前完成的部分保留；可让其继续。",
  },
  edited: {
    en: "The agent has stopped, because its cells were changed while it worked. Let it go on from them as they are now.",
    zh: "智能体工作时其单元格有改动，因此已停止。可让其从现状继续。",
  },
  wentBack: { en: "A person sent the agent back.", zh: "由人要求返回。" },
});

/** The agent that works. */
interface Working {
  readonly instance: string;
  readonly abort: AbortController;
  /** Its cells as it wrote or found them, to see when somebody else changes them. */
  cells: string;
}

/** The check that leads back when a person does. */
const BY_PERSON = "person";

/** The part of an open notebook in which agents work. */
export interface AgentNotebook extends EventTarget {
  readonly document: { readonly notebook: Notebook };
  readonly settings: { readonly language: string };
  readonly reports: ReadonlyMap<number, Pick<CellReport, "state" | "edited">>;
  /** The values of names as data; a name without a value has none. */
  valuesOf(names: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
  /** Performs operations as one undoable step and runs what they change; false if they do not fit the notebook. */
  perform(operations: readonly Operation[]): boolean;
  run(cells: number[]): void;
  reveal(cell: number): void;
}

/**
 * The agents of a notebook. Where each stands is folded from its cells and their values whenever these change, so that edits, undo and
 * another day find it as it is. Dispatches `change`.
 */
export class AgentController extends EventTarget {
  readonly #notebook: AgentNotebook;
  readonly #host: PageAgentHost;
  readonly #values: AgentValues;
  /** What agents have computed that their cells have not yet. */
  readonly #logs = new Map<string, NotebookLog<unknown>>();
  readonly #problems = new Map<string, Sentence>();
  #rails: readonly Rail[] = [];
  #working: Working | null = null;
  /** The state from which the rails were made. */
  #seen = "";

  constructor(notebook: AgentNotebook, compute: ToolRunner) {
    super();
    this.#notebook = notebook;
    this.#host = new PageAgentHost(compute);
    this.#values = new AgentValues({
      get cells() {
        return notebook.document.notebook.cells;
      },
      get reports() {
        return notebook.reports;
      },
      valuesOf: (names) => notebook.valuesOf(names),
    });
    notebook.addEventListener("change", () => void this.#look());
    void this.#look();
  }

  /** The agents of the notebook, in the order in which they begin. */
  get rails(): readonly Rail[] {
    return this.#rails;
  }

  /** Whether an agent works; only one does at a time. */
  get isWorking(): boolean {
    return this.#working !== null;
  }

  /** Begins an agent at the end of the notebook, and lets it work. Resolves when it has stopped. */
  async begin(name: AgentName, request: Json): Promise<void> {
    if (this.#working) return;
    const log = NotebookLog.begin(this.#placeOf(name), request);
    this.#logs.set(log.instance, log);
    const first = cellsOfAgent(this.#notebook.document.notebook, log.instance)[0];
    if (first) this.#notebook.reveal(first.id);
    await this.#work(name, log.instance);
  }

  /** Lets an agent work on from where it stands. Resolves when it has stopped. */
  async goOn(instance: string): Promise<void> {
    const name = nameIn(instance);
    if (!this.#working && name) await this.#work(name, instance);
  }

  async #work(name: AgentName, instance: string): Promise<void> {
    const { signal } = this.#begun(instance);
    try {
      await this.#settled(instance, signal);
      const place = { ...this.#placeOf(name), instance };
      await workInNotebook(place, this.#host, { signal }, this.#logOf(instance));
    } catch (error) {
      const reason: unknown = signal.aborted ? signal.reason : error;
      // Without a reason of its own it was stopped by the person.
      if (!signal.aborted || reason instanceof Fault) this.#problems.set(instance, messageOf(reason));
    }
    this.#working = null;
    await this.#look(true);
  }

  #begun(instance: string): AbortController {
    const abort = new AbortController();
    this.#working = { instance, abort, cells: this.#written(instance) };
    this.#problems.delete(instance);
    this.#fold();
    return abort;
  }

  /** Answers what an agent asks, and lets it work on. */
  async answer(instance: string, question: Question, value: Json): Promise<void> {
    if (this.#working || !nameIn(instance)) return;
    await this.#values.read();
    try {
      this.#logOf(instance).answer(answersOf(question, value));
    } catch (error) {
      this.#problems.set(instance, messageOf(error));
      this.#fold();
      return;
    }
    await this.goOn(instance);
  }

  /** Sends an agent back to a phase, with a note. It does not work there before it is let. */
  async goBack(instance: string, phase: string): Promise<void> {
    const rail = this.#rails.find((each) => each.instance === instance);
    if (this.#working || !rail?.stations.some(({ name, isBehind }) => name === phase && isBehind)) return;
    const phases = rail.stations.filter(({ title }) => title !== null);
    const from = phases.find(({ status }) => status !== "stands") ?? phases.at(-1)!;
    try {
      this.#logOf(instance).goBack({
        from: from.name,
        to: phase,
        check: BY_PERSON,
        because: bothLanguages(texts.wentBack()),
      });
      this.#problems.delete(instance);
    } catch (error) {
      this.#problems.set(instance, messageOf(error));
    }
    await this.#look(true);
  }

  /** Stops the agent that works. What it has done stands. */
  stop(): void {
    this.#working?.abort.abort();
  }

  #placeOf(name: AgentName): Omit<Place<unknown>, "instance"> {
    const notebook = this.#notebook;
    return {
      agent: agentNamed(name) as Agent<unknown>,
      document: {
        get notebook() {
          return notebook.document.notebook;
        },
        perform: (operations) => {
          if (!notebook.perform(operations)) throw new Fault(texts.refused());
          if (this.#working) this.#working.cells = this.#written(this.#working.instance);
        },
        cellValue: (each) => this.#values.of(each),
      },
      today: () => new Date().toISOString().slice(0, 10),
    };
  }

  #logOf(instance: string): NotebookLog<unknown> {
    const known = this.#logs.get(instance);
    if (known) return known;
    const log = new NotebookLog({ ...this.#placeOf(nameIn(instance)!), instance });
    this.#logs.set(instance, log);
    return log;
  }

  /**
   * Waits until the cells of an agent have run to their end, those that were edited and not run included: what a person wrote counts,
   * and is not written over.
   */
  async #settled(instance: string, signal: AbortSignal): Promise<void> {
    const isUnrun = ({ id }: Cell) => {
      const report = this.#notebook.reports.get(id);
      return (
        report !== undefined && report.state.status !== "paused" && (report.edited || report.state.status === "stale")
      );
    };
    const unrun = this.#cellsOf(instance).filter(isUnrun);
    if (unrun.length > 0) this.#notebook.run(unrun.map(({ id }) => id));
    while (unrun.some(isUnrun)) await nextChange(this.#notebook, signal);
    while (this.#isComputing(instance)) await nextChange(this.#notebook, signal);
    await this.#values.read();
    signal.throwIfAborted();
  }

  /** Whether a cell of an agent has not run to its end. */
  #isComputing(instance: string): boolean {
    return this.#cellsOf(instance).some(({ id }) => {
      const report = this.#notebook.reports.get(id);
      // A cell that was added just now has no report yet.
      return !report || report.state.status === "queued" || report.state.status === "running";
    });
  }

  /** The cells of an agent that have values. */
  #cellsOf(instance: string): Cell[] {
    return cellsOfAgent(this.#notebook.document.notebook, instance).filter(({ kind }) => kind === "js");
  }

  /** The cells of an agent, as text. */
  #written(instance: string): string {
    const cells = cellsOfAgent(this.#notebook.document.notebook, instance);
    return JSON.stringify(cells.map(({ id, source, attributes }) => [id, source, attributes["data-phase"]]));
  }

  /** Looks at the cells again, if they or their values have changed. */
  async #look(always = false): Promise<void> {
    const working = this.#working;
    if (working && working.cells !== this.#written(working.instance)) working.abort.abort(new Fault(texts.edited()));
    const cells = this.#notebook.document.notebook.cells.filter(({ attributes }) => "data-agent" in attributes);
    if (cells.length === 0 && this.#rails.length === 0) return;
    const seen = JSON.stringify([
      this.#notebook.settings.language,
      cells.map(({ id, source, attributes }) => {
        const report = this.#notebook.reports.get(id);
        return [id, source, attributes, report?.edited, report?.state.status, report?.state.runs];
      }),
    ]);
    if (seen === this.#seen && !always) return;
    this.#seen = seen;
    await this.#values.read();
    if (seen === this.#seen) this.#fold();
  }

  #fold(): void {
    const { notebook } = this.#notebook.document;
    this.#rails = agentsIn(notebook).flatMap((instance) => {
      const name = nameIn(instance);
      return name ? this.#railOf(name, instance) : [];
    });
    this.dispatchEvent(new Event("change"));
  }

  #railOf(name: AgentName, instance: string): Rail {
    const isWorking = this.#working?.instance === instance;
    const agent = agentNamed(name) as Agent<unknown>;
    const place: RailPlace = {
      instance,
      title: agent.title,
      notebook: this.#notebook.document.notebook,
      reports: this.#notebook.reports,
      language: this.#notebook.settings.language,
      isWorking,
      problem: this.#problems.get(instance) ?? null,
    };
    // As soon as its cells have run, they alone say where an agent stands.
    if (!isWorking && !this.#isComputing(instance)) this.#logs.delete(instance);
    try {
      return railOf(standingOf(agent, this.#logOf(instance).read()), place);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return unreadRail(agent.phases, place, messageOf(error));
    }
  }
}

/** The agent of an instance such as `lca-1`; null if there is none of that name. */
function nameIn(instance: string): AgentName | null {
  const name = /^([a-z]+)-\d+$/.exec(instance)?.[1];
  return agentNames.find((each) => each === name) ?? null;
}

/** Resolves with the next change. Rejects with the signal's reason. */
function nextChange(target: EventTarget, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = () => {
      target.removeEventListener("change", done);
      signal.removeEventListener("abort", done);
      if (signal.aborted) reject(signal.reason);
      else resolve();
    };
    target.addEventListener("change", done);
    signal.addEventListener("abort", done);
    if (signal.aborted) done();
  });
}
