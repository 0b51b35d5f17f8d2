import type { Progress } from "../../../kernel/runtime/state.ts";
import type { ToolRunner } from "../../../kernel/services/service-calls.ts";
import type { Account, AccountKind, Candidate, MatchedLine } from "../../../lib/account/account-shapes.ts";
import type { Ask, ReadOutcome, Sheet } from "../../../lib/account/line-shape.ts";
import { messageOf } from "../../../lib/message/fault.ts";
import type { Sentence } from "../../../lib/message/message.ts";
import type { Selection } from "../../../lib/tool/selection.ts";
import { type AccountChoices, readingOf } from "./account-choices.ts";
import { groupLines, type LineGroup } from "./line-groups.ts";
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
  readonly #compute: Pick<ToolRunner, "call">;
  readonly sheets: readonly Sheet[];
  #choices: AccountChoices;
  #mapping: Mapping;
  #read: ReadOutcome | null = null;
  #account: Account | null = null;
  #groups: readonly LineGroup[] = [];
  #datasets: ReadonlySet<string> = new Set();
  readonly #asked = new Map<string, Ask>();
  readonly #askedByReading = new Set<string>();
  #progress: Progress | null = null;
  #problem: Sentence | null = null;
  #running: AbortController | null = null;
  #isEnded = false;
  /** The earliest part that a computation which was ended has left to do. */
  #due: From = "read";

  constructor(compute: Pick<ToolRunner, "call">, sheets: readonly Sheet[], choices: AccountChoices, mapping: Mapping) {
    super();
    this.#compute = compute;
    this.sheets = sheets;
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
  get read(): ReadOutcome | null {
    return this.#read;
  }
  /** The account as it was last computed; null until it is, or if it cannot be. */
  get account(): Account | null {
    return this.#account;
  }
  /** Its lines in the order in which they should be looked at. */
  get groups(): readonly LineGroup[] {
    return this.#groups;
  }
  /** The names of the data sets that the account was computed from. */
  get datasets(): ReadonlySet<string> {
    return this.#datasets;
  }
  /** How far the computation is; null while there is none. */
  get progress(): Progress | null {
    return this.#progress;
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
    const mapping = withAnswer(this.#mapping, key, answer);
    const read = this.#isOfReading(key)
      ? ((await this.#compute.call("account.read", this.#readInput(mapping), { signal })) as ReadOutcome)
      : this.#read;
    const input = { ...this.#accountInput(read, mapping), ...(this.kind === null ? {} : { kind: this.kind }) };
    const other = (await this.#compute.call("account.compute", input, { signal })) as Account;
    signal.throwIfAborted();
    const value = other.totals.find(({ key: of }) => of === base.key)?.value ?? null;
    return value === null ? null : value - base.value;
  }

  /** Computes what is due. Resolves when it is done, has failed, or was ended by another change or a stop. */
  async run(from: From = this.#due): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.#isEnded = false;
    if (from === "read" || this.#read === null) this.#due = "read";
    this.#progress = { fraction: null };
    this.#problem = null;
    this.#changed();
    const { signal } = running;
    try {
      if (this.#due === "read") {
        const read = await this.#call<ReadOutcome>("account.read", this.#readInput(this.#mapping), signal);
        this.#read = read;
        this.#remember(read.asks);
        for (const { key } of read.asks) this.#askedByReading.add(key);
        this.#due = "account";
        this.#changed();
      }
      const datasets = new Set<string>();
      const account = await this.#call<Account>("account.compute", this.#accountInput(), signal, datasets);
      this.#account = account;
      this.#remember(account.asks);
      this.#datasets = datasets;
      this.#groups = groupLines(account.lines, this.#mapping);
    } catch (error) {
      if (signal.aborted) return;
      this.#problem = messageOf(error);
    }
    this.#running = null;
    this.#progress = null;
    this.#changed();
  }

  #readInput({ answers }: Mapping) {
    return { sheets: this.sheets, ...readingOf(this.#choices), answers };
  }

  #accountInput(read: ReadOutcome | null = this.#read, mapping: Mapping = this.#mapping) {
    const { kind, year, region } = this.#choices;
    const { lines = [], leftOut = [], asks = [] } = read ?? {};
    return {
      lines,
      leftOut,
      asks,
      ...(kind === null ? {} : { kind }),
      ...(year === null ? {} : { year }),
      ...(region === null ? {} : { region }),
      mapping,
    };
  }

  /** @param datasets gets the names of those that the call reads */
  async #call<Result>(tool: string, input: unknown, signal: AbortSignal, datasets?: Set<string>): Promise<Result> {
    const progress = (value: Progress) => {
      if (signal.aborted) return;
      this.#progress = value;
      this.#changed();
    };
    const reads = ({ dataset }: Selection) => void datasets?.add(dataset);
    const result = await this.#compute.call(tool, input, { signal, progress, reads });
    signal.throwIfAborted();
    return result as Result;
  }

  /** More of what a line can be taken for, by words. Rejects with a Fault where the kind has no search, and with the signal's reason. */
  async search(line: MatchedLine, text: string, signal: AbortSignal): Promise<readonly Candidate[]> {
    const { kind } = this;
    const own = this.#read?.lines.find(
      ({ sheet, row, column, name }) =>
        sheet === line.sheet && row === line.row && column === line.column && name === (line.splitFrom ?? line.name),
    );
    if (!own) return [];
    const input = { ...this.#accountInput(), ...(kind === null ? {} : { kind }), lines: [own], leftOut: [], asks: [] };
    const result = await this.#compute.call("account.match", { ...input, search: { line: 0, text } }, { signal });
    return (result as { readonly found: readonly Candidate[] }).found;
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
