import type { Choice, Comparison, InputValues } from "../../kernel/document/index.ts";
import type { Match, Search } from "../../kernel/document/search.ts";
import type { Study } from "../../kernel/lesson/study.ts";
import type { QueryRows } from "../../kernel/provenance/query-rows.ts";
import type { Mend } from "../../kernel/runtime/cell-error.ts";
import type {
  CellReport,
  FrameSettings,
  Ghost,
  PrintedNotebook,
  SlidePosition,
  ValueReport,
} from "../../kernel/sandbox/protocol.ts";
import type { OwnAttachments } from "../../kernel/services/attachment.ts";
import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import type { ToolDescription } from "../../kernel/services/compute/tool-description.ts";
import type { QueryStep } from "../../kernel/services/step.ts";
import type { Sentence } from "../../lib/message/message.ts";
import type { PickedFile } from "../files/file-pickers.ts";
import type { NotebookDocument } from "../live/notebook-document.ts";
import type { ReaderInputs } from "../live/reader-inputs.ts";
import type { AgentController } from "./agent-controller.ts";
import type { Assistants } from "./assistants.ts";
import type { Autosave } from "./autosave.ts";
import type { DialogueController } from "./dialogue-controller.ts";
import type { OtherVersion } from "./other-version.ts";
import type { CopyOfNotebook, ProposalRuns } from "./proposal-runs.ts";
import type { ScenarioController } from "./scenario-controller.ts";

/** The interfaces that the workbench's elements use. `Workspace` and `Session` are implemented in this folder. */

export interface NotebookInfo {
  /** File name without `.html`. */
  name: string;
  /** In the page's language, like the summary. */
  readonly title: string;
  /** The first paragraph of its first Markdown cell, without markup. */
  readonly summary: string;
  /** The folder of the person's that it is in; null for none. */
  project: string | null;
  /** Whether it is one of the examples beside the person's own; null where the host does not tell them apart. */
  example: boolean | null;
  /** When the file last changed, ISO 8601; null if the host does not say. */
  modified: string | null;
  /** Its place in the list from its `data-order`; null without one. */
  order: number | null;
  /** Its `data-topic`; null without one. */
  topic: string | null;
  /** For a lesson, its metadata and the user's progress; else null. */
  lesson: LessonInfo | null;
}

export interface LessonInfo {
  minutes: number | null;
  solved: number;
  all: number;
}

export interface Workspace {
  list(): Promise<NotebookInfo[]>;
  /** Whether the host can save notebooks. */
  readonly writable: boolean;
  /** Creates a notebook under a free name derived from the title, in a project if one is named; resolves to that name. It is empty unless a text is given. */
  create(title: string, text?: string, project?: string | null): Promise<string>;
  /**
   * Puts a copy of an example with its files into the person's folder; resolves to its name, with the reason if a file could not be
   * copied. Rejects if nothing could be written.
   *
   * @param project where it is put, null for no project; if it is left out, one with files gets a project of its own
   */
  duplicate(session: Session, project?: string | null): Promise<{ name: string; problem: Sentence | null }>;
  /**
   * Saves a notebook of the person and moves it with its files into a project, which is made if it is new, or out of its own for null;
   * resolves to its name there. Rejects with the reason if it stays where it is.
   */
  move(session: Session, project: string | null): Promise<string>;
  /** Imports a notebook from a file, under a free name; rejects with a Fault. `notes` lists what was lost. */
  import(file: PickedFile): Promise<{ name: string; notes: readonly Sentence[] }>;
  /** The notebook's first figure as SVG text: stored from an earlier run or shipped with it; null if there is none. */
  figure(name: string): Promise<string | null>;
  /** The first figure, made by a run; null if the notebook has none. One notebook runs at a time. */
  makeFigure(name: string): Promise<string | null>;
  catalogue(): Promise<DatasetEntry[]>;
}

/** The settings with which a notebook is opened; without `code`, the notebook itself decides whether its code is shown. */
export type WantedSettings = Omit<FrameSettings, "code"> & { code?: boolean };

