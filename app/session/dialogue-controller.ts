import { type Dialogue, openDialogue } from "../../kernel/dialogue/dialogue.ts";
import { adviserOf } from "../../kernel/dialogue/model/adviser.ts";
import type { ModelProvider } from "../../kernel/dialogue/model/provider.ts";
import type { Operation } from "../../kernel/document/index.ts";
import { isSameLanguage } from "../../kernel/document/language-tag.ts";
import { translationsOf } from "../../kernel/document/translations.ts";
import type { CellReport } from "../../kernel/sandbox/protocol.ts";
import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import type { ToolRunner } from "../../kernel/services/service-calls.ts";
import { hashOf } from "../../kernel/values/canonical.ts";
import type { QuotedCell, Turn } from "../../lib/dialogue/conversation.ts";
import type { MeaningKind } from "../../lib/dialogue/lexicon/entry.ts";
import type { Lexicon } from "../../lib/dialogue/lexicon/lexicon.ts";
import { saidByNeighbour } from "../../lib/dialogue/measures/neighbours.ts";
import type { Choice, Json, Slot } from "../../lib/dialogue/plan.ts";
import type { Answer, Reply, Value } from "../../lib/dialogue/reply.ts";
import { messageOf } from "../../lib/message/fault.ts";
import { messages, type Sentence } from "../../lib/message/message.ts";
import type { NotebookDocument } from "../live/notebook-document.ts";
import type { Exchange, Reproduced } from "./dialogue-exchange.ts";
import { PageAgentHost } from "./dialogue-host.ts";
import { baseOf, insertionsOf, proposalOf, withNeeds } from "./dialogue-proposal.ts";
import { MOST_CHARACTERS, MOST_TURNS, type RecordedTurn, readRecord, writeRecord } from "./dialogue-record.ts";

const texts = messages("session.dialogue", {
  unreadable: {
    en: "The conversation in the file is not in a form that can be read, so it is not shown. The next question replaces it.",
    zh: "文件中的对话无法读取，因此不予显示。下一次提问会将其替换。",
  },
  notKept: {
    en: "The cells could not be added: the notebook has changed in the meantime. Try again.",
    zh: "未能添加单元格：笔记本在此期间有改动。请重试。",
  },
  gone: {
    en: "This reply proposes no cells any more. Ask again to get them.",
    zh: "此回复已不再有待添加的单元格。请重新提问。",
  },
  stopped: { en: "Stopped.", zh: "已停止。" },
});

/** Slots for which any concept of the lexicon may be chosen, with the kind of these concepts. */
const free: Readonly<Partial<Record<Slot, MeaningKind>>> = {
  place: "place",
  principle: "principle",
  metric: "metric",
  gas: "gas",
  source: "fuel",
  sector: "sector",
  boundary: "boundary",
  basis: "basis",
};

/** The part of an open notebook that the dialogue uses. */
export interface DialogueNotebook extends EventTarget {
  readonly document: Pick<NotebookDocument, "notebook" | "freeId">;
  /** The conversation in its file; null if there is none. */
  readonly conversation: string | null;
  readonly catalogue: readonly DatasetEntry[];
  readonly settings: { readonly language: string };
  readonly reports: ReadonlyMap<number, Pick<CellReport, "id" | "state" | "outputs">>;
  /** The chosen cell, after which cells are added; null if the frame does not say. */
  chosenCell(): Promise<number | null>;
  /** The hashes of the values of names, as far as they have values. */
  hashesOf(names: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Performs operations as one step and shows a cell that they add; false if they do not fit the notebook. New cells run at once. */
  addCells(operations: readonly Operation[], shown: number): boolean;
  /** Writes the conversation into the notebook; null removes it. */
  record(script: string | null): void;
}

/**
 * The conversation about a notebook: turns, replies, and the cells that are kept of them. It is written into the notebook with each
 * turn. Turns that the file brings are shown; they are neither run nor context of new ones before they were reproduced. Dispatches
 * `change`.
 */
export class DialogueController extends EventTarget {
  readonly #notebook: DialogueNotebook;
  readonly #host: PageAgentHost;
  readonly #model: () => ModelProvider | null;
  #dialogue: Promise<Dialogue> | null = null;
  #lexicon: Lexicon | null = null;
  #exchanges: readonly Exchange[];
  #problem: Sentence | null = null;
  #made = 0;
  #running: { readonly id: number; readonly abort: AbortController } | null = null;
  /** A cell that the person has put into the next question. */
  #quoted: QuotedCell | null = null;
  #moved: ReadonlySet<string> = new Set();
  /** The states of the kept cells when their values were last compared. */
  #compared = "";

