import { messageOf } from "../../../lib/message/fault.ts";
import type { Workbench } from "../../actions/action.ts";
import { takeLanguage } from "../../language/languages.ts";
import { say } from "../../language/speech.ts";
import { Printing } from "../../print/printing.ts";
import { printTexts } from "../../print/texts.ts";
import type { NotebookInfo, Session, Workspace } from "../../session/contract.ts";
import type { ExportFormat } from "../../session/exchange.ts";
import { downloadText, pickDatabaseFiles } from "../../session/file-pickers.ts";
import { addCopy } from "../../session/own-files.ts";
import { Stage } from "../../stage/stage.ts";
import { libraryTexts } from "../library/library-texts.ts";
import type { PanelTab } from "../panels/panels.ts";
import { takeLink } from "../share/link.ts";
import { copyTexts } from "../share/texts.ts";
import { FileController, fileNameOf } from "./file-controller.ts";
import { fileTexts } from "./file-texts.ts";
import type { Leaving } from "./leave.ts";
import type { PreferenceStore, Preferences } from "./preferences.ts";
import { firstRoute, parseRoute, type Route, writeRoute } from "./route.ts";
import { changeOf, type SessionController } from "./session-controller.ts";
import { frameSettings, type SystemSettings } from "./system-settings.ts";
import { draftTexts } from "./version-texts.ts";

export type Side = "rail" | "panel";

/** What lies over the page and can be opened from anywhere. */
export interface Layer {
  show(): void;
  /** False where it was not open. */
  close(): boolean;
}

export interface Layers {
  leave: { ask(): Promise<Leaving> };
  palette: Layer;
  help: Layer;
  share: Layer;
  report: Layer;
  compare: { show(session: Session, key: string): void; close(): boolean };
  /** Puts the keyboard into the find bar. */
  focusFind(): void;
  focusNotebook(): void;
  expectSave(): void;
}

/** The state of the whole page, and what can be done to it. Dispatches `change`. */
export class Page extends EventTarget implements Workbench {
  readonly workspace: Workspace;
  readonly sessions: SessionController;
  readonly system: SystemSettings;
  readonly changes: EventTarget = this;
  readonly stage: Stage;
  readonly #printing = new Printing();
  readonly #files = new FileController(this);
  #preferences: PreferenceStore;
  #layers: Layers | null = null;
  #route: Route = { page: "library" };
  #notebooks: readonly NotebookInfo[] | null = null;
  #problem: (() => string) | null = null;
  #drawer: Side | null = null;
  #told: (() => string) | string | null = null;
  #finding = false;
  /** The notebook just made here, whose title waits to be typed. */
  #newName: string | null = null;

