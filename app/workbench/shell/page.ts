import { isOlderObservable } from "../../../kernel/cell/kinds/unsupported.ts";
import type { ExportFormat } from "../../../kernel/document/exchange/text.ts";
import { parseNotebook } from "../../../kernel/document/index.ts";
import { messageOf } from "../../../lib/message/fault.ts";
import type { Sentence } from "../../../lib/message/message.ts";
import type { NoticeOffer, Workbench } from "../../actions/action.ts";
import { downloadText, pickDatabaseFiles, pickDatabaseFolder } from "../../files/file-pickers.ts";
import { switchLanguage } from "../../language/languages.ts";
import { say, speech } from "../../language/speech.ts";
import { notebookMemory } from "../../live/input-memory.ts";
import type { PanelTab } from "../../preferences/panels.ts";
import type { PreferenceStore, Preferences } from "../../preferences/preferences.ts";
import { Printing } from "../../print/printing.ts";
import { printTexts } from "../../print/texts.ts";
import { copyAttachments } from "../../session/attachments.ts";
import type { NotebookInfo, Session, Workspace } from "../../session/contract.ts";
import { addCopy } from "../../session/own-files.ts";
import { projectOf } from "../../session/project.ts";
import { type TemplateName, templateText } from "../../session/templates.ts";
import { Stage } from "../../stage/stage.ts";
import { AccountController } from "../account/account-controller.ts";
import { ChartController } from "../chart/chart-controller.ts";
import { DataController } from "../data/data-controller.ts";
import { libraryTexts } from "../library/library-texts.ts";
import { type ProjectUse, projectTexts } from "../library/project-choice.ts";
import { applyLink } from "../share/link.ts";
import { copyTexts } from "../share/texts.ts";
import { FileController, fileNameOf } from "./file-controller.ts";
import { fileTexts } from "./file-texts.ts";
import type { Leaving } from "./leave.ts";
import { firstRoute, parseRoute, type Route, writeRoute } from "./route.ts";
import { type Place, type SessionController, untilChanged } from "./session-controller.ts";
import { frameSettings, type SystemSettings } from "./system-settings.ts";
import { draftTexts } from "./version-texts.ts";

export type Side = "rail" | "panel";

/** A dialog over the page that can be opened from anywhere. */
export interface Layer {
  show(): void;
  /** Returns false if it was not open. */
  close(): boolean;
}

export interface Layers {
  leave: { ask(): Promise<Leaving> };
  palette: Layer;
  help: Layer;
  share: Layer;
  report: Layer;
  templates: Layer;
  projects: {
    ask(use: ProjectUse, projects: readonly string[], current?: string | null): Promise<string | null | undefined>;
    close(): boolean;
  };
  compare: { show(session: Session, key: string): void; close(): boolean };
  /** Moves the focus into the find bar. */
  focusFind(): void;
  focusNotebook(): void;
  expectSave(): void;
}

/** The state of the whole page and the operations on it. Dispatches `change`. */
export class Page extends EventTarget implements Workbench {
  readonly workspace: Workspace;
  readonly sessions: SessionController;
  readonly system: SystemSettings;
  readonly changes: EventTarget = this;
  readonly stage: Stage;
  readonly #printing = new Printing();
  readonly #files = new FileController(this);
  readonly #data = new DataController(this);
  readonly #charts = new ChartController(this);
  readonly #account = new AccountController(this);
  #preferences: PreferenceStore;
  #layers: Layers | null = null;
  #route: Route = { page: "library" };
  #notebooks: readonly NotebookInfo[] | null = null;
  #problem: (() => string) | null = null;
  #drawer: Side | null = null;
  #notice: (() => string) | string | null = null;
  #offer: NoticeOffer | null = null;
  #shownDataset: { readonly name: string } | null = null;
  #finding = false;
  /** The notebook that was just created here and whose title is to be edited. */
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
    this.#applyAppearance();
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
  /** Why the list could not be read or a notebook not be created. */
  get problem(): string | null {
    return this.#problem?.() ?? null;
  }
  /** The open drawer, in a narrow window. */
  get drawer(): Side | null {
    return this.#drawer;
  }

  /** True while the find bar is open. */
  get finding(): boolean {
    return this.#finding;
  }

