import type { LanguageWords } from "../../lib/message/words.ts";
import type { Selection } from "../../lib/tool/selection.ts";
import type { Match, Search } from "../document/search.ts";
import type { CellProof } from "../integrity/lock.ts";
import type { Study, StudyEvent } from "../lesson/study.ts";
import type { Compared } from "../montecarlo/compared.ts";
import type { DrawSampler } from "../montecarlo/draw-sampler.ts";
import type { Scenario } from "../montecarlo/scenario.ts";
import type { Situation } from "../montecarlo/situation.ts";
import type { ResultSays, Step } from "../provenance/step.ts";
import type { Mend } from "../runtime/cell-error.ts";
import type { CellState, Progress } from "../runtime/state.ts";
import type { DatasetEntry } from "../services/catalogue.ts";
import type { ToolDescription } from "../services/compute/tool-description.ts";
import type { LanguageAnswer, LanguageRequest } from "../services/language.ts";
import type { Chance } from "../stdlib/chance.ts";
import type { TextChange } from "./text-changes.ts";

/**
 * What page and frame say to each other over the one port. Everything is plain data, so that it survives structured
 * cloning; buffers are transferred.
 */

/** A cell as the document holds it. */
export interface DocumentCell {
  id: number;
  kind: string;
  source: string;
  /** Attributes of the cell as the file has them (`pinned`, `hidden`, `output`, `data-paused`, …). */
  attributes: Record<string, string>;
}

/** How the notebook is shown and run; changes arrive as a whole. */
export interface FrameSettings {
  theme: "light" | "dark";
  /** The tag of the reader's language. */
  language: string;
  /** What that language brings with it, once the page has it. */
  words?: LanguageWords;
  /** Mark readers stale instead of running them. */
  lazy: boolean;
  /** Readers see outputs; editors and gutters are for writers. */
  mode: "edit" | "read";
  reducedMotion: boolean;
  /** How the notebook is presented, slide by slide; absent or null where it is not. */
  presentation?: Presentation | null;
}

export interface Presentation {
  /** The slide to show, from 1. */
  slide: number;
  /** Whether the code of cells is shown with what it makes. */
  code: boolean;
}

/** What a notebook shows, for paper: no controls, no editors, every input as its value. */
export interface PrintedNotebook {
  /** As HTML text, in document order. */
  cells: { cell: number; html: string }[];
  /** The data and methods at its end; empty if there are none. */
  sources: string;
}

/** Where a presentation stands. */
export interface SlidePosition {
  /** From 1; 0 where there is nothing to show yet. */
  slide: number;
  slides: number;
}

export interface FrameSession {
  title: string;
  cells: DocumentCell[];
  /** Cells that must not run when the notebook opens: stopped ones after a restart. */
  held: number[];
  settings: FrameSettings;
  chance: Chance;
  catalogue: DatasetEntry[];
  /** Of a page of a site: what the notebook showed when it was built. */
  published?: Publication;
  /** The `width` that cells are given, in pixels; left out, the column's. */
  width?: number;
  /** Whether what cells show and define is hashed, to be held against another run. */
  recorded?: boolean;
}

/** A notebook as a site was built of it. Its frame is as tall as what it shows; the page scrolls. */
export interface Publication {
  /** Width of the column, in pixels, for which the outputs were made. */
  width: number;
  cells: PublishedCell[];
  /** Cells whose inputs a reader, or a link, has set otherwise since: they and their readers do not rest. */
  changed: number[];
  /** The cells that are shown, where the notebook stands in another page. */
  only?: number[] | "all";
}

export interface PublishedCell {
  id: number;
  /** What the cell showed. */
  html: string;
  /** Its code as HTML, coloured. */
  code: string;
  /** Whether it need not run before something needs it: it succeeded, and shows nothing that must answer. */
  rests: boolean;
  /** What its run asked of the services. */
  steps: Step[];
}

/** What a reader of the notebook changes in the frame; the page applies it to the document and answers by `sync`. */
export type FrameEdit = DocumentEdit | TypedChanges;

/** What was typed in an editor, in a text of this length and fingerprint. */
export interface TypedChanges {
  type: "changes";
  cell: number;
  length: number;
  fingerprint: number;
  changes: TextChange[];
}

/** An edit as the document takes it: of a text that changed, the whole. */
export type DocumentEdit =
  | { type: "text"; cell: number; source: string }
  | { type: "insert"; after: number | null; kind: string; source: string }
  | { type: "delete"; cell: number }
  | { type: "move"; cell: number; by: -1 | 1 }
  | { type: "kind"; cell: number; kind: string }
  /** How ± spreads its draws, for the whole notebook. */
  | { type: "sampler"; sampler: DrawSampler }
  | { type: "attribute"; cell: number; name: string; value: string | null }
  | { type: "split"; cell: number; at: number }
  /** Joins a cell with the one below it. */
  | { type: "join"; cell: number }
  | { type: "value"; name: string; cell: number; value: unknown };

/** A cell's state with what the page's panels show of it. */
export interface CellReport {
  id: number;
  state: CellState;
  /** True while the text differs from what last ran. */
  edited: boolean;
  /** Names the cell defines and reads. */
  outputs: string[];
  inputs: string[];
  /** What its last run asked of the services. */
  steps: Step[];
}