  constructor(workspace: Workspace, sessions: SessionController, preferences: PreferenceStore, system: SystemSettings) {
    super();
    this.workspace = workspace;
    this.sessions = sessions;
    this.system = system;
    this.#preferences = preferences;
    this.stage = new Stage({
      sessions,
      atSlide: (slide) => this.#atSlide(slide),
      focusNotebook: () => this.#layers?.focusNotebook(),
    });
    this.stage.addEventListener("change", this.#changed);
    sessions.addEventListener("change", () => {
      this.#printing.follow(sessions.session);
      this.#changed();
    });
    preferences.addEventListener("change", this.#configured);
    system.addEventListener("change", this.#configured);
    this.#dress();
  }

  get session(): Session | null {
    return this.sessions.session;
  }
  get preferences(): Readonly<Preferences> {
    return this.#preferences.current;
  }
  get route(): Route {
    return this.#route;
  }
  get notebooks(): readonly NotebookInfo[] | null {
    return this.#notebooks;
  }
  /** Why the list could not be read or a notebook not be made. */
  get problem(): string | null {
    return this.#problem?.() ?? null;
  }
  /** The side that lies over the notebook, where there is no room beside it. */
  get drawer(): Side | null {
    return this.#drawer;
  }

  /** True while the find bar is open. */
  get finding(): boolean {
    return this.#finding;
  }

  /** Follows the address from here on. */
  async start(layers: Layers): Promise<void> {
    this.#layers = layers;
    window.addEventListener("hashchange", () => void this.#leave(parseRoute(location.hash)));
    const first = location.hash === "" && !this.preferences.visited;
    this.#preferences.set({ visited: true });
    if (first) {
      await this.#list();
      const names = (this.#notebooks ?? []).map(({ name }) => name);
      const route = firstRoute(location.hash, false, names);
      // An address in the bar, so that going back leads where one expects.
      history.replaceState(null, "", writeRoute(route));
      this.#go(route);
    } else this.#go(parseRoute(location.hash));
  }

  /** Goes elsewhere, unless that would lose what was typed and the person would rather stay. */
  async #leave(route: Route): Promise<void> {
    const link = route.page === "notebook" ? route.link : undefined;
    if (writeRoute(route) === writeRoute(this.#route) && !link) return;
    if (route.page === "notebook" && this.#route.page === "notebook" && route.name === this.#route.name) {
      this.#route = route;
      this.#takeLink();
      if (route.slide) this.stage.begin(route.slide);
      else this.stage.end();
      return;
    }
    if (!(await this.sessions.settle())) {
      const choice = (await this.#layers?.leave.ask()) ?? "stay";
      if (choice === "stay") return history.pushState(null, "", writeRoute(this.#route));
      if (choice === "download") this.download();
    }
    // Of several addresses in haste, the last one counts.
    this.#go(parseRoute(location.hash));
  }

  #go(route: Route): void {
    this.#route = route;
    this.#drawer = null;
    this.#finding = false;
    void this.#list();
    this.stage.clear();
    if (route.page === "notebook") void this.#open(route.name);
    else this.sessions.clear();
  }

  async #open(name: string): Promise<void> {
    await this.sessions.open(name, this.#settings());
    const route = this.#route;
    this.#takeLink();
    if (route.page === "notebook" && route.copy && this.session?.name === route.name) return this.editCopy();
    if (route.page === "notebook" && route.slide && this.session?.name === route.name) this.stage.begin(route.slide);
  }

  /** Puts on top of the notebook what a link holds: an unsaved change like any other. */
  #takeLink(): void {
    const route = this.#route;
    const { session } = this;
    if (route.page !== "notebook" || !route.link || session?.name !== route.name) return;
    const { link, ...notebook } = route;
    this.#route = notebook;
    history.replaceState(null, "", writeRoute(notebook));
    const told = takeLink(session, link);
    if (!route.copy) this.tell(told);
  }

  /** The address names the slide, so that it can be given away and come back to. */
  #atSlide(slide: number | null): void {
    const { page } = this.#route;
    if (page !== "notebook") return;
    const { slide: before, ...notebook } = this.#route;
    if (slide === (before ?? null)) return;
    this.#route = slide ? { ...notebook, slide } : notebook;
    history.replaceState(null, "", writeRoute(this.#route));
  }

  async #list(): Promise<void> {
    try {
      this.#notebooks = await this.workspace.list();
      this.#problem = null;
    } catch (error) {
      this.#problem = () => say(libraryTexts.failed({ reason: messageOf(error) }));
    }
    this.#changed();
  }

  #settings() {
    return frameSettings(this.preferences, this.system);
  }

  #changed = () => {
    this.dispatchEvent(new Event("change"));
  };

  #configured = () => {
    this.#dress();
    if (!this.system.narrow) this.#drawer = null;
    this.session?.configure(this.#settings());
    this.#changed();
  };

  /** Theme and language of the document itself. */
  #dress(): void {
    const { theme, language } = this.#settings();
    document.documentElement.dataset.theme = theme;
    document.documentElement.lang = language;
    takeLanguage(language, () => {
      if (this.#preferences.current.language === language) this.#configured();
    });
  }

  /** True once, for a notebook just made. */
  takeNew(name: string): boolean {
    const isNew = this.#newName === name;
    if (isNew) this.#newName = null;
    return isNew;
  }

  prefer = (change: Partial<Preferences>) => this.#preferences.set(change);

  get told(): string | null {
    return typeof this.#told === "function" ? this.#told() : this.#told;
  }

  tell = (sentence: (() => string) | string | null) => {
    this.#told = sentence;
    this.#changed();
  };

  openNotebook(name: string): void {
    location.hash = writeRoute({ page: "notebook", name });
  }

  openAnd = async (name: string): Promise<Session | null> => {
    if (!this.#notebooks?.some((notebook) => notebook.name === name)) return null;
    this.openNotebook(name);
    await changeOf(
      this.sessions,
      ({ place }) => (place.state === "open" || place.state === "failed") && place.name === name,
    );
    return this.session;
  };

  openFile = () => void this.#files.open();
  dropFiles = (files: readonly File[]) => void this.#files.drop(files);
  saveCopy = () => void this.#files.saveCopy();
  /** The system's dialog opens at once, while the press that asked for it still counts; the rest is loaded meanwhile. */
  importDatabase = async () => {
    const importing = import("../import/import-files.ts");
    const files = await pickDatabaseFiles();
    await (await importing).importPicked(files, this.tell);
  };
  exportAs = (format: ExportFormat) => void this.#files.exportAs(format);

  convert = async () => {
    const notes = (await this.session?.convert()) ?? [];
    this.tell(() => say(fileTexts.converted({ notes: notes.map(say).join(" ") })).trim());
  };

  discard = () => {
    this.session?.discard();
    this.tell(() => say(draftTexts.discarded()));
  };

  compare = (other: string) => {
    if (this.session) this.#layers?.compare.show(this.session, other);
  };

  openLibrary = () => {
    location.hash = writeRoute({ page: "library" });
  };

  createNotebook = async () => {
    try {
      const name = await this.workspace.create(say(libraryTexts.untitled()));
      this.#newName = name;
      location.hash = writeRoute({ page: "notebook", name });
    } catch (error) {
      this.openLibrary();
      await this.#list();
      this.#problem = () => say(libraryTexts.createFailed({ reason: messageOf(error) }));
      this.#changed();
    }
  };

  openPalette = () => this.#layers?.palette.show();
  reportLesson = () => this.#layers?.report.show();
  openHelp = () => this.#layers?.help.show();
  openFind = () => {
    this.#finding = true;
    this.#changed();
    this.#layers?.focusFind();
  };
  toggleRail = () => this.#toggle("rail");
  togglePanel = () => this.#toggle("panel");

  showTab = (tab: PanelTab) => {
    if (this.system.narrow) this.#drawer = "panel";
    this.prefer(this.system.narrow ? { tab } : { tab, panel: true });
  };

  print = async (code: boolean) => {
    if (!(await this.#printing.print(code))) this.tell(() => say(printTexts.failed()));
  };

  openShare = () => void this.#layers?.share.show();
  savePatch = () => void this.#files.savePatch();

  editCopy = async () => {
    const { session } = this;
    if (!session) return;
    const name = await addCopy(session.autosave.original, session.document.text);
    // What was typed goes with the copy; the notebook itself is again as it is published.
    if (session.autosave.changed) session.discard();
    this.prefer({ mode: "edit" });
    this.openNotebook(name);
    this.tell(() => say(copyTexts.made()));
  };

  download = () => {
    if (this.session) downloadText(`${fileNameOf(this.session.name)}.html`, "text/html", this.session.document.text);
  };

  save = () => {
    this.#layers?.expectSave();
    // Why it failed stands in the session's own words.
    this.session?.autosave.save().catch(() => {});
  };

  reload = () => {
    if (this.#route.page === "notebook") void this.sessions.open(this.#route.name, this.#settings());
  };

  close = () => {
    if (this.#layers?.compare.close() || this.#layers?.share.close() || this.#layers?.report.close()) return true;
    if (this.#layers?.palette.close() || this.#layers?.help.close()) return true;
    if (this.stage.end()) return true;
    const open = this.#drawer !== null || this.#finding;
    if (this.#drawer === null) this.#finding = false;
    this.#drawer = null;
    if (open) this.#changed();
    return open;
  };

  #toggle(side: Side): void {
    if (this.system.narrow) {
      this.#drawer = this.#drawer === side ? null : side;
      this.#changed();
    } else this.prefer({ [side]: !this.preferences[side] });
  }
}
