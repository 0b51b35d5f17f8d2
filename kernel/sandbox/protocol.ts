import type { LanguageWords } from "../../lib/message/words.ts";
import type { DocumentCell } from "../document/document-cell.ts";
import type { Json } from "../document/index.ts";
import type { Match, Search } from "../document/search.ts";
import type { CellProof } from "../integrity/lock.ts";
import type { Study, StudyEvent } from "../lesson/study.ts";
import type { Compared } from "../montecarlo/compared.ts";
import type { Scenario } from "../montecarlo/scenario.ts";
import type { Situation } from "../montecarlo/situation.ts";
import type { Chance } from "../random/chance.ts";
import type { DrawSampler } from "../random/draw-sampler.ts";
import type { CellError, Mend } from "../runtime/cell-error.ts";
import type { CellState } from "../runtime/state.ts";
import type { Attachment } from "../services/attachment.ts";
import type { DatasetEntry } from "../services/catalogue.ts";
import type { LanguageAnswer, LanguageRequest } from "../services/language.ts";
import type { EachLater } from "../services/later-program.ts";
import type { ServiceApi } from "../services/service-api.ts";
import type { Step } from "../services/step.ts";
import type { TableColumn } from "../values/table-column.ts";
import type { TextChange } from "./text-changes.ts";

/**
 * The protocol of page and frame over their only port. Everything is plain data, suitable for structured cloning; buffers are
 * transferred.
 */

/** Settings for displaying and running the notebook; always sent as a whole. */
export interface FrameSettings {
  theme: "light" | "dark";
  /** The tag of the reader's language. */
  language: string;
  /** The texts of that language, once the page has loaded them. */
  words?: LanguageWords;
  /** Mark readers as stale instead of running them. */
  lazy: boolean;
  /** In reading mode only outputs are shown, without editors and gutters. */
  mode: "edit" | "read";
  /** Whether code is shown: summaries, and the editors of pinned cells. */
  code: boolean;
  reducedMotion: boolean;
  /** The current presentation; absent or null if there is none. */
  presentation?: Presentation | null;
}

export interface Presentation {
  /** The slide to show, from 1: the one that was requested, or the one that a frame reported last. */
  slide: number;
  /** How often a slide was requested: the number is a request only if this has increased, else an earlier report that comes back. */
  requests: number;
  /** Whether the code of cells is shown with its output. */
  code: boolean;
}

/** The outputs of a notebook for printing: no controls, no editors, every input as its value. */
export interface PrintedNotebook {
  /** Outputs as HTML, in document order. */
  cells: { cell: number; html: string }[];
  /** The data and methods at its end; empty if there are none. */
  sources: string;
}