  /** @param model the model that the reader has chosen, if any; only a reader chooses one, never a notebook */
  constructor(notebook: DialogueNotebook, compute: ToolRunner, model: () => ModelProvider | null = () => null) {
    super();
    this.#notebook = notebook;
    this.#model = model;
    this.#host = new PageAgentHost(compute);
    const script = notebook.conversation;
    const recorded = script === null ? [] : readRecord(script);
    if (!recorded) this.#problem = texts.unreadable();
    this.#exchanges = (recorded ?? []).map((turn) => this.#recorded(turn));
    notebook.addEventListener("change", () => void this.#compare());
    void this.#compare();
  }

  /** The turns, the oldest first. */
  get exchanges(): readonly Exchange[] {
    return this.#exchanges;
  }

  /** Why the conversation in the file is not shown. */
  get problem(): Sentence | null {
    return this.#problem;
  }

  get asking(): boolean {
    return this.#running !== null;
  }

  /** The cell that stands beside the next question, for a model to see; null if there is none. */
  get quoted(): QuotedCell | null {
    return this.#quoted;
  }

  /** Puts a cell into the next question, instead of one before it; null takes it out. */
  quote(cell: QuotedCell | null): void {
    this.#quoted = cell;
    this.#changed();
  }

  /** Asks the question of the panel, with the cell that was put into it if there is a model to see it. */
  async askWithQuoted(text: string): Promise<void> {
    const quoted = this.#model() ? this.#quoted : null;
    this.#quoted = null;
    await this.ask(text, quoted);
  }

  /** Asks a question in the context of the earlier ones. Resolves when the reply has come. */
  async ask(text: string, quoted: QuotedCell | null = null): Promise<void> {
    const turn: Turn = { text: text.trim().slice(0, MOST_CHARACTERS), ...(quoted ? { quoted: [quoted] } : {}) };
    if (turn.text === "") return;
    const exchange = this.#new(turn);
    this.#exchanges = [...this.#exchanges, exchange].slice(-MOST_TURNS);
    await this.#reply(exchange.id, turn);
  }

  /** Asks a turn again with a slot chosen, over what its words say. */
  async choose(id: number, slot: Slot, value: Json): Promise<void> {
    const exchange = this.find(id);
    if (!exchange) return;
    const turn = { ...exchange.turn, chosen: { ...withoutSaidBy(slot, exchange.turn.chosen), [slot]: value } };
    // Cells that were kept compute what was understood before; they stay, and the new reply proposes its own.
    this.#update(id, { kept: new Map() });
    await this.#reply(id, turn);
  }

  /** What a slot may be besides what the words could mean; empty for slots that are not chosen freely. */
  choicesOf(slot: Slot): readonly Choice[] {
    const kind = free[slot];
    return kind ? (this.#lexicon?.choices(kind) ?? []) : [];
  }

  /** Asks a turn again. */
  async again(id: number): Promise<void> {
    const exchange = this.find(id);
    if (exchange) await this.#reply(id, exchange.turn);
  }

  /** Stops the turn that is being asked. */
  stop(): void {
    this.#running?.abort.abort();
  }

  /** Removes the conversation from the notebook. Cells that were kept stay. */
  clear(): void {
    this.stop();
    this.#exchanges = [];
    this.#problem = null;
    this.#save();
  }

  find(id: number): Exchange | undefined {
    return this.#exchanges.find((exchange) => exchange.id === id);
  }

  /**
   * Adds the cells of a reply, or those of them that are chosen with what they need, to the notebook at their place, and runs
   * them. If the notebook has changed since they were proposed, they get names that are free in it now. Returns why that failed.
   * @param chosen ids of the proposed cells; by default all
   */
  async keep(id: number, chosen?: ReadonlySet<string>): Promise<Sentence | null> {
    const exchange = this.find(id);
    if (exchange?.reply?.kind !== "answer" || !exchange.proposal) return texts.gone();
    const { cells } = this.#notebook.document.notebook;
    const proposal = exchange.proposal.base === baseOf(cells) ? exchange.proposal : proposalOf(exchange.reply, cells);
    const kept = chosen ? withNeeds(proposal, chosen) : proposal.cells;
    const after = this.placeOf(exchange);
    const first = this.#notebook.document.freeId;
    const operations = insertionsOf(kept, cells, {
      after,
      first,
      language: this.#notebook.settings.language,
    });
    if (!this.#notebook.addCells(operations, first)) return texts.notKept();
    const names = kept.flatMap(({ planned, name }) => (name === "" ? [] : [[planned, name] as const]));
    this.#update(id, { proposal: null, kept: new Map([...exchange.kept, ...names]) });
    this.#save();
    return null;
  }

  /** The cell below which the proposed cells of a reply stand: the one that was chosen when it came, or else the last. */
  placeOf({ place }: Exchange): number | null {
    const { cells } = this.#notebook.document.notebook;
    const chosen = cells.find((cell) => cell.id === place) ?? cells.at(-1);
    // A text and its translations stay together.
    const group = chosen && translationsOf(cells, chosen.id);
    return [...(group?.values() ?? [])].at(-1)?.id ?? chosen?.id ?? null;
  }

  /** Puts the proposed cells of a reply aside. */
  discard(id: number): void {
    this.#update(id, { proposal: null });
  }

  /** Proposes the cells of a reply again, after they were discarded or their cells were removed. */
  propose(id: number): void {
    const reply = this.find(id)?.reply;
    if (reply?.kind === "answer") this.#update(id, { proposal: this.#proposal(reply), kept: new Map() });
  }

  /** The cell of the notebook that computes a figure, if it was kept and is still there. */
  cellOf({ kept }: Exchange, planned: string): number | null {
    const name = kept.get(planned);
    if (name === undefined) return null;
    for (const { id, outputs } of this.#notebook.reports.values()) if (outputs.includes(name)) return id;
    return null;
  }

  /** Whether the cell of a kept figure now has another value than the reply. */
  hasMoved({ kept }: Exchange, planned: string): boolean {
    return this.#moved.has(kept.get(planned) ?? "");
  }

  /** Asks all turns again, in their order, and compares each figure with what it was. */
  async reproduce(): Promise<void> {
    for (const { id } of this.#exchanges) {
      const exchange = this.find(id);
      if (!exchange) continue;
      const before = exchange.recorded?.values ?? [];
      const reply = await this.#reply(id, exchange.turn);
      if (!reply) return;
      const now = reply.kind === "answer" ? reply.values : [];
      this.#update(id, { reproduced: before.map((value) => reproduced(value, now)) });
    }
  }

  #new(turn: Turn): Exchange {
    return {
      id: ++this.#made,
      turn,
      state: "asking",
      reply: null,
      problem: null,
      recorded: null,
      proposal: null,
      place: null,
      kept: new Map(),
      reproduced: null,
    };
  }

  #recorded(recorded: RecordedTurn): Exchange {
    return {
      ...this.#new(recorded.turn),
      state: "recorded",
      recorded,
      kept: new Map(Object.entries(recorded.kept ?? {})),
    };
  }

  #update(id: number, change: Partial<Exchange>): void {
    this.#exchanges = this.#exchanges.map((exchange) => (exchange.id === id ? { ...exchange, ...change } : exchange));
    this.#changed();
  }

  /** Asks a turn in the context of those before it; null if that failed, was stopped, or was asked again meanwhile. */
  async #reply(id: number, turn: Turn): Promise<Reply | null> {
    this.stop();
    const abort = new AbortController();
    const running = { id, abort };
    this.#running = running;
    this.#update(id, { turn, state: "asking", problem: null, reproduced: null });
    try {
      const dialogue = await this.#open();
      this.#lexicon = dialogue.lexicon;
      const provider = this.#model();
      const conversation = { turns: [...this.#before(id), turn], language: this.#language };
      const reply = await dialogue.ask(conversation, abort.signal, provider && adviserOf(provider));
      const place = await this.#notebook.chosenCell();
      abort.signal.throwIfAborted();
      this.#running = null;
      const exchange = this.find(id);
      const isKept = exchange && [...exchange.kept.keys()].some((planned) => this.cellOf(exchange, planned) !== null);
      this.#update(id, {
        reply,
        state: "replied",
        proposal: reply.kind === "answer" && !isKept ? this.#proposal(reply) : null,
        place,
        kept: isKept ? exchange.kept : new Map(),
        recorded: recordOf(turn, reply),
      });
      this.#save();
      return reply;
    } catch (error) {
      const isLast = this.#running === running;
      if (isLast) this.#running = null;
      const asked = this.#running?.id === id;
      if (!asked)
        this.#update(id, { state: "failed", problem: abort.signal.aborted ? texts.stopped() : messageOf(error) });
      return null;
    }
  }