/** What a name stands for, short enough to be read at a glance. */
export interface ValueReport {
  name: string;
  /** `Table`, `Array`, `number`, …: the constructor's name or the primitive type. */
  type: string;
  /** How much of it there is: rows × columns, a length, a count of entries; empty where that means nothing. */
  size: string;
  preview: string;
  /** Of an Arrow table. */
  columns?: readonly TableColumn[];
}

export interface TableColumn {
  readonly name: string;
  /** As Arrow writes it: `Utf8`, `Int32`, `Decimal[38e0]`, … */
  readonly type: string;
}

/** A file that a notebook gives its reader. */
export interface SavedFile {
  readonly name: string;
  /** Its media type; empty where it is not known. */
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What the page asks of the frame, by feature. */
export interface FrameApi {
  document: {
    /** The document after `seen` edits of this frame. Text of cells edited since is left alone. */
    sync(title: string, cells: DocumentCell[], chance: Chance, seen: number): void;
    /** Changes of a cell's text did not fit the page's document: the frame sends the whole. */
    sendText(cell: number): void;
  };
  cells: {
    run(cells: number[] | "all" | "stale"): void;
    interrupt(cell?: number): void;
    pause(cell: number, paused: boolean): void;
    /** Brings a cell into view and focuses it. */
    reveal(cell: number): void;
    /** Marks what a search finds in the editors; `at` is the match to show, its cell unfolded. Null ends the search. */
    find(search: Search | null, at: Match | null): void;
    mend(mend: Mend): void;
  };
  actions: {
    /** Does to the chosen cell, or to the presentation, what an action of the table says. */
    perform(action: string): void;
  };
  settings: {
    apply(settings: FrameSettings): void;
  };
  exercise: {
    /** What the reader did with the exercises has changed in the page. */
    studied(study: Study): void;
  };
  uncertainty: {
    /** What a scenario may set, and what can be compared. */
    situation(): Situation;
    /** A cell under several scenarios, each beside the first. Ends an earlier comparison. */
    compare(cell: number, scenarios: Scenario[]): Promise<Compared>;
    stopComparing(): void;
  };
  outputs: {
    /** The first figure of the notebook as SVG text, or null. */
    figure(): string | null;
    printed(): PrintedNotebook;
    /** The hashes of every cell's run; none where the session was not recorded. */
    proofs(): Promise<CellProof[]>;
  };
  frame: {
    /** Answers at once if the frame's thread is free. */
    ping(): number;
  };
}

/** What the frame may ask of the page, by feature; everything a notebook can reach goes through here. */
export interface PageApi {
  document: {
    /** An edit, with its number in this frame's life. */
    edit(edit: FrameEdit, sequence: number): void;
  };
  cells: {
    report(reports: CellReport[], removed: number[]): void;
    /** Names whose values changed. */
    values(values: ValueReport[]): void;
    /** Sent before a body starts, as a bare number on the port, so that the page knows which cell holds the thread. */
    entering(cell: number): void;
    /** All cells have settled for the first time. */
    settled(): void;
  };
  services: ServiceApi;
  typing: {
    /** Help with writing, of the language service in the page; rejects where there is none. */
    ask(request: LanguageRequest): Promise<LanguageAnswer>;
  };
  uncertainty: {
    /** The program of the workers that make the draws of ±, as text: asked for when ± first is. */
    drawProgram(): Promise<string>;
  };
  exercise: {
    /** Notes what the reader did with an exercise; gives all that this reader did in this notebook. */
    note(event: StudyEvent): Promise<Study>;
  };
  provenance: {
    /** Somebody asks where what a cell shows comes from. */
    show(cell: number): void;
  };
  slides: {
    /** A presentation has come to a slide, or has more or fewer of them. */
    presented(position: SlidePosition): void;
  };
  reader: {
    /** An action of the page (save, undo, …) whose key was pressed inside the frame. */
    action(name: string): void;
    /** A reader follows a link that leads out of the notebook. */
    follow(address: string): void;
    /** A reader pressed what saves a file. */
    save(file: SavedFile): void;
  };
  frame: {
    /** A published notebook's frame is this tall, in pixels. */
    height(pixels: number): void;
  };
}

/** What cells ask of the page's services. Each call has a number, by which it can be given up. */
export interface ServiceApi {
  /** Runs SQL on the page's database; answers with Arrow IPC stream bytes. */
  query(sql: string, parameters: unknown[], call: number, progress: (progress: Progress) => void): Promise<Uint8Array>;
  /**
   * Runs a tool of the accounting library in a worker: its result, what that says of how it was reached, and the rows of
   * datasets that it rests on.
   */
  compute(
    tool: string,
    input: unknown,
    call: number,
    progress: (progress: Progress) => void,
  ): Promise<{ result: unknown; says: ResultSays; read: Selection[] }>;
  /** The bytes of a dataset's file, checked against its hash. */
  dataset(name: string, call: number, progress: (progress: Progress) => void): Promise<Uint8Array>;
  /** What tools of the accounting library say of themselves. */
  describe(tools: readonly string[]): Promise<ToolDescription[]>;
  /** The text of another notebook beside this one. */
  notebook(name: string, call: number, progress: (progress: Progress) => void): Promise<string>;
  /** Gives up a call; its promise then rejects with `AbortError`. */
  cancel(call: number): void;
}
