import type { Choice, Comparison } from "../../kernel/document/index.ts";
import type { Match, Search } from "../../kernel/document/search.ts";
import type { Study } from "../../kernel/lesson/study.ts";
import type { QueryRows } from "../../kernel/provenance/query-rows.ts";
import type { QueryStep } from "../../kernel/provenance/step.ts";
import type { Mend } from "../../kernel/runtime/cell-error.ts";
import type {
  CellReport,
  FrameSettings,
  PrintedNotebook,
  SlidePosition,
  ValueReport,
} from "../../kernel/sandbox/protocol.ts";
import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import type { ToolDescription } from "../../kernel/services/compute/tool-description.ts";
import type { Sentence } from "../../lib/message/message.ts";
import type { NotebookDocument } from "../live/notebook-document.ts";
import type { Autosave } from "./autosave.ts";
import type { PickedFile } from "./file-pickers.ts";
import type { OtherVersion } from "./other-version.ts";
import type { ScenarioController } from "./scenario-controller.ts";

/** What the workbench's elements know of the rest. `Workspace` and `Session` are implemented beside this file. */

export interface NotebookInfo {
  /** File name without `.html`. */
  name: string;
  title: string;
  /** The first paragraph of its first Markdown cell, without markup. */
  summary: string;
  /** When the file last changed, ISO 8601; null where the host does not say. */
  modified: string | null;
  /** Its place in the list, as it says itself; null where it says none. */
  order: number | null;
  /** Where it is a lesson: what it says of itself, and how far the person has come. */
  lesson: LessonInfo | null;
}

export interface LessonInfo {
  /** The same for one lesson in several languages. */
  id: string;
  minutes: number | null;
  /** The language it is written in; null where it does not say. */
  language: string | null;
  solved: number;
  all: number;
}

export interface Workspace {
  list(): Promise<NotebookInfo[]>;
  /** True where the server can write to disk. */
  readonly writable: boolean;
  /** Creates an empty notebook under a free name derived from the title; resolves to that name. */
  create(title: string): Promise<string>;
  /** Takes in a notebook from a file, under a free name; rejects with a sentence. What was lost is told in `notes`. */
  take(file: PickedFile): Promise<{ name: string; notes: readonly Sentence[] }>;
  /** The notebook's first figure as SVG text, from an earlier run on this machine or made now; null if it has none. */
  figure(name: string): Promise<string | null>;
  catalogue(): Promise<DatasetEntry[]>;
}

/** One open notebook. Dispatches `change` (nothing in detail) whenever something below may read differently. */
export interface Session extends EventTarget {
  readonly name: string;
  readonly title: string;
  /** The page's copy: what can be undone, what was deleted, the text of its file. */
  readonly document: Pick<NotebookDocument, "text" | "canUndo" | "canRedo" | "bin">;
  /** How it is kept, and other versions of it. */
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
  /** Cells in document order. */
  readonly cells: readonly { id: number; kind: string; source: string; attributes: Record<string, string> }[];
  readonly reports: ReadonlyMap<number, CellReport>;
  /** What names stood for when they were last reported; a name may since have lost its cell. */
  readonly values: ReadonlyMap<string, ValueReport>;
  /** Problems of the notebook as a whole (the file, the frame, a service), as sentences. */
  readonly problems: readonly Sentence[];
  /** True while a cell is queued or running. */
  readonly running: boolean;
  /** Milliseconds for which the frame has not answered; 0 when it does. */
  readonly unresponsiveFor: number;
  readonly settings: FrameSettings;
  /** Where the presentation stands; null while there is none. */
  readonly slides: SlidePosition | null;
  /** What is known of the datasets at hand. */
  readonly catalogue: readonly DatasetEntry[];
  /** Named sets of inputs and samples, kept with the notebook. */
  readonly scenarios: ScenarioController;
  /** The cell whose trail was asked for last; null for the whole notebook. */
  readonly traced: number | null;
  trace(cell: number | null): void;
  /** What tools of the accounting library say of themselves. */
  describe(tools: readonly string[]): Promise<readonly ToolDescription[]>;
  /** Which rows of its datasets a query read. */
  rowsOf(step: QueryStep): Promise<QueryRows>;

  /** What the reader did with the exercises of the notebook; empty where there are none. */
  readonly study: Study;
  /** Forgets answers, hints and solutions that were opened. */
  forgetStudy(): Promise<void>;

  /** Puts the notebook's frame into an element and starts it. */
  mount(element: HTMLElement): void;
  dispose(): void;
  run(cells: number[] | "all" | "stale"): void;
  /** Ends what runs; where a cell does not yield, rebuilds the frame with that cell paused. Nothing typed is lost. */
  stop(): void;
  /** A cell keeps the keyboard that a dialog should have: the frame is rebuilt with that cell paused. */
  hold(): void;
  /** In reproducible mode chance is seeded and the clock stands still; a property of the notebook. */
  reproducible: boolean;
  /** Ends a service that the notebooks share; it starts again with the next call, and cells that it left run again. */
  restart(service: "database" | "compute"): Promise<void>;
  undo(): void;
  redo(): void;
  /** Puts a deleted cell back among its old neighbours. */
  restore(cell: number): void;
  /** Goes back to what the file says; that can be undone. */
  discard(): void;
  /** Makes one of both, in one step; saving then works. */
  merge(other: OtherVersion, comparison: Comparison, choices: ReadonlyMap<string, Choice>): void;
  /** Turns older Observable cells into today's; resolves to sentences on what could not be turned. */
  convert(): Promise<readonly Sentence[]>;
  rename(title: string): void;
  insert(kind: string, source: string, after?: number | null): void;
  reveal(cell: number): void;
  /** Does to the cell chosen in the frame, or to the presentation, what an action of the table says. */
  command(action: string): void;
  /** Marks what a search finds, and shows one match of it; null ends the search. */
  find(search: Search | null, at: Match | null): void;
  /** Puts a text in the place of matches, as one step; gives how many were replaced. */
  replace(search: Search, replacement: string, matches: readonly Match[]): number;
  mend(mend: Mend): void;
  configure(settings: Partial<FrameSettings>): void;
  /** What the notebook shows, for paper; null where its frame does not answer. */
  printed(): Promise<PrintedNotebook | null>;
}