/** A rectangle in the frame's window, in pixels. */
export interface FramePlace {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The position of a presentation. */
export interface SlidePosition {
  /** From 1; 0 if there is no slide yet. */
  slide: number;
  slides: number;
}

/** How high the outputs of a notebook were, so that their places can be kept while they are made again. */
export interface OutputHeights {
  /** The width of the column, in pixels. */
  width: number;
  /** The tag of the reader's language. */
  language: string;
  /** Heights in pixels. */
  cells: { cell: number; height: number }[];
}

export interface FrameSession {
  title: string;
  cells: DocumentCell[];
  /** Cells that must not run when the notebook opens: those stopped before a restart. */
  suspended: number[];
  settings: FrameSettings;
  chance: Chance;
  catalogue: DatasetEntry[];
  /** The files of the notebook. */
  files: Attachment[];
  /** For a built page: the outputs at build time. */
  published?: Publication;
  /** The value of `width` in cells, in pixels; by default that of the column. */
  width?: number;
  /** The heights of the outputs when the notebook was last open. */
  heights?: OutputHeights;
  /** Whether outputs and values of cells are hashed, for comparison with another run. */
  recorded?: boolean;
  /** How long a loop may block the thread, in milliseconds, if less than usual. */
  loopDeadline?: number;
}

/** A built notebook. Its frame is as tall as its content; the page scrolls. */
export interface Publication {
  /** The tag of the language in which the outputs were rendered. */
  language: string;
  /** Width of the column, in pixels, for which the outputs were rendered. */
  width: number;
  cells: PublishedCell[];
  /** Cells whose inputs were changed by the reader or by a link: they and their readers are not dormant. */
  changed: number[];
  /** The displayed cells, if the notebook is embedded in another page. */
  only?: number[] | "all";
}

export interface PublishedCell {
  id: number;
  /** The output of the cell. */
  html: string;
  /** Its code as highlighted HTML. */
  code: string;
  /** Whether it is dormant until something needs it: it succeeded, and its output is not interactive. */
  dormant: boolean;
  /** The service requests of its run. */
  steps: Step[];
}

/** An edit made in the frame; the page applies it to the document and answers by `sync`. */
export type FrameEdit = DocumentEdit | TypedChanges;

/** Changes typed in an editor, made on a text of this length and fingerprint. */
export interface TypedChanges {
  type: "changes";
  cell: number;
  length: number;
  fingerprint: number;
  changes: TextChange[];
}

/** An edit of the document; a changed text is sent as a whole. */
export type DocumentEdit =
  | { type: "text"; cell: number; source: string }
  | { type: "insert"; after: number | null; kind: string; source: string }
  | { type: "delete"; cell: number }
  | { type: "move"; cell: number; by: -1 | 1 }
  | { type: "kind"; cell: number; kind: string }
  /** The sampling method of ± for the whole notebook. */
  | { type: "sampler"; sampler: DrawSampler }
  | { type: "attribute"; cell: number; name: string; value: string | null }
  | MarkingEdit
  | { type: "split"; cell: number; at: number }
  /** Adds a translation of a text below it; `own` is the language of a text that was for all readers. */
  | { type: "translate"; cell: number; own: string; language: string }
  /** Joins a cell with the one below it. */
  | { type: "join"; cell: number }
  /** The reader has set an input; `initial`, to the value with which it began. This is no edit of the document. */
  | { type: "value"; name: string; cell: number; value: unknown; initial: boolean };

/** Makes a value of a cell uncertain, as one step. It is refused if the text is no longer the one with this fingerprint. */
export interface MarkingEdit {
  type: "mark";
  cell: number;
  fingerprint: number;
  source: string;
  /** The name that the cell gave and now gives to the cell below, and the name that it gives instead. */
  renamed?: { from: string; to: string };
  /** The source of a new JavaScript cell below. */
  below?: string;
}

/** A cell's state, with the data for the page's panels. */
export interface CellReport {
  id: number;
  state: CellState;
  /** Whether the source differs from the one that last ran. */
  edited: boolean;
  /** Names the cell defines and reads. */
  outputs: string[];
  inputs: string[];
  /** The service requests of its last run. */
  steps: Step[];
}

/** A short preview of a name's value. */
export interface ValueReport {
  name: string;
  /** `Table`, `Array`, `number`, `resource:table`, …: the constructor's name, the primitive type or the kind of a resource. */
  type: string;
  /** Its size: rows × columns, a length, a number of entries; empty if not applicable. */
  size: string;
  preview: string;
  /** The columns of an Arrow table. */
  columns?: readonly TableColumn[];
}

/** A file that a notebook offers for download. */
export interface SavedFile {
  readonly name: string;
  /** Its media type; empty if unknown. */
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A change that is proposed, shown at its place in the column. It is no cell, and what becomes of it is decided in the page. */
export interface Ghost {
  change: "insert" | "edit" | "remove";
  /** The cell that would change or go, or below which a new one would stand; null above all. */
  cell: number | null;
  kind: string;
  /** The source that the cell would have; empty if it would go. */
  source: string;
  /** What it gave when it ran on a copy, as texts. */
  results: string[];
  /** Whether it is among those that would be kept. */
  chosen: boolean;
}

/** The methods of the frame that the page calls, by feature. */
export interface FrameApi {
  document: {
    /**
     * The document after the first `seen` edits of this frame. The text of cells edited since is not replaced. With `rerun`, cells
     * whose code changed run again, except for code that was typed in this frame and never run.
     */
    sync(title: string, cells: DocumentCell[], chance: Chance, seen: number, rerun: boolean): void;
    /** Asks for the whole text of a cell, because its changes did not fit the page's document. */
    sendText(cell: number): void;
  };
  cells: {
    run(cells: number[] | "all" | "stale"): void;
    interrupt(cell?: number): void;
    pause(cell: number, paused: boolean): void;
    /** Scrolls to a cell and focuses it. */
    reveal(cell: number): void;
    /** Highlights matches in the editors; `at` is the match to reveal, unfolding its cell. Null ends the search. */
    find(search: Search | null, at: Match | null): void;
    mend(mend: Mend): void;
    /** Shows changes that are proposed, instead of those before. */
    propose(ghosts: Ghost[]): void;
    /** The chosen cell, on which keys and menus act; null if there is none. */
    chosen(): number | null;
  };
  actions: {
    /** Performs an action of the table on the selected cell, or on the presentation. */
    perform(action: string): void;
  };
  settings: {
    apply(settings: FrameSettings): void;
  };
  exercise: {
    /** The reader's progress in the exercises has changed in the page. */
    studied(study: Study): void;
  };
  data: {
    /** The notebook's own files have changed; `tables` are the datasets in them. Failed cells that name one of `added` run again. */
    changed(files: Attachment[], tables: DatasetEntry[], added: string[]): void;
  };
  uncertainty: {
    /** What scenarios may set, and what can be compared. */
    situation(): Situation;
    /** Compares a cell under several scenarios with the first one. Cancels an earlier comparison. */
    compare(cell: number, scenarios: Scenario[]): Promise<Compared>;
    stopComparing(): void;
  };
  outputs: {
    /** The first figure of the notebook as SVG text, or null. */
    figure(): string | null;
    printed(): PrintedNotebook;
    heights(): OutputHeights;
    /** The hashes of every cell's run; empty if the session was not recorded. */
    proofs(): Promise<CellProof[]>;
    /** The hashes of the values of names; a name without a value has none. */
    hashes(names: string[]): { name: string; hash: string }[];
    /** The values of names as JSON, with references for handles; a name without a value, or whose value is not data, has none. */
    values(names: string[]): { name: string; value: Json }[];
    /** Short texts of the values of names; a name without a value has none. */
    previews(names: string[]): { name: string; preview: string }[];
    /** The text that each cell shows; empty for cells that show a picture or nothing. */
    texts(): { cell: number; text: string }[];
  };
  frame: {
    /** Answers immediately if the frame's thread is not blocked. */
    ping(): number;
  };
}

/** The methods of the page that the frame may call, by feature; a notebook can reach nothing else. */
export interface PageApi {
  document: {
    /** Applies an edit, with its sequence number in this frame. */
    edit(edit: FrameEdit, sequence: number): void;
  };
  cells: {
    report(reports: CellReport[], removed: number[]): void;
    /** Reports names whose values have changed. */
    values(values: ValueReport[]): void;
    /** Sent before a body starts, as a bare number on the port, so that the page knows which cell blocks the thread. */
    entering(cell: number): void;
    /** Reports an error that nothing caught and that is of no cell. */
    uncaught(error: CellError): void;
    /** Reports that all cells have settled for the first time. */
    settled(): void;
  };
  services: ServiceApi;
  typing: {
    /** Queries the language service in the page; rejects if there is none. */
    ask(request: LanguageRequest): Promise<LanguageAnswer>;
  };
  /** The sources of programs that the frame needs only for some notebooks and readers. */
  programs: EachLater<() => Promise<string>>;
  exercise: {
    /** Records an event of an exercise; returns the reader's progress in this notebook. */
    note(event: StudyEvent): Promise<Study>;
  };
  provenance: {
    /** Shows the trail of a cell. */
    show(cell: number): void;
  };
  slides: {
    /** Reports the current slide or a changed number of slides. */
    presented(position: SlidePosition): void;
  };
  reader: {
    /** Performs an action of the page (save, undo, …) whose key was pressed in the frame. */
    action(name: string): void;
    /** Puts a cell into the next question in words. Only its id: the page takes its text from its own document. */
    quote(cell: number): void;
    /** Opens a link to outside the notebook. */
    follow(address: string): void;
    /** Saves a file that the reader asked for. False if the browser no longer knows of a key or a pointer of theirs. */
    save(file: SavedFile): boolean;
    /** Files are dragged over the notebook: the page puts a layer over it that takes them, except at the places where cells do. */
    dragged(places: FramePlace[]): void;
    /** Files were dropped on the notebook where no cell takes them. Only their names: a cell could send any content. */
    dropped(names: string[]): void;
    /** A table or a file was pasted outside of editors and fields. The page reads the clipboard itself: a cell could send any content. */
    pasted(): void;
  };
  frame: {
    /** Sets the height of a built notebook's frame, in pixels. */
    height(pixels: number): void;
  };
}