  #proposal(answer: Answer): Exchange["proposal"] {
    return proposalOf(answer, this.#notebook.document.notebook.cells);
  }

  get #language(): "en" | "zh" {
    return isSameLanguage(this.#notebook.settings.language, "zh-CN") ? "zh" : "en";
  }

  #before(id: number): Turn[] {
    const at = this.#exchanges.findIndex((exchange) => exchange.id === id);
    return this.#exchanges.slice(0, at).flatMap(({ state, turn }) => (state === "replied" ? turn : []));
  }

  /** If its data cannot be read now, the next question opens it again. */
  #open(): Promise<Dialogue> {
    this.#dialogue ??= openDialogue(this.#host, this.#notebook.catalogue).catch((error: unknown) => {
      this.#dialogue = null;
      throw error;
    });
    return this.#dialogue;
  }

  #save(): void {
    const turns = this.#exchanges.flatMap(({ recorded, kept }) =>
      recorded ? { ...recorded, kept: kept.size > 0 ? Object.fromEntries(kept) : undefined } : [],
    );
    this.#notebook.record(writeRecord(turns));
    this.#changed();
    void this.#compare();
  }

  /** Compares the values of kept cells with those of their replies, once they have run. */
  async #compare(): Promise<void> {
    const hashes = new Map<string, string>();
    for (const { kept, recorded } of this.#exchanges) {
      for (const { cell, hash } of recorded?.values ?? []) {
        const name = kept.get(cell);
        if (name !== undefined) hashes.set(name, hash);
      }
    }
    const cells = [...this.#notebook.reports.values()].filter(({ outputs }) =>
      outputs.some((name) => hashes.has(name)),
    );
    const states = JSON.stringify([[...hashes], cells.map(({ id, state }) => [id, state.status, state.runs])]);
    if (states === this.#compared) return;
    this.#compared = states;
    if (hashes.size === 0 || cells.some(({ state }) => state.status !== "fresh")) return;
    const now = await this.#notebook.hashesOf([...hashes.keys()]);
    this.#moved = new Set([...now].flatMap(([name, hash]) => (hashes.get(name) === hash ? [] : name)));
    this.#changed();
  }

  #changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}

