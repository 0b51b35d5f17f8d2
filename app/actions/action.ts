import type { Sentence } from "../../lib/message/message.ts";
import type { IconName } from "../design/icons.ts";
import type { Session } from "../session/contract.ts";
import type { ExportFormat } from "../session/exchange.ts";
import type { PanelTab } from "../workbench/panels/panels.ts";
import type { Preferences } from "../workbench/shell/preferences.ts";

/** A presentation, as actions see it. */
export interface Presenting {
  readonly on: boolean;
  readonly black: boolean;
  readonly code: boolean;
  readonly full: boolean;
  /** Whether the browser gives away the whole screen. */
  readonly canFill: boolean;
  toggle(): void;
  toggleBlack(): void;
  toggleCode(): void;
  toggleFull(): void;
  /** Ends the black. */
  light(): void;
}

/** What the actions of a presentation need of the page: a published one has no more. */
export interface SlidePage {
  readonly session: { command(action: string): void } | null;
  readonly stage: Presenting;
}

/** What an action may do to the page. */
export interface Workbench {
  readonly session: Session | null;
  readonly preferences: Readonly<Preferences>;
  readonly stage: Presenting;
  /** Dispatches `change` when preferences, the list of notebooks or what is open change. */
  readonly changes: EventTarget;
  prefer(change: Partial<Preferences>): void;
  openLibrary(): void;
  createNotebook(): void;
  openPalette(): void;
  openHelp(): void;
  openFind(): void;
  toggleRail(): void;
  togglePanel(): void;
  showTab(tab: PanelTab): void;
  download(): void;
  openShare(): void;
  /** Makes a copy of the person's own, with what was changed here, and opens it. */
  editCopy(): void;
  /** Writes what differs from the original into a file. */
  savePatch(): void;
  /** Prints the notebook, with the code of its cells or without. */
  print(code: boolean): void;
  openFile(): void;
  dropFiles(files: readonly File[]): void;
  saveCopy(): void;
  /** Offers what the reader did in a lesson as a file for the teacher. */
  reportLesson(): void;
  /** Asks for the files of a database and imports it. */
  importDatabase(): void;
  exportAs(format: ExportFormat): void;
  /** Turns older Observable cells into today's, and tells what could not be turned. */
  convert(): void;
  /** Goes back to what the file says. */
  discard(): void;
  /** Shows another version of the notebook beside this one. */
  compare(other: string): void;
  /** What was told last, until it is dismissed. */
  readonly told: string | null;
  /** A sentence that is made anew whenever the language changes, a fixed one, or null to take back what was told. */
  tell(sentence: (() => string) | string | null): void;
  /** Saves and tells the reader of it. */
  save(): void;
  /** Closes the notebook and opens what its file now holds. */
  reload(): void;
  /** Closes what lies on top: a dialog, a menu, a drawer. False where nothing was open. */
  close(): boolean;
}

export type ActionGroup = "cell" | "notebook" | "run" | "edit" | "view" | "slides" | "page";

/**
 * Where a key is pressed: somewhere on the page; in a text of the page or of a notebook's output; on a chosen cell
 * (command mode); in a cell's editor; on a slide, where nothing else of the notebook has the keyboard.
 */
export type Place = "page" | "text" | "cell" | "editor" | "slide";

/** One thing a person can do. Keys, buttons, menus, palette and help all read this. */
export interface Action {
  readonly id: string;
  readonly group: ActionGroup;
  /** Chords such as `mod+shift+enter`, or two one after the other: `d d`; the first is the one shown. */
  readonly keys: readonly string[];
  /** Where alone the keys are this action's; everywhere if it does not say. */
  readonly places?: readonly Place[];
  readonly label: Sentence;
  readonly icon: IconName;
  /** True for keys that belong to the text while one types, such as undo. */
  readonly yieldsToTyping?: boolean;
  /** True for keys that mean something to the browser, which it may have back where the action cannot be done. */
  readonly yieldsToBrowser?: boolean;
  /** True for what puts the keyboard elsewhere: what is typed on the way there must not end up in a cell. */
  readonly takesKeyboard?: boolean;
  /** Whether it can be done now. */
  when(session: Session | null): boolean;
  run(workbench: Workbench): void;
  /** For what is on or off. */
  pressed?(workbench: Workbench): boolean;
}
