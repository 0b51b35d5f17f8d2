import type { ExportFormat } from "../../kernel/document/exchange/text.ts";
import type { Message, Sentence } from "../../lib/message/message.ts";
import type { IconName } from "../design/icons.ts";
import type { PanelTab } from "../preferences/panels.ts";
import type { Preferences } from "../preferences/preferences.ts";
import type { Session } from "../session/contract.ts";
import type { TemplateName } from "../session/templates.ts";

/** The presentation, as used by actions. */
export interface Presenting {
  readonly on: boolean;
  readonly black: boolean;
  readonly code: boolean;
  readonly full: boolean;
  /** Whether the browser allows full screen. */
  readonly canGoFull: boolean;
  toggle(): void;
  toggleBlack(): void;
  toggleCode(): void;
  toggleFull(): void;
  /** Ends the black screen. */
  endBlack(): void;
}

/** The part of the page that the actions of a presentation use, which published pages provide, too. */
export interface SlidePage {
  readonly session: { command(action: string): void } | null;
  readonly stage: Presenting;
}

/** Something that a notice offers to do, by a button. */
export interface NoticeOffer {
  readonly label: Message;
  act(): void;
}

/** The operations of the page that actions use. */
export interface Workbench {
  readonly session: Session | null;
  readonly preferences: Readonly<Preferences>;
  readonly stage: Presenting;
  /** Dispatches `change` when the preferences, the list of notebooks or the open notebook change. */
  readonly changes: EventTarget;
  prefer(change: Partial<Preferences>): void;
  openLibrary(): void;
  /** Creates a notebook, blank or from a template, and opens it. */
  createNotebook(template?: TemplateName, project?: string): void;
  /** Shows the templates of a new notebook. */
  openTemplates(): void;
  openPalette(): void;
  openHelp(): void;
  openFind(): void;
  toggleRail(): void;
  togglePanel(): void;
  showTab(tab: PanelTab): void;
  download(): void;
  openShare(): void;
  /** Creates a copy of the user's own, with the changes made here, and opens it. */
  editCopy(): void;
  /** Asks for a project and moves the notebook with its files into it. */
  moveToProject(): void;
  /** Whether a copy of a notebook that is read only is put into the person's folder. */
  readonly duplicates: boolean;
  /** Writes a page of the current outputs, with the notebook in it. */
  savePage(): void;
  /** Writes the notebook with its own files as an archive. */
  saveArchive(): void;
  /** Writes the differences from the original into a patch file. */
  savePatch(): void;
  /** Prints the notebook, with the code of its cells or without. */
  print(code: boolean): void;
  openFile(): void;
  /** Asks for a file with data, or a pasted table, and adds it to the notebook. */
  addData(): void;
  /** Asks for a file, and shows its account of emissions in a new notebook. */
  startAccount(): void;
  /** Shows the dialog in which a chart is chosen: of a dataset, of the chosen cell's chart or table, or of what many ask for. */
  openChart(dataset?: string): void;
  /** Shows a file of the notebook as an account of emissions; without a name, that of the chosen cell, or else the last that was added. */
  computeEmissions(file?: string): void;
  /** Lets the user change how the file of one of the notebook's own tables is read. */
  readAgain(file: string): void;
  /** Removes a file of the notebook, with its tables. */
  removeData(file: string): void;
  /** Puts a file that is kept in this browser beside the notebook in its folder. */
  putBeside(file: string): void;
  /** The dataset that the data panel was last asked to show open: a new object each time. */
  readonly shownDataset: { readonly name: string } | null;
  dropFiles(files: readonly File[]): void;
  saveCopy(): void;
  /** Offers a report on the reader's work in a lesson, as a file for the teacher. */
  reportLesson(): void;
  /** Lets the user choose the files of a database and imports it. */
  importDatabase(): void;
  /** The same for a folder with all that is in it. */
  importFolder(): void;
  exportAs(format: ExportFormat): void;
  /** Converts older Observable cells, and notifies of what could not be converted. */
  convert(): void;
  /** Returns to the text of the file. */
  discard(): void;
  /** Compares this version of the notebook with another. */
  compare(other: string): void;
  /** The current notice, until it is dismissed. */
  readonly notice: string | null;
  /** What the current notice offers to do; null if it offers nothing. */
  readonly offer: NoticeOffer | null;
  /** Shows a notice: a function is called again when the language changes; null dismisses the notice. */
  notify(sentence: (() => string) | string | null, offer?: NoticeOffer): void;
  /** Saves, and announces the result. */
  save(): void;
  /** Opens the notebook again from its file. */
  reload(): void;
  /** Closes the topmost dialog, drawer or bar. Returns false if none was open. */
  close(): boolean;
}

export type ActionGroup = "cell" | "notebook" | "run" | "edit" | "view" | "slides" | "page";

/**
 * Where a key is pressed: somewhere on the page; in a text field of the page or of an output; on the chosen cell (command
 * mode); in a cell's editor; on a slide, if nothing else of the notebook has the focus.
 */
export type Place = "page" | "text" | "cell" | "editor" | "slide";

/** Something that the user can do. Keys, buttons, menus, palette and help use this. */
export interface Action {
  readonly id: string;
  readonly group: ActionGroup;
  /** Chords such as `mod+shift+enter`, or sequences of two such as `d d`; the first entry is the one shown. */
  readonly keys: readonly string[];
  /** The places where the keys work; everywhere by default. */
  readonly places?: readonly Place[];
  readonly label: Sentence;
  /** Other words for it, by which the palette finds it. */
  readonly words?: Sentence;
  readonly icon: IconName;
  /** True for keys that have their own meaning in text fields, such as undo. */
  readonly yieldsToTyping?: boolean;
  /** True for keys of the browser, which it handles itself while the action is disabled. */
  readonly yieldsToBrowser?: boolean;
  /** True for actions that move the focus: what is typed meanwhile must not end up in a cell. */
  readonly takesKeyboard?: boolean;
  /** Whether the action is enabled. */
  when(session: Session | null): boolean;
  run(workbench: Workbench): void;
  /** The state of a toggle. */
  pressed?(workbench: Workbench): boolean;
}