  /** Opens the address and follows its changes. */
  async start(layers: Layers): Promise<void> {
    this.#layers = layers;
    window.addEventListener("hashchange", () => void this.#leave(parseRoute(location.hash)));
    const first = location.hash === "" && !this.preferences.visited;
    this.#preferences.set({ visited: true });
    if (first) {
      await this.#list();
      const names = (this.#notebooks ?? []).map(({ name }) => name);
      const route = firstRoute(location.hash, false, names);
      // The address is written, so that the browser's Back works.
      history.replaceState(null, "", writeRoute(route));
      this.#go(route);
    } else this.#go(parseRoute(location.hash));
  }

  /** Goes to another address, unless unsaved changes would be lost and the user chooses to stay. */
  async #leave(route: Route): Promise<void> {
    const link = route.page === "notebook" ? route.link : undefined;
    if (writeRoute(route) === writeRoute(this.#route) && !link) return;
    if (route.page === "notebook" && this.#route.page === "notebook" && route.name === this.#route.name) {
      this.#route = route;
      this.#applyLink();
      if (route.slide) this.stage.begin(route.slide);
      else this.stage.end();
      return;
    }
    if (!(await this.sessions.settle())) {
      const choice = (await this.#layers?.leave.ask()) ?? "stay";
      if (choice === "stay") return history.pushState(null, "", writeRoute(this.#route));
      if (choice === "download") this.download();
    }
    // A dialog over the page that is left would stay over the next one.
    this.#closeDialogs();
    // The address may have changed meanwhile: the last one counts.
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
    this.#offerConversion();
    this.#applyLink();
    if (route.page === "notebook" && route.copy && this.session?.name === route.name) return this.editCopy();
    if (route.page === "notebook" && route.slide && this.session?.name === route.name) this.stage.begin(route.slide);
  }

  /** Says that cells run as converted, and offers to convert them in the notebook. */
  #offerConversion(): void {
    const count = this.session?.cells.filter(isOlderObservable).length ?? 0;
    if (count === 0) return;
    this.notify(() => say(fileTexts.older({ count })), {
      label: count === 1 ? fileTexts.convertOne() : fileTexts.convertAll({ count }),
      act: () => void this.convert(),
    });
  }

  /** Applies a link's changes to the notebook, as unsaved changes. */
  #applyLink(): void {
    const route = this.#route;
    const { session } = this;
    if (route.page !== "notebook" || !route.link || session?.name !== route.name) return;
    const { link, ...notebook } = route;
    this.#route = notebook;
    history.replaceState(null, "", writeRoute(notebook));
    const notice = applyLink(session, link);
    if (!route.copy) this.notify(notice);
  }

  /** Writes the slide into the address, so that it can be shared and reopened. */
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
    this.#applyAppearance();
    if (!this.system.narrow) this.#drawer = null;
    this.session?.configure(this.#settings());
    this.#changed();
  };

  /** Sets the theme and language of the page itself. */
  #applyAppearance(): void {
    const { theme, language } = this.#settings();
    document.documentElement.dataset.theme = theme;
    document.documentElement.lang = language;
    switchLanguage(language, () => {
      if (this.#preferences.current.language === language) this.#configured();
    });
  }

  /** True once, for a notebook that was just created. */
  takeNew(name: string): boolean {
    const isNew = this.#newName === name;
    if (isNew) this.#newName = null;
    return isNew;
  }

  prefer = (change: Partial<Preferences>) => this.#preferences.set(change);

  get notice(): string | null {
    return typeof this.#notice === "function" ? this.#notice() : this.#notice;
  }

  get offer(): NoticeOffer | null {
    return this.#offer;
  }

  notify = (sentence: (() => string) | string | null, offer: NoticeOffer | null = null) => {
    this.#notice = sentence;
    this.#offer = offer;
    this.#changed();
  };

  openNotebook(name: string): void {
    location.hash = writeRoute({ page: "notebook", name });
  }

  openSession = async (name: string): Promise<Session | null> => {
    if (!this.#notebooks?.some((notebook) => notebook.name === name)) return null;
    this.openNotebook(name);
    await untilChanged(this.sessions, ({ place }) => isPlaceOf(place, name));
    return this.session;
  };

  openFile = () => void this.#files.open();
  dropFiles = (files: readonly File[]) => void this.#files.drop(files);
  explainFiles = (names: readonly string[]) => this.#files.explain(names);
  addData = () => void this.#data.add();
  startAccount = () => void this.#data.startAccount();
  openChart = (dataset?: string) => void this.#charts.open(dataset);
  computeEmissions = (file?: string) => void this.#account.open(file);
  takeData = (files: readonly File[]) => this.#data.take(files);
  pasteData = () => void this.#data.paste();
  offerDataChoice = (name: string) => this.#data.offerChoice(name);
  readAgain = (file: string) => void this.#data.readAgain(file);
  removeData = (file: string) => void this.#data.remove(file);
  putBeside = (file: string) => void this.#data.putBeside(file);
  saveCopy = () => void this.#files.saveCopy();
  importDatabase = () => this.#importPicked(pickDatabaseFiles());
  importFolder = () => this.#importPicked(pickDatabaseFolder());
  exportAs = (format: ExportFormat) => void this.#files.exportAs(format);

  convert = async () => {
    const notes = (await this.session?.convert()) ?? [];
    this.notify(() => say(fileTexts.converted({ notes: notes.map(say).join(" ") })).trim());
  };

  discard = () => {
    this.session?.discard();
    this.notify(() => say(draftTexts.discarded()));
  };

  compare = (other: string) => {
    if (this.session) this.#layers?.compare.show(this.session, other);
  };

  openLibrary = () => {
    location.hash = writeRoute({ page: "library" });
  };

  openNew = async (): Promise<Session | null> => {
    this.#newName = null;
    await this.createNotebook();
    const name = this.#newName as string | null;
    // The title is not edited: the data come first.
    this.#newName = null;
    if (name === null) return null;
    await untilChanged(this.sessions, ({ place }) => isPlaceOf(place, name));
    return this.session?.name === name ? this.session : null;
  };

  /** The file dialog is open by now, while user activation lasts; the code is loaded meanwhile. */
  async #importPicked(picking: Promise<readonly File[]>): Promise<void> {
    const importing = import("../import/import-files.ts");
    const files = await picking;
    await (await importing).importPicked(files, this.notify);
  }

  createNotebook = async (template?: TemplateName, project?: string) => {
    try {
      const text = template && (await templateText(template, speech.language));
      const title = text ? parseNotebook(text).title : say(libraryTexts.untitled());
      const name = await this.workspace.create(title, text, project);
      this.#newName = name;
      location.hash = writeRoute({ page: "notebook", name });
    } catch (error) {
      this.openLibrary();
      await this.#list();
      this.#problem = () => say(libraryTexts.createFailed({ reason: messageOf(error) }));
      this.#changed();
    }
  };

  openTemplates = () => this.#layers?.templates.show();
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

  get shownDataset(): { readonly name: string } | null {
    return this.#shownDataset;
  }

  showDataset = (name: string) => {
    this.#shownDataset = { name };
    this.showTab("data");
    this.#changed();
  };

  print = async (code: boolean) => {
    if (!(await this.#printing.print(code))) this.notify(() => say(printTexts.failed()));
  };

  openShare = () => void this.#layers?.share.show();
  savePage = () => void this.#files.savePage();
  saveArchive = () => void this.#files.saveArchive();
  savePatch = () => void this.#files.savePatch();

  get duplicates(): boolean {
    return this.workspace.writable;
  }

  editCopy = async () => {
    const { session } = this;
    if (!session) return;
    const isExample = session.autosave.saveState === "read-only" && this.workspace.writable;
    const project =
      isExample && this.#projects.length > 0 ? await this.#layers?.projects.ask("copy", this.#projects) : "";
    if (project === undefined || session !== this.session) return;
    const copying = isExample
      ? this.workspace.duplicate(session, project === "" ? undefined : project)
      : this.#copyHere(session);
    const copied = await copying.catch((error) => this.notify(() => say(messageOf(error))));
    if (!copied) return;
    const { name, problem } = copied;
    notebookMemory(name).write(session.inputs.values);
    // The changes are in the copy; the notebook itself returns to its published version.
    if (session.autosave.changed) session.discard();
    this.prefer({ mode: "edit" });
    this.openNotebook(name);
    this.notify(() => say(problem ?? (isExample ? copyTexts.duplicated() : copyTexts.made())));
  };

  /** The person's projects. */
  get #projects(): string[] {
    return [...new Set((this.#notebooks ?? []).flatMap(({ project }) => project ?? []))];
  }

  moveToProject = async () => {
    const { session } = this;
    if (!session) return;
    const project = await this.#layers?.projects.ask("move", this.#projects, projectOf(session.name));
    if (project === undefined || session !== this.session) return;
    const name = await this.workspace.move(session, project).catch((error) => this.notify(() => say(messageOf(error))));
    if (!name) return;
    notebookMemory(name).write(session.inputs.values);
    this.openNotebook(name);
    this.notify(() => say(project === null ? projectTexts.movedOut() : projectTexts.moved({ project })));
  };

  /** A copy in this browser, and the reason if one of its files could not be copied. */
  async #copyHere(session: Session): Promise<{ name: string; problem: Sentence | null }> {
    const name = await addCopy(session.autosave.original, session.document.text);
    return { name, problem: await copyAttachments(session, name).then(() => null, messageOf) };
  }

  download = () => {
    if (this.session) downloadText(`${fileNameOf(this.session.name)}.html`, "text/html", this.session.sharedText);
  };

  save = () => {
    this.#layers?.expectSave();
    // The session reports why it failed.
    this.session?.autosave.save().catch(() => {});
  };

  reload = () => {
    if (this.#route.page === "notebook") void this.sessions.open(this.#route.name, this.#settings());
  };

  /** Returns false if none was open. */
  #closeDialogs(): boolean {
    const { compare, share, report, templates, projects, palette, help } = this.#layers ?? {};
    return [this.#account, this.#data, this.#charts, compare, share, report, templates, projects, palette, help].some(
      (layer) => layer?.close(),
    );
  }

  close = () => {
    if (this.#closeDialogs()) return true;
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

/** Whether a notebook is open, or could not be opened. */
function isPlaceOf(place: Place, name: string): boolean {
  return (place.state === "open" || place.state === "failed") && place.name === name;
}
