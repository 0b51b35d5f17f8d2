import type { Progress } from "../../../kernel/runtime/state.ts";
import type { CallOptions } from "../../../kernel/services/datasets.ts";
import type { AccountKind, Candidate, MatchedLine } from "../../../lib/account/account-shapes.ts";
import type { AccountDesk, DeskWish } from "../../../lib/account/desk/account-desk.ts";
import type { AccountView, ReadView } from "../../../lib/account/desk/desk-views.ts";
import type { LineGroup } from "../../../lib/account/desk/line-groups.ts";
import type { Ask } from "../../../lib/account/line-shape.ts";
import { messageOf } from "../../../lib/message/fault.ts";
import type { Sentence } from "../../../lib/message/message.ts";
import { type AccountChoices, readingOf } from "./account-choices.ts";
import { type Mapping, withAnswer } from "./mapping-edits.ts";

/** What a change needs to be computed anew: the reading of the sheets, or the account of the lines that were read. */
type From = "read" | "account";

/** First what rows of the file lack until it is answered, then what is assumed of rows, and last what is of the whole. */
function rankOf({ rows, assumed }: Ask): number {
  return rows.length === 0 ? 2 : assumed === null ? 0 : 1;
}

/**
 * An account that a person is making of a file: what they have chosen, and what is computed of it, in a worker. A change ends the
 * computation before it. Dispatches `change`.
 */
export class AccountDraft extends EventTarget {
  readonly #desk: AccountDesk<CallOptions>;
  #choices: AccountChoices;
  #mapping: Mapping;
  #read: ReadView | null = null;
  #account: AccountView | null = null;
  /** What the account was computed of. */
  #wish: DeskWish | null = null;
  readonly #asked = new Map<string, Ask>();
  readonly #askedByReading = new Set<string>();
  /** The answers of the mapping when the sheets were read. */
  #readAnswers: Mapping["answers"] = {};
  #progress: Progress | null = null;
  #since = 0;
  #problem: Sentence | null = null;
  #running: AbortController | null = null;
  #isEnded = false;
  /** The earliest part that a computation which was ended has left to do. */
  #due: From = "read";

  constructor(desk: AccountDesk<CallOptions>, choices: AccountChoices, mapping: Mapping) {
    super();
    this.#desk = desk;
    this.#choices = choices;
    this.#mapping = mapping;
  }

