import type { Progress } from "../../../kernel/runtime/state.ts";
import type { ToolRunner } from "../../../kernel/services/service-calls.ts";
import type { Account, AccountKind, Candidate, MatchedLine } from "../../../lib/account/account-shapes.ts";
import type { Ask, ReadOutcome, Sheet } from "../../../lib/account/line-shape.ts";
import { messageOf } from "../../../lib/message/fault.ts";
import type { Sentence } from "../../../lib/message/message.ts";
import type { Selection } from "../../../lib/tool/selection.ts";
import { type AccountChoices, readingOf } from "./account-choices.ts";
import { groupLines, type LineGroup } from "./line-groups.ts";
import type { Mapping } from "./mapping-edits.ts";

/** What a change needs to be computed anew: the reading of the sheets, or the account of the lines that were read. */
type From = "read" | "account";

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

  /** What cannot be known from the file, each question once. */
  get asks(): readonly Ask[] {
    const all = [...(this.#read?.asks ?? []), ...(this.#account?.asks ?? [])];
    return [...new Map(all.map((ask) => [ask.key, ask])).values()];
  }

  /** Sets what is chosen, and computes anew. */
  choose(change: Partial<AccountChoices>): Promise<void> {
    this.#choices = { ...this.#choices, ...change };
    return this.run("sheets" in change || "heads" in change ? "read" : "account");
  }

  /** Sets the mapping, and computes anew. */
  map(mapping: Mapping): Promise<void> {
    const isRead = mapping.answers === this.#mapping.answers;
    this.#mapping = mapping;
    return this.run(isRead ? "account" : "read");
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
        const read = await this.#call<ReadOutcome>(
          "account.read",
          { sheets: this.sheets, ...readingOf(this.#choices), answers: this.#mapping.answers },
          signal,
        );
        this.#read = read;
        this.#due = "account";
        this.#changed();
      }
      const datasets = new Set<string>();
      const account = await this.#call<Account>("account.compute", this.#accountInput(), signal, datasets);
      this.#account = account;
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

  #accountInput() {
    const { kind, year, region } = this.#choices;
    const { lines = [], leftOut = [], asks = [] } = this.#read ?? {};
    return {
      lines,
      leftOut,
      asks,
      ...(kind === null ? {} : { kind }),
      ...(year === null ? {} : { year }),
      ...(region === null ? {} : { region }),
      mapping: this.#mapping,
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
