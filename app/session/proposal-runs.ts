import { type Cell, type Comparison, mergeVersions, parseNotebook, type Row } from "../../kernel/document/index.ts";
import { messageOf } from "../../lib/message/fault.ts";
import { messages, type Sentence } from "../../lib/message/message.ts";
import type { LiveNotebook } from "../live/live-notebook.ts";
import { NotebookDocument } from "../live/notebook-document.ts";
import { type CellOutcome, runHidden } from "./hidden-run.ts";
import type { OtherVersion } from "./other-version.ts";

const texts = messages("session.run", {
  stopped: { en: "The run was stopped.", zh: "运行已停止。" },
});

/** A notebook that runs beside the one in the page, with services of its own to be ended after it. */
export interface CopyOfNotebook {
  readonly live: LiveNotebook;
  end(): void;
}

/** The open notebook whose proposals are run. */
export interface ProposedNotebook {
  readonly document: { readonly text: string };
  /** Milliseconds for which its frame has not answered. */
  readonly unresponsiveFor: number;
  reopen(): void;
}

/** How far a proposal was run. */
export type ProposalRun =
  | { readonly state: "running" }
  | { readonly state: "failed"; readonly why: Sentence }
  /** What came of the cells of the proposed version, by their ids there. */
  | { readonly state: "ran"; readonly cells: readonly CellOutcome[] };

/**
 * Runs what is proposed on a copy of the notebook with all changes taken in, in a frame of its own. Only a person starts a run: the
 * browser may give all frames of a page one thread, so that a cell that blocks it stops the person's own notebook, too. Its loops
 * therefore end sooner than others, and a frame that does not come back by itself begins again. Dispatches `change`.
 */
export class ProposalRuns extends EventTarget {
  readonly #notebook: ProposedNotebook;
  readonly #open: (document: NotebookDocument) => CopyOfNotebook;
  /** The last run of a version, by its key. */
  readonly #runs = new Map<string, { readonly other: string; readonly mine: string; readonly run: ProposalRun }>();
  #running: AbortController | null = null;

  constructor(notebook: ProposedNotebook, open: (document: NotebookDocument) => CopyOfNotebook) {
    super();
    this.#notebook = notebook;
    this.#open = open;
  }

  /** The run of a version on the notebook as both are now; null if there was none. */
  of({ key, text }: Pick<OtherVersion, "key" | "text">): ProposalRun | null {
    const last = this.#runs.get(key);
    return last?.other === text && last.mine === this.#notebook.document.text ? last.run : null;
  }

  /** Runs a version, as it was compared. A run before it is stopped. Resolves when it has ended. */
  async run(other: Pick<OtherVersion, "key" | "text">, comparison: Comparison): Promise<void> {
    this.stop();
    const abort = new AbortController();
    this.#running = abort;
    const mine = this.#notebook.document.text;
    const note = (run: ProposalRun) => {
      this.#runs.set(other.key, { other: other.text, mine, run });
      this.dispatchEvent(new Event("change"));
    };
    note({ state: "running" });
    const theirs = parseNotebook(other.text);
    const document = new NotebookDocument(mine);
    document.become(mergeVersions(comparison, theirs, new Map()));
    const copy = this.#open(document);
    let isFree = true;
    try {
      const { cells, isBlocking } = await runHidden(copy.live, abort.signal);
      isFree = !isBlocking;
      note({ state: "ran", cells: asProposed(cells, comparison, document) });
    } catch (error) {
      isFree = false;
      note({ state: "failed", why: abort.signal.aborted ? texts.stopped() : messageOf(error) });
    } finally {
      copy.end();
      if (this.#running === abort) this.#running = null;
      // The copy may have been discarded within a cell that blocks the thread of both.
      if (!isFree && this.#notebook.unresponsiveFor > 0) this.#notebook.reopen();
    }
  }

  /** Ends a run; false if there is none. */
  stop(): boolean {
    if (!this.#running) return false;
    this.#running.abort();
    return true;
  }
}

/** What came of the cells of a copy, by their ids in the proposed version: new cells of the copy are its rows without a cell of mine, in order. */
function asProposed(
  outcomes: readonly CellOutcome[],
  { cells: rows, notebook }: Comparison,
  copy: NotebookDocument,
): readonly CellOutcome[] {
  const own = new Set(notebook.cells.map(({ id }) => id));
  const added = copy.cells.filter(({ id }) => !own.has(id)).map(({ id }) => id);
  const isAdded = ({ mine, theirs, change }: Row<Cell>) => !mine && theirs !== undefined && change === "theirs";
  return rows.flatMap((row) => {
    const { mine, theirs } = row;
    if (!theirs) return [];
    const inCopy = isAdded(row) ? added.shift() : mine?.id;
    const outcome = outcomes.find(({ cell }) => cell === inCopy);
    return outcome ? { ...outcome, cell: theirs.id } : [];
  });
}