/** Slots of which a choice says something about others, which would contradict it. */
const saysToo: Readonly<Partial<Record<Slot, readonly Slot[]>>> = {
  measure: saidByNeighbour,
  gas: ["measure"],
  principle: ["measure"],
  operation: ["basis"],
};

/** Earlier choices, without those that a new one takes the place of. */
function withoutSaidBy(slot: Slot, chosen: Turn["chosen"] = {}): NonNullable<Turn["chosen"]> {
  const gone = saysToo[slot] ?? [];
  return Object.fromEntries(Object.entries(chosen).filter(([each]) => !gone.includes(each as Slot)));
}

/** What the file records of a reply: of the question its words and choices, not the cells that were put into it. */
function recordOf({ quoted: _, ...turn }: Turn, reply: Reply): RecordedTurn {
  return {
    turn,
    kind: reply.kind,
    plan: reply.kind === "answer" ? reply.plan : reply.pending,
    values:
      reply.kind === "answer"
        ? reply.values.map(({ name, value, unit, cell, path, hash }) => ({ name, value, unit, cell, path, hash }))
        : [],
  };
}

/** A figure is the same if it stands at the same place with the same unit and the same six digits. */
function reproduced(before: RecordedTurn["values"][number], values: readonly Value[]): Reproduced {
  const now = values.find(({ cell, path }) => cell === before.cell && path === before.path) ?? null;
  const same = now !== null && now.unit === before.unit && hashOf(now.value) === hashOf(before.value);
  return { before, now: now && { value: now.value, unit: now.unit }, same };
}