  get choices(): AccountChoices {
    return this.#choices;
  }
  get mapping(): Mapping {
    return this.#mapping;
  }
  /** The lines of the file; null until they are read. */
  get read(): ReadView | null {
    return this.#read;
  }
  /** The account as it was last computed; null until it is, or if it cannot be. */
  get account(): AccountView | null {
    return this.#account;
  }
  /** Its lines in the order in which they should be looked at. */
  get groups(): readonly LineGroup[] {
    return this.#account?.groups ?? [];
  }
  /** The names of the data sets that the account was computed from. */
  get datasets(): ReadonlySet<string> {
    return new Set(this.#account?.datasets);
  }
  /** What the account was computed of; null until it is. */
  get wish(): DeskWish | null {
    return this.#wish;
  }
  /** How far the computation is; null while there is none. */
  get progress(): Progress | null {
    return this.#progress;
  }
  /** When the part that runs began, by the page's clock. */
  get since(): number {
    return this.#since;
  }
  /** Why it could not be computed. */
  get problem(): Sentence | null {
    return this.#problem;
  }
  /** Whether a computation was ended, so that what is shown may not be that of the present choices. */
  get isEnded(): boolean {
    return this.#isEnded;
  }

  /** The kind that was chosen, or else that which fits the lines best. */
  get kind(): AccountKind | null {
    return this.#choices.kind ?? this.#account?.kind ?? null;
  }

  /** The year that was chosen, or else the one that the lines state or the account assumes. */
  get year(): number | null {
    return this.#choices.year ?? this.#account?.year ?? null;
  }

  /** What cannot be known from the file, each question once. What was answered since is still one, so that it can be answered otherwise. */
  get asks(): readonly Ask[] {
    const open = new Set([...(this.#read?.asks ?? []), ...(this.#account?.asks ?? [])].map(({ key }) => key));
    return [...this.#asked.values()]
      .filter(({ key }) => open.has(key) || Object.hasOwn(this.#mapping.answers, key))
      .toSorted((a, b) => rankOf(a) - rankOf(b));
  }

  /** Remembers questions, in the order in which they were first asked. */
  #remember(asks: readonly Ask[]): void {
    for (const ask of asks) this.#asked.set(ask.key, ask);
  }

  /** Sets what is chosen, and computes anew. */
  choose(change: Partial<AccountChoices>): Promise<void> {
    this.#choices = { ...this.#choices, ...change };
    // Of another reading, and of another kind, other things are asked.
    if ("sheets" in change || "heads" in change || "kind" in change) this.#asked.clear();
    return this.run("sheets" in change || "heads" in change ? "read" : "account");
  }

  /** Sets the mapping, and computes anew. */
  map(mapping: Mapping): Promise<void> {
    const [before, after] = [this.#mapping.answers, mapping.answers];
    const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
      (key) => before[key] !== after[key],
    );
    this.#mapping = mapping;
    // The reading depends on what it has asked alone.
    return this.run(changed.some((key) => this.#isOfReading(key)) ? "read" : "account");
  }

  /** Sets what a person states of a field of the report, of which no figure depends; an empty text takes it back. */
  state(key: string, text: string): void {
    const { [key]: _, ...others } = this.#mapping.statements ?? {};
    this.#mapping = { ...this.#mapping, statements: text === "" ? others : { ...others, [key]: text } };
    this.#changed();
  }

  #isOfReading(key: string): boolean {
    return !this.#asked.has(key) || this.#askedByReading.has(key);
  }

  /**
   * By how much the main figure is another with an answer, computed with it and without; null if either has no figure. Rejects with a
   * Fault where it cannot be computed, and with the signal's reason.
   */
  async changeBy(key: string, answer: string, signal: AbortSignal): Promise<number | null> {
    const [base] = this.#account?.totals ?? [];
    if (!base || base.value === null || !this.#read) return null;
    const wish = this.#wishOf(withAnswer(this.#mapping, key, answer), this.#isOfReading(key), this.kind);
    const value = await this.#desk.total(wish, base.key, { signal });
    signal.throwIfAborted();
    return value === null ? null : value - base.value;
  }

  /** Computes what is due. Resolves when it is done, has failed, or was ended by another change or a stop. */
  async run(from: From = this.#due): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.#isEnded = false;
    if (from === "read" || this.#read === null) this.#due = "read";
    this.#begin();
    this.#problem = null;
    this.#changed();
    const { signal } = running;
    const options = { signal, progress: (value: Progress) => this.#tell(value, signal) };
    try {
      if (this.#due === "read") {
        this.#readAnswers = this.#mapping.answers;
        const read = await this.#desk.read(this.#wishOf().asked, options);
        signal.throwIfAborted();
        this.#read = read;
        this.#remember(read.asks);
        for (const { key } of read.asks) this.#askedByReading.add(key);
        this.#due = "account";
        this.#begin();
        this.#changed();
      }
      const wish = this.#wishOf();
      const account = await this.#desk.compute(wish, options);
      signal.throwIfAborted();
      this.#account = account;
      this.#wish = wish;
      this.#remember(account.asks);
    } catch (error) {
      if (signal.aborted) return;
      this.#problem = messageOf(error);
    }
    this.#running = null;
    this.#progress = null;
    this.#changed();
  }

  #begin(): void {
    this.#progress = { fraction: null };
    this.#since = performance.now();
  }

  /** @param isReadAnew whether the answers of the mapping are those of the reading, too */
  #wishOf(mapping = this.#mapping, isReadAnew = false, kind = this.#choices.kind): DeskWish {
    const { year, region } = this.#choices;
    // What is no answer to the reading reads nothing anew.
    const answers = isReadAnew ? mapping.answers : this.#readAnswers;
    return { asked: { ...readingOf(this.#choices), answers }, choice: { kind, year, region, mapping } };
  }

  #tell(progress: Progress, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#progress = progress;
    this.#changed();
  }

  /** More of what a line can be taken for, by words. Rejects with a Fault where the kind has no search, and with the signal's reason. */
  async search(line: MatchedLine, text: string, signal: AbortSignal): Promise<readonly Candidate[]> {
    const { sheet, row, column } = line;
    const place = { sheet, row, column, name: line.splitFrom ?? line.name };
    return this.#desk.search(this.#wishOf(this.#mapping, false, this.kind), place, text, { signal });
  }

  /** Ends the computation; what was computed before stays. */
  stop(): void {
    this.#running?.abort();
    this.#running = null;
    this.#progress = null;
    this.#isEnded = true;
    this.#changed();
  }

  #changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}
