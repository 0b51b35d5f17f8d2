import { lstat, mkdir, readdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { FileRefused } from "./confined-file.ts";
import { type MoveFolder, moveNotebook } from "./notebook-move.ts";
import { InvalidName, isName, NotebookStore, type StoredNotebook, VersionConflict } from "./notebook-store.ts";

const texts = messages("server", {
  shippedNotebook: {
    en: "“{name}” is an example and stays as it is. Duplicate it to edit.",
    zh: "“{name}”是示例，不会改动。请复制后再编辑。",
  },
  invalidProject: {
    en: "“{name}” cannot be the name of a notebook in a project: a project is one folder, named like a notebook.",
    zh: "“{name}”不能用作项目中笔记本的名称：项目是一个文件夹，命名规则与笔记本相同。",
  },
  linkedProject: {
    en: "“{name}” is a link to another folder, from which no notebook is read: make it a folder.",
    zh: "“{name}”是指向其他文件夹的链接，不从中读取笔记本：请改为文件夹。",
  },
});

/** The folder of a person's datasets, which is no project. */
const DATASETS = "datasets";

/** How many projects are listed. */
const MOST = 500;

/** A save of a notebook that is an example. */
export class ShippedNotebook extends Fault {
  override name = "ShippedNotebook";
}

/** A notebook on disk. An example is never written. */
export interface ListedNotebook extends StoredNotebook {
  readonly example?: true;
}

/** Where a notebook and the files beside it lie, and under which name the notebook lies there. */
export interface NotebookFolder {
  readonly folder: string;
  readonly name: string;
  readonly writable: boolean;
}

/** Notebooks by name, as a server gives and takes them. */
export interface Notebooks {
  list(): Promise<readonly ListedNotebook[]>;
  read(name: string): Promise<ListedNotebook | null>;
  write(name: string, text: string, version: string | null): Promise<ListedNotebook>;
  sweep(): Promise<void>;
  /** Moves a notebook into a project, or out of one for null; absent where there are no projects. */
  move?(name: string, project: string | null, version: string): Promise<ListedNotebook>;
}

/**
 * A person's notebooks, in a folder of theirs, and examples in another, which are read only. Every folder in that of the person is a
 * project: its notebooks are named `PROJECT/NAME`, and its files are theirs alone. A notebook of the person hides the example of
 * the same name.
 */
export class NotebookFolders implements Notebooks {
  readonly #own: string;
  readonly #examplesFolder: string;
  readonly #examples: NotebookStore;
  readonly #top: NotebookStore;
  readonly #projects = new Map<string, NotebookStore>();

  constructor(own: string, examples: string) {
    this.#own = own;
    this.#examplesFolder = examples;
    this.#top = new NotebookStore(own);
    this.#examples = new NotebookStore(examples);
  }

  async sweep(): Promise<void> {
    const projects = (await this.#listProjects()).map((project) => this.#storeOf(project).sweep());
    await Promise.all([this.#top.sweep(), ...projects]);
  }

  /** Those of the person first, then the examples. */
  async list(): Promise<ListedNotebook[]> {
    const projects = await this.#listProjects();
    const [top, examples, ...inProjects] = await Promise.all([
      this.#top.list(),
      this.#examples.list(),
      ...projects.map(async (project) => (await this.#storeOf(project).list()).map((each) => within(project, each))),
    ]);
    const taken = new Set(top.map(({ name }) => name));
    const shown = examples.filter(({ name }) => !taken.has(name)).map(asExample);
    return [...top, ...inProjects.flat(), ...shown];
  }

  async read(name: string): Promise<ListedNotebook | null> {
    const { project, local } = parse(name);
    if (project !== null) {
      if (!(await this.#isProject(project))) return null;
      const found = await this.#storeOf(project).read(local);
      return found && within(project, found);
    }
    const own = await this.#top.read(local);
    if (own) return own;
    const example = await this.#examples.read(local);
    return example && asExample(example);
  }

  /** As `NotebookStore`; rejects also with `ShippedNotebook`. A new project is made with its first notebook. */
  async write(name: string, text: string, version: string | null): Promise<ListedNotebook> {
    const { project, local } = parse(name);
    if (project !== null) {
      if (project === DATASETS) throw new InvalidName(texts.invalidProject({ name }));
      await this.#isProject(project);
      return within(project, await this.#storeOf(project).write(local, text, version));
    }
    const current = await this.read(local);
    if (current?.example) {
      if (version === null) throw new VersionConflict(current);
      throw new ShippedNotebook(texts.shippedNotebook({ name: local }));
    }
    return this.#top.write(local, text, version);
  }

  /**
   * Moves a notebook of the person with its files into a project, which is made if it is new, or out of its own for null. Rejects as
   * `moveNotebook` and `write` do; then nothing has moved.
   */
  async move(name: string, project: string | null, version: string): Promise<ListedNotebook> {
    const from = parse(name);
    const moved = namedIn(project, from.local);
    // The name must be one that can be written.
    if (project === DATASETS || (project !== null && !isName(project)))
      throw new InvalidName(texts.invalidProject({ name: moved }));
    const current = await this.read(name);
    if (current?.example) throw new ShippedNotebook(texts.shippedNotebook({ name: from.local }));
    if (project === from.project || (project === null && (await this.read(from.local)) !== null))
      throw new VersionConflict(await this.read(moved));
    const to = await this.#placeOf(project, true);
    const arrived = await moveNotebook(
      from.local,
      version,
      await this.#placeOf(from.project, false),
      to,
      project ?? "/",
    );
    return project === null ? arrived : within(project, arrived);
  }

  /** @param isNew whether the folder is made if it is not there */
  async #placeOf(project: string | null, isNew: boolean): Promise<MoveFolder> {
    if (project === null) return { folder: this.#own, store: this.#top };
    const folder = join(this.#own, project);
    if (!(await this.#isProject(project)) && isNew) await mkdir(folder, { recursive: true });
    return { folder, store: this.#storeOf(project) };
  }

  /** Where a notebook lies, or would lie; that of the person for a name that none has. */
  async folderOf(name: string): Promise<NotebookFolder> {
    const { project, local } = parse(name);
    if (project !== null) {
      const folder = (await this.#isProject(project)) ? join(this.#own, project) : this.#own;
      return { folder, name: local, writable: true };
    }
    // One that cannot be read is nevertheless where it is.
    const found = await this.read(local).catch(() => null);
    if (found?.example) return { folder: this.#examplesFolder, name: local, writable: false };
    return { folder: this.#own, name: local, writable: true };
  }

  #storeOf(project: string): NotebookStore {
    const known = this.#projects.get(project) ?? new NotebookStore(join(this.#own, project));
    this.#projects.set(project, known);
    return known;
  }

  /** Whether there is a folder of this name. Rejects with FileRefused for a link, which could lead anywhere. */
  async #isProject(project: string): Promise<boolean> {
    const root = await realpath(this.#own).catch(() => null);
    const found = root === null ? null : await lstat(join(root, project)).catch(() => null);
    if (found?.isSymbolicLink()) throw new FileRefused(texts.linkedProject({ name: project }));
    return found?.isDirectory() ?? false;
  }

  async #listProjects(): Promise<string[]> {
    const entries = await readdir(this.#own, { withFileTypes: true }).catch(() => []);
    const folders = entries.filter((entry) => entry.isDirectory() && isName(entry.name) && entry.name !== DATASETS);
    return folders
      .map(({ name }) => name)
      .sort((a, b) => a.localeCompare(b))
      .slice(0, MOST);
  }
}

function namedIn(project: string | null, local: string): string {
  return project === null ? local : `${project}/${local}`;
}

function within(project: string, notebook: StoredNotebook): ListedNotebook {
  return { ...notebook, name: `${project}/${notebook.name}` };
}

function asExample(notebook: StoredNotebook): ListedNotebook {
  return { ...notebook, example: true };
}

/** The parts of a name. Throws InvalidName for more than one project, and for one that is no name. */
function parse(name: string): { project: string | null; local: string } {
  const parts = name.split("/");
  if (parts.length === 1) return { project: null, local: name };
  const [project, local] = parts as [string, string];
  if (parts.length > 2 || !isName(project)) throw new InvalidName(texts.invalidProject({ name: name.slice(0, 200) }));
  return { project, local };
}
