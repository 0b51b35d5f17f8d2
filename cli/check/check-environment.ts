import { basename, dirname, resolve } from "node:path";
import { AttachedFiles } from "../../kernel/attachment/attached-files.ts";
import { moduleNames } from "../../kernel/cell/names.ts";
import type { CheckEnvironment } from "../../kernel/check/check-environment.ts";
import { FolderAttachments } from "../../kernel/headless/folder-attachments.ts";
import { ModuleLoader } from "../../kernel/module/module-graph.ts";
import type { Catalogue } from "../../kernel/services/catalogue.ts";
import { laterTableFiles } from "../../lib/files/table/later-table-files.ts";
import { messageOf } from "../../lib/message/fault.ts";
import type { Sentence } from "../../lib/message/message.ts";
import { installedVersions } from "../build/installed-versions.ts";
import { root } from "../installation/root.ts";
import { findDatasets } from "../serve/dataset-folders.ts";
import { browserNames } from "./browser-names.ts";
import { NotebookFolder } from "./notebook-folder.ts";
import { statementChecker } from "./statements.ts";

/** The environments of the notebooks that are checked: what they have in common is read once. */
export class CheckEnvironments {
  readonly #versions = shippedVersions();
  readonly #globals = browserNames(root);
  readonly #folders = new Map<string, { notebooks: NotebookFolder; catalogue: Promise<Catalogue> }>();

  /** The environment of one notebook's file; `end` closes its database, which no longer answers when the signal is aborted. */
  async of(path: string, signal?: AbortSignal): Promise<CheckEnvironment & { end(): Promise<void> }> {
    const location = resolve(dirname(path));
    const folder = this.#folders.get(location) ?? {
      notebooks: new NotebookFolder(location),
      catalogue: findDatasets(location).catalogue(),
    };
    this.#folders.set(location, folder);
    const { datasets: catalogue } = await folder.catalogue;
    const { refuse, end } = statementChecker(catalogue, signal);
    return {
      catalogue,
      isGlobal: (name) => this.#globals.has(name),
      versions: await this.#versions,
      importProblem: (module) => importProblem(module, location),
      namesOf: (name) => folder.notebooks.namesOf(name),
      importedElsewhere: await folder.notebooks.importedFrom(basename(path, ".html")),
      refuse,
      end,
    };
  }
}

/** Why a module beside a notebook, or a package, cannot be read; null if it can. */
async function importProblem(module: string, folder: string): Promise<Sentence | null> {
  const files = new AttachedFiles(new FolderAttachments(folder), laterTableFiles);
  const loader = new ModuleLoader(moduleNames);
  return loader.load(module, "", (file) => files.file(file, "bytes")).then(() => null, messageOf);
}

/** The versions of the libraries that cells may import. */
async function shippedVersions(): Promise<Record<string, string>> {
  const { modules } = await installedVersions(root);
  return Object.fromEntries(
    moduleNames.map((name) => [name, modules.find((each) => each.name === name)?.version ?? ""]),
  );
}