/** One open notebook. Dispatches `change` whenever a property may have changed. */
export interface Session extends EventTarget {
  readonly name: string;
  readonly title: string;
  /** The page's document: its text, history and deleted cells. */
  readonly document: Pick<NotebookDocument, "text" | "canUndo" | "canRedo" | "bin">;
  /** The state of drafts and saving, and other versions. */
  readonly autosave: Pick<
    Autosave,
    | "saveState"
    | "problem"
    | "resumed"
    | "kept"
    | "changed"
    | "original"
    | "others"
    | "save"
    | "keep"
    | "accept"
    | "compare"
    | "offer"
  >;
  /** The values that the reader has set in inputs. */
  readonly inputs: Pick<ReaderInputs, "count" | "values" | "applyTo">;
  /** Cells in document order. */
  readonly cells: readonly { id: number; kind: string; source: string; attributes: Record<string, string> }[];
  readonly reports: ReadonlyMap<number, CellReport>;
  /** The last reported values of names; a name may have lost its cell since. */
  readonly values: ReadonlyMap<string, ValueReport>;
  /** Problems of the notebook as a whole (the file, the frame, a service), as messages. */
  readonly problems: readonly Sentence[];
  /** True while a cell is queued or running. */
  readonly running: boolean;
  /** True while the frame starts. */
  readonly opening: boolean;
  /** Milliseconds for which the frame has not answered; 0 when it does. */
  readonly unresponsiveFor: number;
  readonly settings: FrameSettings;
  /** The current slide of the presentation; null while there is none. */
  readonly slides: SlidePosition | null;
  /** The notebook's own files. */
  readonly attachments: OwnAttachments;
  /** The available datasets: the catalogue's, and the tables in the notebook's own files. */
  readonly catalogue: readonly DatasetEntry[];
  /** The conversation about the notebook. Its program is loaded by the first call; rejects if it cannot be. */
  dialogue(): Promise<DialogueController>;
  /** The agents of the notebook. Their program is loaded by the first call; rejects if it cannot be. */
  agents(): Promise<AgentController>;
  /** Shows changes that are proposed by one who proposes, at their places in the notebook, instead of those before. */
  showGhosts(of: "dialogue" | "assistant", ghosts: readonly Ghost[]): void;
  /** Runs of what is proposed, on copies of the notebook. */
  readonly proposalRuns: Pick<ProposalRuns, "of" | "run" | "stop">;
  /** The assistants that ask for rights, or have them. */
  readonly assistants: Pick<Assistants, "list" | "decide" | "foreign" | "dismissForeign">;
  /** The conversation in the notebook, as the text of its script; null if there is none. */
  readonly conversation: string | null;
  /** Whether the conversation is given to others with the notebook. */
  sharesDialogue: boolean;
  /** The text that is given to others: without the conversation, unless it is shared. */
  readonly sharedText: string;
  /** Named sets of inputs and samples, saved in the notebook. */
  readonly scenarios: ScenarioController;
  /** The cell whose trail is shown; null for the whole notebook. */
  readonly traced: number | null;
  trace(cell: number | null): void;
  /** Descriptions of tools of the accounting library. */
  describe(tools: readonly string[]): Promise<readonly ToolDescription[]>;
  /** Which rows of its datasets a query read. */
  rowsOf(step: QueryStep): Promise<QueryRows>;

  /** The reader's work on the exercises of the notebook; empty if there are none. */
  readonly study: Study;
  /** Deletes answers and opened hints and solutions. */
  forgetStudy(): Promise<void>;

  /** Puts the notebook's frame into an element and starts it. */
  mount(element: HTMLElement): void;
  dispose(): void;
  run(cells: number[] | "all" | "stale"): void;
  /** Stops all runs; if a cell does not yield, rebuilds the frame with that cell paused. Nothing typed is lost. */
  stop(): void;
  /** A cell keeps taking the focus from a dialog: the frame is rebuilt with that cell paused. */
  stopFocusTheft(): void;
  /** In reproducible mode random numbers are seeded and the clock is stopped; an attribute of the notebook. */
  reproducible: boolean;
  /** Stops a service; it starts again with the next call, and cells that were waiting for it run again. */
  restart(service: "database" | "compute"): Promise<void>;
  undo(): void;
  redo(): void;
  /** Sets inputs, as a reader would. */
  setInputs(values: InputValues): void;
  /** Sets all inputs to the document's values. */
  resetInputs(): void;
  /** Stores the values that the reader has set in the document, as one undoable step. */
  saveInputs(): void;
  /** Puts a deleted cell back among its old neighbours. */
  restore(cell: number): void;
  /** Returns to the text of the file; this can be undone. */
  discard(): void;
  /** Merges another version, in one step; saving then no longer conflicts. */
  merge(other: OtherVersion, comparison: Comparison, choices: ReadonlyMap<string, Choice>): void;
  /** Converts older Observable cells to current ones; resolves to notes on what could not be converted. */
  convert(): Promise<readonly Sentence[]>;
  rename(title: string): void;
  insert(kind: string, source: string, after?: number | null): void;
  /** Inserts cells one below the other after the last, as one step, runs them, and shows the first. Their code is folded. */
  insertCells(cells: readonly { readonly kind: string; readonly source: string }[]): void;
  /** Gives cells other sources, as one step, and runs them. False if none of them is there or has another source already. */
  rewrite(sources: ReadonlyMap<number, string>): boolean;
  /** The bytes of a dataset as Arrow, of one in the notebook's own files, too. */
  loadDataset(name: string): Promise<Uint8Array<ArrayBuffer>>;
  /** The values of names as JSON; a name without a value, or whose value is not data, has none. */
  valuesOf(names: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
  /** The cell that is chosen in the frame; null without one. */
  chosenCell(): Promise<number | null>;
  /** A notebook that runs beside this one, with its files and data and in its settings, until it is ended. */
  copyOf(document: NotebookDocument): CopyOfNotebook;
  reveal(cell: number): void;
  /** Performs an action of the table on the cell chosen in the frame, or on the presentation. */
  command(action: string): void;
  /** Highlights the matches of a search and shows one of them; null ends the search. */
  find(search: Search | null, at: Match | null): void;
  /** Replaces matches by a text, as one step; returns how many were replaced. */
  replace(search: Search, replacement: string, matches: readonly Match[]): number;
  mend(mend: Mend): void;
  configure(settings: Partial<FrameSettings>): void;
  /** The notebook's outputs for print; null if its frame does not answer. */
  printed(): Promise<PrintedNotebook | null>;
}
